package cotangent.processor.read.shape;

import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The leaves of a type. */
public sealed interface TypeShape {
  TypeMirror type();

  record Leaf(TypeMirror type, Type graphType) implements TypeShape {}

  /**
   * A record.
   *
   * @param tells the type of the first leaf where null can stand in its place, of which that tells:
   *     whether it is there, or, in arrays, the number of what is chosen; else null
   */
  record Composite(
      TypeMirror type, List<String> names, List<TypeShape> components, @Nullable Type tells)
      implements TypeShape {

    /** A record that is there. */
    public Composite(TypeMirror type, List<String> names, List<TypeShape> components) {
      this(type, names, components, null);
    }

    /** Returns the same record, or null, of which a leaf of a type tells. */
    public Composite telling(Type leaf) {
      return new Composite(type, names, components, leaf);
    }

    /** Whether null can stand in its place. */
    public boolean mayBeNull() {
      return tells != null;
    }

    private List<Type> leafTypes() {
      List<Type> leaves = new ArrayList<>();
      if (tells != null) {
        leaves.add(tells);
      }
      components.forEach(component -> leaves.addAll(component.leaves()));
      return leaves;
    }

    private Term made(Iterator<Value> leaves) {
      Value isThere = mayBeNull() ? leaves.next() : null;
      List<Term> parts = new ArrayList<>();
      components.forEach(component -> parts.add(component.term(leaves)));
      Term record = new Term.Tuple(type, parts);
      return isThere == null
          ? record
          : new Term.Choice(type, isThere, List.of(new Term.Nothing(type), record));
    }
  }

  /**
   * An array or list of records, as one array for each leaf of a record.
   *
   * @param array the type of an array of these records
   */
  record Elements(TypeMirror type, TypeShape element, ArrayType array) implements TypeShape {
    /** Returns the leaves of a record, with values that mean nothing. */
    Term form() {
      return element.term(
          element.port("").leaves().map(leaf -> new Value(leaf.type(), leaf.name())).iterator());
    }
  }

  default List<Type> leaves() {
    if (this instanceof Elements elements) {
      return elements.element().leaves().stream().map(Type::array).toList();
    }
    return this instanceof Composite composite
        ? composite.leafTypes()
        : List.of(((Leaf) this).graphType());
  }

  /** Returns a term of this shape, made of a value for each leaf. */
  default Term filled(Function<Type, Value> each) {
    return term(leaves().stream().map(each).iterator());
  }

  default Term term(Iterator<Value> leaves) {
    if (this instanceof Composite composite) {
      return composite.made(leaves);
    } else if (this instanceof Elements elements) {
      Term form = elements.form();
      Term columns =
          new Term.Columns(
              elements.array(), form, form.leaves().stream().map(leaf -> leaves.next()).toList());
      return type() instanceof DeclaredType list ? given(list, columns) : columns;
    }
    return new Term.Single(type(), leaves.next());
  }

  /** Returns a list that came from outside, all of whose elements are in use. */
  private static Term given(DeclaredType list, Term elements) {
    List<Object> fields = List.of(ObjectClass.Library.ELEMENTS);
    return new Term.Fixed(list, new ObjectClass.Library(list, fields), List.of(elements));
  }

  default Port port(String name) {
    if (this instanceof Composite composite) {
      List<Port> ports = new ArrayList<>();
      for (int i = 0; i < composite.components().size(); i++) {
        ports.add(composite.components().get(i).port(composite.names().get(i)));
      }
      String spelled = Spelling.open(type());
      return composite.tells() == null
          ? new Port.Composite(name, spelled, ports)
          : Port.Composite.orNull(name, spelled, composite.tells(), ports);
    } else if (this instanceof Elements elements) {
      return new Port.Elements(name, Spelling.of(type()), elements.element().port(name));
    }
    return new Port.Leaf(name, ((Leaf) this).graphType());
  }
}
