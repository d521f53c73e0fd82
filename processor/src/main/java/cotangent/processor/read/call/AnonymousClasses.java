package cotangent.processor.read.call;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.expression.Closures;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ConstantNames;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Superclasses;
import cotangent.processor.read.scan.Assigned;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of anonymous classes. javac doesn't know their members yet, so these are found in
 * the tree.
 */
public final class AnonymousClasses {
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
    if (extendsClass && !isObject(parent) && !new Objects(frame).takesApart(parent)) {
      throw frame.refusal(
          at, Problem.FUNCTION_ESCAPES, "an object of an anonymous class", Problem.HERE_ONLY);
    }
    Names names = frame.names().inside(tree, type);
    Map<Object, Variable> fields = new LinkedHashMap<>();
    List<VariableElement> inherited = extendsClass ? Superclasses.fields(parent) : List.of();
    for (VariableElement field : inherited) {
      TypeMirror held = program.types().asMemberOf(type, field);
      fields.put(field, new Construction(frame).declared(at, field, held));
    }
    List<VariableTree> own = AnonymousMembers.ownFields(tree);
    own.forEach(field -> fields.put(field.getName().toString(), declared(at, field)));
    captured(tree).forEach((key, term) -> fields.put(visible(key, names), holding(term)));
    ObjectClass of = new ObjectClass.Anonymous(tree, names, type, new ArrayList<>(fields.keySet()));
    Term.Mutable self = new Term.Mutable(type, new Made(of, fields));
    boolean isFixed = isFixed(tree, own) && (!extendsClass || program.classes().isFixed(parent));
    return new Construction(frame)
        .made(
            at,
            self,
            isFixed,
            made -> {
              Construction construction = new Construction(frame);
              List<Tree> members = new ArrayList<>(tree.getMembers());
              List<VariableTree> constants = constants(names, own);
              construction.initialise(made, tree, constants, names, name -> name);
              if (constructor != null && !isObject(parent)) {
                construction.run(at, made, parent, constructor, arguments);
              }
              members.removeAll(constants);
              construction.initialise(made, tree, members, names, name -> name);
            });
  }

  private static boolean isObject(TypeElement type) {
    return type.getQualifiedName().contentEquals("java.lang.Object");
  }

  private Variable declared(Tree at, VariableTree tree) {
    return frame.field(at, tree.getName().toString(), frame.names().type(tree.getType()));
  }

  /** Returns the fields that hold their value from the start. */
  private static List<VariableTree> constants(Names names, List<VariableTree> fields) {
    ConstantNames constants = new ConstantNames(names);
    return fields.stream().filter(field -> constants.isConstant(field)).toList();
  }

  private Variable holding(Term term) {
    Variable variable = frame.environment().field("", term.type());
    frame.environment().set(variable, term);
    return variable;
  }

  /**
   * Returns the key of what was captured: a variable that a field of the class hides is seen by
   * local classes that are named, and not by this one.
   */
  private static Object visible(Object key, Names names) {
    boolean isHidden =
        key instanceof String name
            && names.enclosing().ofField(name).stream().anyMatch(site -> site.depth() == 0);
    return isHidden ? new ObjectClass.Captured((String) key) : key;
  }

  private Map<Object, Term> captured(ClassTree tree) {
    Map<Object, Term> captured = new LinkedHashMap<>();
    if (frame.self() != null) {
      captured.put(ObjectClass.OUTER, frame.self());
    }
    Closures.capture(frame, tree, captured);
    return captured;
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

  /** Reads a call of a method that the class has or inherits. */
  Term call(
      Tree at, ResolvedMethod method, Term object, ObjectClass.Anonymous of, List<Term> arguments) {
    Optional<MethodTree> found =
        AnonymousMembers.own(program, of.tree(), of.names(), of.type(), method.element());
    if (found.isPresent()) {
      Names names = of.names().in(found.get(), method.element());
      Term result =
          new TreeMethods(frame).call(at, found.get(), names, object.as(of.type()), arguments);
      return method.result().getKind() == TypeKind.VOID ? result : result.as(method.result());
    }
    TypeElement parent = (TypeElement) of.type().asElement();
    ExecutableElement inherited =
        program.classes().implementation(parent, method.element()).orElse(method.element());
    return new RunningMethod(frame).call(at, method, inherited, object, arguments);
  }

  /** Reads a call of one of the class's own methods. */
  public Term call(Tree at, MethodTree tree, Term object, List<Term> arguments) {
    ObjectClass.Anonymous of = (ObjectClass.Anonymous) Objects.of(object);
    return new TreeMethods(frame).call(at, tree, of.names(), object.as(of.type()), arguments);
  }
}
