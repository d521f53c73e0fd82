package cotangent.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.code.LoopMethods;
import cotangent.processor.emit.code.Splitting;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.emit.members.CompanionMembers;
import cotangent.processor.emit.members.PrivateMethods;
import cotangent.processor.emit.members.ZerosLike;
import cotangent.processor.emit.print.ExpressionPrinter;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Sized;
import cotangent.processor.graph.Sum;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Writes the frame of a companion: the class, its records and the heads of its methods. */
public final class CompanionWriter {
  private static final String GENERATOR = "cotangent.processor.DifferentiableProcessor";

  private static final Pattern JAVA_LANG = Pattern.compile("import java\\.lang\\.(\\w+);\n");

  private static final String NOTES = "NOTES";

  private final Companion companion;
  private final CompanionMembers members;
  private final LoopMethods loopMethods;
  private final Map<String, TypeSpec> records = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();
  private final List<MethodSpec> functions = new ArrayList<>();
  private final Map<List<TypeName>, Map<String, PrivateMethods.Entry>> functionsByText =
      new HashMap<>();
  private final EntryChecks entryChecks;

  /** The checked exceptions of the method that is being written. */
  private List<TypeName> thrown = List.of();

  /**
   * @param limit about how many bytes of bytecode are too many for a method
   */
  CompanionWriter(Companion companion, int limit) {
    this.members = new CompanionMembers(companion.packageName(), limit);
    this.loopMethods = new LoopMethods(members::freshName);
    this.entryChecks = new EntryChecks(members);
    this.companion = companion;
  }

  private void takeNames() {
    members.take(NOTES);
    for (Method method : companion.methods()) {
      members.take(method.name());
      members.take(method.record());
    }
    companion.sums().forEach(sum -> members.take(sum.name()));
    companion.sums().forEach(sum -> members.take(sum.type()));
  }

  /** Writes a companion as a Java source file. */
  public static Written write(Companion companion) {
    return new CompanionWriter(companion, Splitting.LIMIT).written();
  }

  Written written() {
    takeNames();
    companion.methods().forEach(this::method);
    companion.sums().forEach(this::sum);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(companion.simpleName())
            .addJavadoc("Derivatives of the methods of {@link $L}.\n", companion.origin())
            .addModifiers(Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethods(methods)
            .addMethods(entryChecks.methods())
            .addMethods(functions)
            .addMethods(ZerosLike.methods(members.zerosLike()))
            .addFields(members.hidden().fields())
            .addMethods(members.hidden().methods())
            .addTypes(records.values());
    if (companion.isMarked()) {
      type.addAnnotation(
          AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
              .addMember("value", "$S", GENERATOR)
              .build());
    }
    if (!members.hidden().initializer().isEmpty()) {
      type.addStaticBlock(members.hidden().initializer());
    }
    if (!companion.suppressed().isEmpty()) {
      type.addAnnotation(Signatures.suppressing(companion.suppressed()));
    }
    if (!companion.notes().isEmpty()) {
      type.addField(notes());
    }
    if (companion.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    JavaFile file = JavaFile.builder(companion.packageName(), type.build()).indent("  ").build();
    return members.origins().written(TidyLines.of(imported(file.toString())));
  }

  /** Removes imports of what Java sees anyway, unless the package hides it. */
  private String imported(String source) {
    return JAVA_LANG
        .matcher(source)
        .replaceAll(line -> companion.isNeighbour().test(line.group(1)) ? line.group() : "");
  }

  /** Says for other compilations, which see only the class file, what the declarations don't. */
  private FieldSpec notes() {
    return FieldSpec.builder(String.class, NOTES, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("What other compilations need to know of the methods.\n")
        .initializer("$S", String.join("; ", companion.notes()))
        .build();
  }

  private void method(Method method) {
    thrown = thrown(method);
    members.hidden().mayThrow(thrown);
    PrivateMethods privates = functions(method.graph().functions());
    boolean isForward = method.record().isEmpty();
    Body body =
        Body.of(
            method.graph(),
            method.inputs(),
            privates,
            members,
            loopMethods,
            (leaves, expressions, parameters) -> returned(method, leaves, expressions, parameters));
    Sized.Inputs sized = companion.sized().getOrDefault(method, Sized.Inputs.NONE);
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.name())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("$L\n", Comments.wrapped(method.summary()))
            .returns(result(method))
            .addExceptions(thrown)
            .addCode(code(entryChecks.lines(method, sized, body.parameters())))
            .addCode(code(body.lines()));
    for (int i = 0; i < method.inputs().size(); i++) {
      TypeName type = Signatures.type(method.inputs().get(i));
      spec.addParameter(ParameterSpec.builder(type, body.parameters().get(i)).build());
    }
    if (companion.variadic().contains(method)) {
      Signatures.variadic(spec, method.inputs().get(method.inputs().size() - 1));
    }
    methods.add(spec.build());
    body.parts().forEach(this::part);
    if (!isForward) {
      records.computeIfAbsent(method.record(), name -> record(method));
    }
  }

  private void sum(Sum sum) {
    members.hidden().mayThrow(List.of());
    ClassName name = ClassName.get(companion.packageName(), companion.simpleName());
    Method called = sum.called();
    Sized.Inputs sized = companion.sized().getOrDefault(called, Sized.Inputs.NONE);
    SumWriter writer =
        new SumWriter(
            sum,
            name,
            members,
            thrown(called),
            companion.variadic().contains(sum.gradient()),
            parameters -> code(entryChecks.lines(called.with(sum.arguments()), sized, parameters)));
    methods.add(writer.factory());
    records.put(sum.type(), writer.type());
  }

  private List<TypeName> thrown(Method method) {
    return companion.exceptions().getOrDefault(method, List.of()).stream()
        .map(TypeText::name)
        .toList();
  }

  /** Writes those functions of a graph that no other method of the companion shares. */
  private PrivateMethods functions(List<Graph> graphs) {
    Map<String, PrivateMethods.Entry> known =
        functionsByText.computeIfAbsent(thrown, exceptions -> new HashMap<>());
    PrivateMethods functions = new PrivateMethods(graphs, members, known);
    functions.added().forEach(function -> function(function, functions));
    return functions;
  }

  private static CodeBlock code(List<String> lines) {
    return TypeText.code(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  private TypeName result(Method method) {
    if (!method.record().isEmpty()) {
      return nested(method.record());
    }
    return method.outputs().isEmpty() ? TypeName.VOID : Signatures.type(method.outputs().get(0));
  }

  private ClassName nested(String record) {
    return ClassName.get(companion.packageName(), companion.simpleName(), record);
  }

  private static String returned(
      Method method, List<Expr> leaves, ExpressionPrinter expressions, List<String> parameters) {
    if (method.record().isEmpty()
        && method.outputs().size() == 1
        && method.outputs().get(0) instanceof Port.Leaf) {
      return expressions.converted(leaves.get(0));
    }
    if (leaves.size() == 1 && leaves.get(0).type().equals(new Type.Reference(method.record()))) {
      return expressions.exact(leaves.get(0));
    }
    Iterator<Expr> rest = leaves.iterator();
    List<String> parts =
        method.outputs().stream()
            .map(
                port ->
                    port instanceof Port.Leaf
                        ? expressions.converted(rest.next())
                        : given(method, port, parameters)
                            .map(name -> passedOver(port, rest, name))
                            .orElseGet(() -> packed(port, rest, expressions)))
            .toList();
    return method.record().isEmpty()
        ? String.join("", parts)
        : "new " + method.record() + "(" + String.join(", ", parts) + ")";
  }

  /** Returns the name of the tensor that a derivative was added to: it is returned itself. */
  private static Optional<String> given(Method method, Port port, List<String> parameters) {
    int place = -1;
    for (int i = 0; i < method.inputs().size(); i++) {
      place = method.inputs().get(i).name().equals(port.name()) ? i : place;
    }
    return method.is(Mode.GRADIENT_ADDED) && place >= 0 && port.isTensor()
        ? Optional.of(parameters.get(place))
        : Optional.empty();
  }

  private static String passedOver(Port port, Iterator<Expr> leaves, String name) {
    port.leaves().forEach(leaf -> leaves.next());
    return name;
  }

  private static String packed(Port port, Iterator<Expr> leaves, ExpressionPrinter expressions) {
    if (port instanceof Port.Composite composite) {
      List<String> parts =
          composite.components().stream().map(c -> packed(c, leaves, expressions)).toList();
      return composite.maker(TypeText.of(composite.type())) + "(" + String.join(", ", parts) + ")";
    }
    return expressions.exact(leaves.next());
  }

  private static TypeSpec record(Method method) {
    List<ParameterSpec> components = new ArrayList<>();
    for (Port output : method.outputs()) {
      components.add(ParameterSpec.builder(Signatures.type(output), output.name()).build());
    }
    return recordBuilder(method.record(), components)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("What {@link #$L} returns.\n", method.name())
        .build();
  }

  private static TypeSpec.Builder recordBuilder(String name, List<ParameterSpec> components) {
    return TypeSpec.recordBuilder(name)
        .recordConstructor(MethodSpec.constructorBuilder().addParameters(components).build());
  }

  private void function(PrivateMethods.Entry function, PrivateMethods privates) {
    List<Port> inputs = new ArrayList<>();
    for (Value parameter : function.graph().parameters()) {
      inputs.add(new Port.Leaf(parameter.name(), parameter.type()));
    }
    Body body =
        Body.of(
            function.graph(),
            inputs,
            privates,
            members,
            loopMethods,
            (leaves, expressions, parameters) -> returned(function, leaves, expressions));
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(function.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(result(function))
            .addExceptions(thrown)
            .addCode(code(body.lines()));
    for (int i = 0; i < inputs.size(); i++) {
      spec.addParameter(Signatures.type(inputs.get(i)), body.parameters().get(i));
    }
    functions.add(spec.build());
    body.parts().forEach(this::part);
    if (function.returnsRecord()) {
      List<ParameterSpec> components = new ArrayList<>();
      for (int i = 0; i < function.components().size(); i++) {
        TypeName type = TypeText.name(function.graph().results().get(i).type());
        components.add(ParameterSpec.builder(type, function.components().get(i)).build());
      }
      TypeSpec record =
          recordBuilder(function.record(), components).addModifiers(Modifier.PRIVATE).build();
      records.put(function.record(), record);
    }
  }

  private void part(Body.Part part) {
    List<Value> results = part.method().results();
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(part.method().name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(results.isEmpty() ? TypeName.VOID : TypeText.name(results.get(0).type()))
            .addExceptions(part.isArithmetic() ? List.of() : thrown)
            .addCode(code(part.body().lines()));
    for (int i = 0; i < part.method().parameters().size(); i++) {
      TypeName type = TypeText.name(part.method().parameters().get(i).type());
      spec.addParameter(type, part.body().parameters().get(i));
    }
    functions.add(spec.build());
  }

  private TypeName result(PrivateMethods.Entry function) {
    List<Value> results = function.graph().results();
    if (function.returnsRecord()) {
      return nested(function.record());
    }
    return results.isEmpty() ? TypeName.VOID : TypeText.name(results.get(0).type());
  }

  private static String returned(
      PrivateMethods.Entry function, List<Expr> leaves, ExpressionPrinter expressions) {
    if (!function.returnsRecord()) {
      return leaves.isEmpty() ? "" : expressions.converted(leaves.get(0));
    }
    List<String> parts = leaves.stream().map(expressions::exact).toList();
    return "new " + function.record() + "(" + String.join(", ", parts) + ")";
  }
}
