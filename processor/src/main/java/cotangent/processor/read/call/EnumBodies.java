package cotangent.processor.read.call;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.EnumConstants;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Enums;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which method runs where one is called on an enum whose constants have methods of their own. javac
 * knows no members of such constants while processors run, so they are found in the tree.
 */
public final class EnumBodies {
  private final Reading reading;

  /** The constants that objects are known to be, inside the constants' own methods. */
  private final Map<Value, VariableElement> known = new HashMap<>();

  private EnumBodies(Reading reading) {
    this.reading = reading;
  }

  /** Returns the ones of a method that is being read. */
  public static EnumBodies of(Reading reading) {
    return reading.part(EnumBodies.class, EnumBodies::new);
  }

  /** Reads the call of a method on one of the constants. */
  Term call(
      Frame frame, Tree at, ResolvedMethod method, Term.Single receiver, List<Term> arguments) {
    TypeElement type = (TypeElement) ((DeclaredType) receiver.type()).asElement();
    VariableElement constant = constant(receiver.value());
    List<VariableElement> possible = constant == null ? Enums.constants(type) : List.of(constant);
    Map<Object, List<VariableElement>> choices = new LinkedHashMap<>();
    for (VariableElement each : possible) {
      Object runs = runs(frame, at, each, type, method);
      choices.computeIfAbsent(runs, key -> new ArrayList<>()).add(each);
    }
    return choose(
        new EnumConstants(frame, type),
        frame,
        at,
        method,
        receiver,
        new ArrayList<>(choices.entrySet()),
        choice -> run(frame, at, method, choice, receiver, arguments));
  }

  private @Nullable VariableElement constant(Value value) {
    VariableElement constant = known.get(value);
    return constant == null ? reading.draft().constantOf(value) : constant;
  }

  /** Returns the method that runs for a constant: one of its own, or one that its class has. */
  private static Object runs(
      Frame frame, Tree at, VariableElement constant, TypeElement type, ResolvedMethod method) {
    Program program = frame.names().program();
    Optional<MethodTree> own =
        Enums.body(program, constant)
            .flatMap(
                body ->
                    AnonymousMembers.own(
                        program,
                        body,
                        program.names(type).orElseThrow(),
                        (DeclaredType) type.asType(),
                        method.element()));
    return own.isPresent()
        ? own.get()
        : program
            .classes()
            .implementation(type, method.element())
            .filter(found -> program.source(found).isPresent())
            .orElseThrow(() -> frame.refusal(at, Problem.OVERRIDABLE, method.element()));
  }

  private interface Arm {
    Term read(Map.Entry<Object, List<VariableElement>> choice);
  }

  private Term choose(
      EnumConstants constants,
      Frame frame,
      Tree at,
      ResolvedMethod method,
      Term.Single receiver,
      List<Map.Entry<Object, List<VariableElement>>> choices,
      Arm arm) {
    if (choices.size() == 1) {
      return arm.read(choices.get(0));
    }
    Value[] isOne = new Value[1];
    for (VariableElement each : choices.get(0).getValue()) {
      Value is = constants.is(at, receiver.value(), each);
      isOne[0] = isOne[0] == null ? is : frame.draft().apply(Operations.OR, isOne[0], is);
    }
    Map.Entry<Object, List<VariableElement>> first = choices.get(0);
    List<Map.Entry<Object, List<VariableElement>>> others = choices.subList(1, choices.size());
    return frame
        .branches()
        .either(
            at,
            isOne[0],
            method.result(),
            () -> arm.read(first),
            () -> choose(constants, frame, at, method, receiver, others, arm));
  }

  private Term run(
      Frame frame,
      Tree at,
      ResolvedMethod method,
      Map.Entry<Object, List<VariableElement>> choice,
      Term.Single receiver,
      List<Term> arguments) {
    List<VariableElement> constants = choice.getValue();
    VariableElement before = known.get(receiver.value());
    if (constants.size() == 1) {
      known.put(receiver.value(), constants.get(0));
    }
    try {
      if (choice.getKey() instanceof ExecutableElement inherited) {
        Source source = frame.names().program().source(inherited).orElseThrow();
        return Inlining.of(reading).call(frame, at, source, method, receiver, arguments);
      }
      Term result = call(frame, at, (MethodTree) choice.getKey(), receiver, arguments);
      return method.result().getKind() == TypeKind.VOID ? result : result.as(method.result());
    } finally {
      if (before == null) {
        known.remove(receiver.value());
      } else {
        known.put(receiver.value(), before);
      }
    }
  }

  private static Term call(
      Frame frame, Tree at, MethodTree tree, Term.Single receiver, List<Term> arguments) {
    TypeElement type = (TypeElement) ((DeclaredType) receiver.type()).asElement();
    Names names = frame.names().program().names(type).orElseThrow();
    return new TreeMethods(frame).call(at, tree, names, receiver, arguments);
  }

  /**
   * Reads what runs for the constant that an annotated method is called on; null where no constant
   * has a method of its own in its place.
   */
  public @Nullable Term overriding(
      Frame frame, Source source, @Nullable Term self, List<Term> arguments) {
    ExecutableElement method = source.element();
    return self instanceof Term.Single constant && override(frame.names().program(), method)
        ? call(frame, source.tree(), ResolvedMethod.declared(method), constant, arguments)
        : null;
  }

  private static boolean override(Program program, ExecutableElement method) {
    TypeElement type = Owner.of(method);
    String name = method.getSimpleName().toString();
    return Enums.haveBodies(program, type)
        && Enums.constants(type).stream()
            .flatMap(constant -> Enums.body(program, constant).stream())
            .anyMatch(
                body -> !AnonymousMembers.own(body, name, method.getParameters().size()).isEmpty());
  }

  /** Whether a place is in a method that a constant has itself, so that super means its enum. */
  static boolean has(Frame frame, Tree place) {
    TypeElement owner = frame.names().owner();
    return owner.getKind() == ElementKind.ENUM
        && Enums.constants(owner).stream()
            .flatMap(each -> Enums.body(frame.names().program(), each).stream())
            .anyMatch(body -> isIn(body, place));
  }

  private static boolean isIn(ClassTree body, Tree place) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void nothing) {
        found[0] |= tree == place;
        return found[0] ? null : super.scan(tree, nothing);
      }
    }.scan(body, null);
    return found[0];
  }

  /** Reads the call of a method that only the constant itself has, in another one of its own. */
  Optional<Term> own(Frame frame, MethodInvocationTree at, String name) {
    if (!(frame.self() instanceof Term.Single self) || !known.containsKey(self.value())) {
      return Optional.empty();
    }
    VariableElement constant = Objects.requireNonNull(known.get(self.value()));
    Optional<ClassTree> body = Enums.body(frame.names().program(), constant);
    ArgumentList list = new ArgumentList(frame);
    int count = at.getArguments().size();
    return frame.names().members().hasMethod(self.type(), name)
        ? Optional.empty()
        : body.flatMap(tree -> AnonymousMembers.own(tree, name, count).stream().findFirst())
            .map(tree -> call(frame, at, tree, self, list.made(list.evaluated(at.getArguments()))));
  }
}
