package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A named input or output of a method as Java sees it. A record is taken apart into its components,
 * so that graphs know leaves only; the leaves of several ports follow one another depth first.
 */
public sealed interface Port {

  /** Methods that every object has: no component of a record may have such a name. */
  Set<String> OF_OBJECTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  String name();

  /** A parameter, result or component that is a value of the graph. */
  record Leaf(String name, Type type) implements Port {}

  /**
   * A record.
   *
   * @param type the record's type as source names it
   * @param components its parts as the graph knows them: of a record that may be null, the first
   *     one tells whether it is there
   * @param mayBeNull whether it may be null: others are there, or the method ends in an exception
   */
  record Composite(String name, String type, List<Port> components, boolean mayBeNull)
      implements Port {
    private static final Set<String> TENSORS =
        Set.of("cotangent.tensor.Vector", "cotangent.tensor.Matrix");

    public Composite {
      components = List.copyOf(components);
    }

    public Composite(String name, String type, List<Port> components) {
      this(name, type, components, false);
    }

    /**
     * Returns a record that may be null: what tells whether it is there comes before its
     * components.
     *
     * @param tells the type of that: a truth value, or, in arrays, a number that is 0 for null
     */
    public static Composite orNull(String name, String type, Type tells, List<Port> components) {
      String told = tells == Type.BOOLEAN ? "isThere" : "kind";
      List<Port> all = new ArrayList<>(List.of(new Leaf(told, tells)));
      all.addAll(components);
      return new Composite(name, type, all, true);
    }

    /** Whether it is a record, not a tensor, and may be null. */
    public boolean isRecordOrNull() {
      return mayBeNull && !isTensor();
    }

    /** Returns what Java's record has. */
    public List<Port> own() {
      return isRecordOrNull() ? components.subList(1, components.size()) : components;
    }

    /**
     * Returns the text of what makes it from its components.
     *
     * @param spelled its type as it is written there
     */
    public String maker(String spelled) {
      return isTensor() ? spelled + ".wrap" : "new " + spelled;
    }
  }

  /**
   * Whether it is a tensor, which is taken apart like a record of its sizes and array: but for one
   * that may be null, where a method is finished.
   */
  default boolean isTensor() {
    return this instanceof Leaf leaf
        ? Composite.TENSORS.contains(leaf.type().toString())
        : this instanceof Composite composite && Composite.TENSORS.contains(composite.type());
  }

  /**
   * An array or list of records, of which graphs know one array for each leaf of a record.
   *
   * @param type its type as source names it
   * @param element what each element is
   */
  record Elements(String name, String type, Port element) implements Port {
    public static final String LIST = "java.util.List";

    /** Whether it is a list. */
    public boolean isList() {
      return type.startsWith(LIST) && !type.endsWith("]");
    }

    /** Whether it is an array of tensors, of any rank, into which can be added. */
    public boolean isOfTensors() {
      return !isList()
          && (element.isTensor() || element instanceof Elements inner && inner.isOfTensors());
    }

    private Leaf lifted(Leaf leaf) {
      return new Leaf(CamelCase.joined(name, leaf.name()), Type.array(leaf.type()));
    }
  }

  /** Returns the leaves in order. */
  default Stream<Leaf> leaves() {
    if (this instanceof Elements elements) {
      return elements.element().leaves().map(elements::lifted);
    }
    return this instanceof Composite composite
        ? composite.components().stream().flatMap(Port::leaves)
        : Stream.of((Leaf) this);
  }

  /** Whether a derivative by it exists: it is a real number, an array of them, or holds one. */
  default boolean isDifferentiable() {
    return leaves().anyMatch(leaf -> leaf.type().isDifferentiable() || leaf.isTensor());
  }

  /**
   * Returns the name of what belongs to an input or output: {@code dx} for {@code x}. There is an
   * underscore between them where Java has that word, or records have no component of that name.
   */
  static String name(String prefix, String name) {
    String joined = prefix + name;
    boolean isFree = SourceVersion.isName(joined) && !OF_OBJECTS.contains(joined);
    return isFree ? joined : prefix + "_" + name;
  }

  /** Whether it, or something in it, may be null where numbers would be. */
  default boolean mayBeLacking() {
    return this instanceof Composite composite
        && (composite.mayBeNull() || composite.components().stream().anyMatch(Port::mayBeLacking));
  }

  /** Whether another one is the same, whatever is known of null. */
  default boolean isLike(Port other) {
    if (this instanceof Elements elements && other instanceof Elements same) {
      return elements.name().equals(same.name())
          && elements.type().equals(same.type())
          && elements.element().named("").isLike(same.element().named(""));
    }
    if (!(this instanceof Composite composite) || !(other instanceof Composite like)) {
      return equals(other);
    }
    List<Port> parts = composite.components();
    List<Port> others = like.components();
    return composite.name().equals(like.name())
        && composite.type().equals(like.type())
        && parts.size() == others.size()
        && IntStream.range(0, parts.size()).allMatch(i -> parts.get(i).isLike(others.get(i)));
  }

  /** Returns the port of what belongs to this one. */
  default Port prefixed(String prefix) {
    return named(name(prefix, name()));
  }

  /** Returns the same port under another name; its components keep theirs. */
  default Port named(String newName) {
    if (this instanceof Elements elements) {
      return new Elements(newName, elements.type(), elements.element());
    }
    return this instanceof Composite composite
        ? new Composite(newName, composite.type(), composite.components(), composite.mayBeNull())
        : new Leaf(newName, ((Leaf) this).type());
  }
}
