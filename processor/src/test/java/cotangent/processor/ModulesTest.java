package cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.Differentiable;
import cotangent.verify.Gradients;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** Projects with a module of their own, compiled by javac as a build tool calls it, and run. */
class ModulesTest {
  private static final String READING =
      "module user { requires transitive cotangent; requires static java.compiler; exports user; }";

  private static final String MODEL =
      """
      package user;

      import cotangent.Differentiable;

      public final class Model {
        private static final double[] TABLE = {3, 4};
        private final double[] weights;

        public Model(double... weights) {
          this.weights = weights;
        }

        private static double scale() {
          return 2;
        }

        @Differentiable(wrt = "weights")
        public double loss(double x) {
          double sum = 0;
          for (double weight : weights) {
            sum += weight * weight * x * scale() * TABLE[0];
          }
          return sum;
        }

        public static double derivative() {
          return ModelGrad.lossGrad(new Model(1, 2), 3).dweights()[1];
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void needsNothingButTheModuleOfTheApi() throws Exception {
    assertThat(compiled("module user { requires transitive cotangent; exports user; }", MODEL))
        .doesNotContain("@Generated");
    assertThat(derivative()).isEqualTo(2 * 2 * 3 * 2 * 3.0);
  }

  @Test
  void warnsOfNothingWhereNothingIsExported() throws Exception {
    assertThat(compiled("module user { requires cotangent; }", MODEL)).contains("class ModelGrad");
  }

  @Test
  void marksTheCompanionWhereTheModuleReadsTheAnnotation() throws Exception {
    String hidden = MODEL.replace("public final class", "final class");
    assertThat(compiled(READING, hidden)).contains("@Generated(");
  }

  @Test
  void exportsNoAnnotationThatOthersCannotRead() throws Exception {
    assertThat(compiled(READING, MODEL)).doesNotContain("@Generated(");
  }

  /** Whose code is verified opens it, as it does for JUnit. */
  @Test
  void verifiesInsideOfModules() throws Exception {
    String module =
        "module user { requires transitive cotangent; requires cotangent.verify; opens user; }";
    String verifying =
        MODEL.replace(
            "double derivative() {",
            "double derivative() { cotangent.verify.Gradients.of(Model.class).verify();");
    compiled(module, verifying);
    assertThat(derivative()).isEqualTo(2 * 2 * 3 * 2 * 3.0);
  }

  /** Returns the source of the companion. */
  private String compiled(String module, String text) throws IOException, URISyntaxException {
    Path moduleInfo = Files.writeString(directory.resolve("module-info.java"), module);
    Path model = Files.writeString(directory.resolve("Model.java"), text);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                "-Xlint:all",
                "-Werror",
                "--module-path",
                Stream.of(libraries())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)),
                "--processor-path",
                System.getProperty("java.class.path"),
                "-processor",
                DifferentiableProcessor.class.getName(),
                "-d",
                directory.resolve("out").toString(),
                moduleInfo.toString(),
                model.toString());
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    return Files.readString(directory.resolve("out/user/ModelGrad.java"));
  }

  private static Path[] libraries() throws URISyntaxException {
    return new Path[] {of(Differentiable.class), of(Gradients.class), of(ClassReader.class)};
  }

  private static Path of(Class<?> one) throws URISyntaxException {
    return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private double derivative() throws Exception {
    var finder =
        ModuleFinder.compose(
            ModuleFinder.of(directory.resolve("out")), ModuleFinder.of(libraries()));
    var boot = ModuleLayer.boot();
    var modules = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("user"));
    var layer =
        ModuleLayer.defineModulesWithOneLoader(
                modules, List.of(boot), ClassLoader.getSystemClassLoader())
            .layer();
    return (double)
        layer.findLoader("user").loadClass("user.Model").getMethod("derivative").invoke(null);
  }
}
