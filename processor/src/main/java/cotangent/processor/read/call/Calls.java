package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.EnclosingObjects;
import cotangent.processor.read.expression.HeldFunctions;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.expression.ObjectCasts;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.Records;
import cotangent.processor.read.frame.Calling;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.names.Enclosing;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.GeneratedRecord;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls: finds the method, evaluates receiver and arguments, and decides what becomes of it.
 */
public final class Calls implements Calling {
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of("clone", "equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final Frame frame;
  private final Expressions expressions;
  private final Conversions conversions;
  private final NamedValues members;
  private final EnclosingObjects objects;
  private final Arrays arrays;
  private final ArgumentList list;

  public Calls(Frame frame) {
    this.frame = frame;
    this.expressions = frame.expressions();
    this.conversions = new Conversions(frame);
    this.members = new NamedValues(frame);
    this.objects = new EnclosingObjects(frame);
    this.arrays = new Arrays(frame);
    this.list = new ArgumentList(frame);
  }

  public Term invoke(MethodInvocationTree tree, @Nullable TypeMirror target) {
    if (tree.getMethodSelect() instanceof IdentifierTree simple) {
      return bySimpleName(tree, simple.getName().toString(), target);
    }
    MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
    String name = select.getIdentifier().toString();
    if (name.equals("super")) {
      throw Syntax.outerObject(frame, tree, "a constructor of an inner superclass");
    }
    Optional<String> companion = new GeneratedCalls(frame).companion(select.getExpression());
    if (companion.isPresent()) {
      List<Term> arguments = list.evaluated(tree.getArguments());
      return new GeneratedCalls(frame).call(tree, companion.get(), name, list.made(arguments));
    }
    Optional<TypeElement> owner = members.typeNamed(select.getExpression());
    if (owner.isPresent()) {
      TypeMirror ofFunctions = CollectionTypes.ofFunctions(owner.get(), name, target);
      ArgumentList.Chosen chosen =
          list.chosen(
              tree,
              tree.getArguments(),
              ofFunctions,
              types -> wanted(tree, frame.names().method(owner.get(), name, types, tree), target));
      if (!chosen.method().isStatic()) {
        throw frame.names().wrong(tree);
      }
      return call(tree, chosen.method(), null, chosen.arguments());
    }
    if (NamedValues.isSuper(select.getExpression())) {
      return new SuperCalls(frame).call(tree, select);
    }
    return onValue(tree, select.getExpression(), name, target);
  }

  private ResolvedMethod wanted(
      MethodInvocationTree tree, ResolvedMethod method, @Nullable TypeMirror target) {
    return tree.getTypeArguments().isEmpty() ? frame.names().wanted(method, target) : method;
  }

  /** Reads {@code f(arguments)}, {@code this(arguments)}, {@code super(arguments)}. */
  private Term bySimpleName(MethodInvocationTree tree, String name, @Nullable TypeMirror target) {
    if (name.equals("this") || name.equals("super")) {
      return new NewObjects(frame).delegate(tree, name);
    }
    Optional<Term> ofUnnamed = ofUnnamed(tree, name);
    if (ofUnnamed.isPresent()) {
      return ofUnnamed.get();
    }
    Optional<String> companion = new GeneratedCalls(frame).importedFrom(name);
    if (companion.isPresent()) {
      List<Term> arguments = list.evaluated(tree.getArguments());
      return new GeneratedCalls(frame).call(tree, companion.get(), name, list.made(arguments));
    }
    ArgumentList.Chosen chosen =
        chosen(tree, target, types -> frame.names().method(name, types, tree));
    ResolvedMethod method = chosen.method();
    Term self = method.isStatic() ? null : objects.ofMethod(tree, name);
    return call(tree, method, self, chosen.arguments());
  }

  private ArgumentList.Chosen chosen(
      MethodInvocationTree tree,
      @Nullable TypeMirror target,
      Function<List<TypeMirror>, ResolvedMethod> choice) {
    return list.chosen(
        tree, tree.getArguments(), types -> wanted(tree, choice.apply(types), target));
  }

  /** Reads {@code value.f(arguments)}. */
  private Term onValue(
      MethodInvocationTree tree, ExpressionTree value, String name, @Nullable TypeMirror target) {
    Term receiver =
        frame.part(() -> expressions.value(value), () -> list.evaluated(tree.getArguments()));
    if (receiver instanceof Term.Pending) {
      throw frame.names().wrong(tree);
    }
    if (receiver.type() instanceof ArrayType) {
      List<Term> arguments = list.evaluated(tree.getArguments());
      return ofArray(tree, name, arrays.array(tree, receiver), arguments);
    }
    if (receiver.type() instanceof GeneratedRecord) {
      return GeneratedCalls.component(receiver, name).orElseThrow(() -> frame.names().wrong(tree));
    }
    TypeMirror site = objects.site(value, receiver);
    int count = tree.getArguments().size();
    Optional<MethodTree> own = AnonymousMembers.own(receiver, name, count);
    if (own.isPresent()
        && (!frame.names().members().hasMethod(site, name)
            || objects.unnamed(value, receiver).stream()
                .anyMatch(each -> frame.names().enclosing().isOnlyWritten(each, name, count)))) {
      List<Term> arguments = list.evaluated(tree.getArguments());
      return new AnonymousClasses(frame).call(tree, own.get(), receiver, list.made(arguments));
    }
    ArgumentList.Chosen chosen =
        chosen(tree, target, types -> frame.names().method(site, name, types, tree));
    ResolvedMethod method = chosen.method();
    return call(tree, method, method.isStatic() ? null : receiver, chosen.arguments());
  }

  /** Reads the call of a method that only the tree of a class without a name tells. */
  private Optional<Term> ofUnnamed(MethodInvocationTree tree, String name) {
    Enclosing enclosing = frame.names().enclosing();
    if (!enclosing.innermost().isUnnamed()) {
      return EnumBodies.of(frame.reading()).own(frame, tree, name);
    }
    int count = tree.getArguments().size();
    return enclosing
        .ofMethod(name)
        .filter(site -> enclosing.isOnlyWritten(site, name, count))
        .map(site -> objects.ofMethod(tree, name))
        .flatMap(
            object ->
                AnonymousMembers.own(object, name, count)
                    .map(
                        own -> {
                          List<Term> arguments = list.evaluated(tree.getArguments());
                          return new AnonymousClasses(frame)
                              .call(tree, own, object, list.made(arguments));
                        }));
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

  @Override
  public Term call(Tree at, ResolvedMethod named, @Nullable Term object, List<Term> arguments) {
    Term receiver = object == null ? null : new ObjectCasts(frame).having(at, named, object);
    ShapeNotes notes = new ShapeNotes(frame);
    notes.operation(at, named, receiver, arguments, null);
    Term result = called(at, named, receiver, arguments);
    notes.operation(at, named, receiver, arguments, result);
    return result;
  }

  private Term called(
      Tree at, ResolvedMethod named, @Nullable Term receiver, List<Term> arguments) {
    ResolvedMethod method =
        receiver instanceof Term.Tuple record
            ? Records.implementation(frame, record, named)
            : named;
    Optional<Term> unconverted = unconverted(at, method, receiver, arguments);
    if (unconverted.isPresent()) {
      return unconverted.get();
    }
    List<Term> told = new Texts(frame).told(at, method, arguments);
    List<Term> passed = list.passed(at, method, told);
    String owner = method.owner().getQualifiedName().toString();
    String name = method.element().getSimpleName().toString();
    Optional<Term> list =
        receiver == null
            ? new LibraryObjects(frame)
                .of(at, method, passed, ArgumentList.given(method, told, passed))
            : Optional.empty();
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
    if (receiver != null) {
      new Objects(frame).requireMembers(at, receiver);
    }
    if (receiver != null && receiver.isObject()) {
      return new Virtual(frame).call(at, method, receiver, passed);
    }
    return onOutside(at, method, receiver, passed, ArgumentList.given(method, told, passed));
  }

  /** Reads a call that is known by its arguments as they are written. */
  private Optional<Term> unconverted(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    TensorCalls tensors = new TensorCalls(frame);
    return tensors
        .spread(at, method, receiver, arguments)
        .or(() -> tensors.equal(at, method, receiver, arguments))
        .or(() -> tensors.hash(at, method, receiver))
        .or(() -> ofEveryObject(at, method, receiver, arguments))
        .or(() -> ofEach(at, method, arguments));
  }

  private Optional<Term> ofEveryObject(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    return receiver == null || receiver instanceof Term.Tuple
        ? new ObjectMethods(frame).call(at, method, receiver, arguments)
        : Optional.empty();
  }

  private Optional<Term> ofEach(Tree at, ResolvedMethod method, List<Term> arguments) {
    return method.spread() && method.isStatic()
        ? new LibraryObjects(frame).ofEach(at, method, list.converted(at, method, arguments))
        : Optional.empty();
  }

  @Override
  public Value told(Tree at, Term term) {
    return new Texts(frame).of(at, term);
  }

  @Override
  public @Nullable TypeMirror typeOf(ExpressionTree tree) {
    return new OpenFunctions(frame).typeOf(tree);
  }

  @Override
  public void given(Tree at, VariableElement field, Term term) {
    new ShapeNotes(frame).given(at, field, term);
  }

  @Override
  public Term on(Tree at, ResolvedMethod method, Term receiver, List<Term> passed) {
    if (receiver.isObject()) {
      return new Virtual(frame).call(at, method, receiver, passed);
    }
    List<TypeMirror> given = passed.stream().<TypeMirror>map(Term::type).toList();
    return onOutside(at, method, receiver, passed, given);
  }

  /** Reads a call whose method isn't looked into because its effect is known. */
  private Optional<Term> known(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> passed) {
    String owner = method.owner().getQualifiedName().toString();
    String name = method.element().getSimpleName().toString();
    return new ArrayMethods(frame)
        .call(at, owner, name, passed)
        .or(() -> new TensorCalls(frame).stop(at, method, passed))
        .or(() -> new RuledCalls(frame).call(at, method, receiver, passed))
        .or(() -> new HandedOn(frame, conversions).call(at, method, receiver, passed))
        .or(() -> new RetoldCalls(frame).onOutside(at, method, receiver, passed));
  }

  private Term onOutside(
      Tree at,
      ResolvedMethod method,
      @Nullable Term receiver,
      List<Term> passed,
      List<TypeMirror> given) {
    Optional<Term> known = known(at, method, receiver, passed);
    if (known.isPresent()) {
      return known.get();
    }
    Dispatch dispatch = Dispatch.of(frame.reading());
    boolean isChosen = false;
    if (receiver instanceof Term.Single object && dispatch.mayChoose(frame, method, object)) {
      isChosen = true;
      if (dispatch.isNeeded(frame, method, object, passed)) {
        HeldFunctions.of(frame.reading()).meet(frame, method, passed);
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
      Optional<Term> component = Records.accessed(frame, at, record, method);
      if (component.isPresent()) {
        return component.get();
      }
    }
    if (receiver instanceof Term.Single) {
      HeldFunctions.of(frame.reading()).meet(frame, method, passed);
      CopiedCollections.of(frame.reading()).meet(frame, method, passed);
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
          && !Spelling.hasVariables(parameter)) {
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
}
