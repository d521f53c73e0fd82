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

  /**
   * @param sums the class that adds up arrays
   */
  RecordSums(ClassName sums) {
    this.sums = sums;
  }

  /** Returns the statement that compares the shape of something with that of a sum. */
  CodeBlock check(Port port, String sum, CodeBlock more, String name) {
    return port instanceof Port.Composite && !port.isTensor()
        ? CodeBlock.of("requireShape($L, $L, $S)", sum, more, name)
        : CodeBlock.of("$T.requireShape($L, $L, $S)", sums, sum, more, name);
  }

  /** Returns the methods that some derivatives need. */
  List<MethodSpec> methods(List<Port> derivatives) {
    Map<String, Port.Composite> types = new LinkedHashMap<>();
    derivatives.forEach(port -> collect(port, types));
    List<MethodSpec> methods = new ArrayList<>();
    for (Port.Composite type : types.values()) {
      methods.add(requireShape(type));
      methods.add(plus(type));
      methods.add(dividedBy(type));
    }
    return methods;
  }

  private static void collect(Port port, Map<String, Port.Composite> types) {
    if (port instanceof Port.Composite composite && isRecord(composite)) {
      types.putIfAbsent(composite.type(), composite);
      composite.own().forEach(component -> collect(component, types));
    }
  }

  private MethodSpec requireShape(Port.Composite type) {
    TypeName name = Signatures.type(type);
    MethodSpec.Builder code =
        method("requireShape", TypeName.VOID)
            .addParameter(name, "sum")
            .addParameter(name, "more")
            .addParameter(String.class, "name")
            .beginControlFlow("if ($T.areThere(sum, more, name))", sums);
    for (Port component : type.own()) {
      String at = component.name();
      if (isRecord(component)) {
        code.addStatement("requireShape(sum.$L(), more.$L(), name + $S)", at, at, "." + at);
      } else if (isArray(component)) {
        code.addStatement(
            "$T.requireShape(sum.$L(), more.$L(), name + $S)", sums, at, at, "." + at);
      }
    }
    return code.endControlFlow().build();
  }

  private MethodSpec plus(Port.Composite type) {
    TypeName name = Signatures.type(type);
    return method("plus", name)
        .addParameter(name, "sum")
        .addParameter(name, "more")
        .beginControlFlow("if (sum == null || more == null)")
        .addStatement("return sum == null ? dividedBy(more, 1) : sum")
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
      return CodeBlock.of("plus(sum.$L(), more.$L())", at, at);
    } else if (isArray(component)) {
      return CodeBlock.of("$T.plus(sum.$L(), more.$L())", sums, at, at);
    }
    String format = component.isDifferentiable() ? "sum.$1L() + more.$1L()" : "sum.$1L()";
    return CodeBlock.of(format, at);
  }

  private MethodSpec dividedBy(Port.Composite type) {
    TypeName name = Signatures.type(type);
    CodeBlock parts = type.own().stream().map(this::dividedBy).collect(CodeBlock.joining(",$W"));
    return method("dividedBy", name)
        .addParameter(name, "sum")
        .addParameter(TypeName.LONG, "n")
        .addStatement("return sum == null ? null :$Wnew $T($L)", name, parts)
        .build();
  }

  private CodeBlock dividedBy(Port component) {
    String at = component.name();
    if (isRecord(component)) {
      return CodeBlock.of("dividedBy(sum.$L(), n)", at);
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
