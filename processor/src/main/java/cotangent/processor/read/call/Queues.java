package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.AbsentTensors;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.JavaExceptions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ArrayDeque}s and {@code LinkedList}s that are made in the method: an array, where
 * the first element is in it, and how many there are. It grows at both ends.
 */
public final class Queues {
  private static final String QUEUE = "java.util.ArrayDeque";
  private static final String LINKED = "java.util.LinkedList";

  /** By which classes methods are retold, those of the class itself first. */
  private static final Map<String, List<String>> RETOLD =
      Map.of(
          QUEUE,
          List.of(QUEUE, "java.util.Collection"),
          LINKED,
          List.of(
              LINKED,
              "java.util.AbstractSequentialList",
              "java.util.List",
              "java.util.Collection"));

  private static final String ELEMENTS = "queued";
  private static final String FIRST = "first";
  private static final String SIZE = "size";
  private static final String CHANGES = ObjectClass.Library.CHANGES;
  private static final int CAPACITY = 16;

  private final Frame frame;
  private final Draft draft;
  private final Arrays arrays;

  public Queues(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.arrays = new Arrays(frame);
  }

  /** Whether a term is a queue that was made in sight. */
  public static boolean isQueue(Term term) {
    return ListTerms.isGrowing(term)
        && Objects.of(term) instanceof ObjectClass.Library
        && Objects.of(term).fields().contains(FIRST);
  }

  /** Makes a queue by a constructor; returns nothing where it isn't one that is held so. */
  Optional<Term> made(Tree at, DeclaredType type, List<Term> arguments) {
    String name = ObjectClass.Library.name(type);
    TypeMirror element =
        RETOLD.containsKey(name) && type.getTypeArguments().size() == 1
            ? stored(name, type.getTypeArguments().get(0))
            : null;
    if (element == null || !(element.getKind().isPrimitive() || Lists.isKnownElement(element))) {
      return Optional.empty();
    }
    boolean isSized = arguments.size() == 1 && arguments.get(0).type().getKind() == TypeKind.INT;
    boolean copies = arguments.size() == 1 && new Lists(frame).isKnown(arguments.get(0));
    if (!(arguments.isEmpty() || isSized || copies)) {
      return Optional.empty();
    }
    Term queue = empty(at, type, element);
    if (copies) {
      new RetoldCalls(frame).addAll(at, name, queue, arguments.get(0));
    }
    return Optional.of(queue);
  }

  private Term empty(Tree at, DeclaredType type, TypeMirror element) {
    ArrayType array = frame.names().program().types().getArrayType(element);
    ObjectClass of = new ObjectClass.Library(type, List.of(ELEMENTS, FIRST, SIZE, CHANGES));
    Map<Object, Variable> fields = new LinkedHashMap<>();
    fields.put(ELEMENTS, frame.environment().field("queue", array));
    fields.put(FIRST, frame.environment().field(FIRST, number()));
    fields.put(SIZE, frame.environment().field(SIZE, number()));
    fields.put(CHANGES, frame.environment().field(CHANGES, number()));
    Made made = new Made(of, fields);
    Term.Mutable queue = new Term.Mutable(type, made);
    new Objects(frame)
        .assign(at, queue, ELEMENTS, arrays.fresh(at, array, draft.constant(CAPACITY)));
    set(at, queue, FIRST, draft.constant(0));
    set(at, queue, SIZE, draft.constant(0));
    set(at, queue, CHANGES, draft.constant(0));
    return Arenas.of(frame.reading()).perhaps(frame, at, queue);
  }

  /** Returns what elements are held as: null may be in a linked list only. */
  private TypeMirror stored(String name, TypeMirror type) {
    return name.equals(LINKED)
        ? new Lists(frame).stored(type)
        : new Conversions(frame).isBoxed(type)
            ? frame.names().program().types().unboxedType(type)
            : type;
  }

  private TypeMirror number() {
    return frame.names().program().types().getPrimitiveType(TypeKind.INT);
  }

  private void set(Tree at, Term queue, String field, Value value) {
    Meanwhile.changes(frame, queue);
    new Objects(frame).assign(at, queue, field, new Term.Single(number(), value));
  }

  /** Sets how many elements there are, which are others now. */
  private void resize(Tree at, Term queue, Value size) {
    set(at, queue, SIZE, size);
    set(at, queue, CHANGES, plus(get(at, queue, CHANGES), 1));
  }

  private Value get(Tree at, Term queue, String field) {
    return frame.single(new Objects(frame).held(at, queue, field));
  }

  private Term elements(Tree at, Term queue) {
    return new Objects(frame).held(at, queue, ELEMENTS);
  }

  private Value plus(Value value, int more) {
    return draft.apply(Operations.ADD, value, draft.constant(more));
  }

  /** Returns where the elements are. */
  Section section(Tree at, Term queue) {
    return new Section(elements(at, queue), get(at, queue, FIRST), get(at, queue, SIZE));
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term queue, List<Term> arguments) {
    Conversions conversions = new Conversions(frame);
    switch (arguments.size() + " " + method.element().getSimpleName()) {
      case "0 size":
        return conversions.term(get(at, queue, SIZE));
      case "0 isEmpty":
        Value size = get(at, queue, SIZE);
        return conversions.term(draft.apply(Operations.EQ, size, draft.constant(0)));
      case "0 clear":
        resize(at, queue, draft.constant(0));
        return frame.nothing();
      case "1 add", "1 addLast", "1 offer", "1 offerLast":
        addLast(at, queue, arguments.get(0));
        return conversions.term(draft.constant(true));
      case "1 push", "1 addFirst", "1 offerFirst":
        addFirst(at, queue, arguments.get(0));
        return conversions.term(draft.constant(true));
      case "0 remove", "0 removeFirst", "0 pop":
        return end(at, queue, true, true, "java.util.NoSuchElementException");
      case "0 removeLast":
        return end(at, queue, false, true, "java.util.NoSuchElementException");
      case "0 element", "0 getFirst":
        return end(at, queue, true, false, "java.util.NoSuchElementException");
      case "0 getLast":
        return end(at, queue, false, false, "java.util.NoSuchElementException");
      case "0 poll", "0 pollFirst":
        return perhaps(at, method, queue, true, true);
      case "0 pollLast":
        return perhaps(at, method, queue, false, true);
      case "0 peek", "0 peekFirst":
        return perhaps(at, method, queue, true, false);
      case "0 peekLast":
        return perhaps(at, method, queue, false, false);
      default:
        return byPlace(at, method, queue, arguments);
    }
  }

  /** Reads a call of a method of linked lists, or of one that is retold. */
  private @Nullable Term byPlace(Tree at, ResolvedMethod method, Term queue, List<Term> arguments) {
    String name = ((ObjectClass.Library) Objects.of(queue)).name();
    switch (arguments.size() + " " + method.element().getSimpleName()) {
      case "1 get":
        return arrays.read(at, place(at, queue, arguments.get(0)));
      case "2 set":
        Arrays.ElementPlace place = place(at, queue, arguments.get(0));
        Term old = arrays.read(at, place);
        write(at, queue, place.index(), arguments.get(1));
        return old;
      default:
        return new Lists(frame).areKnown(arguments)
            ? RETOLD.getOrDefault(name, List.of()).stream()
                .flatMap(
                    owner ->
                        new RetoldCalls(frame).of(owner, at, method, queue, arguments).stream())
                .findFirst()
                .orElse(null)
            : null;
    }
  }

  private Arrays.ElementPlace place(Tree at, Term queue, Term index) {
    Value number = frame.single(index);
    Value size = get(at, queue, SIZE);
    Value isBefore = draft.apply(Operations.LT, number, draft.constant(0));
    Value isBehind = draft.apply(Operations.GE, number, size);
    JavaExceptions.throwIf(
        frame,
        at,
        draft.apply(Operations.OR, isBefore, isBehind),
        "java.lang.IndexOutOfBoundsException",
        List.of("Index: ", number, ", Size: ", size));
    Term array = elements(at, queue);
    Value place = draft.apply(Operations.ADD, get(at, queue, FIRST), number);
    return new Arrays.ElementPlace(array, place, Arrays.element(array));
  }

  private void addLast(Tree at, Term queue, Term value) {
    Value end = draft.apply(Operations.ADD, get(at, queue, FIRST), get(at, queue, SIZE));
    Value capacity = arrays.length(at, elements(at, queue));
    Value isFull = draft.apply(Operations.EQ, end, capacity);
    frame.branches().branch(at, isFull, () -> grow(at, queue, false), Frame.NOTHING);
    write(
        at, queue, draft.apply(Operations.ADD, get(at, queue, FIRST), get(at, queue, SIZE)), value);
    resize(at, queue, plus(get(at, queue, SIZE), 1));
  }

  private void addFirst(Tree at, Term queue, Term value) {
    Value isFull = draft.apply(Operations.EQ, get(at, queue, FIRST), draft.constant(0));
    frame.branches().branch(at, isFull, () -> grow(at, queue, true), Frame.NOTHING);
    set(at, queue, FIRST, plus(get(at, queue, FIRST), -1));
    write(at, queue, get(at, queue, FIRST), value);
    resize(at, queue, plus(get(at, queue, SIZE), 1));
  }

  private void write(Tree at, Term queue, Value place, Term value) {
    Term array = elements(at, queue);
    TypeMirror stored = Arrays.element(array);
    if (((ObjectClass.Library) Objects.of(queue)).name().equals(LINKED)) {
      new Lists(frame).rejectNull(value, stored);
    }
    Whole.requireFor(queue, value, stored);
    Term converted = new Conversions(frame).to(at, value, stored);
    arrays.write(at, new Arrays.ElementPlace(array, place, stored), converted);
  }

  /** Makes room before the first element, or after the last. */
  private void grow(Tree at, Term queue, boolean before) {
    Term old = elements(at, queue);
    Value length = arrays.length(at, old);
    Value first = get(at, queue, FIRST);
    Term longer =
        arrays.fresh(
            at, (ArrayType) old.type(), draft.apply(Operations.MUL, length, draft.constant(2)));
    Value place = before ? draft.apply(Operations.ADD, first, length) : first;
    arrays.copy(at, old, first, longer, place, get(at, queue, SIZE));
    new Objects(frame).assign(at, queue, ELEMENTS, longer);
    set(at, queue, FIRST, place);
  }

  private Value isEmpty(Tree at, Term queue) {
    return draft.apply(Operations.EQ, get(at, queue, SIZE), draft.constant(0));
  }

  /** Returns the element at one end, which may be taken out; throws where there is none. */
  private Term end(Tree at, Term queue, boolean isFirst, boolean isTaken, String otherwise) {
    frame
        .branches()
        .branch(
            at,
            isEmpty(at, queue),
            () -> LibraryExceptions.fail(frame, at, otherwise),
            Frame.NOTHING);
    return taken(at, queue, isFirst, isTaken);
  }

  private Term taken(Tree at, Term queue, boolean isFirst, boolean isTaken) {
    Value first = get(at, queue, FIRST);
    Value size = get(at, queue, SIZE);
    Value place = isFirst ? first : plus(draft.apply(Operations.ADD, first, size), -1);
    Term array = elements(at, queue);
    Term element = arrays.read(at, new Arrays.ElementPlace(array, place, Arrays.element(array)));
    if (isTaken) {
      resize(at, queue, plus(size, -1));
      if (isFirst) {
        set(at, queue, FIRST, plus(first, 1));
      }
    }
    return element;
  }

  /** Returns the element at one end, or null. */
  private Term perhaps(
      Tree at, ResolvedMethod method, Term queue, boolean isFirst, boolean isTaken) {
    return frame
        .branches()
        .either(
            at,
            isEmpty(at, queue),
            method.result(),
            () -> AbsentTensors.of(frame.reading()).none(frame, at, method.result()),
            () -> taken(at, queue, isFirst, isTaken));
  }
}
