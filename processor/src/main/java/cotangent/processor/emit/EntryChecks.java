package cotangent.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.emit.members.CompanionMembers;
import cotangent.processor.emit.print.Wrapping;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Sized;
import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * What generated methods do first where shapes are given: they refuse arrays whose sizes do not
 * agree. The checks of one method are a private method of their own, which its modes share.
 */
final class EntryChecks implements SizeCode.Checks {
  private final CompanionMembers members;
  private final List<MethodSpec> methods = new ArrayList<>();
  private final Map<List<Object>, String> checksOfInputs = new HashMap<>();
  private final Map<String, String> checksOfRecords = new HashMap<>();

  /**
   * What a generated method is given.
   *
   * @param ports its own inputs by their names
   * @param arguments the names of its parameters for these
   * @param added those for seeds, tangents and what is added to
   */
  private record Given(
      Map<String, Port> ports, Map<String, String> arguments, Map<String, String> added) {

    /** Returns the check that what is added to has the shape of an argument. */
    List<String> like(String argument) {
      String name = Port.name("d", argument);
      return added.containsKey(name)
          ? List.of(
              String.format(
                  "%s.requireTarget(\"%s\", %s, \"%s\", %s);",
                  TypeText.of("cotangent.Sizes"),
                  name,
                  added.get(name),
                  argument,
                  arguments.get(argument)))
          : List.of();
    }
  }

  EntryChecks(CompanionMembers members) {
    this.members = members;
  }

  /** Returns the private methods that are called. */
  List<MethodSpec> methods() {
    return methods;
  }

  /**
   * Returns the lines that come first in a method.
   *
   * @param inputs what is known of its inputs
   * @param parameters the names of its parameters, one for each input
   */
  List<String> lines(Method method, Sized.Inputs inputs, List<String> parameters) {
    List<Sized> sized = inputs.all();
    Given given = given(method, inputs, parameters);
    List<String> lines = new ArrayList<>(ofInputs(method, inputs, given));
    for (Sized each : sized) {
      if (each instanceof Sized.Array && given.arguments.containsKey(each.name())) {
        lines.addAll(given.like(each.name()));
      }
      given.ports.remove(each.name());
    }
    for (Port port : given.ports.values()) {
      if (isAddedTo(port)) {
        lines.addAll(given.like(port.name()));
      }
    }
    return lines.stream().flatMap(line -> Wrapping.wrap(line, 0).stream()).toList();
  }

  private static Given given(Method method, Sized.Inputs inputs, List<String> parameters) {
    Given given = new Given(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
    int own = own(method, inputs);
    for (int i = 0; i < method.inputs().size(); i++) {
      Port input = method.inputs().get(i);
      if (i >= own) { // a parameter may be called as what is added for another one
        given.added.put(input.name(), parameters.get(i));
      }
      if (i < own || method.is(Mode.VJP)) {
        given.ports.put(input.name(), input);
        given.arguments.put(input.name(), parameters.get(i));
      }
    }
    return given;
  }

  /** Returns the call of the check that sizes agree; nothing where they say nothing. */
  private List<String> ofInputs(Method method, Sized.Inputs inputs, Given given) {
    List<Sized> sized = inputs.all();
    if (!SizeCode.saysSomething(sized)) {
      return List.of();
    }
    List<Port> taken = taken(sized, given.ports, self(sized, method));
    String name =
        checksOfInputs.computeIfAbsent(
            List.of(sized, taken), key -> check(inputs.method(), sized, taken));
    List<String> passed = taken.stream().map(port -> given.arguments.get(port.name())).toList();
    return List.of(name + "(" + String.join(", ", passed) + ");");
  }

  /** Whether derivatives can be added to what has the type of an argument. */
  private static boolean isAddedTo(Port port) {
    return port.isTensor()
        || port instanceof Port.Leaf leaf
            && leaf.type().isArray()
            && (leaf.type().isDifferentiable()
                || leaf.type().element().toString().startsWith("cotangent.tensor."));
  }

  /** Returns how many inputs come before seeds, tangents and what is added to. */
  private static int own(Method method, Sized.Inputs inputs) {
    return (takesWorkspace(method) ? 1 : 0) + inputs.parameters();
  }

  private static boolean takesWorkspace(Method method) {
    return method.inputs().stream()
        .limit(1)
        .anyMatch(
            first ->
                first instanceof Port.Leaf leaf
                    && leaf.type().equals(new Type.Reference("cotangent.Workspace")));
  }

  /** Returns the name of the object on which the method is called; empty where no field matters. */
  private static String self(List<Sized> sized, Method method) {
    if (sized.stream()
        .noneMatch(each -> each instanceof Sized.Field && SizeCode.matters(each, sized))) {
      return "";
    }
    return method.inputs().get(takesWorkspace(method) ? 1 : 0).name();
  }

  private static List<Port> taken(List<Sized> sized, Map<String, Port> ports, String self) {
    List<Port> taken = new ArrayList<>();
    if (!self.isEmpty()) {
      taken.add(ports.get(self));
    }
    for (Sized each : sized) {
      if (!(each instanceof Sized.Field) && SizeCode.matters(each, sized)) {
        taken.add(ports.get(each.name()));
      }
    }
    return taken;
  }

  private static TypeName type(Port port) {
    return port instanceof Port.Composite composite
        ? TypeText.name(composite.type())
        : TypeText.name(((Port.Leaf) port).type());
  }

  private String check(String method, List<Sized> sized, List<Port> taken) {
    String name = members.freshName("check" + CamelCase.capital(method));
    MethodSpec.Builder spec = checking(name);
    SizeCode code = new SizeCode();
    for (Port port : taken) {
      code.take(port.name());
      spec.addParameter(type(port), port.name());
    }
    for (Sized each : sized) {
      if (SizeCode.matters(each, sized)) {
        boolean isField = each instanceof Sized.Field;
        String read = isField ? read((Sized.Field) each, taken.get(0).name()) : each.name();
        code.add(isField ? ((Sized.Field) each).content() : each, "", read);
      }
    }
    return written(spec, code, name);
  }

  private String read(Sized.Field field, String self) {
    Callee.Member member = field.member();
    if (!member.accessible()) {
      return members.hidden().method(member, List.of(field.type()), field.holds())
          + "("
          + self
          + ")";
    }
    boolean isComponent = member.kind() == Callee.Member.Kind.COMPONENT;
    return self + "." + member.name() + (isComponent ? "()" : "");
  }

  @Override
  public String of(Sized.Composite record) {
    return check(record, false);
  }

  /**
   * Writes, once for each type, the method that checks a record's components.
   *
   * @param isElement whether it also takes the index of the record: a name is made of both only
   *     where something is wrong
   */
  private String check(Sized.Composite record, boolean isElement) {
    String key = record.type() + isElement;
    String known = checksOfRecords.get(key);
    if (known != null) {
      return known;
    }
    String name = members.freshName("check" + simple(record));
    checksOfRecords.put(key, name);
    MethodSpec.Builder spec = checking(name).addParameter(String.class, "path");
    SizeCode code = new SizeCode();
    if (isElement) {
      spec.addParameter(int.class, "index");
      code.take("index");
    }
    spec.addParameter(TypeText.name(record.type()), "record");
    code.take("path");
    code.take("record");
    String path = isElement ? "path + \"[\" + index + \"]." : "path + \".";
    record.components().forEach(each -> code.add(each, path, "record." + each.name() + "()"));
    return written(spec, code, name);
  }

  private static String simple(Sized sized) {
    if (sized instanceof Sized.Each many) {
      return simple(many.element());
    }
    Sized.Composite record = (Sized.Composite) sized;
    return TypeText.className(record.type().replaceAll("<.*", "")).simpleName();
  }

  /** Writes, once for each type, the method that checks each record in an array or list. */
  @Override
  public String of(Sized.Each many) {
    String known = checksOfRecords.get(many.type());
    if (known != null) {
      return known;
    }
    String check =
        many.element() instanceof Sized.Each inner
            ? of(inner) + "(path + \"[\" + i + \"]\", "
            : check((Sized.Composite) many.element(), true) + "(path, i, ";
    String name = members.freshName("checkEach" + simple(many.element()));
    checksOfRecords.put(many.type(), name);
    String size = many.isList() ? "all.size()" : "all.length";
    String element = many.isList() ? "all.get(i)" : "all[i]";
    List<String> lines =
        List.of(
            "for (int i = 0; i < " + size + "; i++) {",
            "  if (" + element + " != null) {",
            "    " + check + element + ");",
            "  }",
            "}");
    methods.add(
        checking(name)
            .addParameter(String.class, "path")
            .addParameter(TypeText.name(many.type()), "all")
            .addCode(TypeText.code(String.join("\n", lines) + "\n"))
            .build());
    return name;
  }

  private static MethodSpec.Builder checking(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  private String written(MethodSpec.Builder spec, SizeCode code, String name) {
    List<String> lines = code.lines(this);
    methods.add(spec.addCode(TypeText.code(String.join("\n", lines) + "\n")).build());
    return name;
  }
}
