package cotangent.processor.read.scope;

import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Where the {@code yield} of a switch expression goes.
 *
 * @param type what the value is converted to; null while only the types of the arms are collected
 * @param seen the types that the arms have by themselves, as far as they are collected
 */
public record Yielding(
    Target end, Variable variable, @Nullable TypeMirror type, List<TypeMirror> seen) {}
