package cotangent.processor.read.scope;

import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * What a Java expression is worth: one value of the graph, or a record taken apart. The type is the
 * static type that overloads are chosen by; a boxed number may be held unboxed.
 */
public sealed interface Term {

  TypeMirror type();

  /**
   * Gives what is known of the type besides: where the static type is the type variable of a
   * helper, the type that is given for it here.
   */
  TypeMirror known();

  /** A number, an array, or a reference to something that is constant to us. */
  record Single(TypeMirror type, Value value, TypeMirror known) implements Term {
    public Single(TypeMirror type, Value value) {
      this(type, value, type);
    }
  }

  /** A record, by its components. */
  record Tuple(TypeMirror type, List<Term> components, TypeMirror known) implements Term {
    public Tuple {
      components = List.copyOf(components);
    }

    public Tuple(TypeMirror type, List<Term> components) {
      this(type, components, type);
    }
  }

  /** Gives the graph's values in order. */
  default List<Value> leaves() {
    if (this instanceof Tuple tuple) {
      List<Value> all = new ArrayList<>();
      tuple.components().forEach(component -> all.addAll(component.leaves()));
      return all;
    }
    return List.of(((Single) this).value());
  }

  /** Gives the same kind of term made of other values. */
  default Term with(Iterator<Value> leaves) {
    if (this instanceof Tuple tuple) {
      List<Term> components = new ArrayList<>();
      tuple.components().forEach(component -> components.add(component.with(leaves)));
      return new Tuple(type(), components, known());
    }
    return new Single(type(), leaves.next(), known());
  }

  /** Gives the same term seen as another type. */
  default Term as(TypeMirror newType) {
    return this instanceof Tuple tuple
        ? new Tuple(newType, tuple.components(), known())
        : new Single(newType, ((Single) this).value(), known());
  }
}
