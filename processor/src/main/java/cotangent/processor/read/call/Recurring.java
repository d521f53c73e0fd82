package cotangent.processor.read.call;

import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShapes;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A call of what leads to itself, and so becomes a function of the graph: a method, or the choice
 * among those that may run.
 *
 * @param key what the function is known by
 * @param source where it is declared; without a body where that is a choice
 * @param self the object on which it is called
 * @param body what the function does
 */
record Recurring(Object key, Source source, @Nullable Term self, List<Term> arguments, Body body) {

  /** Reads what a function does in a frame of its own, which has the object. */
  interface Body {
    void read(Frame frame, List<Term> parameters);
  }

  /** Returns the call of a method. */
  static Recurring method(Object key, Source source, @Nullable Term self, List<Term> arguments) {
    return new Recurring(
        key,
        source,
        self,
        arguments,
        (frame, parameters) -> MethodBody.read(frame, source, parameters));
  }

  /** Returns the object, if there is one, and the arguments. */
  Stream<Term> given() {
    return Stream.concat(Stream.ofNullable(self), arguments.stream());
  }

  /** Whether what it returns may be an object that is held by its fields, or an array of such. */
  boolean mayGiveObject(TypeShapes shapes) {
    TypeMirror type = source.element().getReturnType();
    TypeMirror inner = type;
    while (inner instanceof ArrayType array) {
      inner = array.getComponentType();
    }
    return inner.getKind() != TypeKind.VOID
        && !inner.getKind().isPrimitive()
        && (type instanceof ArrayType || !shapes.isTakenApart(type));
  }
}
