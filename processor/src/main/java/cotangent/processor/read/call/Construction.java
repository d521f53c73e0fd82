package cotangent.processor.read.call;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Assignments;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.DeclaredFields;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.Superclasses;
import cotangent.processor.read.names.This;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Makes objects of classes whose source is at hand: runs their constructors, field by field. */
public final class Construction {
  private final Frame frame;
  private final Program program;

  public Construction(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
  }

  /**
   * Makes an object.
   *
   * @param outer the object around it; null where its class is static
   */
  public Term create(
      Tree at,
      DeclaredType type,
      ExecutableElement constructor,
      List<Term> arguments,
      @Nullable Term outer) {
    TypeElement element = (TypeElement) type.asElement();
    boolean isMixed = frame.reading().representations().isMixed(element);
    DeclaredType known = (DeclaredType) (isMixed ? element.asType() : frame.names().known(type));
    List<Object> keys = new ArrayList<>(Superclasses.fields(element));
    Map<Object, Variable> fields = new LinkedHashMap<>();
    for (VariableElement field : Superclasses.fields(element)) {
      TypeMirror held = program.types().asMemberOf(known, field);
      fields.put(field, declared(at, field, held));
    }
    if (outer != null) {
      keys.add(element);
      fields.put(element, set(frame.environment().field("", outer.type()), outer));
    }
    new Captures(frame)
        .of(at, element)
        .forEach(
            (key, value) -> {
              keys.add(key);
              fields.put(key, set(frame.environment().field("", value.type()), value));
            });
    Made made = new Made(new ObjectClass.Declared(known, keys), fields);
    Term.Mutable self = new Term.Mutable(type, made);
    boolean isFixed =
        program.classes().isFixed(element)
            && !frame.reading().representations().hasIdentity(element);
    return made(at, self, isFixed, one -> run(at, one, element, constructor, arguments));
  }

  /**
   * Makes an object in the form that objects of its class have.
   *
   * @param isFixed whether its fields never change once it is made
   * @param making runs its constructor
   */
  Term made(Tree at, Term.Mutable self, boolean isFixed, Consumer<Term> making) {
    Arenas arenas = Arenas.of(frame.reading());
    Object key = self.made().of().key();
    if (arenas.keeps(key) && frame.reading().representations().isHandedOut(key)) {
      Term taken = arenas.take(frame, at, self);
      making.accept(taken);
      return taken;
    }
    making.accept(self);
    if (arenas.keeps(key)) {
      return arenas.take(frame, at, self);
    }
    return isFixed ? fixed(at, self) : self;
  }

  /** Makes an object of the same class whose fields hold the same. */
  Term copy(Tree at, Term object) {
    if (object instanceof Term.Fixed) {
      return object;
    }
    ObjectClass of = Objects.of(object);
    Map<Object, Variable> fields = new LinkedHashMap<>();
    for (Object key : of.fields()) {
      Term held = new Objects(frame).held(at, object, key);
      TypeMirror type =
          object instanceof Term.Mutable mutable ? mutable.made().field(key).type() : held.type();
      fields.put(key, set(frame.environment().field(ObjectClass.name("", key), type), held));
    }
    return made(at, new Term.Mutable(object.type(), new Made(of, fields)), false, copied -> {});
  }

  /** Makes a field, which holds zero or null until it is assigned, or a constant from the start. */
  Variable declared(Tree at, VariableElement field, TypeMirror type) {
    Variable variable = frame.field(at, field, type);
    Object constant = field.getConstantValue();
    if (constant != null) {
      Conversions conversions = new Conversions(frame);
      set(variable, conversions.to(at, conversions.constant(constant), type));
    }
    return variable;
  }

  private Variable set(Variable variable, Term value) {
    frame.environment().set(variable, value);
    return variable;
  }

  private Term fixed(Tree at, Term.Mutable self) {
    ObjectClass of = self.made().of();
    List<Term> fields = new ArrayList<>();
    for (Object key : of.fields()) {
      Term value = frame.environment().get(self.made().field(key));
      if (value == null) {
        throw frame.unassigned(at, self.made().field(key));
      }
      fields.add(value);
    }
    return new Term.Fixed(self.type(), of, fields);
  }

  /** Runs a constructor on an object that is being made. */
  public void run(
      Tree at, Term self, TypeElement type, ExecutableElement constructor, List<Term> arguments) {
    Optional<Source> source = program.source(constructor);
    if (source.isEmpty()) {
      before(at, self, type);
      if (type.getKind() == ElementKind.RECORD) {
        assignAll(at, self, type, arguments);
      }
      return;
    }
    TypeMirror none = program.types().getNoType(TypeKind.VOID);
    Term here = Objects.seenIn(self, type);
    Names names = source.get().names().on(Objects.madeAs(self));
    Frame body = new Frame(frame.reading(), names, none, here);
    body(
        body,
        () ->
            OpenMethods.of(frame.reading())
                .within(constructor, () -> statements(body, at, here, source.get(), arguments)));
  }

  /** Fills a region with what a frame reads, and puts it here. */
  private void body(Frame body, Runnable action) {
    GraphBuilder builder = new GraphBuilder();
    body.region(builder, action);
    frame.draft().splice(builder);
    if (body.flow().isNever()) {
      throw new Diverged();
    }
  }

  private void statements(Frame body, Tree at, Term self, Source source, List<Term> arguments) {
    TypeElement type = Owner.of(source.element());
    Captures.bring(body, at);
    Map<String, Variable> parameters = MethodBody.parameters(body, source, arguments);
    List<? extends StatementTree> statements = source.tree().getBody().getStatements();
    if (statements.stream().noneMatch(Construction::isDelegation)) {
      before(at, self, type);
    }
    body.statements().sequence(statements, Frame.NOTHING);
    body.arriveAt(body.end());
    if (type.getKind() == ElementKind.RECORD
        && RecordConstructors.isCompact(source, Superclasses.fields(type).size())) {
      List<Term> given = new ArrayList<>();
      for (VariableElement parameter : source.element().getParameters()) {
        String name = parameter.getSimpleName().toString();
        given.add(
            body.environment().require(java.util.Objects.requireNonNull(parameters.get(name))));
      }
      assignAll(at, self, type, given);
    }
  }

  private void assignAll(Tree at, Term self, TypeElement record, List<Term> values) {
    List<VariableElement> fields = Superclasses.fields(record);
    for (int i = 0; i < fields.size(); i++) {
      new Objects(frame).assign(at, self, fields.get(i), values.get(i));
    }
  }

  private static boolean isDelegation(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && (This.isCalled(call) || This.isAboveCalled(call));
  }

  /** Does what comes before a constructor's own statements unless they say otherwise. */
  private void before(Tree at, Term self, TypeElement type) {
    Superclasses.superclass(type)
        .ifPresent(
            parent ->
                ElementFilter.constructorsIn(parent.getEnclosedElements()).stream()
                    .filter(each -> each.getParameters().isEmpty())
                    .findFirst()
                    .ifPresentOrElse(
                        none -> run(at, self, parent, none, List.of()),
                        () -> {
                          throw frame.names().wrong(at);
                        }));
    initialise(self, type);
  }

  /** Carries out the initialisers of a class, in their order. */
  public void initialise(Term self, TypeElement type) {
    Names names = program.names(type).orElseThrow().on(Objects.madeAs(self));
    if (type.getKind() != ElementKind.RECORD) {
      ClassTree tree = (ClassTree) java.util.Objects.requireNonNull(program.tree(type));
      initialise(self, tree, tree.getMembers(), names, name -> key(type, name));
    }
  }

  /** Returns the key of a field. */
  interface Keys {
    Object of(String name);
  }

  private static Object key(TypeElement type, String name) {
    return DeclaredFields.of(type).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Carries out the initialisers of a class.
   *
   * @param members those whose turn it is, of the class
   */
  void initialise(Term self, ClassTree tree, List<? extends Tree> members, Names names, Keys keys) {
    TypeMirror none = program.types().getNoType(TypeKind.VOID);
    Frame inside = new Frame(frame.reading(), names, none, self);
    body(
        inside,
        () -> {
          if (names.enclosing().innermost().isUnnamed()) {
            AnonymousMembers.bring(inside, self);
          }
          Captures.bring(inside, tree);
          for (Tree member : members) {
            if (member instanceof VariableTree field && !isStatic(field)) {
              initialise(inside, self, field, keys);
            } else if (member instanceof BlockTree block && !block.isStatic()) {
              inside.statements().sequence(List.of(block), Frame.NOTHING);
            }
          }
        });
  }

  private void initialise(Frame inside, Term self, VariableTree tree, Keys keys) {
    ExpressionTree initial = tree.getInitializer();
    if (initial == null) {
      return;
    }
    Object key = keys.of(tree.getName().toString());
    if (self instanceof Term.Mutable mutable) {
      Variable field = mutable.made().field(key);
      Assignments assignments = new Assignments(inside);
      assignments.bind(field, inside.expressions().value(initial, field.type()));
    } else {
      TypeMirror held =
          key instanceof VariableElement field
              ? program.types().asMemberOf((DeclaredType) Objects.madeAs(self), field)
              : inside.names().type(tree.getType());
      new Objects(inside).assign(tree, self, key, inside.expressions().value(initial, held));
    }
  }

  private static boolean isStatic(VariableTree tree) {
    return tree.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  /** Whether objects of a class have another one around them. */
  public static boolean isInner(TypeElement type) {
    boolean isInMethod =
        type.getNestingKind() == NestingKind.LOCAL
            && !java.util.Objects.requireNonNull(type.getEnclosingElement())
                .getModifiers()
                .contains(Modifier.STATIC);
    return (type.getNestingKind() == NestingKind.MEMBER || isInMethod)
        && !type.getModifiers().contains(Modifier.STATIC)
        && type.getKind() == ElementKind.CLASS;
  }
}
