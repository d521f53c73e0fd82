package cotangent.processor.graph;

import java.util.List;

/** What a {@link Step.Call} calls. */
public sealed interface Callee {

  /** A function of the same graph, by its name: what recursion is left as. */
  record Function(String name) implements Callee {}

  /**
   * A Java member into which nothing differentiable flows. Operands: the receiver first where there
   * is one, then the arguments.
   *
   * @param owner the qualified name of the class, as source would name it
   * @param name the member's name; unused by {@code NEW}
   * @param accessible whether the generated class may name the member; if not, it is reached
   *     through a method handle
   * @param signature of a method or constructor that isn't accessible: the erased types of its
   *     parameters, then of its result, which may be {@code void}. Of an accessible member where
   *     the types that Java sees decide which one is meant: those types, one for each operand. Else
   *     empty
   */
  record Member(Kind kind, String owner, String name, boolean accessible, List<Type> signature)
      implements Callee {
    public Member {
      signature = List.copyOf(signature);
    }

    public Member(Kind kind, String owner, String name, boolean accessible) {
      this(kind, owner, name, accessible, List.of());
    }

    /** How the member is written in source. */
    public enum Kind {
      STATIC_METHOD,
      METHOD,
      STATIC_FIELD,
      FIELD,
      NEW,
      /** The string concatenation of the operands; owner and name are unused. */
      CONCATENATION
    }
  }
}
