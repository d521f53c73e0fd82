package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Something computed once: the result of a step or the parameter of a region. Two values are the
 * same only when they are the same object; graphs made from one another share values.
 */
public final class Value {
  private final Type type;
  private final String name;

  /**
   * @param name the name that the user gave it, or the one that would explain it best; empty where
   *     there is none. Names needn't be unique.
   */
  public Value(Type type, String name) {
    this.type = type;
    this.name = name;
  }

  public Type type() {
    return type;
  }

  /** Returns the types of values. */
  public static List<Type> types(List<Value> values) {
    List<Type> types = new ArrayList<>(values.size());
    for (Value value : values) {
      types.add(value.type);
    }
    return types;
  }

  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "_" : name) + ":" + type;
  }
}
