package cotangent.processor.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** The variables that a random program may use at the point where it is being written. */
final class Scope {
  /** Types of variables, and how they are written. */
  enum Kind {
    DOUBLE("double"),
    FLOAT("float"),
    INT("int"),
    LONG("long"),
    BOOLEAN("boolean"),
    /** Four numbers. */
    ARRAY("double[]"),
    /** Four rows of four numbers. */
    MATRIX("double[][]"),
    /** Four whole numbers. */
    INTS("int[]"),
    /** A record of two numbers. */
    POINT("Point"),
    /** A record of an array and a number. */
    LAYER("Layer"),
    /** An object of two numbers that stay. */
    COMPLEX("Complex"),
    /** An object that sums up. */
    SUM("Sum"),
    /** An object of one of two classes. */
    BEND("Bend"),
    /** A tensor of four numbers. */
    VECTOR("cotangent.tensor.Vector");

    final String java;

    Kind(String java) {
      this.java = java;
    }
  }

  private record Variable(Kind kind, String name, boolean assignable) {}

  private final Random random;
  private final Deque<List<Variable>> blocks = new ArrayDeque<>();
  private int named;

  Scope(Random random) {
    this.random = random;
    open();
  }

  void open() {
    blocks.push(new ArrayList<>());
  }

  void close() {
    blocks.pop();
  }

  /** Makes a variable that from now on may be read, and written where assignable. */
  String declare(Kind kind, boolean assignable) {
    String name = fresh(kind);
    add(kind, name, assignable);
    return name;
  }

  /** A name not used yet, which tells its kind. */
  String fresh(Kind kind) {
    String letters =
        switch (kind) {
          case DOUBLE -> "xyztuv";
          case FLOAT -> "fgh";
          case INT -> "ijk";
          case LONG -> "lm";
          case BOOLEAN -> "pq";
          case ARRAY -> "abc";
          case MATRIX -> "w";
          case INTS -> "n";
          case POINT -> "s";
          case LAYER -> "o";
          case COMPLEX -> "e";
          case SUM -> "r";
          case BEND -> "d";
          case VECTOR -> "q";
        };
    return letters.charAt(random.nextInt(letters.length())) + String.valueOf(named++);
  }

  void add(Kind kind, String name, boolean assignable) {
    blocks.peek().add(new Variable(kind, name, assignable));
  }

  boolean has(Kind kind) {
    return !names(kind, false).isEmpty();
  }

  boolean hasAssignable(Kind kind) {
    return !names(kind, true).isEmpty();
  }

  /** A variable to read. */
  String any(Kind kind) {
    return choose(names(kind, false));
  }

  /** A variable to write. */
  String assignable(Kind kind) {
    return choose(names(kind, true));
  }

  List<String> names(Kind kind, boolean assignable) {
    return blocks.stream()
        .flatMap(List::stream)
        .filter(each -> each.kind() == kind && (each.assignable() || !assignable))
        .map(Variable::name)
        .toList();
  }

  private String choose(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
