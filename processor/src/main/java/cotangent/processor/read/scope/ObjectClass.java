package cotangent.processor.read.scope;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.read.names.Names;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The class of an object that is seen being made. Its fields are known by keys, in a fixed order.
 */
public sealed interface ObjectClass {

  /** The key of the object around an inner object, or of {@code this} in a lambda expression. */
  String OUTER = "this";

  /** The key of a variable's value that an object of a local class has captured. */
  record Captured(String name) {}

  List<Object> fields();

  /** Returns the class, or what it extends or implements, with the type arguments of the source. */
  DeclaredType type();

  /** Returns what the class is known by where its objects are kept in one place. */
  default Object key() {
    return this;
  }

  /** Returns the key of a field that source names. */
  default Object key(VariableElement field) {
    return field;
  }

  /** Returns the same type with what its variables stood for where the object was made. */
  default TypeMirror known() {
    return type();
  }

  /** Returns a name for what a field of a variable's object holds. */
  static String name(String variable, Object key) {
    String field = key instanceof VariableElement element ? element.getSimpleName().toString() : "";
    String captured = key instanceof String name && !name.equals(OUTER) ? name : field;
    return CamelCase.joined(variable, key instanceof Captured local ? local.name() : captured);
  }

  /**
   * A class with a name.
   *
   * @param type with the type arguments that it was made with
   */
  record Declared(DeclaredType type, List<Object> fields) implements ObjectClass {
    public Declared {
      fields = List.copyOf(fields);
    }

    public TypeElement element() {
      return (TypeElement) type.asElement();
    }

    @Override
    public Object key() {
      return element();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Declared declared
          && declared.element().equals(element())
          && declared.fields.equals(fields);
    }

    @Override
    public int hashCode() {
      return element().hashCode();
    }
  }

  /**
   * A class of the library, whose fields are what stands for what it holds.
   *
   * @param type with the type arguments that it was made with
   * @param list which of the lists that neither grow nor shrink it is, if it is one of these
   */
  record Library(DeclaredType type, List<Object> fields, FixedList list) implements ObjectClass {
    /** The key of the array that holds the elements of a list. */
    public static final String ELEMENTS = "elements";

    /**
     * The key of how often it was given more elements, or fewer: {@code modCount} in the library.
     */
    public static final String CHANGES = "changes";

    /** The key of the list that one which can only be read shows. */
    public static final String SHOWN = "shown";

    public Library {
      fields = List.copyOf(fields);
    }

    public Library(DeclaredType type, List<Object> fields) {
      this(type, fields, FixedList.NONE);
    }

    @Override
    public Object key(VariableElement field) {
      return field.getSimpleName().contentEquals("modCount") ? CHANGES : field;
    }

    /** Returns the full name of the class. */
    public String name() {
      return name(type);
    }

    /** Returns the full name of a class. */
    public static String name(DeclaredType type) {
      return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Library library
          && library.fields.equals(fields)
          && library.list == list
          && library.type.toString().equals(type.toString());
    }

    @Override
    public int hashCode() {
      return type.toString().hashCode();
    }
  }

  /**
   * A lambda expression or a method reference, whose fields are what it captures.
   *
   * @param type the interface that it implements
   */
  record Closure(Tree tree, Names names, DeclaredType type, List<Object> fields)
      implements ObjectClass {
    public Closure {
      fields = List.copyOf(fields);
    }

    @Override
    public TypeMirror known() {
      return names.known(type);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Closure closure
          && closure.tree == tree
          && closure.names.arguments().equals(names.arguments());
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(tree);
    }
  }

  /**
   * An anonymous class, whose fields are those that it inherits, those that it declares, by their
   * names, and what it captures.
   *
   * @param type what it extends or implements
   */
  record Anonymous(ClassTree tree, Names names, DeclaredType type, List<Object> fields)
      implements ObjectClass {
    public Anonymous {
      fields = List.copyOf(fields);
    }

    @Override
    public TypeMirror known() {
      return names.known(type);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Anonymous anonymous
          && anonymous.tree == tree
          && anonymous.names.arguments().equals(names.arguments());
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(tree);
    }
  }
}
