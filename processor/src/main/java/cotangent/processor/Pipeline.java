package cotangent.processor;

import static java.util.stream.Collectors.joining;

import cotangent.processor.companion.CheckedExceptions;
import cotangent.processor.companion.CompanionName;
import cotangent.processor.companion.Lint;
import cotangent.processor.companion.Remedies;
import cotangent.processor.cost.Counting;
import cotangent.processor.derive.Dependence;
import cotangent.processor.derive.analyse.Leaks;
import cotangent.processor.derive.offer.Delegates;
import cotangent.processor.emit.Arity;
import cotangent.processor.emit.Companion;
import cotangent.processor.emit.CompanionWriter;
import cotangent.processor.emit.Extent;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Sized;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Sum;
import cotangent.processor.host.Options;
import cotangent.processor.prove.Meant;
import cotangent.processor.read.frame.GivenRules;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.request.Request;
import cotangent.processor.read.sizes.SizedInputs;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Defect;
import cotangent.processor.report.Defects;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import cotangent.processor.report.Written;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * The flow in one glance, from an annotated class to its companion. Each method is read ({@link
 * Promises}, since others may have asked for it before), goes through the {@link Phases} as a graph
 * (tidied, examined, derived, bound, finished, with workspaces), and is left out where Java
 * wouldn't accept it; then the class is emitted as a whole.
 */
final class Pipeline {
  private final Program program;
  private final GivenRules rules;
  private final ClassReport report;
  private final Defects defects;
  private final Proving proving;
  private final Map<Method, List<String>> exceptions = new HashMap<>();
  private final Set<Method> variadic = new HashSet<>();
  private final Map<Method, Sized.Inputs> sized = new HashMap<>();
  private final List<Sum> sums = new ArrayList<>();

  /** What other compilations need to know, which see only the companion. */
  private final Set<String> notes = new LinkedHashSet<>();

  private Pipeline(
      Program program,
      GivenRules rules,
      Options.Verify verify,
      ClassReport report,
      Defects defects) {
    this.proving = new Proving(verify, report);
    this.program = program;
    this.rules = rules;
    this.report = report;
    this.defects = defects;
  }

  /** Returns the source of a companion, with those methods that can be differentiated. */
  static Optional<Written> companion(
      TypeElement type,
      CompanionName name,
      Program program,
      GivenRules rules,
      Options.Verify verify,
      ClassReport report,
      Defects defects) {
    Pipeline pipeline = new Pipeline(program, rules, verify, report, defects);
    List<Method> methods = pipeline.methods(type);
    return methods.isEmpty() ? Optional.empty() : pipeline.emitted(type, name, methods);
  }

  private Optional<Written> emitted(TypeElement type, CompanionName name, List<Method> methods) {
    Companion companion =
        new Companion(
            name.packageName(),
            name.simpleName(),
            name.isPublic(),
            name.origin(),
            simple -> program.canName(name.besides(simple), type),
            isMarked(type, name),
            Lint.of(methods, program),
            methods,
            exceptions,
            variadic,
            sized,
            List.copyOf(sums),
            List.copyOf(notes));
    return attempt(
        "emit",
        () -> methods.stream().map(m -> GraphText.print(m.graph())).collect(joining("\n")),
        program.position(type),
        () -> CompanionWriter.write(companion));
  }

  /**
   * Whether the companion is annotated as generated. Where a module may export it, {@code -Xlint}
   * would warn that others can't read that annotation.
   */
  private boolean isMarked(TypeElement type, CompanionName name) {
    boolean mayBeExported = name.isPublic() && !program.moduleOf(type).isUnnamed();
    return !mayBeExported && program.canName("javax.annotation.processing.Generated", type);
  }

  private List<Method> methods(TypeElement type) {
    Promises promises = new Promises(type, program, rules, report, this::losesMore);
    CheckedExceptions checked = new CheckedExceptions(program.types(), program.elements());
    List<Method> methods = new ArrayList<>();
    for (Request request : promises.requests(type)) {
      List<Method> generated =
          report.about(request.method(), request.position(), () -> explained(request, promises));
      List<String> thrown = checked.of(request.method());
      generated.forEach(method -> exceptions.put(method, thrown));
      generated.forEach(method -> putSizes(request.method(), method));
      generated.stream()
          .filter(method -> request.isVariadic(method.inputs()))
          .forEach(variadic::add);
      methods.addAll(generated);
    }
    return methods;
  }

  /** Notes what a method has to check first; one that only calls another leaves that to it. */
  private void putSizes(ExecutableElement original, Method method) {
    if (!method.record().isEmpty() && Delegates.target(method).isEmpty()) {
      SizedInputs inputs = new SizedInputs(program);
      List<Sized> all = new ArrayList<>(inputs.of(original));
      if (method.record().contains(Mode.VJP.record())) {
        inputs.ofResult(original, "seed").ifPresent(all::add);
      }
      boolean isStatic = original.getModifiers().contains(Modifier.STATIC);
      int parameters = original.getParameters().size() + (isStatic ? 0 : 1);
      sized.put(method, new Sized.Inputs(original.getSimpleName().toString(), parameters, all));
    }
  }

  /** Returns what is generated for a method, which is never left out without a word. */
  private List<Method> explained(Request request, Promises promises) {
    List<Method> generated = generated(request, promises);
    if (generated.isEmpty() && report.isSilent()) {
      Throwable silence = new IllegalStateException("nobody says why nothing is generated");
      defects.report(new Defect("read", "", silence), request.position(), report);
    }
    return generated;
  }

  private List<Method> generated(Request request, Promises promises) {
    SizedInputs sizes = new SizedInputs(program);
    Meant meant = new Meant(sizes.of(request.method()), sizes.ranges(request.method()));
    return attempt("read", () -> "", request.position(), () -> promises.primal(request))
        .flatMap(read -> read)
        .flatMap(primal -> generated(primal, meant))
        .orElse(List.of());
  }

  private Optional<List<Method>> generated(Primal primal, Meant meant) {
    Graph graph = primal.method().graph();
    report.note(account -> account.isRead(primal, graph.size()));
    return attempt(
        "derive", () -> GraphText.print(graph), primal.position(), () -> derived(primal, meant));
  }

  private List<Method> derived(Primal read, Meant meant) {
    Primal primal = Phases.tidied(read);
    if (losesDerivatives(primal)) {
      return List.of();
    }
    List<Method> derivatives =
        Phases.derived(primal).stream()
            .map(method -> Phases.bound(primal, method))
            .map(method -> Phases.finished(primal, method))
            .toList();
    List<Method> methods = new ArrayList<>();
    // bound last, so that all it reads of the object is read
    methods.add(Phases.value(primal));
    proving.prove(primal, methods.get(0), derivatives, meant);
    Method value = methods.get(0);
    methods.replaceAll(each -> Phases.offered(primal, each));
    List<Method> costed = derivatives.stream().map(each -> costed(value, each)).toList();
    methods.addAll(Phases.withWorkspaces(costed));
    methods.replaceAll(each -> Phases.packed(primal, each));
    List<Method> declarable = declarable(methods, primal.position());
    Sum.of(primal, declarable).ifPresent(sums::add);
    return declarable;
  }

  /** Says what a derivative takes, next to what the value alone does. */
  private Method costed(Method value, Method derivative) {
    return Phases.cost(derivative)
        .map(
            cost -> {
              report.note(account -> account.takes(cost));
              return derivative.saying(cost.sentence(Counting.of(value)));
            })
        .orElse(derivative);
  }

  /** Leaves out the methods that Java won't accept, and says so once for each reason. */
  private List<Method> declarable(List<Method> methods, Position position) {
    List<Method> declarable = new ArrayList<>();
    Set<Problem> said = EnumSet.noneOf(Problem.class);
    for (Method method : methods) {
      boolean fewParameters = Arity.isDeclarable(method);
      if (fewParameters && Extent.isDeclarable(method)) {
        declarable.add(method);
        report.note(account -> account.generates(method.name(), method.graph().size()));
        continue;
      }
      Problem problem = fewParameters ? Problem.TOO_LONG : Problem.TOO_MANY_PARAMETERS;
      if (said.add(problem)) {
        report.add(problem, position, method.name(), Arity.of(method));
      }
    }
    return declarable;
  }

  /** Says what else is wrong with a method when some of its statements could not be read. */
  private void losesMore(Primal primal) {
    try {
      losesDerivatives(Phases.examined(Phases.tidied(primal)));
    } catch (IllegalStateException incoherent) {
      return; // what is left of the method is no program
    }
  }

  private boolean losesDerivatives(Primal primal) {
    Dependence dependence = Phases.examined(primal);
    notes.addAll(dependence.notes());
    boolean loses = losesDerivatives(dependence);
    if (!loses) {
      for (Port input : dependence.independent()) {
        report.add(Problem.INDEPENDENT, primal.position(), primal.method().name(), input.name());
      }
    }
    return loses;
  }

  private boolean losesDerivatives(Dependence dependence) {
    List<Leaks.Leak> leaks = dependence.leaks();
    Remedies remedies = new Remedies(program, report.lost());
    leaks.forEach(leak -> report.add(remedies.refusal(leak, dependence.inputsOf(leak.call()))));
    List<Step> lost = dependence.lostInForeignArrays();
    lost.forEach(step -> report.add(Problem.FOREIGN_ARRAY, step.position()));
    List<Step> bits = dependence.numbersMadeOfBits();
    bits.forEach(step -> report.add(Problem.BITS, step.position()));
    return !leaks.isEmpty() || !lost.isEmpty() || !bits.isEmpty();
  }

  /** Carries out a part of the work on one method, so that others go on when it fails. */
  private <T> Optional<T> attempt(
      String stage, Supplier<String> graph, Position position, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (Refusal refusal) {
      report.add(refusal);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      if (Defects.isJavacs(e)) {
        throw e;
      }
      defects.report(new Defect(stage, graph.get(), e), position, report);
    }
    return Optional.empty();
  }
}
