package cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the methods that add up records component by component: one of each for each type. */
final class RecordSums {
  private final ClassName sums;
  private final Map<String, Port.Composite> types = new LinkedHashMap<>();

  /**
   * @param sums the class that adds up arrays
   * @param derivatives what is added up
   */
  RecordSums(ClassName sums, List<Port> derivatives) {
    this.sums = sums;
    derivatives.forEach(this::collect);
  }

  /** Returns the name of a method for records of a type: of one class there may be several. */
  String named(String name, Port record) {
    String type = ((Port.Composite) record).type();
    long before =
        types.keySet().stream()
            .takeWhile(each -> !each.equals(type))
            .filter(each -> ofClass(each).equals(ofClass(type)))
            .count();
    return before == 0 ? name : name + (before + 1);
  }

  private static String ofClass(String type) {
    return type.contains("<") ? type.substring(0, type.indexOf('<')) : type;
  }

  /** Returns the statement that compares the shape of something with that of a sum. */
  CodeBlock check(Port port, String sum, CodeBlock more, String name) {
    return port instanceof Port.Composite && !port.isTensor()
        ? CodeBlock.of("$L($L, $L, $S)", named("requireShape", port), sum, more, name)
        : CodeBlock.of("$T.requireShape($L, $L, $S)", sums, sum, more, name);
  }

  /** Returns the methods that the derivatives need. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (Port.Composite type : types.values()) {
      methods.add(requireShape(type));
      methods.add(plus(type));
      methods.add(dividedBy(type));
    }
    return methods;
  }

  private void collect(Port port) {
    if (port instanceof Port.Composite composite && isRecord(composite)) {
      types.putIfAbsent(composite.type(), composite);
      composite.own().forEach(this::collect);
    }
  }

  private MethodSpec requireShape(Port.Composite type) {
    TypeName name = Signatures.type(type);
    MethodSpec.Builder code =
        method(named("requireShape", type), TypeName.VOID)
            .addParameter(name, "sum")
            .addParameter(name, "more")
            .addParameter(String.class, "name")
            .beginControlFlow("if ($T.areThere(sum, more, name))", sums);
    for (Port component : type.own()) {
      String at = component.name();
      if (isRecord(component)) {
        String check = named("requireShape", component);
        code.addStatement("$L(sum.$L(), more.$L(), name + $S)", check, at, at, "." + at);
      } else if (isArray(component)) {
        code.addStatement(
            "$T.requireShape(sum.$L(), more.$L(), name + $S)", sums, at, at, "." + at);
      }
    }
    return code.endControlFlow().build();
  }

  private MethodSpec plus(Port.Composite type) {
    TypeName name = Signatures.type(type);
    return method(named("plus", type), name)
        .addParameter(name, "sum")
        .addParameter(name, "more")
        .beginControlFlow("if (sum == null || more == null)")
        .addStatement("return sum == null ? $L(more, 1) : sum", named("dividedBy", type))
        .endControlFlow()
        .addStatement(
            "return new $T($L)",
            name,
            type.own().stream().map(this::plus).collect(CodeBlock.joining(",$W")))
        .build();
  }

  private CodeBlock plus(Port component) {
    String at = component.name();
    if (isRecord(component)) {
      return CodeBlock.of("$L(sum.$L(), more.$L())", named("plus", component), at, at);
    } else if (isArray(component)) {
      return CodeBlock.of("$T.plus(sum.$L(), more.$L())", sums, at, at);
    }
    String format = component.isDifferentiable() ? "sum.$1L() + more.$1L()" : "sum.$1L()";
    return CodeBlock.of(format, at);
  }

  private MethodSpec dividedBy(Port.Composite type) {
    TypeName name = Signatures.type(type);
    CodeBlock parts = type.own().stream().map(this::dividedBy).collect(CodeBlock.joining(",$W"));
    return method(named("dividedBy", type), name)
        .addParameter(name, "sum")
        .addParameter(TypeName.LONG, "n")
        .addStatement("return sum == null ? null :$Wnew $T($L)", name, parts)
        .build();
  }

  private CodeBlock dividedBy(Port component) {
    String at = component.name();
    if (isRecord(component)) {
      return CodeBlock.of("$L(sum.$L(), n)", named("dividedBy", component), at);
    } else if (isArray(component)) {
      return CodeBlock.of("$T.dividedBy(sum.$L(), n)", sums, at);
    }
    return CodeBlock.of(component.isDifferentiable() ? "sum.$L() / n" : "sum.$L()", at);
  }

  static boolean isRecord(Port port) {
    return port instanceof Port.Composite && !port.isTensor() && port.isDifferentiable();
  }

  private static boolean isArray(Port port) {
    return port.isTensor()
        || port instanceof Port.Leaf leaf
            && leaf.type() instanceof Type.Array
            && leaf.isDifferentiable();
  }

  private static MethodSpec.Builder method(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(result);
  }
}
