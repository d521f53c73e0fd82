package cotangent.processor.read.scope;

import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.OpenFunction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a Java expression is worth: one value of the graph, or an object that was made in sight and
 * is held by its fields. The type is the static type that overloads are chosen by; a boxed number
 * may be held unboxed.
 */
public sealed interface Term {

  TypeMirror type();

  /**
   * Returns what is known of the type besides: where the static type is the type variable of a
   * helper, the type that is given for it here.
   */
  default TypeMirror known() {
    return type();
  }

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

  /** An object whose fields never change: another one with the same fields does as well. */
  record Fixed(TypeMirror type, ObjectClass of, List<Term> fields) implements Term {
    public Fixed {
      fields = List.copyOf(fields);
    }

    /** Returns what a field holds. */
    public Term field(Object key) {
      return fields.get(of.fields().indexOf(key));
    }
  }

  /**
   * An object whose fields may change; they are variables, so that branches and loops carry them.
   */
  record Mutable(TypeMirror type, Made made) implements Term {}

  /** One of several objects, told apart by a number that counts them from 0. */
  record Choice(TypeMirror type, Value tag, List<Term> alternatives) implements Term {
    public Choice {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * An array of records or of objects, as one array for each leaf of an element (a structure of
   * arrays); there is at least one, and all are of one length.
   *
   * @param form what an element is; its values mean nothing
   * @param arrays all null where the array is
   */
  record Columns(TypeMirror type, Term form, List<Value> arrays) implements Term {
    public Columns {
      arrays = List.copyOf(arrays);
    }
  }

  /**
   * One of many objects of a class, whose fields are in arrays, by its number there; 0 is null.
   *
   * @param isThere whether it is certainly not null
   */
  record Indexed(TypeMirror type, ObjectClass of, Value index, boolean isThere) implements Term {

    /** Returns the same object, now known to be null or not. */
    public Indexed present(boolean isThereNow) {
      return new Indexed(type, of, index, isThereNow);
    }
  }

  /** The null of a choice. */
  record Nothing(TypeMirror type) implements Term {}

  /**
   * A lambda expression or method reference before it is known which interface it implements.
   *
   * @param condition by which it is one of two; null where it is one
   */
  record Pending(OpenFunction type, @Nullable Value condition) implements Term {}

  /** Returns the terms that this one is made of. */
  default List<Term> parts() {
    if (this instanceof Tuple tuple) {
      return tuple.components();
    } else if (this instanceof Fixed fixed) {
      return fixed.fields();
    }
    return this instanceof Choice choice ? choice.alternatives() : List.of();
  }

  /** Returns the graph's values in order. */
  default List<Value> leaves() {
    if (this instanceof Single single) {
      return List.of(single.value());
    }
    if (this instanceof Columns columns) {
      return columns.arrays();
    } else if (this instanceof Indexed indexed) {
      return List.of(indexed.index());
    }
    List<Value> all = new ArrayList<>();
    if (this instanceof Choice choice) {
      all.add(choice.tag());
    }
    parts().forEach(part -> all.addAll(part.leaves()));
    return all;
  }

  /** Returns names for the values of a variable that holds this. */
  default List<String> names(String variable) {
    List<String> names = new ArrayList<>();
    if (this instanceof Single || this instanceof Indexed) {
      names.add(variable);
    } else if (this instanceof Fixed fixed) {
      for (int i = 0; i < fixed.fields().size(); i++) {
        Object key = fixed.of().fields().get(i);
        names.addAll(fixed.fields().get(i).names(ObjectClass.name(variable, key)));
      }
    } else if (this instanceof Choice choice) {
      names.add(variable.isEmpty() ? "kind" : variable + "Kind");
      choice.alternatives().forEach(each -> names.addAll(each.names(variable)));
    } else if (this instanceof Tuple && Component.isTensor(known())) {
      names.addAll(Component.names(known(), variable));
    } else if (this instanceof Columns columns) {
      return columns.form().namesInside(variable);
    } else {
      leaves().forEach(leaf -> names.add(leaf.name()));
    }
    return names;
  }

  private List<String> namesInside(String variable) {
    if (!(this instanceof Tuple)) {
      return names(variable);
    }
    return leaves().stream().map(leaf -> CamelCase.joined(variable, leaf.name())).toList();
  }

  /** Returns the same kind of term made of other values. */
  default Term with(Iterator<Value> leaves) {
    if (this instanceof Single) {
      return new Single(type(), leaves.next(), known());
    } else if (this instanceof Choice choice) {
      Value tag = leaves.next();
      return new Choice(type(), tag, parts(choice, leaves));
    } else if (this instanceof Tuple) {
      return new Tuple(type(), parts(this, leaves), known());
    } else if (this instanceof Indexed indexed) {
      return new Indexed(type(), indexed.of(), leaves.next(), indexed.isThere());
    } else if (this instanceof Columns columns) {
      return new Columns(
          type(), columns.form(), columns.arrays().stream().map(each -> leaves.next()).toList());
    }
    return this instanceof Fixed fixed ? new Fixed(type(), fixed.of(), parts(this, leaves)) : this;
  }

  private static List<Term> parts(Term term, Iterator<Value> leaves) {
    List<Term> parts = new ArrayList<>();
    term.parts().forEach(part -> parts.add(part.with(leaves)));
    return parts;
  }

  /** Returns the same term seen as another type. */
  default Term as(TypeMirror newType) {
    if (this instanceof Tuple tuple) {
      return new Tuple(newType, tuple.components(), known());
    } else if (this instanceof Fixed fixed) {
      return new Fixed(newType, fixed.of(), fixed.fields());
    } else if (this instanceof Mutable mutable) {
      return new Mutable(newType, mutable.made());
    } else if (this instanceof Choice choice) {
      return new Choice(newType, choice.tag(), choice.alternatives());
    } else if (this instanceof Nothing) {
      return new Nothing(newType);
    } else if (this instanceof Indexed indexed) {
      return new Indexed(newType, indexed.of(), indexed.index(), indexed.isThere());
    } else if (this instanceof Columns columns) {
      return new Columns(newType, columns.form(), columns.arrays());
    }
    return this instanceof Single single ? new Single(newType, single.value(), known()) : this;
  }

  /** Whether this is, or is a record that holds, more than what its type says. */
  default boolean holdsObjects() {
    return this instanceof Tuple tuple
        ? tuple.components().stream()
            .map(part -> part instanceof Columns columns ? columns.form() : part)
            .anyMatch(Term::holdsObjects)
        : isObject();
  }

  /** Whether this stands for an object that was made in sight. */
  default boolean isObject() {
    return !(this instanceof Single || this instanceof Tuple);
  }

  /** Whether this is a list that came from outside, all of whose elements are in use. */
  default boolean isGivenList() {
    return this instanceof Fixed list
        && list.of() instanceof ObjectClass.Library library
        && library.fields().equals(List.of(ObjectClass.Library.ELEMENTS));
  }

  /** Whether two terms can be the value of one variable. */
  static boolean areAlike(Term one, Term other) {
    if (one instanceof Single a && other instanceof Single b) {
      return a.value().type().equals(b.value().type())
          || a.value().type() instanceof Type.Reference
              && b.value().type() instanceof Type.Reference;
    }
    boolean sameKind =
        one instanceof Tuple && other instanceof Tuple
            || one instanceof Choice && other instanceof Choice
            || one instanceof Nothing && other instanceof Nothing
            || one instanceof Indexed a
                && other instanceof Indexed b
                && a.of().equals(b.of())
                && a.isThere() == b.isThere()
            || one instanceof Columns a
                && other instanceof Columns b
                && areAlike(a.form(), b.form())
            || one instanceof Fixed a && other instanceof Fixed b && a.of().equals(b.of())
            || one instanceof Mutable a && other instanceof Mutable b && a.made().equals(b.made());
    if (!sameKind || one.parts().size() != other.parts().size()) {
      return false;
    }
    for (int i = 0; i < one.parts().size(); i++) {
      if (!areAlike(one.parts().get(i), other.parts().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether two terms are alike in the types of their values as well. */
  static boolean areSame(Term one, Term other) {
    return areAlike(one, other)
        && one.leaves().stream()
            .map(Value::type)
            .toList()
            .equals(other.leaves().stream().map(Value::type).toList());
  }
}
