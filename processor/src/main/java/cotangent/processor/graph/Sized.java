package cotangent.processor.graph;

import java.util.List;

/** What {@code @Shape} says of something that a method is given, and by which name. */
public sealed interface Sized {

  /** The name of the parameter, field or component. */
  String name();

  /** A whole number that stands for a size. */
  record Whole(String name) implements Sized {}

  /**
   * An array.
   *
   * @param shape what the annotation says
   */
  record Array(String name, String shape) implements Sized {}

  /**
   * A record whose components have sizes of their own.
   *
   * @param type its type as source names it
   */
  record Composite(String name, String type, List<Sized> components) implements Sized {
    public Composite {
      components = List.copyOf(components);
    }

    @Override
    public Composite named(String newName) {
      return new Composite(newName, type, components);
    }
  }

  /** Returns the same under another name. */
  default Sized named(String newName) {
    return this;
  }

  /**
   * An array or list of records, each of which has sizes of its own, or of arrays or lists of such.
   *
   * @param type its type as source names it
   */
  record Each(String name, String type, Sized element) implements Sized {
    @Override
    public Each named(String newName) {
      return new Each(newName, type, element);
    }

    /** Whether it is a list. */
    public boolean isList() {
      return type.startsWith(Port.Elements.LIST) && !type.endsWith("]");
    }
  }

  /**
   * A field of the object on which the method is called.
   *
   * @param type the type of the object
   * @param holds the type of the field
   * @param content what is known of what it holds
   */
  record Field(Callee.Member member, Type type, Type holds, Sized content) implements Sized {
    @Override
    public String name() {
      return content.name();
    }
  }

  /**
   * All that is known of what one method is given.
   *
   * @param method the name of the original
   * @param parameters how many inputs the original has, with the object that it is called on
   */
  record Inputs(String method, int parameters, List<Sized> all) {
    /** Nothing is checked where only another method is called. */
    public static final Inputs NONE = new Inputs("", Integer.MAX_VALUE - 1, List.of());

    public Inputs {
      all = List.copyOf(all);
    }
  }
}
