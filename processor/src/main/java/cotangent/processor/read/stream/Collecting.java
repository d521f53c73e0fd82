package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.call.ArrayMethods;
import cotangent.processor.read.call.Functions;
import cotangent.processor.read.call.Lists;
import cotangent.processor.read.call.OpaqueCalls;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.FixedList;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Puts all elements that come through a stream into an array or a list. */
final class Collecting {
  private static final String COMPARATOR = "java.util.Comparator";

  private final Frame frame;
  private final Draft draft;
  private final Program program;
  private final MethodInvocationTree at;
  private final Elements pipeline;

  Collecting(Frame frame, MethodInvocationTree at, Elements pipeline) {
    this.frame = frame;
    this.draft = frame.draft();
    this.program = frame.names().program();
    this.at = at;
    this.pipeline = pipeline;
  }

  /** Puts the elements into an array. */
  Term array() {
    boolean isOfObjects = pipeline.kind() == TypeKind.DECLARED;
    if (!isOfObjects) {
      return pipeline.isBounded() ? numbers() : new Lists(frame).exactly(at, list());
    }
    Term list = list();
    Term all = new Lists(frame).exactly(at, list);
    TypeMirror element = ((DeclaredType) list.type()).getTypeArguments().get(0);
    return Arrays.element(all).getKind().isPrimitive()
        ? new Arrays(frame).boxed(at, program.types().getArrayType(element), all)
        : all;
  }

  /** Puts the elements into what a constructor makes. */
  Term into(ExpressionTree supplier) {
    TypeMirror element = element();
    StreamFunctions functions = pipeline.functions();
    DeclaredType type = program.types().getDeclaredType(made(supplier), element);
    Term all = functions.call(functions.given(supplier), "Supplier", List.of(type)).as(type);
    ResolvedMethod add = frame.names().implied(type, "add", List.of(element), at);
    pipeline.each(
        Set.of(),
        each -> {
          Term boxed = functions.boxed(at, each);
          if (Lists.isList(all)) {
            new Lists(frame).append(at, all, boxed);
          } else {
            Term unused = frame.calling().on(at, add, all, List.of(boxed));
          }
        });
    return all;
  }

  /** Finds the class of a collection that a function makes anew. */
  private TypeElement made(ExpressionTree supplier) {
    Tree named =
        supplier instanceof MemberReferenceTree reference
                && reference.getMode() == MemberReferenceTree.ReferenceMode.NEW
            ? reference.getQualifierExpression()
            : supplier instanceof LambdaExpressionTree lambda
                    && lambda.getBody() instanceof NewClassTree made
                    && made.getClassBody() == null
                ? made.getIdentifier()
                : null;
    if (named != null
        && frame.names().type(named) instanceof DeclaredType type
        && type.asElement() instanceof TypeElement of
        && of.getTypeParameters().size() == 1) {
      return of;
    }
    throw frame.refusal(supplier, Problem.STREAM, "this collector", "write ArrayList::new");
  }

  /** Puts numbers into an array as long as the source, and cuts that where some are left. */
  private Term numbers() {
    TypeMirror number = pipeline.functions().number(pipeline.kind());
    Type type = Type.array(Type.Scalar.valueOf(pipeline.kind().name()));
    Value all = frame.at(at).newArray("elements", type, pipeline.most());
    TypeMirror counting = program.types().getPrimitiveType(TypeKind.INT);
    Variable count = frame.environment().unnamed("count", counting);
    frame.environment().set(count, new Term.Single(counting, draft.constant(0)));
    pipeline.each(
        Set.of(count),
        each -> {
          Value place = frame.single(frame.environment().require(count));
          frame.at(at).write(all, place, new Conversions(frame).scalar(at, each));
          Value next = draft.apply(Operations.ADD, place, draft.constant(1));
          frame.environment().set(count, new Term.Single(counting, next));
        });
    Value length = frame.single(frame.environment().require(count));
    frame.environment().forget(count);
    TypeMirror array = program.types().getArrayType(number);
    if (pipeline.isFull()) {
      return new Term.Single(array, all);
    }
    Value cut = frame.at(at).newArray("elements", type, length);
    Value zero = draft.constant(0);
    frame.at(at).add(new Step.Copy(all, zero, cut, zero, length, frame.names().position(at)));
    return new Term.Single(array, cut);
  }

  /** Puts the elements into a new list that grows. */
  Term list() {
    Lists lists = new Lists(frame);
    TypeElement type = program.elements().getTypeElement("java.util.ArrayList");
    DeclaredType made = program.types().getDeclaredType(type, element());
    Term list = lists.empty(at, made);
    pipeline.each(
        Set.of(), element -> lists.append(at, list, pipeline.functions().boxed(at, element)));
    return list;
  }

  /** Returns the elements in a list that can't be changed. */
  Term fixedList(FixedList kind) {
    Term list = list();
    TypeElement type = program.elements().getTypeElement("java.util.List");
    TypeMirror element = ((DeclaredType) list.type()).getTypeArguments().get(0);
    Lists lists = new Lists(frame);
    DeclaredType fixed = program.types().getDeclaredType(type, element);
    Term all = lists.exactly(at, list);
    return kind == FixedList.WITHOUT_NULL
        ? lists.withoutNull(at, fixed, all, lists.size(at, list))
        : lists.fixed(kind, fixed, all, lists.size(at, list));
  }

  /** Sorts the elements, by a comparator where one is given. */
  StreamSource sorted(List<? extends ExpressionTree> order) {
    boolean isOfObjects = pipeline.kind() == TypeKind.DECLARED;
    if (!isOfObjects) {
      Term array = array();
      List<Term> sorted = List.of(array);
      Term unused =
          new ArrayMethods(frame)
              .call(at, "java.util.Arrays", "sort", sorted)
              .orElseGet(() -> calling("java.util.Arrays", "sort", sorted));
      return new Sources(frame).array(at, array);
    }
    Term list = list();
    TypeMirror element = ((DeclaredType) list.type()).getTypeArguments().get(0);
    TypeElement comparator = program.elements().getTypeElement(COMPARATOR);
    Term by =
        order.isEmpty()
            ? new Term.Nothing(comparator.asType())
            : Objects.requireNonNull(comparator(order.get(0), element).value());
    new Lists(frame).sort(at, list, by);
    return new Sources(frame).list(at, list);
  }

  /** Calls a static method on whole numbers, which needn't be looked into. */
  private Term calling(String type, String name, List<Term> arguments) {
    TypeMirror owner = program.elements().getTypeElement(type).asType();
    List<TypeMirror> given = arguments.stream().<TypeMirror>map(Term::type).toList();
    ResolvedMethod method = frame.names().implied(owner, name, given, at);
    return new OpaqueCalls(frame).method(at, method, null, arguments);
  }

  /** Reads an order of elements. */
  StreamFunctions.Given comparator(ExpressionTree tree, TypeMirror element) {
    TypeElement comparator = program.elements().getTypeElement(COMPARATOR);
    DeclaredType type = program.types().getDeclaredType(comparator, element);
    return new StreamFunctions.Given(tree, frame.expressions().value(tree, type));
  }

  /** Returns the type of the elements, among objects. */
  TypeMirror element() {
    TypeMirror[] type = new TypeMirror[1];
    int putOff = Functions.of(frame.reading()).putOff();
    Term unused =
        frame.imagined(
            () -> {
              pipeline.each(
                  Set.of(), element -> type[0] = pipeline.functions().boxed(at, element).type());
              return frame.nothing();
            });
    if (type[0] == null && Functions.of(frame.reading()).putOff() > putOff) {
      throw new Diverged();
    }
    boolean isKnown = type[0] != null && Lists.isKnownElement(type[0]);
    if (!isKnown) {
      throw frame.refusal(at, Problem.STREAM, "a list of these elements", "write a loop");
    }
    return type[0];
  }
}
