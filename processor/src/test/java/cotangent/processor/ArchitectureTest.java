package cotangent.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import cotangent.processor.graph.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the directions in which the packages of the processor may see each other. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("cotangent.processor");

  private static final Map<JavaClass, Set<JavaClass>> USED = used();

  /** So many kinds of steps may be asked for where all others are treated alike. */
  private static final int MOST_KINDS = 6;

  private static final String ROOT = "cotangent.processor.";

  /**
   * The classes of a room that use each other in a circle, because what they are about contains
   * itself: data in the graph, in what is known of sizes, and in the model of javac; readers and
   * printers of what is nested, which descend into it; a frame, and the readers that it is handed.
   * {@code Type} has its questions apart for the sake of the JVM, and a {@code Program} the names
   * of its classes.
   */
  private static final Set<String> CIRCLES =
      Set.of(
          "graph: Mapping Region Step StepCases",
          "graph: Type TypeQueries",
          "shape: Fork Name Size Truth",
          "shape: LoopSizes Walk",
          "emit.print: CallPrinter ExpressionPrinter",
          "read.names: Classes FieldNames Names Overloads Program Source TypeNames",
          "read.frame: Branches Frame Join Language Reading",
          "read.expression: Arenas Arithmetic Arrays Assignments Choices Closures Conversions"
              + " EnclosingObjects Fields NamedValues ObjectArrays ObjectCasts Objects"
              + " RecordReferences Records TypeTests",
          "host.local: Constants LocalAnnotation LocalClass LocalComponent LocalElement LocalField"
              + " LocalHeader LocalMembers LocalMethod LocalModel LocalType LocalTypeParameter"
              + " MixedElements MixedTypes Substitution Subtyping");

  private static final SliceAssignment PACKAGES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
          return SliceIdentifier.of(one.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  @Test
  void stagesMeetOnlyInTheGraph() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("pipeline")
            .definedBy(
                "cotangent.processor",
                "cotangent.processor.host..",
                "cotangent.processor.companion..")
            .layer("read")
            .definedBy("cotangent.processor.read..")
            .layer("derive")
            .definedBy("cotangent.processor.derive..")
            .layer("optimise")
            .definedBy("cotangent.processor.optimise..")
            .layer("emit")
            .definedBy("cotangent.processor.emit..")
            .layer("page")
            .definedBy("cotangent.processor.page..")
            .layer("cost")
            .definedBy("cotangent.processor.cost..")
            .layer("alias")
            .definedBy("cotangent.processor.alias..")
            .layer("op")
            .definedBy("cotangent.processor.op..")
            .layer("graph")
            .definedBy("cotangent.processor.graph..")
            .layer("prove")
            .definedBy("cotangent.processor.prove..")
            .layer("shape")
            .definedBy("cotangent.processor.shape..")
            .layer("report")
            .definedBy("cotangent.processor.report..")
            .whereLayer("pipeline")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("derive")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("optimise")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("emit")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("prove")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("shape")
            .mayOnlyBeAccessedByLayers("pipeline")
            .whereLayer("cost")
            .mayOnlyBeAccessedByLayers("pipeline", "page")
            .whereLayer("alias")
            .mayOnlyBeAccessedByLayers("derive", "optimise", "shape")
            .whereLayer("op")
            .mayOnlyBeAccessedByLayers(
                "pipeline", "alias", "read", "derive", "optimise", "emit", "page", "cost", "shape")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers(
                "pipeline",
                "alias",
                "read",
                "derive",
                "optimise",
                "emit",
                "prove",
                "page",
                "cost",
                "op",
                "shape"));
  }

  /** So a way from a question to its file never leads back to where it began. */
  @Test
  void noPackagesAreInACircle() {
    check(SlicesRuleDefinition.slices().assignedFrom(PACKAGES).should().beFreeOfCycles());
  }

  /**
   * Inside a room too, whoever reads from below to above never comes back to where he began, but
   * for the circles that are named: these get fewer and smaller, never more.
   */
  @Test
  void classesOfARoomAreInNoOtherCircles() {
    Map<JavaClass, Set<JavaClass>> reached = new HashMap<>();
    CLASSES.stream()
        .map(ArchitectureTest::outermost)
        .forEach(one -> reached.computeIfAbsent(one, ArchitectureTest::reached));
    Set<String> circles = new TreeSet<>();
    reached.forEach(
        (one, others) -> {
          if (others.contains(one)) {
            circles.add(circle(one, others, reached));
          }
        });
    assertEquals(new TreeSet<>(CIRCLES), circles);
  }

  private static String circle(
      JavaClass one, Set<JavaClass> others, Map<JavaClass, Set<JavaClass>> reached) {
    return others.stream()
        .filter(other -> reached.getOrDefault(other, Set.of()).contains(one))
        .map(JavaClass::getSimpleName)
        .sorted()
        .collect(Collectors.joining(" ", one.getPackageName().substring(ROOT.length()) + ": ", ""));
  }

  /** Returns the classes of its room that a class uses, those that these use, and so on. */
  private static Set<JavaClass> reached(JavaClass from) {
    Set<JavaClass> reached = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (JavaClass next : USED.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /** Returns which classes of their own room classes use, those inside of them included. */
  private static Map<JavaClass, Set<JavaClass>> used() {
    Map<JavaClass, Set<JavaClass>> used = new HashMap<>();
    for (JavaClass one : CLASSES) {
      JavaClass user = outermost(one);
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        JavaClass other = outermost(dependency.getTargetClass());
        if (other != user && other.getPackageName().equals(user.getPackageName())) {
          used.computeIfAbsent(user, key -> new HashSet<>()).add(other);
        }
      }
    }
    return used;
  }

  private static JavaClass outermost(JavaClass one) {
    return one.getEnclosingClass().map(ArchitectureTest::outermost).orElse(one);
  }

  /** A name is guessed once: nobody has to ask which of two it is. */
  @Test
  void eachClassHasANameOfItsOwn() {
    Map<String, List<String>> byName =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cotangent.processor", "cotangent.verify")
                .stream()
                .filter(one -> one.getEnclosingClass().isEmpty())
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .collect(
                    Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
    byName.values().removeIf(names -> names.size() == 1);
    assertEquals(Map.of(), byName);
  }

  /** The rooms of each stage, from below to above: each may see those before it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "read: names sizes request scan scope shape object frame expression call caught|loop|statement stream .",
        "derive: write analyse lanes reverse forward offer matrix .",
        "emit: java members code variables print .",
        "optimise: rewrite number|seen|flow|loop|array ."
      })
  void roomsSeeOnlyThoseBelow(String line) {
    String stage = "cotangent.processor." + line.substring(0, line.indexOf(':'));
    List<String> below = new ArrayList<>();
    for (String floor : line.substring(line.indexOf(':') + 2).split(" ")) {
      List<String> rooms =
          Arrays.stream(floor.split("\\|")).map(room -> room(stage, room)).toList();
      for (String room : rooms) {
        List<String> visible = new ArrayList<>(below);
        visible.add(room);
        check(
            noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(
                    resideInAPackage(stage + "..")
                        .and(not(resideInAnyPackage(visible.toArray(String[]::new))))));
      }
      below.addAll(rooms);
    }
    check(
        classes()
            .that()
            .resideInAPackage(stage + "..")
            .should()
            .resideInAnyPackage(below.toArray(String[]::new)));
  }

  private static String room(String stage, String name) {
    return name.equals(".") ? stage : stage + "." + name;
  }

  /**
   * So that a new kind of step stops the build instead of being passed over: a switch has all
   * kinds, and a longer row of questions ends in an exception.
   */
  @Test
  void nobodyPassesOverAKindOfStepThatHeDoesNotKnow() {
    List<String> passing =
        CLASSES.stream()
            .flatMap(one -> one.getCodeUnits().stream())
            .filter(unit -> kindsAskedFor(unit) > MOST_KINDS && !throwsAnException(unit))
            .map(JavaCodeUnit::getFullName)
            .toList();
    assertEquals(List.of(), passing);
  }

  private static long kindsAskedFor(JavaCodeUnit unit) {
    return unit.getInstanceofChecks().stream()
        .map(check -> check.getRawType())
        .filter(type -> type.isAssignableTo(Step.class))
        .distinct()
        .count();
  }

  private static boolean throwsAnException(JavaCodeUnit unit) {
    return unit.getConstructorCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().isAssignableTo(RuntimeException.class));
  }

  @Test
  void reportKnowsNoOtherPackage() {
    check(
        noClasses()
            .that()
            .resideInAPackage("cotangent.processor.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "cotangent.processor",
                "cotangent.processor.graph..",
                "cotangent.processor.op..",
                "cotangent.processor.read.."));
  }

  @Test
  void onlyReadAndTheEntrySeeTheTreesOfJavac() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "cotangent.processor.graph..",
                "cotangent.processor.op..",
                "cotangent.processor.derive..",
                "cotangent.processor.optimise..",
                "cotangent.processor.emit..",
                "cotangent.processor.page..",
                "cotangent.processor.shape..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.source..", "javax.annotation.processing.."));
  }

  @Test
  void nobodySeesTheInsideOfJavac() {
    check(noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools.javac.."));
  }

  @Test
  void onlyEmitSeesJavaPoet() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("cotangent.processor.emit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet.."));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
