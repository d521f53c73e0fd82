package cotangent.processor.companion;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.names.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Which warnings javac would give for a companion: the user's code may use what is deprecated or
 * raw, or a class in the file of another one, and the companion then has to use it as well.
 */
public final class Lint {
  private static final Pattern NAME = Pattern.compile("[^<>?,& \\[\\]]+");

  /** A method of so many steps may be split, and its parts then share values in arrays. */
  private static final int SPLIT = 200;

  private final Elements elements;
  private final Trees trees;
  private final Set<String> warnings = new TreeSet<>();
  private final Map<Value, Object> constants = new HashMap<>();

  /** The texts of types already looked at. */
  private final Set<String> names = new HashSet<>();

  private Lint(Program program) {
    this.elements = program.elements();
    this.trees = program.trees();
  }

  /** Returns the names by which the warnings are suppressed, in order; mostly none. */
  public static List<String> of(List<Method> methods, Program program) {
    Lint lint = new Lint(program);
    methods.forEach(method -> lint.names.add(method.record()));
    lint.overloads(methods);
    for (Method method : methods) {
      Stream.concat(method.inputs().stream(), method.outputs().stream()).forEach(lint::port);
      lint.graph(method.graph());
    }
    return List.copyOf(lint.warnings);
  }

  /** A lambda may mean either of two methods whose parameters are interfaces at the same place. */
  private void overloads(List<Method> methods) {
    Map<String, List<Method>> byName = new HashMap<>();
    for (Method method : methods) {
      List<Method> others = byName.computeIfAbsent(method.name(), name -> new ArrayList<>());
      if (others.stream().anyMatch(other -> areAmbiguous(method, other))) {
        warnings.add("overloads");
      }
      others.add(method);
    }
  }

  private boolean areAmbiguous(Method method, Method other) {
    int count = method.inputs().size();
    return other.inputs().size() == count
        && IntStream.range(0, count)
            .anyMatch(i -> areTwo(method.inputs().get(i), other.inputs().get(i)));
  }

  /** Whether two parameters are of two interfaces. */
  private boolean areTwo(Port one, Port other) {
    return one instanceof Port.Leaf leaf
        && other instanceof Port.Leaf otherLeaf
        && !leaf.type().equals(otherLeaf.type())
        && isInterface(leaf.type())
        && isInterface(otherLeaf.type());
  }

  private boolean isInterface(Type type) {
    return !type.isArray()
        && classes(type.toString()).limit(1).anyMatch(first -> first.getKind().isInterface());
  }

  private void port(Port port) {
    if (port instanceof Port.Composite composite) {
      name(composite.type());
      composite.own().forEach(this::port);
    } else {
      type(((Port.Leaf) port).type());
    }
  }

  private void graph(Graph graph) {
    region(graph.body());
    if (graph.size() > SPLIT) {
      values(graph.body()).forEach(value -> generic(value.type().leaf(), "rawtypes", "unchecked"));
    }
    graph.functions().forEach(this::graph);
  }

  private static Stream<Value> values(Region region) {
    return region.steps().stream()
        .flatMap(
            step ->
                Stream.concat(
                    step.results().stream(), step.regions().stream().flatMap(Lint::values)));
  }

  private void region(Region region) {
    region.parameters().forEach(parameter -> type(parameter.type()));
    for (Step step : region.steps()) {
      for (Value result : step.results()) {
        type(result.type());
      }
      step(step);
      for (Region inner : step.regions()) {
        region(inner);
      }
    }
  }

  private void step(Step step) {
    switch (step.kind()) {
      case CONSTANT -> constant((Step.Constant) step);
      case APPLY -> divides((Step.Apply) step);
      case CALL -> call((Step.Call) step);
      case NEW_ARRAY -> generic(step.results().get(0).type().leaf(), "rawtypes", "unchecked");
      case POP -> generic(step.results().get(0).type().leaf(), "unchecked");
      case ZEROS_LIKE, CLONE, READ, WRITE, COPY, FILL, PUSH, BRANCH, LOOP, WHILE, THROW -> {
        // is about nothing of the user's but its types
      }
    }
  }

  private void constant(Step.Constant constant) {
    if (constant.value() != null) {
      constants.put(constant.result(), constant.value());
    }
  }

  private void call(Step.Call call) {
    if (call.callee() instanceof Callee.Member member) {
      member(member, call);
    }
  }

  private void divides(Step.Apply apply) {
    boolean isDivision = apply.operation() == Operations.DIV || apply.operation() == Operations.REM;
    if (isDivision
        && apply.result().type().isScalar()
        && ((Type.Scalar) apply.result().type()).isIntegral()
        && constants.get(apply.operands().get(1)) instanceof Number number
        && number.longValue() == 0) {
      warnings.add("divzero");
    }
  }

  private void generic(Type type, String... lints) {
    if (type.toString().replaceAll("<[?, ]*>", "").contains("<")) {
      warnings.addAll(List.of(lints));
    }
  }

  private void member(Callee.Member member, Step.Call call) {
    if (!member.accessible() || member.kind() == Callee.Member.Kind.CAST) {
      call.results().forEach(result -> generic(result.type().leaf(), "unchecked"));
      named(member.owner());
      member.signature().forEach(type -> named(type.leaf().toString()));
      return;
    }
    TypeElement owner = elements.getTypeElement(member.owner());
    if (owner == null) {
      return;
    }
    named(owner);
    String name = member.kind() == Callee.Member.Kind.NEW ? "<init>" : member.name();
    int arguments = call.operands().size() - (member.isCalledOnObject() ? 1 : 0);
    owner.getEnclosedElements().stream()
        .filter(each -> each.getSimpleName().contentEquals(name) && takes(each, arguments))
        .forEach(this::named);
  }

  /** Looks at a top-level class that the companion names, but not at its members. */
  private void named(String name) {
    TypeElement type = elements.getTypeElement(name);
    if (type != null && type.getNestingKind() == NestingKind.TOP_LEVEL) {
      named(type);
    }
  }

  private static boolean takes(Element member, int arguments) {
    return !(member instanceof ExecutableElement method)
        || method.getParameters().size() == arguments;
  }

  private void type(Type type) {
    if (!type.leaf().isScalar()) {
      name(type.leaf().toString());
    }
  }

  /** Looks at all classes in the text of a type. */
  private void name(String text) {
    if (!names.add(text)) {
      return;
    }
    classes(text).forEach(this::named);
    TypeElement outermost = elements.getTypeElement(text);
    if (outermost != null && !outermost.getTypeParameters().isEmpty()) {
      warnings.addAll(List.of("rawtypes", "unchecked"));
    }
  }

  /** Returns all classes in the text of a type, from left to right. */
  private Stream<TypeElement> classes(String text) {
    return NAME.matcher(text)
        .results()
        .map(match -> elements.getTypeElement(match.group()))
        .filter(Objects::nonNull);
  }

  /** Looks at a member or class, and at the classes around it. */
  private void named(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      Deprecated annotation = deprecation(e);
      if (annotation != null) {
        warnings.add(annotation.forRemoval() ? "removal" : "deprecation");
      }
      if (e instanceof TypeElement type && isAuxiliary(type)) {
        warnings.add("auxiliaryclass");
      }
    }
  }

  /** Whether a class is in the file of another one. */
  private boolean isAuxiliary(TypeElement type) {
    TreePath path = type.getNestingKind() == NestingKind.TOP_LEVEL ? trees.getPath(type) : null;
    return path != null
        && !path.getCompilationUnit()
            .getSourceFile()
            .isNameCompatible(type.getSimpleName().toString(), JavaFileObject.Kind.SOURCE);
  }

  private static @Nullable Deprecated deprecation(Element element) {
    return element.getAnnotation(Deprecated.class);
  }
}
