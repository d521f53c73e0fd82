package cotangent.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Hindsight;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.request.LocalClasses;
import cotangent.processor.read.request.Requests;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Generates the companions, round by round. */
final class Companions {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final Generator generator;
  private final boolean waits;
  private final Defects defects;
  private final Hindsight hindsight;
  private final Report.Printer printer;

  /** Classes with annotated methods, by name: elements don't live longer than a round. */
  private final Set<String> waiting = new LinkedHashSet<>();

  private final Map<String, String> generated = new HashMap<>();
  private boolean isWatching;

  private Companions(
      ProcessingEnvironment environment, Options options, Generator generator, boolean waits) {
    this.generator = generator;
    this.waits = waits;
    this.environment = environment;
    this.trees = Trees.instance(environment);
    this.defects = new Defects(options.defects());
    this.printer = new TreePrinter(trees, environment.getMessager());
    this.hindsight = new Hindsight(trees, new Doubts(defects, printer));
  }

  /**
   * Makes ready for one compilation.
   *
   * @throws IllegalArgumentException if the environment isn't javac's
   */
  static Companions in(
      ProcessingEnvironment environment, Options options, Generator generator, boolean waits) {
    return new Companions(environment, options, generator, waits);
  }

  /** Reports annotated methods where none can be generated for, in classes and what is in them. */
  void checkLocalClasses(Set<TypeElement> types) {
    Program program = program();
    for (TypeElement type : types) {
      Report report = new Report();
      LocalClasses.check(type, program, report);
      report.print(printer);
    }
  }

  private Program program() {
    return new Program(trees, environment.getTypeUtils(), environment.getElementUtils());
  }

  void generate(Set<Element> methods, boolean isLastRound) {
    for (Element method : methods) {
      TypeElement owner = (TypeElement) method.getEnclosingElement();
      waiting.add(owner.getQualifiedName().toString());
    }
    Set<String> done =
        waiting.stream()
            .filter(name -> isDone(name, waits && !isLastRound))
            .collect(Collectors.toSet());
    waiting.removeAll(done);
  }

  /** Generates a companion; false where another processor may first have to make a type. */
  private boolean isDone(String name, boolean mayWait) {
    TypeElement type = environment.getElementUtils().getTypeElement(name);
    Report report = new Report();
    boolean isDone = true;
    try {
      isDone = type == null || isDone(type, mayWait, report);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      if (Defects.isJavacs(e)) {
        throw e;
      }
      defects.report(e, Position.NONE, report);
    }
    if (isDone) {
      report.print(printer);
    }
    return isDone;
  }

  private boolean isDone(TypeElement type, boolean mayWait, Report report) {
    Program program = program();
    if (mayWait && !Requests.areReady(type, program)) {
      return false;
    }
    CompanionName name = CompanionName.of(type);
    String source =
        DeepStack.call(() -> generator.generate(type, name, program, report, defects)).orElse(null);
    if (mayWait && program.missesTypes()) {
      return false;
    }
    watch(program);
    if (source != null) {
      write(name, source, type, program, report);
    }
    return true;
  }

  private void watch(Program program) {
    if (!isWatching) {
      isWatching = true;
      JavacTask.instance(environment).addTaskListener(new Guarded(hindsight, defects, printer));
    }
    hindsight.watch(program);
  }

  private void write(
      CompanionName name, String source, TypeElement type, Program program, Report report) {
    String qualifiedName = name.qualifiedName();
    String other = generated.putIfAbsent(qualifiedName, type.toString());
    Position position = program.position(type);
    if (other != null) {
      report.add(Problem.NAME_CLASH, position, other, type, qualifiedName);
      return;
    }
    try (Writer writer =
        environment.getFiler().createSourceFile(qualifiedName, type).openWriter()) {
      writer.write(source);
    } catch (FilerException exists) {
      report.add(Problem.COMPANION_EXISTS, position, qualifiedName);
    } catch (IOException e) {
      report.add(Problem.NOT_WRITTEN, position, qualifiedName, Objects.toString(e.getMessage()));
    }
  }
}
