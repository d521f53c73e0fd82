package cotangent.processor.graph;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a {@link Step.Call} calls. */
public sealed interface Callee
    permits Callee.Function, Callee.Ruled, Callee.Note, Callee.Member, Agreement {

  /**
   * A function of the same graph, by its name: a helper that is called more than once, or recurs.
   *
   * @param isLast whether it is called when the method ends, also where that is by an exception
   */
  record Function(String name, boolean isLast) implements Callee {
    public Function(String name) {
      this(name, false);
    }
  }

  /**
   * A Java method that isn't looked into, but whose derivatives are known: by rules that are given
   * for it, or by the companion that it was published with. It reads its arrays and writes to none;
   * those that it returns are new.
   *
   * <p>What is called and what its derivatives are, functions of the same graph say, by their
   * names.
   *
   * @param original names the method for messages
   * @param primal takes the operands and returns the results
   * @param pullback takes the operands, the results, and a seed for each result; it returns a
   *     derivative by each operand of {@code by}. Empty where it isn't known
   * @param pushforward takes the operands, the results, and a tangent of each operand of {@code
   *     by}; it returns the tangents of the results. Empty where it isn't known
   * @param by the places of the operands by which the rules differentiate; some of them may be of
   *     types without derivatives, for which the rules return something that nobody asks for
   * @param ofMade whether the first operand is an object made of operands that follow it: what it
   *     holds is differentiated by these
   * @param remedy what a user can do where one of the two isn't known, and is needed
   */
  record Ruled(
      String original,
      String primal,
      String pullback,
      String pushforward,
      List<Integer> by,
      boolean ofMade,
      String remedy)
      implements Callee {
    public Ruled {
      by = List.copyOf(by);
    }
  }

  /**
   * What a reader notes between the steps of a block while it reads that block: the operands are
   * the values that a variable has from here on.
   *
   * @param number counts the notes
   */
  record Note(int number) implements Callee {}

  /** Returns the functions that are named. */
  default Stream<String> functions() {
    if (this instanceof Function function) {
      return Stream.of(function.name());
    } else if (this instanceof Ruled ruled) {
      return Stream.of(ruled.primal, ruled.pullback, ruled.pushforward)
          .filter(name -> !name.isEmpty());
    }
    return Stream.of();
  }

  /** Returns the same callee with other names for the functions. */
  default Callee renamed(UnaryOperator<String> names) {
    if (this instanceof Function function) {
      return new Function(names.apply(function.name()), function.isLast());
    } else if (this instanceof Ruled ruled) {
      UnaryOperator<String> known = name -> name.isEmpty() ? name : names.apply(name);
      return new Ruled(
          ruled.original,
          known.apply(ruled.primal),
          known.apply(ruled.pullback),
          known.apply(ruled.pushforward),
          ruled.by,
          ruled.ofMade,
          ruled.remedy);
    }
    return this;
  }

  /**
   * A Java member into which nothing differentiable flows. Operands: the receiver first where there
   * is one, then the arguments.
   *
   * @param owner the qualified name of the class, as source would name it
   * @param name the member's name; unused by {@code NEW}
   * @param access how the generated class gets at it
   * @param signature of a member that isn't named: the erased types of its parameters, then of its
   *     result or field, which may be {@code void}. Of one that is named, where the types that Java
   *     sees decide which one is meant: those types, one for each operand. Else empty
   * @param attempted the type of what it gives, or {@code void}, where an exception is a result as
   *     well: then the result of the call is that, boxed, or a {@code cotangent.Thrown}. Else null
   * @param onlyKeeps whether it makes a record or an exception that only keeps what it is given, so
   *     that nobody misses one that isn't used
   */
  record Member(
      Kind kind,
      String owner,
      String name,
      Access access,
      List<Type> signature,
      @Nullable Type attempted,
      boolean onlyKeeps)
      implements Callee {
    public Member {
      signature = List.copyOf(signature);
    }

    public Member(Kind kind, String owner, String name, Access access, List<Type> signature) {
      this(kind, owner, name, access, signature, null, false);
    }

    /** Returns the same member, with exceptions as results; null where they are thrown. */
    public Member attempted(@Nullable Type result) {
      return new Member(kind, owner, name, access, signature, result, onlyKeeps);
    }

    public Member(Kind kind, String owner, String name, boolean accessible) {
      this(kind, owner, name, accessible, List.of());
    }

    public Member(Kind kind, String owner, String name, boolean accessible, List<Type> signature) {
      this(kind, owner, name, accessible ? Access.NAMED : Access.PRIVATE, signature);
    }

    /** Returns the same member, called with operands of these types. */
    public Member seen(List<Type> types) {
      return new Member(kind, owner, name, access, types, attempted, onlyKeeps);
    }

    /** Returns the same constructor, of what only keeps what it is given. */
    public Member keeping() {
      return new Member(kind, owner, name, access, signature, attempted, true);
    }

    /** Whether the first operand is the object on which it is called. */
    public boolean isCalledOnObject() {
      return kind == Kind.METHOD || kind == Kind.COMPONENT;
    }

    /** Whether it is {@code Cotangent.stop}. */
    public boolean isStop() {
      return owner.equals("cotangent.Cotangent") && name.equals("stop");
    }

    /** Whether the generated class names the member. */
    public boolean accessible() {
      return access == Access.NAMED;
    }

    /** How the generated class reaches a member. */
    public enum Access {
      /** By its name. */
      NAMED,
      /** By a method handle: it could be named, but not with the types of its operands. */
      HANDLE,
      /** By a method handle from a private lookup. */
      PRIVATE
    }

    /** How the member is written in source. */
    public enum Kind {
      STATIC_METHOD,
      METHOD,
      STATIC_FIELD,
      FIELD,
      /** The accessor of a record's component, which only reads it. */
      COMPONENT,
      NEW,
      /** A cast of a reference to the type that is the owner; the name is unused. */
      CAST,
      /** The string concatenation of the operands; owner and name are unused. */
      CONCATENATION
    }
  }
}
