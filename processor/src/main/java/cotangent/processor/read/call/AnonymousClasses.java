package cotangent.processor.read.call;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.read.expression.Assignments;
import cotangent.processor.read.expression.Closures;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Classes;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scan.Assigned;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of anonymous classes. javac doesn't know their members yet, so these are found in
 * the tree.
 */
public final class AnonymousClasses {
  private static final int DEEPEST = 60;

  private final Frame frame;
  private final Program program;

  public AnonymousClasses(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
  }

  /**
   * Makes an object.
   *
   * @param constructor of the class that is extended; null where an interface is implemented
   */
  public Term create(
      Tree at,
      ClassTree tree,
      DeclaredType type,
      @Nullable ExecutableElement constructor,
      List<Term> arguments) {
    TypeElement parent = (TypeElement) type.asElement();
    boolean extendsClass = !parent.getKind().isInterface();
    if (extendsClass && !isObject(parent) && !new Construction(frame).takesApart(parent)) {
      throw frame.refusal(at, Problem.FUNCTION_ESCAPES, "an object of an anonymous class");
    }
    Map<Object, Variable> fields = new LinkedHashMap<>();
    List<VariableElement> inherited = extendsClass ? Classes.fields(parent) : List.of();
    inherited.forEach(field -> declare(fields, at, field, program.types().asMemberOf(type, field)));
    List<VariableTree> own = ownFields(tree);
    own.forEach(
        field ->
            declare(fields, at, field.getName().toString(), frame.names().type(field.getType())));
    Set<String> names = named(inherited, own);
    captured(tree)
        .forEach((key, term) -> fields.put(names.contains(key) ? hidden(key) : key, holding(term)));
    ObjectClass of =
        new ObjectClass.Anonymous(tree, frame.names(), type, new ArrayList<>(fields.keySet()));
    Term.Mutable self = new Term.Mutable(type, new Made(of, fields));
    Construction construction = new Construction(frame);
    if (constructor != null && !isObject(parent)) {
      construction.run(at, self, parent, constructor, arguments);
    }
    construction.initialise(self, tree, frame.names(), name -> name);
    boolean isFixed = isFixed(tree, own) && (!extendsClass || program.classes().isFixed(parent));
    return isFixed ? construction.fixed(self) : self;
  }

  private static boolean isObject(TypeElement type) {
    return type.getQualifiedName().contentEquals("java.lang.Object");
  }

  private void declare(Map<Object, Variable> fields, Tree at, Object key, TypeMirror type) {
    String hint =
        key instanceof VariableElement field ? field.getSimpleName().toString() : key.toString();
    Variable variable = frame.environment().field(hint, type);
    fields.put(key, variable);
    if (!frame.shapes().isTakenApart(type)) {
      frame.environment().set(variable, frame.zero(at, type));
    }
  }

  private Variable holding(Term term) {
    Variable variable = frame.environment().field("", term.type());
    frame.environment().set(variable, term);
    return variable;
  }

  private static Set<String> named(List<VariableElement> inherited, List<VariableTree> own) {
    Set<String> names = new HashSet<>();
    inherited.forEach(field -> names.add(field.getSimpleName().toString()));
    own.forEach(field -> names.add(field.getName().toString()));
    return names;
  }

  /**
   * Returns the key of a variable that a field hides, but not from local classes that are named.
   */
  private static Object hidden(Object name) {
    return new ObjectClass.Captured((String) name);
  }

  private Map<Object, Term> captured(ClassTree tree) {
    Map<Object, Term> captured = new LinkedHashMap<>();
    if (frame.self() != null) {
      captured.put(ObjectClass.OUTER, frame.self());
    }
    Closures.capture(frame, tree, captured);
    return captured;
  }

  private static List<VariableTree> ownFields(ClassTree tree) {
    return tree.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
        .toList();
  }

  private boolean isFixed(ClassTree tree, List<VariableTree> own) {
    List<Tree> methods =
        tree.getMembers().stream().filter(MethodTree.class::isInstance).<Tree>map(m -> m).toList();
    Set<String> assigned = Assigned.in(methods);
    String text = methods.toString();
    return own.stream()
        .map(field -> field.getName().toString())
        .noneMatch(
            name ->
                assigned.contains(name)
                    || text.contains("this." + name)
                    || program.classes().isWritten(name));
  }

  /** Whether a field of an object of an anonymous class is what a variable holds. */
  static boolean hasCaptured(Term object, String name) {
    return Objects.hasOwn(object, name)
        && ownFields(((ObjectClass.Anonymous) Objects.of(object)).tree()).stream()
            .noneMatch(field -> field.getName().contentEquals(name));
  }

  /** Finds a method that an anonymous class declares itself. */
  public static Optional<MethodTree> own(Term object, String name, int arguments) {
    return (object instanceof Term.Fixed || object instanceof Term.Mutable)
            && Objects.of(object) instanceof ObjectClass.Anonymous anonymous
        ? own(anonymous.tree(), name, arguments).stream().findFirst()
        : Optional.empty();
  }

  static List<MethodTree> own(ClassTree tree, String name, int arguments) {
    return tree.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(method -> method.getName().contentEquals(name))
        .filter(method -> method.getParameters().size() == arguments)
        .toList();
  }

  /** Reads a call of a method that the class has or inherits. */
  Term call(
      Tree at, ResolvedMethod method, Term object, ObjectClass.Anonymous of, List<Term> arguments) {
    Optional<MethodTree> found = own(program, of.tree(), of.names(), of.type(), method.element());
    if (found.isPresent()) {
      Term result = call(at, found.get(), object, arguments);
      return method.result().getKind() == TypeKind.VOID ? result : result.as(method.result());
    }
    TypeElement parent = (TypeElement) of.type().asElement();
    ExecutableElement inherited =
        program.classes().implementation(parent, method.element()).orElse(method.element());
    return new Virtual(frame).run(at, method, inherited, object, arguments);
  }

  /**
   * Finds the method of a class without a name that overrides another one.
   *
   * @param names what names mean there
   * @param above what it extends or implements
   */
  static Optional<MethodTree> own(
      Program program, ClassTree tree, Names names, DeclaredType above, ExecutableElement method) {
    var seen = (ExecutableType) program.types().asMemberOf(above, method);
    String name = method.getSimpleName().toString();
    return own(tree, name, method.getParameters().size()).stream()
        .filter(each -> overrides(program, names, each, seen))
        .findFirst();
  }

  private static boolean overrides(
      Program program, Names names, MethodTree tree, ExecutableType seen) {
    Types types = program.types();
    for (int i = 0; i < tree.getParameters().size(); i++) {
      TypeMirror type = names.type(tree.getParameters().get(i).getType());
      TypeMirror wanted = seen.getParameterTypes().get(i);
      if (!types.isSameType(types.erasure(type), types.erasure(wanted))) {
        return false;
      }
    }
    return true;
  }

  /** Reads a call of one of the class's own methods. */
  public Term call(Tree at, MethodTree tree, Term object, List<Term> arguments) {
    ObjectClass.Anonymous of = (ObjectClass.Anonymous) Objects.of(object);
    return call(at, tree, of.names(), object.as(of.type()), arguments);
  }

  /**
   * Reads a call of a method that is found in the tree only.
   *
   * @param names what names mean there
   */
  Term call(Tree at, MethodTree tree, Names names, Term object, List<Term> arguments) {
    TypeMirror type = names.type(tree.getReturnType());
    Frame body = new Frame(frame.reading(), names, type, object);
    GraphBuilder builder = new GraphBuilder();
    frame
        .reading()
        .deeper(
            () -> frame.refusal(at, Problem.FUNCTION_DEEP, tree.getName()),
            DEEPEST,
            () -> body.region(builder, () -> body(body, tree, object, arguments)));
    frame.draft().splice(builder);
    if (body.flow().isNever()) {
      throw new Diverged();
    }
    Variable result = body.result();
    return result == null ? frame.nothing() : returned(body, result, tree);
  }

  /** Returns what was returned; nothing where the method that should return was refused. */
  static Term returned(Frame body, Variable result, Tree at) {
    Term value = body.environment().get(result);
    if (value == null) {
      throw body.names().wrong(at);
    }
    return value;
  }

  private static void body(Frame body, MethodTree tree, Term object, List<Term> arguments) {
    if (Objects.isAnonymous(object)) {
      bring(body, object);
    }
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = tree.getParameters().get(i);
      TypeMirror type = body.names().type(parameter.getType());
      Variable variable = body.environment().declare(parameter.getName().toString(), type);
      Term argument = new Conversions(body).to(parameter, arguments.get(i), type);
      new Assignments(body).bind(variable, argument);
    }
    body.statements().sequence(tree.getBody().getStatements(), Frame.NOTHING);
    body.arriveAt(body.end());
  }

  /** Declares what was captured; the fields that a class declares itself are found through it. */
  static void bring(Frame body, Term object) {
    ObjectClass.Anonymous of = (ObjectClass.Anonymous) Objects.of(object);
    Set<String> own =
        ownFields(of.tree()).stream()
            .map(field -> field.getName().toString())
            .collect(Collectors.toSet());
    for (Object key : of.fields()) {
      if (key instanceof String name && !name.equals(ObjectClass.OUTER) && !own.contains(name)) {
        Term value = new Objects(body).held(of.tree(), object, key);
        body.environment().lend(name, value);
      }
    }
  }
}
