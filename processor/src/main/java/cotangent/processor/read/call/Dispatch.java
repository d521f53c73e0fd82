package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Records;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.KnownClasses;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Classes;
import cotangent.processor.read.names.Enums;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Retold;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which method runs where one is called on an object that came from outside: that of one of the
 * classes in the compilation. The program makes sure that the object is of one of them.
 */
final class Dispatch {
  private final Reading reading;
  private final ClassGuards guards;

  private final KnownClasses known;

  private Dispatch(Reading reading) {
    this.reading = reading;
    this.guards = ClassGuards.of(reading);
    this.known = KnownClasses.of(reading);
  }

  /** Returns the one of a method that is being read. */
  static Dispatch of(Reading reading) {
    return reading.part(Dispatch.class, Dispatch::new);
  }

  /** Whether the method that runs depends on an object's class, as far as there is source. */
  boolean mayChoose(Frame frame, ResolvedMethod method, Term.Single receiver) {
    Program program = frame.names().program();
    boolean hasTree =
        program.names(method.owner()).isPresent()
            && !Retold.isOfLists(method.owner())
            && program.tree(method.element()) != null;
    return !ClassGuards.isFinal(method) && (hasTree || isPromised(program, method, receiver));
  }

  /** Whether a class here implements what an interface elsewhere asks for. */
  private boolean isPromised(Program program, ResolvedMethod method, Term.Single receiver) {
    return method.element().getModifiers().contains(Modifier.ABSTRACT)
        && (program.classes().isHere(ClassGuards.type(receiver, method))
            || areHere(program, known.of(receiver.value())));
  }

  /** Whether classes are known, and are all of this compilation. */
  private static boolean areHere(Program program, @Nullable List<TypeElement> classes) {
    return classes != null && classes.stream().allMatch(program.classes()::isHere);
  }

  /**
   * Whether a method has to be looked into; else it can be called as it is, and its result is
   * constant.
   */
  boolean isNeeded(Frame frame, ResolvedMethod method, Term.Single receiver, List<Term> arguments) {
    if (arguments.stream().anyMatch(Term::isObject)) {
      return true;
    }
    boolean hasBody = frame.names().program().source(method.element()).isPresent();
    boolean takesReals =
        reading.isReceiver(reading.draft().uncast(receiver.value()))
            || reading.draft().haveUnknownReals(arguments);
    TypeElement type = ClassGuards.type(receiver, method);
    return guards.involvesReals(method)
        && (hasBody
            || takesReals && !frame.names().program().classes().implementations(type).isEmpty());
  }

  /** Reads the call of a method that a subclass may override. */
  Term call(Frame frame, Tree at, ResolvedMethod method, Term.Single single, List<Term> arguments) {
    if (Enums.haveBodies(frame.names().program(), ClassGuards.type(single, method))) {
      return EnumBodies.of(reading).call(frame, at, method, single, arguments);
    }
    int count = choices(frame, at, method, single).size();
    return OpenChoices.of(reading).read(frame, at, method, single, arguments, count, this::inPlace);
  }

  private Term inPlace(
      Frame frame, Tree at, ResolvedMethod method, Term.Single single, List<Term> arguments) {
    Map<Element, List<TypeElement>> choices = choices(frame, at, method, single);
    boolean areAll = known.of(single.value()) != null;
    ClassTests.Seen found = null;
    if (choices.size() > 1) {
      found = ClassTests.seen(frame.at(at), single.value());
    } else if (!areAll) {
      guards.guard(frame, at, single, choices.values().iterator().next());
    }
    return choose(
        frame,
        at,
        method,
        found,
        new ArrayList<>(choices.entrySet()),
        areAll,
        one -> run(frame, at, method, one, single, arguments));
  }

  /**
   * Returns the methods that may run, each with the classes for which it does; of an enum whose
   * constants have methods of their own, the enum.
   */
  private Map<Element, List<TypeElement>> choices(
      Frame frame, Tree at, ResolvedMethod method, Term.Single receiver) {
    Classes classes = frame.names().program().classes();
    TypeElement type = ClassGuards.type(receiver, method);
    List<TypeElement> possible = known.of(receiver.value());
    if (possible == null) {
      possible =
          type.getModifiers().contains(Modifier.FINAL)
              ? List.of(type)
              : classes.implementations(type);
    }
    Map<Element, List<TypeElement>> choices = new LinkedHashMap<>();
    for (TypeElement each : heldAs(frame, receiver, possible)) {
      Element found =
          Enums.haveBodies(frame.names().program(), each)
              ? each
              : classes
                  .implementation(each, method.element())
                  .orElseThrow(() -> frame.refusal(at, Problem.OVERRIDABLE, method.element()));
      choices.computeIfAbsent(found, key -> new ArrayList<>()).add(each);
    }
    if (choices.isEmpty()) {
      throw frame.refusal(at, Problem.OVERRIDABLE, method.element());
    }
    return choices;
  }

  /** Leaves out the classes that the type rules out which a reference has in the generated code. */
  private static List<TypeElement> heldAs(
      Frame frame, Term.Single receiver, List<TypeElement> possible) {
    Program program = frame.names().program();
    TypeElement held = program.elements().getTypeElement(receiver.value().type().toString());
    if (held == null) {
      return possible;
    }
    TypeMirror type = program.types().erasure(held.asType());
    return possible.stream()
        .filter(each -> program.types().isSubtype(program.types().erasure(each.asType()), type))
        .toList();
  }

  private interface Arm {
    Term read(Map.Entry<Element, List<TypeElement>> choice);
  }

  /** Reads the method for the classes that it runs for, and goes on with those that are left. */
  private Term choose(
      Frame frame,
      Tree at,
      ResolvedMethod method,
      ClassTests.@Nullable Seen found,
      List<Map.Entry<Element, List<TypeElement>>> choices,
      boolean areAll,
      Arm arm) {
    if (found == null || choices.isEmpty() || areAll && choices.size() == 1) {
      return choices.isEmpty() ? unknown(frame, at, found) : arm.read(choices.get(0));
    }
    Value isThis = guards.tests().isOneOf(frame.at(at), found, choices.get(0).getValue());
    List<Map.Entry<Element, List<TypeElement>>> others = choices.subList(1, choices.size());
    return frame
        .branches()
        .either(
            at,
            isThis,
            method.result(),
            () -> arm.read(choices.get(0)),
            () -> choose(frame, at, method, found, others, areAll, arm));
  }

  private Term unknown(Frame frame, Tree at, ClassTests.@Nullable Seen found) {
    frame.at(at);
    guards
        .tests()
        .reject(frame.draft().here(), ClassTests.REJECTED + "for other classes than ", found);
    throw new Diverged();
  }

  private Term run(
      Frame frame,
      Tree at,
      ResolvedMethod method,
      Map.Entry<Element, List<TypeElement>> choice,
      Term.Single receiver,
      List<Term> arguments) {
    if (choice.getKey() instanceof TypeElement type) {
      Term constant = new Conversions(frame).seen(at, receiver, type.asType());
      return EnumBodies.of(reading).call(frame, at, method, (Term.Single) constant, arguments);
    }
    ExecutableElement runs = (ExecutableElement) choice.getKey();
    Term self = seenIn(frame, at, receiver, Owner.of(runs));
    ResolvedMethod running = ResolvedMethod.declared(runs);
    Optional<Term> ruled = new RuledCalls(frame).byOwnRule(at, running, self, arguments);
    if (ruled.isPresent()) {
      return ruled.get();
    }
    Optional<Source> source = frame.names().program().source(runs);
    if (source.isEmpty()) {
      return component(frame, at, method, self);
    }
    if (!(self instanceof Term.Single single)) {
      return Inlining.of(reading).call(frame, at, source.get(), method, self, arguments);
    }
    return known.among(
        single.value(),
        choice.getValue(),
        () -> Inlining.of(reading).call(frame, at, source.get(), method, self, arguments));
  }

  /** Reads the accessor of a record that the compiler wrote. */
  private static Term component(Frame frame, Tree at, ResolvedMethod method, Term self) {
    Optional<Term> component =
        self instanceof Term.Tuple record
            ? Records.accessed(frame, at, record, method)
            : Optional.empty();
    return component.orElseThrow(() -> frame.refusal(at, Problem.OVERRIDABLE, method.element()));
  }

  /** Returns the object as one of the class that declares a method. */
  private static Term seenIn(Frame frame, Tree at, Term.Single receiver, TypeElement owner) {
    TypeMirror wanted = frame.names().program().types().erasure(owner.asType());
    TypeMirror held = frame.names().program().types().erasure(receiver.type());
    return frame.names().program().types().isSubtype(held, wanted)
        ? receiver
        : new Conversions(frame).seen(at, receiver, owner.asType());
  }
}
