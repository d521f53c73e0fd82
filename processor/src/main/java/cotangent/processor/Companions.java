package cotangent.processor;

import com.sun.source.util.JavacTask;
import cotangent.processor.companion.CompanionName;
import cotangent.processor.host.DeepStack;
import cotangent.processor.host.Doubts;
import cotangent.processor.host.Gallery;
import cotangent.processor.host.Guarded;
import cotangent.processor.host.Journal;
import cotangent.processor.host.LibraryTrees;
import cotangent.processor.host.NeededBy;
import cotangent.processor.host.Options;
import cotangent.processor.host.Overlooked;
import cotangent.processor.host.TreePrinter;
import cotangent.processor.read.names.Hindsight;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.request.LocalClasses;
import cotangent.processor.read.request.Requests;
import cotangent.processor.read.sizes.SizeChecks;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Defects;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Written;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Generates the companions, round by round. */
final class Companions {
  private final ProcessingEnvironment environment;
  private final Filer filer;
  private final Rulebook rulebook;
  private final LibraryTrees trees;
  private final Options options;
  private final Generator generator;
  private final boolean waits;
  private final Defects defects;
  private final Hindsight hindsight;
  private final ClassReport.Printer printer;
  private final Journal journal;
  private final Gallery gallery;

  /** Classes with annotated methods, by name: elements don't live longer than a round. */
  private final Set<String> waiting = new LinkedHashSet<>();

  /** The top-level classes of this compilation, all of them searched for local ones. */
  private final Set<String> sources = new LinkedHashSet<>();

  private final Map<String, String> generated = new HashMap<>();

  private boolean isWatching;

  private Companions(
      ProcessingEnvironment environment,
      LibraryTrees trees,
      Filer filer,
      Options options,
      Generator generator,
      boolean waits,
      boolean lombokFollows) {
    this.filer = filer;
    this.rulebook = new Rulebook(new RuleFiles(filer, environment.getFiler()));
    this.options = options;
    this.generator = generator;
    this.waits = waits;
    this.environment = environment;
    this.trees = trees;
    this.defects = new Defects(options.defects());
    this.printer = new TreePrinter(trees, environment.getMessager());
    this.journal = new Journal(options.report(), trees);
    this.gallery = new Gallery(options.pages(), Phases::smooth);
    this.hindsight = new Hindsight(trees, new Doubts(defects, printer, lombokFollows));
    if (trees.isJavac()) {
      JavacTask.instance(environment)
          .addTaskListener(new Guarded(new Overlooked(this::checkLocalClasses), defects, printer));
    }
  }

  /**
   * Prepares for one compilation; empty where the compiler doesn't show its source.
   *
   * @param environment the compiler's own
   * @param filer is told what is generated, as build tools wish
   * @param lombokFollows whether Lombok is asked only after this processor
   */
  static Optional<Companions> in(
      ProcessingEnvironment environment,
      Filer filer,
      Options options,
      Generator generator,
      boolean waits,
      boolean lombokFollows) {
    return LibraryTrees.of(environment)
        .map(
            trees ->
                new Companions(
                    environment, trees, filer, options, generator, waits, lombokFollows));
  }

  /** Reports annotated methods for which nothing can be generated, in classes and their members. */
  void checkLocalClasses(Collection<TypeElement> types) {
    List<TypeElement> unseen =
        types.stream().filter(type -> sources.add(type.getQualifiedName().toString())).toList();
    if (unseen.isEmpty()) {
      return;
    }
    Program program = program();
    for (TypeElement type : unseen) {
      ClassReport report = new ClassReport();
      LocalClasses.check(type, program, report);
      report.print(printer);
    }
  }

  /** Reports shapes and ranges that are wrong, wherever they are. */
  void checkSizes(Set<Element> annotated) {
    Program program = program();
    isDone(
        report -> {
          SizeChecks checks = new SizeChecks(program, report);
          annotated.forEach(checks::check);
          return true;
        });
  }

  /**
   * Generates what can be generated in a round.
   *
   * @param rules the methods of this round that compute derivatives of others
   */
  void generate(Set<Element> methods, Set<Element> rules, boolean isLastRound) {
    Program program = program();
    rules.stream()
        .map(Owner::of)
        .distinct()
        .forEach(type -> isDone(report -> rulebook.adds(type, program, report)));
    for (Element method : methods) {
      TypeElement owner = Owner.of(method);
      String name = owner.getQualifiedName().toString();
      if (owner.equals(environment.getElementUtils().getTypeElement(name))) {
        waiting.add(name);
      } else {
        isDone(report -> reportNameless(method, program, report));
      }
    }
    Set<String> done =
        waiting.stream()
            .filter(name -> isDone(name, waits && !isLastRound, program))
            .collect(Collectors.toSet());
    waiting.removeAll(done);
  }

  /** Reports a method of a class that a compact source file declares. */
  private static boolean reportNameless(Element method, Program program, ClassReport report) {
    report.add(Problem.LOCAL_CLASS, program.positionOf(method));
    return true;
  }

  /** Generates a companion; false where another processor may first have to make a type. */
  private boolean isDone(String name, boolean mayWait, Program program) {
    TypeElement type = environment.getElementUtils().getTypeElement(name);
    program.begin();
    return isDone(report -> type == null || isDone(type, mayWait, program, report));
  }

  /** Carries out a part of the work and, if that succeeds, reports what has to be said about it. */
  private boolean isDone(Predicate<ClassReport> work) {
    ClassReport report = new ClassReport();
    boolean isDone = true;
    try {
      isDone = work.test(report);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      if (Defects.isJavacs(e)) {
        throw e;
      }
      defects.report(e, Position.NONE, report);
    }
    if (isDone) {
      journal.write(report);
      report.print(new NeededBy(trees, report, printer));
    }
    return isDone;
  }

  private Program program() {
    return trees.program(environment, new LinkedHashSet<>(new TreeSet<>(sources)));
  }

  private boolean isDone(TypeElement type, boolean mayWait, Program program, ClassReport report) {
    if (mayWait && !Requests.areReady(type, program)) {
      return false;
    }
    CompanionName name = CompanionName.of(type);
    Rulebook.InProgram rules = rulebook.in(program);
    Written written =
        DeepStack.call(
                () ->
                    generator.generate(
                        type, name, program, rules, options.verify(), report, defects))
            .orElse(null);
    if (mayWait && program.missesTypes()) {
      return false;
    }
    watch(program);
    if (written != null) {
      Set<Element> origins = new LinkedHashSet<>(List.of(type));
      origins.addAll(rules.origins());
      write(name, written, origins, program, report);
    }
    return true;
  }

  private void watch(Program program) {
    if (!trees.isJavac()) {
      hindsight.withoutJavac(program);
      return;
    }
    if (!isWatching) {
      isWatching = true;
      JavacTask.instance(environment).addTaskListener(new Guarded(hindsight, defects, printer));
    }
    hindsight.watch(program);
  }

  /**
   * Writes a companion.
   *
   * @param origins its class, and those of the rules that it is made of
   */
  private void write(
      CompanionName name,
      Written written,
      Set<Element> origins,
      Program program,
      ClassReport report) {
    TypeElement type = (TypeElement) origins.iterator().next();
    String qualifiedName = name.qualifiedName();
    String other = generated.putIfAbsent(qualifiedName, type.toString());
    Position position = program.position(type);
    if (other != null) {
      report.add(Problem.NAME_CLASH, position, other, type, qualifiedName);
      return;
    }
    try (Writer writer =
        filer.createSourceFile(qualifiedName, origins.toArray(Element[]::new)).openWriter()) {
      writer.write(written.source());
      report.accounts().forEach(account -> account.isIn(qualifiedName, written.source()));
      gallery.show(report, written, program);
    } catch (FilerException exists) {
      report.add(Problem.COMPANION_EXISTS, position, qualifiedName);
    } catch (IOException e) {
      report.add(Problem.NOT_WRITTEN, position, qualifiedName, Objects.toString(e.getMessage()));
    }
  }
}
