package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.JavaExceptions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.FixedList;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Reads the methods of lists that are made in the method. */
final class ListCalls {
  private final Frame frame;
  private final Draft draft;
  private final Lists lists;

  ListCalls(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.lists = new Lists(frame);
  }

  /** Reads a call on a list; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term list, List<Term> arguments) {
    String name = method.element().getSimpleName().toString();
    new ListViews(frame).requireWritable(at, list, name);
    Conversions conversions = new Conversions(frame);
    switch (arguments.size() + " " + name) {
      case "0 size":
        return conversions.term(lists.size(at, list));
      case "0 isEmpty":
        return conversions.term(
            draft.apply(Operations.EQ, lists.size(at, list), draft.constant(0)));
      case "1 get":
        return element(at, list, checked(at, list, arguments.get(0)));
      case "0 getFirst":
        return element(at, list, first(at, list));
      case "0 getLast":
        requireAny(at, list);
        return element(at, list, last(at, list));
      case "1 contains", "1 indexOf", "1 lastIndexOf":
        requireThere(at, list, arguments.get(0));
        return retold(at, method, list, arguments);
      case "1 addAll", "1 containsAll", "1 removeAll", "1 retainAll":
        return retold(at, method, list, List.of(lists.present(at, arguments.get(0))));
      case "2 subList":
        return new ListViews(frame).part(at, list, arguments.get(0), arguments.get(1));
      default:
        Term changed = changed(at, name, list, arguments, method);
        return changed == null ? retold(at, method, list, arguments) : changed;
    }
  }

  /** Throws what lists that hold no null throw where they are asked for it. */
  private void requireThere(Tree at, Term list, Term element) {
    if (ListTerms.kind(ListTerms.holder(list)) == FixedList.WITHOUT_NULL) {
      lists.requireThere(at, element);
    }
  }

  private @Nullable Term retold(Tree at, ResolvedMethod method, Term list, List<Term> arguments) {
    RetoldCalls calls = new RetoldCalls(frame);
    String name = method.element().getSimpleName().toString();
    if (!lists.areKnown(arguments)) {
      boolean adds =
          name.equals("addAll") && arguments.get(arguments.size() - 1) instanceof Term.Single;
      String owner = arguments.size() == 1 ? "java.util.Collection" : "java.util.ArrayList";
      return adds && ListTerms.isGrowing(list)
          ? calls.of(owner, at, method, list, arguments).orElse(null)
          : null;
    }
    if (ListTerms.isGrowing(list)
        || ListTerms.isReadOnly(list) && ListTerms.isGrowing(ListTerms.shown(list))) {
      return calls
          .ofList(at, method, list, arguments)
          .or(() -> calls.of("java.util.List", at, method, list, arguments))
          .orElse(null);
    }
    return ListTerms.isWritable(list) || !ListViews.changes(name)
        ? calls.of("java.util.List", at, method, list, arguments).orElse(null)
        : null;
  }

  private @Nullable Term changed(
      Tree at, String name, Term list, List<Term> arguments, ResolvedMethod method) {
    if (!ListTerms.isGrowing(list)) {
      return ListTerms.isWritable(list) ? written(at, name, list, arguments) : null;
    }
    boolean isByIndex =
        !arguments.isEmpty()
            && method.element().getParameters().get(0).asType().getKind() == TypeKind.INT;
    switch (arguments.size() + " " + name) {
      case "1 add", "1 addLast":
        lists.add(at, list, arguments.get(0));
        return new Conversions(frame).term(draft.constant(true));
      case "2 add":
        insert(at, list, arguments.get(0), arguments.get(1));
        return frame.nothing();
      case "1 addFirst":
        insert(at, list, new Conversions(frame).term(draft.constant(0)), arguments.get(0));
        return frame.nothing();
      case "0 clear":
        lists.resize(at, list, draft.constant(0));
        return frame.nothing();
      case "1 remove":
        return isByIndex ? removed(at, list, checked(at, list, arguments.get(0))) : null;
      case "0 removeFirst":
        return removed(at, list, first(at, list));
      case "0 removeLast":
        requireAny(at, list);
        return removed(at, list, last(at, list));
      default:
        return written(at, name, list, arguments);
    }
  }

  /** Reads what puts other elements into the places that a list has. */
  private @Nullable Term written(Tree at, String name, Term list, List<Term> arguments) {
    switch (arguments.size() + " " + name) {
      case "2 set":
        Value index = checked(at, list, arguments.get(0));
        Term old = element(at, list, index);
        lists.write(at, list, index, arguments.get(1));
        return old;
      case "1 sort":
        lists.sort(at, list, arguments.get(0));
        return frame.nothing();
      case "0 clear":
        return ListTerms.isPart(list) && new ListViews(frame).clearsPart(at, list)
            ? cleared(at, list)
            : null;
      default:
        return null;
    }
  }

  /** Takes the elements of a part out of the list that holds them. */
  private Term cleared(Tree at, Term part) {
    Value count = lists.size(at, part);
    Term holder = ListTerms.holder(part);
    Section section = lists.section(at, part);
    Value end = section.end(frame);
    Value rest = draft.apply(Operations.SUB, lists.size(at, holder), end);
    new Arrays(frame).copy(at, section.array(), end, section.array(), section.from(), rest);
    lists.resize(at, holder, draft.apply(Operations.SUB, lists.size(at, holder), count));
    return frame.nothing();
  }

  private Value first(Tree at, Term list) {
    requireAny(at, list);
    return draft.constant(0);
  }

  /** Throws what the library throws where a list has no element. */
  private void requireAny(Tree at, Term list) {
    Value isEmpty = draft.apply(Operations.EQ, lists.size(at, list), draft.constant(0));
    Runnable fail = () -> LibraryExceptions.fail(frame, at, "java.util.NoSuchElementException");
    frame.branches().branch(at, isEmpty, fail, Frame.NOTHING);
  }

  private Value last(Tree at, Term list) {
    return draft.apply(Operations.SUB, lists.size(at, list), draft.constant(1));
  }

  /** Throws what the library throws where there is no such element. */
  private Value checked(Tree at, Term list, Term index) {
    if (list instanceof Term.Choice choice) {
      return Section.number(frame, at, choice, one -> checked(at, one, index));
    } else if (ListTerms.isReadOnly(list)) {
      return checked(at, ListTerms.shown(list), index);
    } else if (ListTerms.kind(list) == FixedList.ARRAY) {
      return frame.single(index);
    } else if (ListTerms.isPart(list)) {
      Value checked = checked(at, index, lists.section(at, list).size());
      lists.requireCurrent(at, list);
      return checked;
    }
    Value size = lists.size(at, list);
    return list instanceof Term.Fixed && !list.isGivenList()
        ? checked(at, ListTerms.kind(list), frame.single(index), size)
        : checked(at, index, size);
  }

  /** Throws what a list throws that neither grows nor shrinks, unless its array throws the same. */
  private Value checked(Tree at, FixedList kind, Value index, Value size) {
    Value isBefore = draft.apply(Operations.LT, index, draft.constant(0));
    Value isBehind = draft.apply(Operations.GE, index, size);
    Value isOutside = draft.apply(Operations.OR, isBefore, isBehind);
    String exception = "java.lang.IndexOutOfBoundsException";
    switch (kind) {
      case WITHOUT_NULL -> {
        Value isOne = draft.apply(Operations.EQ, size, draft.constant(1));
        Value isTwo = draft.apply(Operations.EQ, size, draft.constant(2));
        Value isField = draft.apply(Operations.OR, isOne, isTwo); // elements are fields, not array
        Value isWrong = draft.apply(Operations.AND, isField, isOutside);
        JavaExceptions.throwIf(
            frame, at, isWrong, exception, List.of("Index: ", index, " Size: ", size));
      }
      case SINGLE, COPIES ->
          JavaExceptions.throwIf(
              frame, at, isOutside, exception, List.of("Index: ", index, ", Size: ", size));
      case EMPTY ->
          JavaExceptions.throwIf(frame, at, isOutside, exception, List.of("Index: ", index));
      case ARRAY, NONE -> {}
    }
    return index;
  }

  private Value checked(Tree at, Term index, Value size) {
    Value place = frame.single(index);
    Callee check =
        new Callee.Member(
            Callee.Member.Kind.STATIC_METHOD, "java.util.Objects", "checkIndex", true);
    frame.at(at).call(check, List.of(), List.of(place, size));
    return place; // which is there when it is wanted again, where what the check gives would be
    // kept
  }

  private Term element(Tree at, Term list, Value index) {
    return new Arrays(frame).read(at, lists.section(at, list).place(frame, index));
  }

  /** Adds an element before another one, or at the end. */
  private void insert(Tree at, Term list, Term index, Term value) {
    Value size = lists.size(at, list);
    Value place = frame.single(index);
    requireRoom(at, place, size);
    lists.add(at, list, value); // makes room for one more
    Value next = draft.apply(Operations.ADD, place, draft.constant(1));
    Value count = draft.apply(Operations.SUB, size, place);
    Term array = lists.section(at, list).array();
    new Arrays(frame).copy(at, array, place, array, next, count);
    lists.write(at, list, place, value);
  }

  private void requireRoom(Tree at, Value place, Value size) {
    Value isBefore = draft.apply(Operations.LT, place, draft.constant(0));
    Value isBehind = draft.apply(Operations.GT, place, size);
    JavaExceptions.throwIf(
        frame,
        at,
        draft.apply(Operations.OR, isBehind, isBefore),
        "java.lang.IndexOutOfBoundsException",
        List.of("Index: ", place, ", Size: ", size));
  }

  private Term removed(Tree at, Term list, Value index) {
    Term old = element(at, list, index);
    Term array = lists.section(at, list).array();
    Value next = draft.apply(Operations.ADD, index, draft.constant(1));
    Value left = last(at, list);
    Value count = draft.apply(Operations.SUB, left, index);
    new Arrays(frame).copy(at, array, next, array, index, count);
    lists.resize(at, list, left);
    return old;
  }
}
