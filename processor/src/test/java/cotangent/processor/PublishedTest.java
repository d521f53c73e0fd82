package cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.Differentiable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two projects, of which the second sees class files of the first only: what it computes must be
 * what it would compute if it saw the source.
 */
class PublishedTest {
  private static final Path SOURCES = Path.of("src/test/resources/published");

  @TempDir static Path directory;

  private static Path library;

  @BeforeAll
  static void publish() throws IOException {
    Path classes = Files.createDirectory(directory.resolve("library"));
    assertThat(compile(sources("library"), List.of(), classes)).isEmpty();
    library = jar(classes);
  }

  @TestFactory
  Stream<DynamicTest> computesTheSameAsWithTheSource() throws Exception {
    Path apart = Files.createDirectory(directory.resolve("apart"));
    assertThat(compile(sources("user"), List.of(library), apart)).isEmpty();
    Path together = Files.createDirectory(directory.resolve("together"));
    List<Path> all = new ArrayList<>(sources("library"));
    all.addAll(sources("user"));
    assertThat(compile(all, List.of(), together)).isEmpty();

    Class<?> one = load(List.of(apart, library));
    Class<?> other = load(List.of(together));
    return Arrays.stream(other.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Arrays.toString(method.getParameterTypes()).contains("Workspace"))
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> DynamicTest.dynamicTest(method.getName(), () -> compare(method, one)));
  }

  private static void compare(Method method, Class<?> apart) throws Exception {
    Method same = apart.getMethod(method.getName(), method.getParameterTypes());
    for (int seed = 0; seed < 3; seed++) {
      List<Double> expected = flat(method.invoke(null, arguments(method, seed)));
      List<Double> actual = flat(same.invoke(null, arguments(method, seed)));
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < actual.size(); i++) {
        double tolerance = 1e-6 * (1 + Math.abs(expected.get(i)));
        boolean inFloat = method.getName().startsWith("throughHvp");
        assertThat(actual.get(i))
            .as(i + " of " + expected)
            .isCloseTo(expected.get(i), within(inFloat ? tolerance : tolerance * 1e-5));
      }
    }
  }

  @Test
  void findsClassesInFoldersToo() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    assertThat(compile(sources("library"), List.of(), folder)).isEmpty();
    Path user = Files.createDirectory(directory.resolve("beside"));
    assertThat(compile(sources("user"), List.of(folder), user)).isEmpty();
  }

  @Test
  void namesTheAnnotationToAdd() throws IOException {
    assertThat(refused("HESSIAN", "double x", "Force.gradientOnly(x, 2)"))
        .contains("[CT075]", "add HVP to the @Differentiable of library.Force.gradientOnly");
    assertThat(refused("JVP", "double[] x", "Force.outer(x, x)[0][1]"))
        .contains("[CT075]", "add JVP to the @Differentiable of library.Force.outer");
    assertThat(refused("HESSIAN", "double[] x", "Force.softmax(x)[0]"))
        .contains("[CT075]", "library.ForceGrad.softmaxVjp");
    assertThat(refused("GRADIENT", "double x", "ForceGrad.gradientOnlyGrad(x, 2).dx()"))
        .contains("[CT075]", "add HVP to the @Differentiable of library.Force.gradientOnly");
    assertThat(refused("GRADIENT", "double x", "ForceGrad.potentialHvp(x, 1, W, 1, 1, W).hx()"))
        .contains("[CT075]", "library.ForceGrad.potentialHvp");
    assertThat(refused("JVP", "double x", "Special.scaled(W, x)[0]")).isEmpty();
    assertThat(refused("HESSIAN", "double x", "Special.erf(x, 2)"))
        .contains("[CT075]", "library.Special.erfPullback");
  }

  @Test
  void namesTheParameterToAdd() throws IOException {
    assertThat(refused("GRADIENT", "double x", "Force.byTheFirst(1, x)"))
        .contains("[CT076]", "of library.Force.byTheFirst");
  }

  @Test
  void takesNothingForAFunctionThatIsNone() throws IOException {
    assertThat(refused("GRADIENT", "double[] x", "Force.inPlace(x)"))
        .contains("[CT052]", "library.Force.inPlace");
    assertThat(refused("VJP", "double[] x", "Force.same(x)[0]"))
        .contains("[CT052]", "library.Force.same");
  }

  private static String refused(String mode, String parameter, String expression)
      throws IOException {
    String source =
        """
        package user;
        import cotangent.Derivative;
        import cotangent.Differentiable;
        import library.*;
        class Refused {
          static final double[] W = {1, 2};
          @Differentiable(Derivative.%s)
          static double f(%s) {
            return %s;
          }
        }
        """
            .formatted(mode, parameter, expression);
    Path folder = Files.createTempDirectory(directory, "refused");
    Path file = Files.writeString(folder.resolve("Refused.java"), source);
    return compile(List.of(file), List.of(library), folder);
  }

  private static List<Path> sources(String project) throws IOException {
    try (Stream<Path> files = Files.list(SOURCES.resolve(project))) {
      return files.sorted().toList();
    }
  }

  /** Returns what javac says. */
  private static String compile(List<Path> sources, List<Path> classPath, Path into)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      String path =
          Stream.concat(Stream.of(home(Differentiable.class)), classPath.stream())
              .map(Path::toString)
              .collect(Collectors.joining(System.getProperty("path.separator")));
      List<String> options = List.of("-Xlint:all,-processing", "-cp", path, "-d", into.toString());
      var task =
          javac.getTask(
              said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new DifferentiableProcessor()));
      task.call();
    }
    return said.toString();
  }

  private static Path jar(Path classes) throws IOException {
    Path file = directory.resolve("library.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        if (!each.toString().endsWith(".java")) {
          jar.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
          Files.copy(each, jar);
        }
      }
    }
    return file;
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("URLClassLoader") // the classes are used as long as the tests run
  private static Class<?> load(List<Path> path) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path each : path) {
      urls.add(each.toUri().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), PublishedTest.class.getClassLoader());
    return loader.loadClass("user.UsesGrad");
  }

  private static Object[] arguments(Method method, int seed) {
    Random random = new Random(seed);
    return Arrays.stream(method.getParameterTypes()).map(type -> argument(type, random)).toArray();
  }

  private static Object argument(Class<?> type, Random random) {
    if (type == double.class) {
      return 0.2 + random.nextDouble();
    } else if (type == float.class) {
      return 0.5f + random.nextFloat();
    }
    Object array = Array.newInstance(type.getComponentType(), 4);
    for (int i = 0; i < 4; i++) {
      Array.set(array, i, argument(type.getComponentType(), random));
    }
    return array;
  }

  private static List<Double> flat(Object value) throws ReflectiveOperationException {
    List<Double> numbers = new ArrayList<>();
    if (value instanceof Number number) {
      numbers.add(number.doubleValue());
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        numbers.addAll(flat(component.getAccessor().invoke(value)));
      }
    } else {
      for (int i = 0; i < Array.getLength(value); i++) {
        numbers.addAll(flat(Array.get(value, i)));
      }
    }
    return numbers;
  }
}
