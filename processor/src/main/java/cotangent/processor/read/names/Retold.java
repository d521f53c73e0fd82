package cotangent.processor.read.names;

import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * What the compiler knows of Java's own library by its meaning: methods that only combine
 * functions, or move objects. They are retold in source that comes with the compiler, and read like
 * the user's helpers.
 */
public final class Retold {
  private static final Set<String> CLASSES =
      Set.of(
          "java.lang.Iterable", "java.util.Arrays", "java.util.Comparator", "java.util.Map.Entry");
  private static final Set<String> OF_LISTS =
      Set.of(
          "java.util.AbstractQueue",
          "java.util.AbstractSequentialList",
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.Collection",
          "java.util.Collections",
          "java.util.LinkedList",
          "java.util.List",
          "java.util.Map",
          "java.util.Objects",
          "java.util.Optional",
          "java.util.PriorityQueue");

  private Retold() {}

  /** Whether some methods of a class may be retold. */
  public static boolean isIn(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return name.startsWith("java.util.function.") || CLASSES.contains(name) || isOfLists(type);
  }

  /**
   * Whether what is retold is asked for by name: it is meant for collections and other objects that
   * are made in the method, or for functions that are.
   */
  public static boolean isOfLists(TypeElement type) {
    return OF_LISTS.contains(type.getQualifiedName().toString());
  }
}
