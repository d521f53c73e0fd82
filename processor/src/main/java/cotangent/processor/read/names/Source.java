package cotangent.processor.read.names;

import com.sun.source.tree.MethodTree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A method whose body can be read.
 *
 * @param names what names mean in it
 */
public record Source(ExecutableElement element, MethodTree tree, Names names) {

  /**
   * Returns the method as it runs in a call, where type variables stand for types.
   *
   * @param caller what names mean where it is called
   * @param method what is called; this method may override it
   * @param self the type of the object on which it is called; null where there is none
   */
  public Source called(Names caller, ResolvedMethod method, @Nullable TypeMirror self) {
    Types types = names.program().types();
    TypeArguments ofObject =
        self == null
            ? TypeArguments.NONE
            : TypeArguments.ofObject(types, caller.known(self), names.owner());
    TypeArguments all = ofObject.with(types, method, element, caller.arguments());
    return new Source(element, tree, names.given(all));
  }
}
