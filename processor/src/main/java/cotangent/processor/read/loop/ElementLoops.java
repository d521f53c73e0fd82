package cotangent.processor.read.loop;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.call.Lists;
import cotangent.processor.read.call.MapViews;
import cotangent.processor.read.call.Meanwhile;
import cotangent.processor.read.call.OpaqueCalls;
import cotangent.processor.read.call.Section;
import cotangent.processor.read.call.Sections;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Assignments;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scan.Jumps;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads loops over the elements of arrays and of {@code Iterable}s of constants. */
final class ElementLoops {
  private final Frame frame;
  private final Environment environment;
  private final Draft draft;

  /**
   * What a loop goes over.
   *
   * @param length how many elements there are now
   * @param element gives an element by its number
   * @param isSame whether it is certainly what it was when the loop began, as far as the round has
   *     been read
   * @param isVariable whether it is one that changes by its variables, which says so before the
   *     round is read
   * @param check is run behind a round, and refuses that it changes what the loop goes over
   */
  private record Elements(
      Supplier<Value> length,
      Function<Value, Term> element,
      BooleanSupplier isSame,
      boolean isVariable,
      Runnable check) {
    Elements(Value length, Function<Value, Term> element, Runnable check) {
      this(() -> length, element, () -> true, true, check);
    }
  }

  ElementLoops(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
    this.draft = frame.draft();
  }

  void read(EnhancedForLoopTree tree, List<String> labels, Runnable rest) {
    Term elements = frame.expressions().value(tree.getExpression());
    if (elements.type() instanceof ArrayType) {
      Term array = new Arrays(frame).array(tree.getExpression(), elements);
      overArray(tree, labels, array, rest);
      return;
    }
    if (Lists.isOneOfLists(elements)) {
      overList(tree, labels, elements, rest);
      return;
    } else if (Sections.has(elements)) {
      overSection(tree, labels, elements, rest);
      return;
    } else if (MapViews.isView(elements)) {
      overView(tree, labels, elements, rest);
      return;
    } else if (elements.isObject() && !(elements instanceof Term.Pending)) {
      overIterable(tree, labels, elements, rest);
      return;
    }
    Whole.require(elements);
    if (!(elements instanceof Term.Single single)) {
      throw frame.names().wrong(tree.getExpression());
    } else if (isList(single.type())) {
      overOutside(tree, labels, single, rest);
    } else {
      overIterable(tree, labels, single, rest);
    }
  }

  private void overArray(EnhancedForLoopTree tree, List<String> labels, Term array, Runnable rest) {
    Arrays arrays = new Arrays(frame);
    Value length = arrays.length(tree.getExpression(), array);
    Function<Value, Term> element =
        index ->
            arrays.element(
                tree.getVariable(), new Arrays.ElementPlace(array, index, Arrays.element(array)));
    elements(tree, labels, new Elements(length, element, Frame.NOTHING), rest);
  }

  private void elements(
      EnhancedForLoopTree tree, List<String> labels, Elements elements, Runnable rest) {
    boolean hasEnds = !Jumps.endingLoop(List.of(tree.getStatement()), labels).isEmpty();
    if (!hasEnds
        && frame.reading().representations().isUnrolled(tree)
        && draft.known(elements.length.get()) instanceof Integer length
        && LoopCode.areFew(0, length, 1)) {
      rounds(new Unrolled(tree, labels, elements, length, rest), 0);
    } else if (hasEnds || !counted(tree, labels, elements)) {
      general(tree, labels, elements, rest);
    } else {
      rest.run();
    }
  }

  /** A loop whose rounds are read one after the other. */
  private record Unrolled(
      EnhancedForLoopTree tree,
      List<String> labels,
      Elements elements,
      int length,
      Runnable rest) {}

  private void rounds(Unrolled loop, int i) {
    loop.elements.check.run();
    if (!loop.elements.isSame.getAsBoolean()) {
      throw Meanwhile.refusal(frame, loop.tree.getExpression());
    }
    if (i == loop.length) {
      loop.rest.run();
      return;
    }
    VariableTree variable = loop.tree.getVariable();
    Runnable enter = () -> declare(variable, loop.elements.element.apply(draft.constant(i)));
    new LoopCode(frame).body(loop.tree.getStatement(), loop.labels, enter);
    frame.afterwards(loop.tree, () -> rounds(loop, i + 1));
  }

  private Set<Variable> assigned(EnhancedForLoopTree tree) {
    return new LoopCode(frame).assigned(List.of(tree.getStatement()));
  }

  private boolean counted(EnhancedForLoopTree tree, List<String> labels, Elements elements) {
    Value length = elements.length.get();
    Environment.Mark outside = environment.mark();
    Carried carried = new Carried(frame, assigned(tree));
    GraphBuilder body = new GraphBuilder();
    while (true) {
      if (!body(tree, labels, carried, body, elements)) {
        environment.undo(outside);
        frame.flow(Flow.ON);
        return false;
      }
      Supplier<Carried> wider = carried.wider(tree, outside);
      if (wider == null) {
        break;
      }
      environment.undo(outside);
      carried = wider.get();
      body = new GraphBuilder();
    }
    List<Value> next = carried.next(tree, body);
    environment.undo(outside);
    Value from = draft.constant(0);
    int checkpoint = new CheckpointMarks(frame).rounds(List.of(tree.getVariable()));
    carried.leave(
        frame
            .at(tree)
            .loop(from, length, 1, carried.initial(), body.yield(next), checkpoint)
            .iterator());
    return true;
  }

  private boolean body(
      EnhancedForLoopTree tree,
      List<String> labels,
      Carried carried,
      GraphBuilder body,
      Elements elements) {
    boolean[] complete = new boolean[1];
    Value index = body.parameter(Type.INT, "i");
    carried.enter(body);
    frame.region(
        body,
        () -> {
          complete[0] =
              new LoopCode(frame)
                  .body(
                      tree.getStatement(),
                      labels,
                      () -> declare(tree.getVariable(), elements.element.apply(index)));
          elements.check.run();
          complete[0] &= elements.isSame.getAsBoolean();
        });
    return complete[0];
  }

  private void declare(VariableTree tree, Term value) {
    TypeMirror type =
        frame.names().isInferred(tree) ? value.type() : frame.names().type(tree.getType());
    new Conversions(frame).checkAssignable(tree, value, type);
    Term converted = new Conversions(frame).to(tree, value, type);
    new Assignments(frame).bind(environment.declare(tree.getName().toString(), type), converted);
  }

  private void general(
      EnhancedForLoopTree tree, List<String> labels, Elements elements, Runnable rest) {
    TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.INT);
    Variable index = environment.unnamed("i", number);
    environment.set(index, new Term.Single(number, draft.constant(0)));
    Set<Variable> assigned = new LinkedHashSet<>(assigned(tree));
    assigned.add(index);
    Supplier<Value> now = () -> frame.single(environment.require(index));
    LoopParts parts =
        new LoopParts(
            tree,
            labels,
            true,
            () ->
                draft.apply(
                    elements.isVariable && elements.isSame.getAsBoolean()
                        ? Operations.LT
                        : Operations.NE,
                    now.get(),
                    elements.length.get()),
            () -> declare(tree.getVariable(), elements.element.apply(now.get())),
            tree.getStatement(),
            () -> {
              elements.check.run();
              Value next = draft.apply(Operations.ADD, now.get(), draft.constant(1));
              environment.set(index, new Term.Single(number, next));
            },
            true,
            assigned,
            Set.of());
    new CheckpointMarks(frame).refuse(tree, List.of(tree.getVariable()));
    new GeneralLoops(frame).read(parts, rest);
  }

  /** Reads a loop over a list by its indices, so that the number of iterations is known. */
  private void overOutside(
      EnhancedForLoopTree tree, List<String> labels, Term.Single list, Runnable rest) {
    TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.INT);
    Value size = frame.single(call(tree, list, "size"));
    Function<Value, Term> element =
        index -> call(tree, list, "get", new Term.Single(number, index));
    elements(tree, labels, new Elements(size, element, Frame.NOTHING), rest);
  }

  /** Reads a loop over a list that was made in sight, or over one of several. */
  private void overList(EnhancedForLoopTree tree, List<String> labels, Term list, Runnable rest) {
    Lists lists = new Lists(frame);
    lists.requireCurrent(tree.getExpression(), list);
    Value before = lists.changes(tree.getExpression(), list);
    Supplier<Section> now = () -> new Sections(frame).of(tree.getExpression(), list);
    Function<Value, Term> element =
        index -> {
          lists.requireSame(tree.getExpression(), list, before);
          return element(tree, now.get(), index);
        };
    Elements elements =
        new Elements(
            () -> now.get().size(),
            element,
            lists.isUnchanged(tree.getExpression(), list),
            lists.isVariable(list),
            Frame.NOTHING);
    elements(tree, labels, elements, rest);
  }

  private Term element(EnhancedForLoopTree tree, Section section, Value index) {
    return new Arrays(frame).element(tree.getVariable(), section.place(frame, index));
  }

  /** Reads a loop over a queue, or what may be one, which mustn't change meanwhile. */
  private void overSection(
      EnhancedForLoopTree tree, List<String> labels, Term collection, Runnable rest) {
    Section section = new Sections(frame).of(tree.getExpression(), collection);
    Runnable check = Meanwhile.require(frame, tree.getExpression(), collection);
    Function<Value, Term> element = index -> element(tree, section, index);
    elements(tree, labels, new Elements(section.size(), element, check), rest);
  }

  /** Reads a loop over the keys, values or entries of a map that was made in sight. */
  private void overView(EnhancedForLoopTree tree, List<String> labels, Term view, Runnable rest) {
    MapViews views = new MapViews(frame);
    MapViews.Snapshot all = views.begin(tree.getExpression(), view);
    Value length = views.length(tree.getExpression(), all);
    Elements elements =
        new Elements(
            () -> length,
            index -> {
              views.requireSame(tree.getExpression(), all);
              return views.element(tree.getVariable(), view, all, index);
            },
            () -> views.isSame(tree.getExpression(), all),
            true,
            Frame.NOTHING);
    elements(tree, labels, elements, rest);
  }

  private void overIterable(
      EnhancedForLoopTree tree, List<String> labels, Term elements, Runnable rest) {
    Term iterator = call(tree, elements, "iterator");
    LoopParts parts =
        new LoopParts(
            tree,
            labels,
            true,
            () -> frame.single(call(tree, iterator, "hasNext")),
            () -> declare(tree.getVariable(), call(tree, iterator, "next")),
            tree.getStatement(),
            Frame.NOTHING,
            true,
            assigned(tree),
            Set.of());
    new CheckpointMarks(frame).refuse(tree, List.of(tree.getVariable()));
    new GeneralLoops(frame).read(parts, rest);
  }

  private Term call(EnhancedForLoopTree tree, Term receiver, String name, Term... arguments) {
    List<TypeMirror> types = List.of(arguments).stream().<TypeMirror>map(Term::type).toList();
    ResolvedMethod method = frame.names().method(receiver.type(), name, types, tree);
    if (receiver.isObject()) {
      return frame.calling().on(tree, method, receiver, List.of(arguments));
    }
    return new OpaqueCalls(frame)
        .method(tree, method, receiver, List.of(arguments), method.parameters());
  }

  private boolean isList(TypeMirror type) {
    Types types = frame.names().program().types();
    TypeMirror list = frame.names().program().elements().getTypeElement("java.util.List").asType();
    return types.isAssignable(types.erasure(type), types.erasure(list));
  }
}
