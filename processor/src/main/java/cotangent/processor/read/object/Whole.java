package cotangent.processor.read.object;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Where only a whole object will do, not its fields. */
public final class Whole {
  private Whole() {}

  /**
   * Requires that a term isn't an object that was taken apart.
   *
   * @throws Escape if it is, and can be made as it is in the source
   * @throws Refusal if it has no class that could be named
   */
  public static void require(Term term) {
    if (term instanceof Term.Fixed fixed) {
      if (fixed.of() instanceof ObjectClass.Library) {
        fixed.fields().stream().filter(Whole::isOfLibrary).forEach(Whole::require);
      }
      throw needed(fixed.of(), fixed.leaves().isEmpty());
    } else if (term instanceof Term.Mutable mutable) {
      throw needed(mutable.made().of());
    } else if (term instanceof Term.Indexed indexed) {
      throw needed(indexed.of());
    } else if (term instanceof Term.Choice choice) {
      choice.alternatives().forEach(Whole::require);
    } else if (term instanceof Term.Columns columns) {
      throw holdsRecords(columns.form())
          ? new Escape(columns.type())
          : new Escape(found -> found.leave(Representations.element(columns.form().type())));
    }
  }

  /**
   * Asks for a collection as it is in the source where a number of another kind goes into it than
   * it holds: then its type arguments aren't what they were taken for.
   */
  public static void requireFor(Term collection, Term value, TypeMirror held) {
    if (held.getKind().isPrimitive()
        && value instanceof Term.Single single
        && single.value().type() instanceof Type.Scalar scalar
        && !scalar.name().equals(held.getKind().name())) {
      require(collection);
    }
  }

  /** Whether a term is a collection, of which others are views. */
  private static boolean isOfLibrary(Term term) {
    return term instanceof Term.Mutable object && object.made().of() instanceof ObjectClass.Library
        || term instanceof Term.Indexed indexed && indexed.of() instanceof ObjectClass.Library;
  }

  private static boolean holdsRecords(Term form) {
    if (form instanceof Term.Columns columns) {
      return holdsRecords(columns.form());
    }
    return form instanceof Term.Tuple
        || form instanceof Term.Choice choice
            && choice.alternatives().stream().anyMatch(Term.Tuple.class::isInstance);
  }

  /** Returns what is thrown where objects of a class have to be whole. */
  public static RuntimeException needed(ObjectClass of) {
    return needed(of, false);
  }

  /**
   * Returns what is thrown where objects of a class have to be whole.
   *
   * @param isConstant whether they are made of nothing that is found where they are made
   */
  private static RuntimeException needed(ObjectClass of, boolean isConstant) {
    if (of instanceof ObjectClass.Closure closure) {
      String hint = isConstant ? Problem.IN_FIELD : Problem.HERE_ONLY;
      return refusal(closure.names(), closure.tree(), "a function", hint);
    } else if (of instanceof ObjectClass.Anonymous anonymous) {
      return refusal(
          anonymous.names(),
          anonymous.tree(),
          "an object of an anonymous class",
          Problem.HERE_ONLY);
    }
    return new Escape(found -> found.keep((TypeElement) of.type().asElement()));
  }

  private static Refusal refusal(Names names, Tree tree, String what, String hint) {
    return new Refusal(Problem.FUNCTION_ESCAPES, names.position(tree), what, hint);
  }
}
