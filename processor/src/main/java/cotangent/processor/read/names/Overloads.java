package cotangent.processor.read.names;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.names.Candidates.Candidate;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Which of several methods of one name a call means: applicability in three phases, then the most
 * specific one.
 *
 * <p><b>Source.</b> The Java Language Specification, section 15.12.2.
 */
final class Overloads {

  private enum Phase {
    STRICT,
    LOOSE,
    SPREAD
  }

  /** A candidate that fits the arguments; parameters as declared, and one for each argument. */
  private record Fitting(
      Candidate candidate, ExecutableType type, List<TypeMirror> formals, Inference inference) {}

  private final Program program;
  private final Types types;
  private final Function<Tree, TypeMirror> typeNames;
  private final Function<Tree, WrongJava> unresolved;
  private final Function<Tree, WrongJava> ambiguous;
  private final Function<Tree, Position> positions;

  Overloads(
      Program program,
      Function<Tree, TypeMirror> typeNames,
      Function<Tree, WrongJava> unresolved,
      Function<Tree, WrongJava> ambiguous,
      Function<Tree, Position> positions) {
    this.program = program;
    this.types = program.types();
    this.typeNames = typeNames;
    this.unresolved = unresolved;
    this.ambiguous = ambiguous;
    this.positions = positions;
  }

  /** Chooses as Java does; throws {@link WrongJava} where Java would choose none. */
  ResolvedMethod choose(List<Candidate> candidates, List<TypeMirror> arguments, Tree at) {
    List<TypeMirror> witnesses =
        at instanceof MethodInvocationTree call
            ? call.getTypeArguments().stream().<TypeMirror>map(typeNames).toList()
            : List.of();
    for (Phase phase : Phase.values()) {
      List<Fitting> fitting = new ArrayList<>();
      for (Candidate candidate : candidates) {
        fit(candidate, witnesses, arguments, phase, fitting);
      }
      if (!fitting.isEmpty()) {
        return resolved(mostSpecific(fitting, arguments, phase, at), arguments, phase, at);
      }
    }
    throw unresolved.apply(at);
  }

  private ResolvedMethod resolved(
      Fitting chosen, List<TypeMirror> arguments, Phase phase, Tree at) {
    learnFromBodies(chosen.inference, arguments, chosen.formals);
    TypeMirror result = result(chosen);
    if (chosen.inference.isUnknown(result)) {
      throw new Refusal(
          Problem.UNCERTAIN_CALL,
          positions.apply(at),
          chosen.candidate.element().getSimpleName() + "(...)");
    }
    return new ResolvedMethod(
        chosen.candidate.element(),
        chosen.type.getParameterTypes().stream().map(chosen.inference::put).toList(),
        chosen.inference.put(result),
        phase == Phase.SPREAD);
  }

  /**
   * Returns what a method gives; of what an unbounded wildcard stands for, its own bound is known.
   */
  private TypeMirror result(Fitting chosen) {
    TypeMirror result = chosen.type.getReturnType();
    return result instanceof WildcardType wildcard
            && wildcard.getExtendsBound() == null
            && captured(chosen.candidate.site()) instanceof DeclaredType site
        ? ((ExecutableType) types.asMemberOf(site, chosen.candidate.element())).getReturnType()
        : result;
  }

  /** Eclipse's compiler says of no type what its wildcards stand for. */
  private TypeMirror captured(DeclaredType type) {
    try {
      return types.capture(type);
    } catch (UnsupportedOperationException none) {
      return type;
    }
  }

  private void fit(
      Candidate candidate,
      List<TypeMirror> witnesses,
      List<TypeMirror> arguments,
      Phase phase,
      List<Fitting> fitting) {
    ExecutableElement method = candidate.element();
    int parameters = method.getParameters().size();
    boolean countFits =
        phase == Phase.SPREAD
            ? method.isVarArgs() && arguments.size() >= parameters - 1
            : arguments.size() == parameters;
    if (!countFits) {
      return;
    }
    ExecutableType type = typeOf(candidate);
    List<TypeMirror> formals = formals(type, arguments.size(), phase);
    Inference inference = new Inference(types, type.getTypeVariables());
    for (int i = 0; i < Math.min(witnesses.size(), type.getTypeVariables().size()); i++) {
      inference.learn(type.getTypeVariables().get(i), witnesses.get(i));
    }
    if (fits(arguments, formals, inference, phase)) {
      fitting.add(new Fitting(candidate, type, formals, inference));
    }
  }

  private ExecutableType typeOf(Candidate candidate) {
    ExecutableElement method = candidate.element();
    boolean own = method.getModifiers().contains(Modifier.STATIC);
    return (ExecutableType) (own ? method.asType() : types.asMemberOf(candidate.site(), method));
  }

  /** Returns one parameter type for each argument. */
  private static List<TypeMirror> formals(ExecutableType type, int count, Phase phase) {
    List<TypeMirror> formals = new ArrayList<>(type.getParameterTypes());
    if (phase == Phase.SPREAD) {
      TypeMirror last = formals.remove(formals.size() - 1);
      while (formals.size() < count) {
        formals.add(((ArrayType) last).getComponentType());
      }
    }
    return formals;
  }

  private boolean fits(
      List<TypeMirror> arguments, List<TypeMirror> formals, Inference inference, Phase phase) {
    Inference vague = inference.another();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror formal = formals.get(i);
      TypeMirror argument = arguments.get(i);
      if (argument instanceof OpenFunction function) {
        program.functional(formal).ifPresent(wanted -> inference.learn(wanted, function));
      } else if (phase != Phase.STRICT || !argument.getKind().isPrimitive()) {
        boolean isVague = argument instanceof OpenCall call && call.isVague();
        (isVague ? vague : inference).learn(formal, argument);
      }
    }
    inference.complete(vague);
    for (int i = 0; i < arguments.size(); i++) {
      if (!converts(arguments.get(i), inference.put(formals.get(i)), phase)) {
        return false;
      }
    }
    return inference.keepsBounds();
  }

  /**
   * Learns from what functions return, each as soon as it is known what it takes.
   *
   * <p><b>Source.</b> The Java Language Specification, section 18.5.2.2.
   */
  void learnFromBodies(
      Inference inference, List<TypeMirror> arguments, List<? extends TypeMirror> formals) {
    List<Given> open = new ArrayList<>();
    for (int i = 0; i < Math.min(arguments.size(), formals.size()); i++) {
      if (arguments.get(i) instanceof OpenFunction function) {
        program
            .functional(formals.get(i))
            .filter(wanted -> inference.isOpen(wanted.result()))
            .ifPresent(wanted -> open.add(new Given(function, wanted)));
      }
    }
    while (open.removeIf(each -> learnsFromBody(inference, each))) {}
  }

  /** A function that is given for an interface. */
  private record Given(OpenFunction function, Functional wanted) {}

  /** Learns from what a function returns; whether it is known what that takes. */
  private boolean learnsFromBody(Inference inference, Given given) {
    List<TypeMirror> taken = given.wanted.parameters();
    if (taken.stream().anyMatch(inference::isOpen)) {
      return false;
    }
    for (TypeMirror result : given.function.results(taken.stream().map(inference::put).toList())) {
      if (result instanceof OpenFunction inner) {
        learnFromBodies(inference, List.of(inner), List.of(given.wanted.result()));
      } else {
        inference.learn(given.wanted.result(), result);
      }
    }
    return true;
  }

  private boolean converts(TypeMirror argument, TypeMirror formal, Phase phase) {
    if (argument instanceof OpenFunction function) {
      return program
          .functional(formal)
          .filter(found -> function.takes(found.parameters().size()))
          .filter(found -> function.gives(found.result().getKind() != TypeKind.VOID))
          .isPresent();
    }
    if (argument instanceof OpenCall call) {
      return call.mayBe(formal, types) || converts(call.alone(), formal, phase);
    }
    if (formal instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getSuperBound();
      return argument.getKind() == TypeKind.NULL
          || (bound != null && converts(argument, bound, phase));
    }
    if (argument.getKind().isPrimitive() != formal.getKind().isPrimitive()) {
      return phase != Phase.STRICT && types.isAssignable(argument, formal);
    }
    return argument.getKind().isPrimitive()
        ? types.isSubtype(argument, formal)
        : types.isAssignable(argument, formal);
  }

  private Fitting mostSpecific(
      List<Fitting> fitting, List<TypeMirror> arguments, Phase phase, Tree at) {
    List<Fitting> best =
        fitting.stream()
            .filter(
                one -> fitting.stream().allMatch(other -> isNarrower(one, other, arguments, phase)))
            .toList();
    if (best.size() == 1) {
      return best.get(0);
    }
    List<Fitting> concrete =
        best.stream()
            .filter(one -> !one.candidate.element().getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    if (concrete.size() == 1) {
      return concrete.get(0);
    }
    return best.stream()
        .filter(one -> concrete.isEmpty() && returnsLeast(one, best))
        .findFirst()
        .orElseThrow(() -> ambiguous.apply(at));
  }

  /** Whether every call that fits one fits the other. */
  private boolean isNarrower(Fitting one, Fitting other, List<TypeMirror> arguments, Phase phase) {
    if (one == other) {
      return true;
    }
    int compared = Math.max(arguments.size(), phase == Phase.SPREAD ? parameters(one, other) : 0);
    List<TypeMirror> narrow = formals(one.type, compared, phase);
    List<TypeMirror> wide = formals(other.type, compared, phase);
    for (int i = arguments.size() - 1; i >= 0; i--) {
      if (arguments.get(i) instanceof OpenFunction function
          && function.isExact()
          && onlyOneGives(narrow.get(i), wide.get(i))) {
        narrow.remove(i);
        wide.remove(i);
      }
    }
    Inference inference = new Inference(types, other.type.getTypeVariables());
    return fits(narrow, wide, inference, Phase.STRICT);
  }

  /**
   * Whether one interface is preferred for a function as it gives a value, and the other doesn't.
   *
   * <p><b>Source.</b> The Java Language Specification, section 15.12.2.5.
   */
  private boolean onlyOneGives(TypeMirror one, TypeMirror other) {
    return program
            .functional(one)
            .filter(each -> each.result().getKind() != TypeKind.VOID)
            .isPresent()
        && program
            .functional(other)
            .filter(each -> each.result().getKind() == TypeKind.VOID)
            .isPresent();
  }

  private static int parameters(Fitting one, Fitting other) {
    return Math.max(one.type.getParameterTypes().size(), other.type.getParameterTypes().size());
  }

  /** Whether a method that several types declare returns what suits all of them. */
  private boolean returnsLeast(Fitting one, List<Fitting> all) {
    return all.stream()
        .allMatch(
            other ->
                one.candidate.element().getKind() == ElementKind.CONSTRUCTOR
                    || types.isSubsignature(one.type, other.type)
                        && isSubtypeOrSame(one.type.getReturnType(), other.type.getReturnType()));
  }

  private boolean isSubtypeOrSame(TypeMirror one, TypeMirror other) {
    return types.isSameType(one, other)
        || (other.getKind() != TypeKind.VOID
            && one.getKind() != TypeKind.VOID
            && types.isSubtype(types.erasure(one), types.erasure(other)));
  }
}
