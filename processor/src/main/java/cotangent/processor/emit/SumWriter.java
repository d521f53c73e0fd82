package cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import cotangent.processor.emit.members.CompanionMembers;
import cotangent.processor.emit.variables.Reserved;
import cotangent.processor.emit.variables.VariableNames;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Sum;
import cotangent.processor.graph.Type;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that adds up values and gradients over many calls. Derivatives by arrays are
 * added in place by the gradient itself; a call that ends in an exception may leave a part of them
 * there, and then the sum says so from there on.
 */
final class SumWriter {
  private static final ClassName SUMS = ClassName.get("cotangent", "Sums");
  private static final ClassName WORKSPACE = ClassName.get("cotangent", "Workspace");
  private static final String WORKSPACE_FIELD = "workspace";
  private static final String TORN = "isTorn";
  private static final String COUNT = "count";

  private final Sum sum;
  private final ClassName companion;
  private final ClassName self;
  private final ClassName record;
  private final List<TypeName> thrown;
  private final boolean isVariadic;
  private final RecordSums records;
  private final List<String> parameters = new ArrayList<>();
  private final String local;
  private final String operand;
  private final CodeBlock entryChecks;
  private final SumShapes shapes;

  /**
   * @param thrown the checked exceptions of a call
   * @param isVariadic whether a call takes a variable number of arguments
   * @param entryChecks gives the code that checks the sizes of what a call is given
   */
  SumWriter(
      Sum sum,
      ClassName companion,
      CompanionMembers members,
      List<TypeName> thrown,
      boolean isVariadic,
      Function<List<String>, CodeBlock> entryChecks) {
    this.sum = sum;
    this.companion = companion;
    this.self = companion.nestedClass(sum.type());
    this.record = companion.nestedClass(sum.gradient().record());
    this.thrown = thrown;
    this.isVariadic = isVariadic;
    this.records = new RecordSums(SUMS, derivatives());
    Set<String> reserved =
        new HashSet<>(Reserved.of(sum.gradient().graph(), sum.gradient().inputs()));
    reserved.addAll(Set.of(SUMS.simpleName(), companion.simpleName(), record.simpleName()));
    VariableNames names = new VariableNames(reserved);
    sum.arguments().forEach(port -> parameters.add(names.parameter(port.name())));
    this.local = names.parameter("g");
    this.operand = "other";
    this.entryChecks = entryChecks.apply(parameters);
    this.shapes = new SumShapes(sum, members, records, parameters);
  }

  /** Returns the method that begins an empty sum. */
  MethodSpec factory() {
    return MethodSpec.methodBuilder(sum.name())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Begins a sum of {@code $L} and its gradient over many calls.\n", original())
        .returns(self)
        .addStatement("return new $T()", self)
        .build();
  }

  private String original() {
    return sum.primal().method().name();
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(sum.type())
            .addJavadoc("Adds up {@code $L} and its gradient over many calls.\n", original())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(Serializable.class)
            .addField(
                FieldSpec.builder(
                        TypeName.LONG,
                        "serialVersionUID",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer("1L")
                    .build());
    if (derivatives().stream().anyMatch(RecordSums::isRecord)) {
      type.addAnnotation(Signatures.suppressing(List.of("serial"))); // if the record isn't
    }
    fields().forEach(type::addField);
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(add());
    type.addMethod(merge());
    type.addMethod(
        method(COUNT, TypeName.LONG, "Tells how many calls were added.")
            .addStatement("return $L", COUNT)
            .build());
    sum.outputs().forEach(port -> type.addMethod(accessor(port)));
    type.addMethod(divided("total", "Gives the sums, in new arrays.", "1"));
    type.addMethod(divided("mean", "Gives the means over all calls, in new arrays.", COUNT));
    type.addMethod(requireSome()).addMethod(dividedBy());
    if (isTearable()) {
      type.addMethod(requireWhole());
    }
    records.methods().forEach(type::addMethod);
    return type.build();
  }

  private List<Port> derivatives() {
    return sum.outputs().subList(1, sum.outputs().size());
  }

  private boolean isTearable() {
    return sum.adding() != null;
  }

  private List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    if (sum.hasWorkspace()) {
      fields.add(
          FieldSpec.builder(WORKSPACE, WORKSPACE_FIELD, Modifier.PRIVATE, Modifier.TRANSIENT)
              .build());
    }
    if (isTearable()) {
      fields.add(FieldSpec.builder(TypeName.BOOLEAN, TORN, Modifier.PRIVATE).build());
    }
    fields.add(FieldSpec.builder(TypeName.LONG, COUNT, Modifier.PRIVATE).build());
    for (Port port : sum.outputs()) {
      TypeName type = isFloat(port) ? TypeName.DOUBLE : Signatures.type(port);
      fields.add(FieldSpec.builder(type, port.name(), Modifier.PRIVATE).build());
    }
    return fields;
  }

  /** Numbers are summed in {@code double}, as many samples require. */
  private static boolean isFloat(Port port) {
    return port instanceof Port.Leaf leaf && leaf.type() == Type.FLOAT;
  }

  private static boolean isArray(Port port) {
    return port.isTensor() || port instanceof Port.Leaf leaf && leaf.type().isArray();
  }

  private MethodSpec add() {
    MethodSpec.Builder add =
        method("add", self, "Adds the value and gradient of one call; gives this sum.")
            .addExceptions(thrown);
    for (int i = 0; i < parameters.size(); i++) {
      add.addParameter(Signatures.type(sum.arguments().get(i)), parameters.get(i));
    }
    if (isVariadic) {
      Port last = sum.arguments().get(parameters.size() - 1);
      Signatures.variadic(add.addModifiers(Modifier.FINAL), last);
    }
    if (isTearable()) {
      add.addStatement("requireWhole()");
    }
    if (sum.hasWorkspace()) {
      String field = own(WORKSPACE_FIELD);
      add.beginControlFlow("if ($L == null)", field)
          .addStatement("$L = new $T()", field, WORKSPACE)
          .endControlFlow();
    }
    gradient(add);
    add.addStatement("$L++", own(COUNT));
    taken(add);
    return add.addStatement("return this").build();
  }

  private void gradient(MethodSpec.Builder add) {
    List<CodeBlock> checks = shapes.ofCall(this::own);
    Method adding = sum.adding();
    if (checks.isEmpty()) {
      add.addStatement("$T $L = $L", record, local, call(sum.gradient(), List.of()));
      return;
    }
    if (adding == null) {
      add.beginControlFlow("if ($L > 0)", own(COUNT));
      checks.forEach(add::addStatement);
      add.endControlFlow();
      add.addStatement("$T $L = $L", record, local, call(sum.gradient(), List.of()));
      return;
    }
    add.addStatement("$T $L", record, local);
    add.beginControlFlow("if ($L == 0)", own(COUNT));
    add.addStatement("$L = $L", local, call(sum.gradient(), List.of()));
    add.nextControlFlow("else");
    checks.forEach(add::addStatement);
    List<String> into =
        derivatives().stream().filter(SumWriter::isArray).map(port -> own(port.name())).toList();
    add.addCode(entryChecks).addStatement("$L = true", own(TORN));
    add.addStatement("$L = $L", local, call(adding, into));
    add.addStatement("$L = false", own(TORN));
    add.endControlFlow();
  }

  private CodeBlock call(Method method, List<String> more) {
    List<String> arguments = new ArrayList<>();
    if (sum.hasWorkspace()) {
      arguments.add(own(WORKSPACE_FIELD));
    }
    arguments.addAll(parameters);
    arguments.addAll(more);
    boolean isHidden = derivatives().stream().anyMatch(port -> port.name().equals(method.name()));
    CodeBlock owner = isHidden ? CodeBlock.of("$T.", companion) : CodeBlock.of("");
    return CodeBlock.of("$L$L($L)", owner, method.name(), String.join(", ", arguments));
  }

  /** Adds the results of one call. */
  private void taken(MethodSpec.Builder code) {
    for (Port port : sum.outputs()) {
      String own = own(port.name());
      String more = local + "." + port.name() + "()";
      String format =
          Signatures.isNumber(port)
              ? own + " += "
              : isArray(port) ? own + " = " : own + " = " + plus(port) + own + ", ";
      boolean isRecord = !Signatures.isNumber(port) && !isArray(port);
      code.addStatement("$L$L$L", format, more, isRecord ? ")" : "");
    }
  }

  private String plus(Port record) {
    return records.named("plus", record) + "(";
  }

  private MethodSpec merge() {
    MethodSpec.Builder merge =
        method("merge", self, "Adds what another sum holds, which stays as it is; gives this sum.")
            .addParameter(self, operand);
    if (isTearable()) {
      merge.addStatement("requireWhole()").addStatement("$L.requireWhole()", operand);
    }
    merge.beginControlFlow("if ($L.$L == 0)", operand, COUNT);
    merge.addStatement("return this");
    merge.endControlFlow();
    List<CodeBlock> checks = shapes.ofOther(operand);
    if (!checks.isEmpty()) {
      merge.beginControlFlow("if ($L > 0)", COUNT);
      checks.forEach(merge::addStatement);
      merge.endControlFlow();
    }
    merge.addStatement("$1L += $2L.$1L", COUNT, operand);
    for (Port port : sum.outputs()) {
      String format =
          Signatures.isNumber(port)
              ? "$1L += $2L.$1L"
              : isArray(port)
                  ? "$1L = $3T.plus($1L, $2L.$1L)"
                  : "$1L = " + plus(port) + "$1L, $2L.$1L)";
      merge.addStatement(
          format.contains("$3T")
              ? CodeBlock.of(format, port.name(), operand, SUMS)
              : CodeBlock.of(format, port.name(), operand));
    }
    return merge.addStatement("return this").build();
  }

  private MethodSpec accessor(Port port) {
    boolean isValue = port == sum.outputs().get(0);
    String what =
        isValue
            ? "Gives the sum of the values."
            : Signatures.isNumber(port)
                ? "Gives the sum of the derivatives."
                : "Gives the sum of the derivatives, which goes on to change.";
    MethodSpec.Builder code = method(port.name(), Signatures.type(port), what);
    if (!Signatures.isNumber(port)) {
      code.addStatement("requireSome()");
    }
    return code.addStatement(isFloat(port) ? "return (float) $L" : "return $L", port.name())
        .build();
  }

  private MethodSpec divided(String name, String what, String by) {
    return method(name, record, what)
        .addStatement("requireSome()")
        .addStatement("return dividedBy($L)", by)
        .build();
  }

  private MethodSpec dividedBy() {
    CodeBlock parts = sum.outputs().stream().map(this::dividedBy).collect(CodeBlock.joining(",$W"));
    return MethodSpec.methodBuilder("dividedBy")
        .addModifiers(Modifier.PRIVATE)
        .returns(record)
        .addParameter(TypeName.LONG, "n")
        .addStatement("return new $T($L)", record, parts)
        .build();
  }

  private CodeBlock dividedBy(Port port) {
    if (isFloat(port)) {
      return CodeBlock.of("(float) ($L / n)", port.name());
    } else if (Signatures.isNumber(port)) {
      return CodeBlock.of("$L / n", port.name());
    }
    return isArray(port)
        ? CodeBlock.of("$T.dividedBy($L, n)", SUMS, port.name())
        : CodeBlock.of("$L($L, n)", records.named("dividedBy", port), port.name());
  }

  private MethodSpec requireSome() {
    MethodSpec.Builder code =
        MethodSpec.methodBuilder("requireSome").addModifiers(Modifier.PRIVATE);
    if (isTearable()) {
      code.addStatement("requireWhole()");
    }
    return code.beginControlFlow("if ($L == 0)", COUNT)
        .addStatement("throw new $T($S)", IllegalStateException.class, "nothing was added yet")
        .endControlFlow()
        .build();
  }

  private MethodSpec requireWhole() {
    String message = "a call failed after a part of its gradient was added";
    return MethodSpec.methodBuilder("requireWhole")
        .addModifiers(Modifier.PRIVATE)
        .beginControlFlow("if ($L)", TORN)
        .addStatement("throw new $T($S)", IllegalStateException.class, message)
        .endControlFlow()
        .build();
  }

  private static MethodSpec.Builder method(String name, TypeName type, String what) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(what + "\n")
        .returns(type);
  }

  /** Returns the text that means a field where parameters may have its name. */
  private String own(String field) {
    return parameters.contains(field) || local.equals(field) ? "this." + field : field;
  }
}
