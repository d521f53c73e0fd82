package cotangent.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Holds the directions in which the packages of the processor may see each other. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("cotangent.processor");

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
            .layer("op")
            .definedBy("cotangent.processor.op..")
            .layer("graph")
            .definedBy("cotangent.processor.graph..")
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
            .whereLayer("op")
            .mayOnlyBeAccessedByLayers("pipeline", "read", "derive", "optimise", "emit")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("pipeline", "read", "derive", "optimise", "emit", "op"));
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
                "cotangent.processor.emit..")
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
