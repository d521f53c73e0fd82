package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Members;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.Records;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.names.Classes;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.GeneratedRecord;
import cotangent.processor.read.shape.Shapes;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls: finds the method, evaluates receiver and arguments, and decides what becomes of it.
 */
public final class Calls {
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of("clone", "equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final Frame frame;
  private final Expressions expressions;
  private final Conversions conversions;
  private final Members members;
  private final Arrays arrays;

  public Calls(Frame frame) {
    this.frame = frame;
    this.expressions = frame.expressions();
    this.conversions = new Conversions(frame);
    this.members = new Members(frame);
    this.arrays = new Arrays(frame);
  }

  public Term invoke(MethodInvocationTree tree) {
    if (tree.getMethodSelect() instanceof IdentifierTree simple) {
      String name = simple.getName().toString();
      List<Term> arguments = arguments(tree.getArguments());
      if (name.equals("this") || name.equals("super")) {
        return delegate(tree, name, arguments);
      }
      Optional<Term> ofAnonymous = ofAnonymous(tree, name, arguments);
      if (ofAnonymous.isPresent()) {
        return ofAnonymous.get();
      }
      Optional<String> companion = new GeneratedCalls(frame).importedFrom(name);
      if (companion.isPresent()) {
        return new GeneratedCalls(frame).call(tree, companion.get(), name, arguments);
      }
      ResolvedMethod method = frame.names().method(name, types(tree, arguments), tree);
      Term self = method.isStatic() ? null : members.self(tree, method.owner());
      return call(tree, method, self, arguments);
    }
    MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
    String name = select.getIdentifier().toString();
    Optional<String> companion = new GeneratedCalls(frame).companion(select.getExpression());
    if (companion.isPresent()) {
      List<Term> arguments = arguments(tree.getArguments());
      return new GeneratedCalls(frame).call(tree, companion.get(), name, arguments);
    }
    Optional<TypeElement> owner = members.typeNamed(select.getExpression());
    if (owner.isPresent()) {
      List<Term> arguments = arguments(tree.getArguments());
      ResolvedMethod method = frame.names().method(owner.get(), name, types(tree, arguments), tree);
      if (!method.isStatic()) {
        throw frame.names().wrong(tree);
      }
      return call(tree, method, null, arguments);
    }
    if (select.getExpression() instanceof IdentifierTree identifier
        && identifier.getName().contentEquals("super")) {
      return ofSuperclass(tree, name, members.self(identifier));
    }
    if (select.getExpression() instanceof MemberSelectTree qualified
        && qualified.getIdentifier().contentEquals("super")) {
      return ofSuperclass(tree, name, members.self(qualified));
    }
    Term receiver =
        frame.part(
            () -> expressions.value(select.getExpression()), () -> arguments(tree.getArguments()));
    if (receiver instanceof Term.Pending) {
      throw frame.names().wrong(tree);
    }
    List<Term> arguments = arguments(tree.getArguments());
    if (receiver.type() instanceof ArrayType) {
      return ofArray(tree, name, arrays.array(tree, receiver), arguments);
    }
    if (receiver.type() instanceof GeneratedRecord) {
      return GeneratedCalls.component(receiver, name).orElseThrow(() -> frame.names().wrong(tree));
    }
    Optional<MethodTree> own = AnonymousClasses.own(receiver, name, arguments.size());
    if (own.isPresent() && !frame.names().hasMethod(receiver.type(), name)) {
      return new AnonymousClasses(frame).call(tree, own.get(), receiver, arguments);
    }
    ResolvedMethod method =
        frame.names().method(receiver.type(), name, types(tree, arguments), tree);
    return call(tree, method, method.isStatic() ? null : receiver, arguments);
  }

  /** Reads the call of a method that an anonymous class has, by its simple name. */
  private Optional<Term> ofAnonymous(MethodInvocationTree tree, String name, List<Term> arguments) {
    Term self = frame.self();
    if (self == null || !Objects.isAnonymous(self)) {
      return Optional.empty();
    }
    if (frame.names().hasMethod(self.type(), name)) {
      ResolvedMethod method = frame.names().method(self.type(), name, types(tree, arguments), tree);
      return Optional.of(call(tree, method, method.isStatic() ? null : self, arguments));
    }
    return AnonymousClasses.own(self, name, arguments.size())
        .map(own -> new AnonymousClasses(frame).call(tree, own, self, arguments));
  }

  /** Reads {@code super.f(arguments)}: the method that is inherited runs, whatever overrides it. */
  private Term ofSuperclass(MethodInvocationTree tree, String name, Term self) {
    List<Term> arguments = arguments(tree.getArguments());
    TypeMirror above = above(tree, self);
    ResolvedMethod method = frame.names().method(above, name, types(tree, arguments), tree);
    List<Term> passed = passed(tree, method, arguments);
    Optional<Source> source = frame.names().program().source(method.element());
    if (source.isEmpty()) {
      throw frame.refusal(
          tree,
          Problem.SYNTAX,
          "a method of the superclass whose source is not in this compilation",
          "call a static or private method");
    }
    Term seen = self.isObject() ? new Objects(frame).seenIn(self, method.owner()) : self.as(above);
    return Inlining.of(frame.reading()).call(frame, tree, source.get(), method, seen, passed);
  }

  private TypeMirror above(MethodInvocationTree tree, Term self) {
    ExpressionTree named = ((MemberSelectTree) tree.getMethodSelect()).getExpression();
    if (named instanceof MemberSelectTree qualified) {
      return members
          .typeNamed(qualified.getExpression())
          .map(type -> (TypeMirror) type.asType())
          .orElseThrow(() -> frame.names().wrong(tree));
    }
    return Objects.isAnonymous(self) ? self.type() : frame.names().owner().getSuperclass();
  }

  /**
   * Reads the call of what a method reference names.
   *
   * @param receiver the object before the colons; null where a class stands there
   */
  public Term referred(MemberReferenceTree tree, @Nullable Term receiver, List<Term> arguments) {
    String name = tree.getName().toString();
    List<TypeMirror> given = types(tree, arguments);
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return made(tree, arguments, given);
    } else if (receiver != null) {
      ResolvedMethod method = frame.names().method(receiver.type(), name, given, tree);
      return call(tree, method, receiver, arguments);
    }
    Optional<TypeElement> type = members.typeNamed(tree.getQualifierExpression());
    if (type.isEmpty()) {
      return ofSuperclassReferred(tree, name, given, arguments);
    }
    boolean isStatic = frame.names().hasMethod(type.get(), name, true, arguments.size());
    boolean isOfFirst =
        !arguments.isEmpty()
            && frame.names().hasMethod(type.get(), name, false, arguments.size() - 1);
    if (isStatic == isOfFirst) {
      throw frame.refusal(tree, Problem.UNCERTAIN_CALL, name);
    } else if (isStatic) {
      ResolvedMethod method = frame.names().method(type.get(), name, given, tree);
      return call(tree, method, null, arguments);
    }
    List<Term> others = arguments.subList(1, arguments.size());
    TypeMirror seen = given.get(0);
    ResolvedMethod method = frame.names().method(seen, name, types(tree, others), tree);
    return call(tree, method, arguments.get(0), others);
  }

  private Term ofSuperclassReferred(
      MemberReferenceTree tree, String name, List<TypeMirror> given, List<Term> arguments) {
    TypeMirror above = frame.names().owner().getSuperclass();
    ResolvedMethod method = frame.names().method(above, name, given, tree);
    throw frame.refusal(
        tree,
        Problem.SYNTAX,
        "a reference to the superclass's " + method.element() + " of " + arguments.size(),
        "write a lambda expression");
  }

  private Term made(MemberReferenceTree tree, List<Term> arguments, List<TypeMirror> given) {
    TypeMirror type = frame.names().type(tree.getQualifierExpression());
    if (type instanceof ArrayType) {
      throw frame.refusal(
          tree, Problem.SYNTAX, "a reference that makes arrays", "write a lambda expression");
    }
    ResolvedMethod constructor = frame.names().constructor(type, given, tree);
    return make(tree, type, constructor, passed(tree, constructor, arguments), given, null);
  }

  /** Reads {@code this(...)} in a record's constructor. */
  private Term delegate(MethodInvocationTree tree, String name, List<Term> arguments) {
    TypeMirror record = frame.constructed();
    if (record == null && frame.self() instanceof Term.Mutable self) {
      return delegate(tree, name.equals("super"), self, arguments);
    }
    if (record == null || name.equals("super")) {
      throw Syntax.refusal(frame, tree);
    }
    ResolvedMethod constructor = frame.names().constructor(record, types(tree, arguments), tree);
    Term made =
        new RecordConstructors(frame)
            .read(tree, record, constructor, passed(tree, constructor, arguments));
    Iterator<Term> components = ((Term.Tuple) made).components().iterator();
    frame.fields().values().forEach(field -> frame.environment().set(field, components.next()));
    return frame.nothing();
  }

  /** Runs another constructor on the object that is being made. */
  private Term delegate(
      MethodInvocationTree tree, boolean above, Term.Mutable self, List<Term> arguments) {
    TypeElement type = frame.names().owner();
    TypeMirror site = above ? type.getSuperclass() : type.asType();
    TypeElement element = (TypeElement) ((DeclaredType) site).asElement();
    Construction construction = new Construction(frame);
    if (Classes.superclass(type).isPresent() || !above) {
      ResolvedMethod constructor = frame.names().constructor(site, types(tree, arguments), tree);
      List<Term> passed = passed(tree, constructor, arguments);
      construction.run(tree, self, element, constructor.element(), passed);
    }
    if (above) {
      construction.initialise(self, type);
    }
    return frame.nothing();
  }

  private List<Term> arguments(List<? extends ExpressionTree> trees) {
    List<Term> arguments = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      ExpressionTree tree = trees.get(i);
      List<? extends ExpressionTree> others = trees.subList(i + 1, trees.size());
      Term argument = frame.part(() -> expressions.value(tree), () -> arguments(others));
      boolean takesShape =
          argument instanceof Term.Single && tree instanceof NewClassTree made && isDiamond(made);
      arguments.add(
          takesShape
              ? argument.as(frame.names().program().types().erasure(argument.type()))
              : argument);
    }
    return arguments;
  }

  private static boolean isDiamond(NewClassTree tree) {
    return tree.getIdentifier() instanceof ParameterizedTypeTree parameterized
        && parameterized.getTypeArguments().isEmpty();
  }

  private List<TypeMirror> types(Tree at, List<Term> arguments) {
    for (Term argument : arguments) {
      if (argument.type().getKind() == TypeKind.VOID) {
        throw frame.names().wrong(at);
      }
      if (argument.type() instanceof GeneratedRecord) {
        throw frame.refusal(
            at,
            Problem.RECORD_PASSED,
            argument.type(),
            "its class is yet to be generated",
            "pass its components");
      }
    }
    return arguments.stream().<TypeMirror>map(Term::type).toList();
  }

  private Term ofArray(Tree at, String name, Term array, List<Term> arguments) {
    if (!METHODS_OF_OBJECT.contains(name)) {
      throw frame.names().wrong(at);
    }
    if (!name.equals("clone") || !arguments.isEmpty()) {
      throw frame.refusal(
          at, Problem.SYNTAX, "the method " + name + " of an array", "write a loop");
    }
    return arrays.clone(at, array);
  }

  private Term call(Tree at, ResolvedMethod named, @Nullable Term receiver, List<Term> arguments) {
    ResolvedMethod method =
        receiver instanceof Term.Tuple record
            ? Records.implementation(frame, record, named)
            : named;
    List<Term> passed = passed(at, method, arguments);
    String owner = method.owner().getQualifiedName().toString();
    String name = method.element().getSimpleName().toString();
    Optional<Term> list =
        receiver == null ? new Lists(frame).of(at, method, passed) : Optional.empty();
    if (list.isPresent()) {
      return list.get();
    }
    Optional<Op> operation = receiver == null ? operation(owner, name, method) : Optional.empty();
    if (operation.isPresent()) {
      Value[] operands = passed.stream().map(frame::single).toArray(Value[]::new);
      frame.at(at);
      Value result = frame.draft().apply(operation.get(), operands);
      return new Term.Single(method.result(), result);
    }
    if (receiver != null && receiver.isObject()) {
      return new Virtual(frame).call(at, method, receiver, passed);
    }
    return onOutside(at, method, receiver, passed, given(method, arguments, passed));
  }

  /** Reads a call on an object that came from outside; the arguments are converted. */
  public Term onOutside(Tree at, ResolvedMethod method, Term receiver, List<Term> passed) {
    List<TypeMirror> given = passed.stream().<TypeMirror>map(Term::type).toList();
    return onOutside(at, method, receiver, passed, given);
  }

  private Term onOutside(
      Tree at,
      ResolvedMethod method,
      @Nullable Term receiver,
      List<Term> passed,
      List<TypeMirror> given) {
    String owner = method.owner().getQualifiedName().toString();
    String name = method.element().getSimpleName().toString();
    Optional<Term> known = new ArrayMethods(frame).call(at, owner, name, passed);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Term> ruled = new RuledCalls(frame).call(at, method, receiver, passed);
    if (ruled.isPresent()) {
      return ruled.get();
    }
    Optional<Term> handed = new HandedOn(frame, conversions).call(at, method, receiver, passed);
    if (handed.isPresent()) {
      return handed.get();
    }
    Dispatch dispatch = Dispatch.of(frame.reading());
    boolean isChosen = false;
    if (receiver instanceof Term.Single object && dispatch.mayChoose(frame, method)) {
      isChosen = true;
      if (dispatch.isNeeded(frame, method, object, passed)) {
        checkDiamonds(at, method, passed);
        return dispatch.call(frame, at, method, object, passed);
      }
    }
    Optional<Source> source = frame.names().program().source(method.element());
    if (source.isPresent() && !isChosen) {
      checkDiamonds(at, method, passed);
      return Inlining.of(frame.reading()).call(frame, at, source.get(), method, receiver, passed);
    }
    if (receiver instanceof Term.Tuple record) {
      Optional<Term> component = Records.accessed(record, method);
      if (component.isPresent()) {
        return component.get();
      }
    }
    return new OpaqueCalls(frame).method(at, method, receiver, passed, given);
  }

  /** Refuses {@code f(new C<>())} where the parameter says what the type arguments are. */
  private void checkDiamonds(Tree at, ResolvedMethod method, List<Term> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror parameter = method.parameters().get(i);
      if (!(arguments.get(i) instanceof Term.Single single)) {
        continue;
      }
      String wanted = frame.shapes().reference(parameter, frame.names().position(at)).toString();
      if (single.value().type().toString().contains("?")
          && wanted.contains("<")
          && !wanted.contains("?")
          && !Shapes.hasVariables(parameter)) {
        throw frame.refusal(at, Problem.UNCERTAIN_CALL, method.element().getSimpleName());
      }
    }
  }

  private Optional<Op> operation(String owner, String name, ResolvedMethod method) {
    if (!method.parameters().stream().allMatch(type -> type.getKind().isPrimitive())) {
      return Optional.empty();
    }
    List<Type> types =
        method.parameters().stream()
            .<Type>map(type -> Type.Scalar.valueOf(type.getKind().name()))
            .toList();
    return Operations.method(owner, name, types);
  }

  /** Converts the arguments, and packs those of a variadic method into an array. */
  private List<Term> passed(Tree at, ResolvedMethod method, List<Term> arguments) {
    List<Term> passed = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      passed.add(conversions.to(at, arguments.get(i), method.parameter(i)));
    }
    if (!method.spread()) {
      return passed;
    }
    int last = method.parameters().size() - 1;
    TypeMirror type = method.parameters().get(last);
    Term array = arrays.packed(at, type, passed.subList(last, passed.size()));
    List<Term> all = new ArrayList<>(passed.subList(0, last));
    all.add(array);
    return all;
  }

  /** Gives the types that the arguments had before they were converted, or packed. */
  private static List<TypeMirror> given(
      ResolvedMethod method, List<Term> arguments, List<Term> passed) {
    List<TypeMirror> types = new ArrayList<>();
    for (int i = 0; i < passed.size(); i++) {
      boolean isPacked = method.spread() && i == passed.size() - 1;
      boolean isNumber = passed.get(i).type().getKind().isPrimitive();
      types.add((isPacked || isNumber ? passed : arguments).get(i).type());
    }
    return types;
  }

  public Term create(NewClassTree tree, @Nullable TypeMirror target) {
    ExpressionTree around = tree.getEnclosingExpression();
    if (around != null) {
      throw Syntax.refusal(frame, tree);
    } else if (tree.getClassBody() != null) {
      return anonymous(tree, target);
    }
    TypeMirror named = frame.names().type(tree.getIdentifier());
    List<Term> arguments = arguments(tree.getArguments());
    List<TypeMirror> given = types(tree, arguments);
    TypeMirror type = isDiamond(tree) ? frame.names().inferred(named, target, given, tree) : named;
    ResolvedMethod constructor = frame.names().constructor(type, given, tree);
    List<Term> passed = passed(tree, constructor, arguments);
    List<TypeMirror> seen = given(constructor, arguments, passed);
    return make(tree, type, constructor, passed, seen, null);
  }

  private Term make(
      Tree tree,
      TypeMirror type,
      ResolvedMethod constructor,
      List<Term> passed,
      List<TypeMirror> given,
      @Nullable Term outer) {
    if (frame.shapes().isTakenApart(type)) {
      return new RecordConstructors(frame).read(tree, type, constructor, passed);
    }
    TypeElement element = constructor.owner();
    Optional<Term> list = new Lists(frame).made(tree, type, constructor, passed);
    if (list.isPresent()) {
      return list.get();
    }
    if (new Construction(frame).takesApart(element)) {
      Term around = outer;
      if (around == null && Construction.isInner(element)) {
        around = members.self(tree, Owner.of(element));
      }
      return new Construction(frame)
          .create(tree, (DeclaredType) type, constructor.element(), passed, around);
    }
    if (element.getNestingKind() == NestingKind.MEMBER
        && !element.getModifiers().contains(Modifier.STATIC)) {
      throw Syntax.outerObject(
          frame, tree, "a new object of the inner class " + element.getSimpleName());
    }
    return new OpaqueCalls(frame).constructor(tree, type, constructor, passed, given);
  }

  private Term anonymous(NewClassTree tree, @Nullable TypeMirror target) {
    TypeMirror named = frame.names().type(tree.getIdentifier());
    List<Term> arguments = arguments(tree.getArguments());
    List<TypeMirror> given = types(tree, arguments);
    DeclaredType type =
        isDiamond(tree) && target instanceof DeclaredType wanted ? wanted : (DeclaredType) named;
    if (type.asElement().getKind().isInterface()) {
      return new AnonymousClasses(frame)
          .create(tree, tree.getClassBody(), type, null, arguments)
          .as(type);
    }
    ResolvedMethod constructor = frame.names().constructorAbove(type, given, tree);
    List<Term> passed = passed(tree, constructor, arguments);
    return new AnonymousClasses(frame)
        .create(tree, tree.getClassBody(), type, constructor.element(), passed)
        .as(type);
  }
}
