package cotangent.processor.read.names;

import com.sun.source.tree.MethodTree;
import javax.lang.model.element.ExecutableElement;

/**
 * A method whose body can be read.
 *
 * @param names what names mean in it
 */
public record Source(ExecutableElement element, MethodTree tree, Names names) {}
