package cotangent.processor;

import cotangent.processor.companion.CompanionName;
import cotangent.processor.derive.Dependence;
import cotangent.processor.derive.offer.PresentElements;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.PresentRecords;
import cotangent.processor.graph.Primal;
import cotangent.processor.read.Reader;
import cotangent.processor.read.frame.GeneratedMethods;
import cotangent.processor.read.frame.GivenRules;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.request.Request;
import cotangent.processor.read.request.Requests;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Refusal;
import cotangent.processor.shape.SizeFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * What the companions of this compilation are going to offer. A method is read when it is first
 * asked for: to be generated, or because another one calls its derivative.
 */
final class Promises implements GeneratedMethods {
  private final Program program;
  private final ClassReport report;
  private final TypeElement owner;
  private final GivenRules rules;
  private final Reader reader;
  private final Consumer<Primal> incomplete;
  private final Map<String, Optional<TypeElement>> classes = new HashMap<>();
  private final Map<TypeElement, List<Request>> requests = new HashMap<>();
  private final Map<ExecutableElement, Optional<Primal>> primals = new HashMap<>();
  private final Map<String, Optional<Generated>> methods = new HashMap<>();
  private final Set<ExecutableElement> reading = new HashSet<>();

  /**
   * @param owner the class whose companion is generated; others report what is wrong with them
   * @param incomplete is given what could be read of methods that are refused
   */
  Promises(
      TypeElement owner,
      Program program,
      GivenRules rules,
      ClassReport report,
      Consumer<Primal> incomplete) {
    this.owner = owner;
    this.program = program;
    this.report = report;
    this.rules = rules;
    this.incomplete = primal -> incomplete.accept(Phases.unnoted(primal));
    this.reader = reader(report, this.incomplete);
  }

  private Reader reader(ClassReport itsReport, Consumer<Primal> others) {
    return new Reader(program, itsReport, this, rules, SizeFlow::misfits, others);
  }

  /** Returns the annotated methods of a class. */
  List<Request> requests(TypeElement type) {
    return requests.computeIfAbsent(type, t -> Requests.of(t, program, reportFor(t)));
  }

  /** Reads a method, unless that was done already. */
  Optional<Primal> primal(Request request) {
    ExecutableElement method = request.method();
    Optional<Primal> known = primals.get(method);
    if (known != null) {
      return known;
    }
    if (!reading.add(method)) {
      throw new Circular();
    }
    try {
      TypeElement type = Owner.of(method);
      ClassReport itsReport = reportFor(type);
      Reader ofItsClass = type.equals(owner) ? reader : reader(itsReport, primal -> {});
      Optional<Primal> primal =
          itsReport.about(method, request.position(), () -> read(request, ofItsClass, itsReport));
      primals.put(method, primal);
      return primal;
    } finally {
      reading.remove(method);
    }
  }

  /**
   * Reads a method. What is known about the values of a function holds for all its calls together.
   * Where that is too little, helpers are read in place of their calls.
   */
  private Optional<Primal> read(Request request, Reader reader, ClassReport report) {
    Optional<Primal> primal = fitting(reader.read(request), report);
    boolean isEnough =
        primal
            .filter(read -> !read.method().graph().functions().isEmpty())
            .map(read -> isComplete(Phases.tidied(read)))
            .orElse(true);
    return isEnough ? primal : fitting(reader.readInPlace(request), report);
  }

  /** Leaves out a method whose shapes don't fit, and says what else is wrong with it. */
  private Optional<Primal> fitting(Optional<Primal> read, ClassReport report) {
    if (read.isEmpty()) {
      return read;
    }
    Primal primal = read.get();
    SizeFlow sizes = SizeFlow.through(primal.method().graph());
    sizes.misfits().forEach(report::add);
    if (!sizes.misfits().isEmpty()) {
      incomplete.accept(primal);
      return Optional.empty();
    }
    return Optional.of(primal.with(primal.method().with(sizes.checked())));
  }

  private ClassReport reportFor(TypeElement type) {
    return type.equals(owner) ? report : new ClassReport();
  }

  @Override
  public boolean isCompanion(String qualifiedName) {
    return classOf(qualifiedName).isPresent();
  }

  @Override
  public List<Generated> named(String companion, String name) {
    List<Generated> found = new ArrayList<>();
    for (Request request : requests(classOf(companion).orElseThrow())) {
      if (mayBeOf(request.method().getSimpleName().toString(), name)) {
        method(request, name).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether a generated method may belong to a method: {@code fieldGrad} doesn't to {@code f}. */
  private static boolean mayBeOf(String original, String generated) {
    return generated.startsWith(original)
        && (generated.equals(original)
            || Mode.ofSuffix(generated.substring(original.length())).isPresent());
  }

  private Optional<Generated> method(Request request, String name) {
    String key = request.method() + " of " + request.method().getEnclosingElement() + ": " + name;
    Optional<Generated> known = methods.get(key);
    if (known == null) {
      known =
          primal(request)
              .map(Phases::tidied)
              .filter(Promises::isComplete)
              .flatMap(
                  primal ->
                      made(primal, name)
                          .map(
                              method ->
                                  new Generated(
                                      PresentElements.everywhereIn(
                                          PresentRecords.everywhereIn(method)),
                                      request,
                                      primal.receiver())));
      methods.put(key, known);
    }
    return known;
  }

  /** Whether no derivative is lost in the method: otherwise it isn't generated. */
  private static boolean isComplete(Primal primal) {
    Dependence dependence = Phases.examined(primal);
    return dependence.leaks().isEmpty()
        && dependence.lostInForeignArrays().isEmpty()
        && dependence.numbersMadeOfBits().isEmpty();
  }

  /** Makes what the companion has: calls of it are read as exactly that arithmetic. */
  private static Optional<Method> made(Primal primal, String name) {
    try {
      return name.equals(primal.method().name())
          ? Optional.of(primal.method())
          : Phases.derived(primal, name);
    } catch (Refusal refused) {
      return Optional.empty(); // its own class says why
    }
  }

  @Override
  public List<Generated> returning(String companion, String recordName) {
    List<Generated> found = new ArrayList<>();
    for (Request request : requests(classOf(companion).orElseThrow())) {
      String name = request.method().getSimpleName().toString();
      for (Mode mode : request.derivatives()) {
        if (recordName.regionMatches(true, 0, name, 0, name.length())) {
          method(request, name + mode.suffix())
              .filter(generated -> generated.method().record().equals(recordName))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<TypeElement> classOf(String companion) {
    return classes.computeIfAbsent(
        companion, name -> originOf(name).filter(type -> !requests(type).isEmpty()));
  }

  @Override
  public String companionOf(TypeElement type) {
    return CompanionName.of(type).qualifiedName();
  }

  /** Underscores may stand for nesting. */
  @Override
  public Optional<TypeElement> originOf(String companion) {
    if (!companion.endsWith(CompanionName.SUFFIX)) {
      return Optional.empty();
    }
    String name = companion.substring(0, companion.length() - CompanionName.SUFFIX.length());
    int start = name.lastIndexOf('.') + 1;
    for (int at = name.indexOf('_', start); ; at = name.indexOf('_', at + 1)) {
      TypeElement type = program.elements().getTypeElement(name);
      if (type != null && companionOf(type).equals(companion)) {
        return Optional.of(type);
      }
      if (at < 0) {
        return Optional.empty();
      }
      name = name.substring(0, at) + "." + name.substring(at + 1);
    }
  }
}
