package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShapes;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A call of what leads to itself, and so becomes a function of the graph: a method, a function, or
 * the choice among those that may run.
 *
 * @param key what the function is known by
 * @param method what it is a function of, whatever it is given: the method, or the tree of a
 *     function
 * @param names what names mean where it is declared
 * @param tree where it is declared
 * @param result the type of what it returns
 * @param self the object on which it is called
 * @param body what the function does
 */
record Recurring(
    Object key,
    Object method,
    String name,
    Names names,
    Tree tree,
    List<Parameters.Input> parameters,
    TypeMirror result,
    @Nullable Term self,
    List<Term> arguments,
    Body body) {

  /** Reads what a function does in a frame of its own, which has the object. */
  interface Body {
    void read(Frame frame, List<Term> parameters);
  }

  /** Returns the call of a method. */
  static Recurring method(Object key, Source source, @Nullable Term self, List<Term> arguments) {
    return of(
        key,
        source,
        self,
        arguments,
        (frame, parameters) -> MethodBody.read(frame, source, parameters));
  }

  /**
   * Returns the call of a method.
   *
   * @param body what it does
   */
  static Recurring of(
      Object key, Source source, @Nullable Term self, List<Term> arguments, Body body) {
    ExecutableElement method = source.element();
    return new Recurring(
        key,
        method,
        method.getSimpleName().toString(),
        source.names(),
        source.tree(),
        Parameters.inputs(source),
        method.getReturnType(),
        self,
        arguments,
        (frame, parameters) ->
            OpenMethods.of(frame.reading())
                .within(method, key, () -> body.read(frame, parameters)));
  }

  /** Returns the object, if there is one, and the arguments. */
  Stream<Term> given() {
    return Stream.concat(Stream.ofNullable(self), arguments.stream());
  }

  /** Whether what it returns may be an object that is held by its fields, or an array of such. */
  boolean mayGiveObject(TypeShapes shapes) {
    TypeMirror inner = result;
    while (inner instanceof ArrayType array) {
      inner = array.getComponentType();
    }
    return inner.getKind() != TypeKind.VOID
        && !inner.getKind().isPrimitive()
        && (result instanceof ArrayType || !shapes.isTakenApart(result));
  }
}
