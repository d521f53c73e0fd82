package cotangent.processor.emit.members;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import cotangent.processor.emit.java.Casing;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Callee.Member.Kind;
import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * Members that the companion may not name: each has a method handle, and a private method that
 * calls it.
 */
public final class Hidden {
  private static final ClassName HANDLE = ClassName.get("java.lang.invoke", "MethodHandle");
  private static final ClassName HANDLES = ClassName.get("java.lang.invoke", "MethodHandles");
  private static final ClassName METHOD_TYPE = ClassName.get("java.lang.invoke", "MethodType");

  /** What the names of class files of classes declared in methods begin with. */
  private static final String OF_LOCAL = "^.*\\$\\d+";

  private final UnaryOperator<String> freshName;
  private final String packageName;
  private final Map<Use, Entry> entries = new LinkedHashMap<>();

  /** The checked exceptions of the method that is being written. */
  private List<TypeName> thrown = List.of();

  /**
   * @param packageName the package of the companion
   */
  Hidden(UnaryOperator<String> freshName, String packageName) {
    this.freshName = freshName;
    this.packageName = packageName;
  }

  /**
   * A way in which a hidden member is used.
   *
   * @param operands the types of what it is called with: the receiver first, if there is one
   * @param result the type of what is made of it
   * @param thrown the checked exceptions that may come out of it
   */
  private record Use(
      Callee.Member member, List<Type> operands, Type result, List<TypeName> thrown) {}

  /**
   * The members that stand for a hidden one.
   *
   * @param method the name of the private method that calls the handle
   * @param constant the name of the constant that holds the handle
   */
  private record Entry(Use use, String method, String constant) {
    Callee.Member member() {
      return use.member;
    }
  }

  /** Sets the checked exceptions that the next method declares. */
  public void mayThrow(List<TypeName> exceptions) {
    thrown = exceptions;
  }

  /** Returns the name of the private method that stands for a member. */
  public String method(Callee.Member member, List<Type> operands, Type result) {
    return entries.computeIfAbsent(new Use(member, operands, result, thrown), this::entry).method();
  }

  private Entry entry(Use use) {
    Callee.Member member = use.member;
    String simple =
        member.owner().substring(member.owner().lastIndexOf('.') + 1).replaceFirst(OF_LOCAL, "");
    String wanted =
        switch (member.kind()) {
          case NEW -> "new" + simple.replace("[]", "Array");
          case CAST -> "as" + simple.replace("[]", "Array");
          default ->
              Casing.variable(
                  switch (member.name()) {
                    case "class" -> simple + "Class";
                    default -> member.name().startsWith("this$") ? "around" : member.name();
                  });
        };
    String name = freshName.apply(wanted);
    return new Entry(use, name, freshName.apply(Casing.constant(name)));
  }

  public List<FieldSpec> fields() {
    return entries.values().stream()
        .map(
            entry ->
                FieldSpec.builder(
                        HANDLE, entry.constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .build())
        .toList();
  }

  /** Returns the code that finds the handles; empty where there are none. */
  public CodeBlock initializer() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (entries.isEmpty()) {
      return code.build();
    }
    code.beginControlFlow("try");
    Map<CodeBlock, String> lookups = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      CodeBlock lookup = lookup(entry.member());
      String name = lookups.get(lookup);
      if (name == null) {
        name = "lookup" + (lookups.isEmpty() ? "" : lookups.size() + 1);
        lookups.put(lookup, name);
        code.addStatement("$T $L =$W$L", HANDLES.nestedClass("Lookup"), name, lookup);
      }
      code.addStatement("$L =$W$L", entry.constant, found(entry, name));
    }
    code.nextControlFlow("catch ($T e)", ReflectiveOperationException.class);
    code.addStatement("throw new $T(e)", ExceptionInInitializerError.class);
    return code.endControlFlow().build();
  }

  private CodeBlock lookup(Callee.Member member) {
    CodeBlock own = CodeBlock.of("$T.lookup()", HANDLES);
    return member.access() == Callee.Member.Access.PRIVATE
        ? CodeBlock.of("$T.privateLookupIn($L, $L)", HANDLES, literal(member.owner()), own)
        : own;
  }

  private CodeBlock found(Entry entry, String lookup) {
    CodeBlock owner = literal(entry.member().owner());
    String name = entry.member().name();
    CodeBlock type = type(entry.member());
    return switch (entry.member().kind()) {
      case STATIC_FIELD ->
          name.equals("class")
              ? CodeBlock.of("$T.constant($T.class, $L)", HANDLES, Class.class, owner)
              : CodeBlock.of("$L.findStaticGetter($L, $S, $L)", lookup, owner, name, type);
      case FIELD -> CodeBlock.of("$L.findGetter($L, $S, $L)", lookup, owner, name, type);
      case STATIC_METHOD -> CodeBlock.of("$L.findStatic($L, $S, $L)", lookup, owner, name, type);
      case METHOD, COMPONENT ->
          CodeBlock.of("$L.findVirtual($L, $S, $L)", lookup, owner, name, type);
      case NEW ->
          entry.member().owner().endsWith("[]")
              ? CodeBlock.of("$T.arrayConstructor($L)", HANDLES, owner)
              : CodeBlock.of("$L.findConstructor($L, $L)", lookup, owner, type);
      case CAST ->
          CodeBlock.of(
              "$L.bind($L, $S, $T.methodType($T.class, $T.class))",
              lookup,
              owner,
              "cast",
              METHOD_TYPE,
              Object.class,
              Object.class);
      case CONCATENATION -> throw new IllegalStateException("always accessible");
    };
  }

  /** Names a class; one inside another, or in another package, may not be visible here. */
  private CodeBlock literal(String name) {
    TypeName type = TypeText.name(name);
    int rank = 0;
    while (type instanceof ArrayTypeName array) {
      type = array.componentType();
      rank++;
    }
    boolean isLocal = name.matches(OF_LOCAL + ".*");
    if (!(type instanceof ClassName inner)
        || inner.enclosingClassName() == null && !isLocal && isNear(inner)) {
      return CodeBlock.of("$T.class", TypeText.name(name));
    }
    String binary = inner.reflectionName();
    return CodeBlock.of(
        "$T.forName($S)", Class.class, rank == 0 ? binary : "[".repeat(rank) + "L" + binary + ";");
  }

  private boolean isNear(ClassName type) {
    return type.packageName().equals(packageName) || type.packageName().startsWith("java.");
  }

  /** Returns the type of a method, or the class of what a field holds. */
  private CodeBlock type(Callee.Member member) {
    List<Type> signature = member.signature();
    int last = signature.size() - 1;
    if (signature.isEmpty()) {
      return CodeBlock.of(""); // for what isn't looked up: a class, an array, a cast
    } else if (member.kind() == Kind.FIELD || member.kind() == Kind.STATIC_FIELD) {
      return ofSignature(signature.get(0));
    }
    CodeBlock result =
        member.kind() == Kind.NEW ? CodeBlock.of("void.class") : ofSignature(signature.get(last));
    CodeBlock.Builder code = CodeBlock.builder().add("$T.methodType($L", METHOD_TYPE, result);
    for (Type parameter : signature.subList(0, last)) {
      code.add(", $L", ofSignature(parameter));
    }
    return code.add(")").build();
  }

  /** Names a class in the signature of a member: none of Java's own is private. */
  private CodeBlock ofSignature(Type type) {
    return type.leaf().toString().startsWith("java.")
        ? CodeBlock.of("$T.class", TypeText.name(type))
        : literal(type.toString());
  }

  public List<MethodSpec> methods() {
    return entries.values().stream().map(Hidden::method).toList();
  }

  private static MethodSpec method(Entry entry) {
    TypeName result = TypeText.name(entry.use.result);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(entry.method)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(result)
            .addExceptions(entry.use.thrown);
    List<String> names = new ArrayList<>();
    for (Type operand : entry.use.operands) {
      String name = "p" + names.size();
      names.add(name);
      method.addParameter(TypeText.name(operand), name);
    }
    String call = entry.constant + ".invoke(" + String.join(", ", names) + ")";
    CodeBlock statement =
        result.equals(TypeName.VOID)
            ? CodeBlock.of("$L", call)
            : CodeBlock.of("return ($T) $L", result, call);
    if (entry.use.thrown.contains(ClassName.get(Throwable.class))) {
      return method.addStatement(statement).build();
    }
    return method
        .beginControlFlow("try")
        .addStatement(statement)
        .nextControlFlow("catch ($L e)", passedOn(entry.use.thrown))
        .addStatement("throw e")
        .nextControlFlow("catch ($T e)", Throwable.class)
        .addStatement("throw new $T(e)", IllegalStateException.class)
        .endControlFlow()
        .build();
  }

  /** Returns the exceptions that are rethrown as they are; none may be a subclass of another. */
  private static CodeBlock passedOn(List<TypeName> thrown) {
    List<TypeName> all = new ArrayList<>(thrown);
    if (!thrown.contains(ClassName.get(Exception.class))) {
      all.add(ClassName.get(RuntimeException.class));
    }
    all.add(ClassName.get(Error.class));
    return all.stream().map(type -> CodeBlock.of("$T", type)).collect(CodeBlock.joining(" | "));
  }
}
