package cotangent.benchmarks.acceptance;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Writes a copy of sources in which methods are annotated. */
final class Annotating {
  private static final Set<String> RESULTS = Set.of("double", "float", "double[]", "double[][]");
  private static final Set<String> PARAMETERS =
      Set.of("double", "float", "double[]", "double[][]", "double...", "float[]", "float[][]");

  private static final Pattern FAST_MATH = Pattern.compile("\\bFastMath\\.(\\w+)");
  private static final Set<String> MATH =
      Arrays.stream(Math.class.getMethods())
          .map(each -> each.getName())
          .collect(Collectors.toSet());

  private final Path sources;
  private final Path target;
  private final Function<Candidate, String> annotation;
  private final List<Candidate> candidates = new ArrayList<>();
  private int local;

  private Annotating(Path sources, Path target, Function<Candidate, String> annotation) {
    this.sources = sources;
    this.target = target;
    this.annotation = annotation;
  }

  /** What was found: methods of local and anonymous classes are only counted. */
  record Found(List<Candidate> candidates, int local) {}

  /**
   * Copies sources.
   *
   * @param annotation what to put before a method; nothing if empty
   */
  static Found copy(
      Path sources, Path target, boolean usesMath, Function<Candidate, String> annotation)
      throws IOException {
    Annotating annotating = new Annotating(sources, target, annotation);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  ignored -> {},
                  List.of("-proc:none", "-encoding", "UTF-8"),
                  null,
                  files.getJavaFileObjectsFromPaths(Checkout.files(sources, ".java")));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        annotating.copy(unit, trees.getSourcePositions(), usesMath);
      }
    }
    return new Found(annotating.candidates, annotating.local);
  }

  private void copy(CompilationUnitTree unit, SourcePositions positions, boolean usesMath)
      throws IOException {
    Path file = sources.relativize(Path.of(unit.getSourceFile().toUri()));
    Map<Long, String> insertions = new TreeMap<>((a, b) -> Long.compare(b, a));
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        if (isCandidate(method)) {
          if (isMember(getCurrentPath())) {
            long start = positions.getStartPosition(unit, method);
            Candidate candidate = candidate(file, unit, method, start);
            candidates.add(candidate);
            insertions.put(start, annotation.apply(candidate));
          } else {
            local++;
          }
        }
        return super.visitMethod(method, nothing);
      }
    }.scan(unit, null);
    StringBuilder text = new StringBuilder(unit.getSourceFile().getCharContent(true));
    insertions.forEach((at, inserted) -> text.insert(at.intValue(), inserted));
    boolean isItself = file.getFileName().toString().startsWith("FastMath");
    Path copy = target.resolve(file);
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, usesMath && !isItself ? withMath(text.toString()) : text.toString());
  }

  private static Candidate candidate(
      Path file, CompilationUnitTree unit, MethodTree method, long start) {
    long line = unit.getLineMap().getLineNumber(start);
    return new Candidate(
        new Candidate.Place(file.toString(), line, method.getName().toString()),
        method.getModifiers().getFlags().contains(Modifier.STATIC),
        !method.getReturnType().toString().endsWith("]"));
  }

  private static boolean isCandidate(MethodTree method) {
    return method.getBody() != null
        && method.getReturnType() != null
        && RESULTS.contains(method.getReturnType().toString())
        && method.getParameters().stream()
            .map(VariableTree::getType)
            .anyMatch(type -> PARAMETERS.contains(type.toString()));
  }

  private static boolean isMember(TreePath method) {
    TreePath outer = method.getParentPath();
    while (outer.getLeaf() instanceof ClassTree) {
      outer = outer.getParentPath();
    }
    return outer.getLeaf() instanceof CompilationUnitTree;
  }

  private static String withMath(String text) {
    return FAST_MATH
        .matcher(text)
        .replaceAll(
            call -> {
              String name = call.group(1);
              boolean isInMath = MATH.contains(name) || name.equals("PI") || name.equals("E");
              return Matcher.quoteReplacement(isInMath ? "Math." + name : call.group());
            });
  }
}
