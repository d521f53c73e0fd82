package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.JavaExceptions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.FixedList;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what makes a list: constructors, and static methods of the library. */
final class NewLists {
  private static final String GROWING = "java.util.ArrayList";
  private static final String COLLECTIONS = "java.util.Collections";
  private static final String LIST = "java.util.List";
  private static final Set<String> OF_LISTS =
      Set.of(
          "fill",
          "frequency",
          "max",
          "min",
          "reverse",
          "rotate",
          "shuffle",
          "sort",
          "swap",
          "unmodifiableList");

  private final Frame frame;
  private final Program program;
  private final Draft draft;
  private final Lists lists;

  NewLists(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
    this.draft = frame.draft();
    this.lists = new Lists(frame);
  }

  /** Makes a list by a constructor; returns nothing where it isn't one that is held so. */
  Optional<Term> made(Tree at, TypeMirror type, ResolvedMethod constructor, List<Term> all) {
    List<Term> arguments = all.stream().map(each -> lists.present(at, each)).toList();
    if (arguments.isEmpty() && element(type, Stacks.NAME) != null) {
      return Optional.of(lists.empty(at, type));
    }
    TypeMirror element = element(type, GROWING);
    if (element == null || arguments.size() > 1) {
      return Optional.empty();
    }
    if (arguments.size() == 1 && !Lists.isList(arguments.get(0))) {
      Term given = arguments.get(0);
      String owner =
          lists.isKnown(given) ? GROWING : isCopy(at, given) ? "java.util.Collection" : "";
      if (!owner.isEmpty()) {
        Term list = lists.empty(at, type);
        new RetoldCalls(frame).addAll(at, owner, list, given);
        return Optional.of(list);
      }
    }
    boolean copies = arguments.size() == 1 && Lists.isList(arguments.get(0));
    if (arguments.size() == 1
        && !copies
        && constructor.element().getParameters().get(0).asType().getKind() != TypeKind.INT) {
      return Optional.empty();
    }
    if (copies) {
      return Optional.of(copied(at, type, element, arguments.get(0)));
    }
    arguments.forEach(capacity -> requireCapacity(at, frame.single(capacity)));
    return Optional.of(lists.empty(at, type));
  }

  private void requireCapacity(Tree at, Value capacity) {
    JavaExceptions.throwIf(
        frame,
        at,
        draft.apply(Operations.LT, capacity, draft.constant(0)),
        "java.lang.IllegalArgumentException",
        List.of("Illegal Capacity: ", capacity));
  }

  private boolean isCopy(Tree at, Term argument) {
    return argument.type().getKind() == TypeKind.DECLARED
        && CopiedCollections.of(frame.reading()).isByElements(frame, at, argument);
  }

  private Term copied(Tree at, TypeMirror type, TypeMirror element, Term list) {
    Arrays arrays = new Arrays(frame);
    Value size = lists.size(at, list);
    boolean isView = ListTerms.isView(list);
    Term elements = isView ? lists.exactly(at, list) : lists.section(at, list).array();
    if (program.types().isSameType(Arrays.element(elements), lists.stored(element))) {
      return lists.mutable(at, type, isView ? elements : arrays.clone(at, elements), size);
    }
    Term copy = arrays.fresh(at, lists.array(element), arrays.length(at, elements));
    arrays.copyEach(at, elements, copy, size);
    return lists.mutable(at, type, copy, size);
  }

  /**
   * Makes a list by a static method; returns nothing for any other method.
   *
   * @param given the types of the arguments before they were converted
   */
  Optional<Term> of(Tree at, ResolvedMethod method, List<Term> arguments, List<TypeMirror> given) {
    String owner = method.owner().getQualifiedName().toString();
    String name = method.element().getSimpleName().toString();
    if (!arguments.isEmpty() && takesList(owner, name)) {
      List<Term> present = new ArrayList<>(arguments);
      present.set(0, lists.present(at, arguments.get(0)));
      return ofList(at, method, present).or(() -> made(at, method, present, given));
    }
    return made(at, method, arguments, given);
  }

  /** Whether a static method throws what it throws for null where it isn't given a list. */
  private static boolean takesList(String owner, String name) {
    return owner.equals(COLLECTIONS) && OF_LISTS.contains(name)
        || owner.equals(LIST) && name.equals("copyOf");
  }

  private Optional<Term> made(
      Tree at, ResolvedMethod method, List<Term> arguments, List<TypeMirror> given) {
    String owner = method.owner().getQualifiedName().toString();
    String name = method.element().getSimpleName().toString();
    if (method.isStatic() && owner.equals(LIST) && name.equals("copyOf")) {
      return copyOf(at, method.result(), arguments.get(0));
    }
    if (!makes(method)) {
      boolean isKnown =
          arguments.stream().anyMatch(Chains::isFunction)
              || !arguments.isEmpty() && lists.isKnown(arguments.get(0));
      boolean copies = name.equals("nCopies");
      return isKnown || copies || name.equals("reverseOrder")
          ? new RetoldCalls(frame)
              .ofClass(COLLECTIONS, at, method, arguments)
              .map(made -> copies ? ListTerms.as(FixedList.COPIES, made) : made)
          : Optional.empty();
    }
    TypeMirror type = new CollectionTypes(program.types()).known(method.result(), given);
    TypeMirror element = element(type, LIST);
    if (element == null) {
      return Optional.empty();
    }
    return method.element().isVarArgs()
        ? ofArray(at, type, arguments.get(0), method)
        : of(at, method, (DeclaredType) type, arguments);
  }

  /** Sorts or shows a list that was made in sight; returns nothing for any other method. */
  private Optional<Term> ofList(Tree at, ResolvedMethod method, List<Term> arguments) {
    Term list = arguments.get(0);
    ListViews views = new ListViews(frame);
    switch (arguments.size() + " " + method.element().getSimpleName()) {
      case "1 sort", "2 sort":
        if (!Lists.isList(list)) {
          return Optional.empty();
        }
        views.requireWritable(at, list, "sort");
        if (!ListTerms.isWritable(list)) {
          return Optional.empty();
        }
        lists.sort(
            at, list, arguments.size() == 2 ? arguments.get(1) : new Term.Nothing(list.type()));
        return Optional.of(frame.nothing());
      case "1 unmodifiableList":
        return Lists.isOneOfLists(list)
            ? Optional.of(new Objects(frame).each(at, list, method.result(), views::readOnly))
            : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  /** Returns a list by the method that makes it: {@code Arrays.asList} makes one to write to. */
  private Term named(Tree at, ResolvedMethod method, TypeMirror type, Term elements, Value size) {
    return switch (method.element().getSimpleName().toString()) {
      case "asList" ->
          new ListViews(frame).all(lists.fixed(FixedList.ARRAY, type, elements, size), size);
      case "emptyList" -> lists.fixed(FixedList.EMPTY, type, elements, size);
      case "singletonList" -> lists.fixed(FixedList.SINGLE, type, elements, size);
      default -> lists.withoutNull(at, type, elements, size);
    };
  }

  /** Makes a list of numbers that are given one by one; returns nothing for any other method. */
  Optional<Term> ofNumbers(Tree at, ResolvedMethod method, List<Term> numbers) {
    return method.spread()
            && makes(method)
            && method.result() instanceof DeclaredType type
            && type.getTypeArguments().stream().anyMatch(new Conversions(frame)::isBoxed)
            && element(type, LIST) != null
        ? of(at, method, type, numbers)
        : Optional.empty();
  }

  private Optional<Term> copyOf(Tree at, TypeMirror type, Term list) {
    if (!Sections.has(list) || element(type, LIST) == null) {
      return Optional.empty();
    }
    Value size = Lists.isList(list) ? lists.size(at, list) : null; // throws where it is outdated
    Section section = new Sections(frame).of(at, list);
    Term copy = section.copied(frame, at);
    return Optional.of(lists.withoutNull(at, type, copy, size == null ? section.size() : size));
  }

  private static boolean makes(ResolvedMethod method) {
    return switch (method.owner().getQualifiedName() + "." + method.element().getSimpleName()) {
      case LIST + ".of",
          "java.util.Arrays.asList",
          COLLECTIONS + ".emptyList",
          COLLECTIONS + ".singletonList" ->
          true;
      default -> false;
    };
  }

  private Optional<Term> of(
      Tree at, ResolvedMethod method, DeclaredType type, List<Term> elements) {
    TypeMirror element = type.getTypeArguments().get(0);
    if (isWithoutNull(method)) {
      elements.forEach(each -> lists.requireThere(at, each));
    } else {
      elements.forEach(each -> lists.rejectNull(each, lists.stored(element)));
    }
    Conversions conversions = new Conversions(frame);
    List<Term> converted = new ArrayList<>();
    elements.forEach(each -> converted.add(conversions.to(at, each, lists.stored(element))));
    Term array = new Arrays(frame).packed(at, lists.array(element), converted);
    return Optional.of(named(at, method, type, array, draft.constant(elements.size())));
  }

  private static boolean isWithoutNull(ResolvedMethod method) {
    return method.element().getSimpleName().contentEquals("of");
  }

  /** Makes a list of the elements of an array: of the array itself, or of a copy. */
  private Optional<Term> ofArray(Tree at, TypeMirror type, Term array, ResolvedMethod method) {
    boolean isOfArrays =
        array instanceof Term.Single one
            && one.value().type().isArray()
            && one.value().type().element().isArray();
    if (!(array instanceof Term.Columns) && !isOfArrays) {
      return Optional.empty();
    }
    boolean copies = isWithoutNull(method) && !method.spread();
    if (isOfArrays && isWithoutNull(method)) {
      requireRows(at, array);
    }
    Term elements =
        array instanceof Term.Columns columns
            ? elements(at, columns, copies)
            : copies ? new Arrays(frame).clone(at, array) : array;
    return Optional.of(named(at, method, type, elements, new Arrays(frame).length(at, array)));
  }

  /** Throws what the library throws where an array has no row in one of its places. */
  private void requireRows(Tree at, Term rows) {
    GraphBuilder round = new GraphBuilder().at(frame.names().position(at));
    Value index = round.parameter(Type.INT, "i");
    round.apply(Operations.LENGTH, round.read("", frame.single(rows), index));
    Value size = new Arrays(frame).length(at, rows);
    frame.at(at).loop(draft.constant(0), size, 1, List.of(), round.yield());
  }

  /** Returns the array that holds the elements of a list which is made of an array. */
  private Term elements(Tree at, Term.Columns array, boolean copies) {
    Arrays arrays = new Arrays(frame);
    TypeMirror element = array.form().type();
    if (!new Conversions(frame).isBoxed(element)) {
      return (copies ? arrays.clone(at, array) : array).as(program.types().getArrayType(element));
    }
    ArrayType held = lists.array(element);
    boolean isOfNumbers = held.getComponentType().getKind().isPrimitive();
    if (copies && NullableNumbers.is(array.form())) {
      Value size = arrays.length(at, array);
      Term copy = arrays.fresh(at, held, size);
      arrays.copyEach(at, array, copy, size);
      return copy; // which threw what it throws for null, if it is of numbers
    } else if (NullableNumbers.is(array.form()) && isOfNumbers) {
      throw new Escape(found -> found.holdNull(element));
    }
    Term shown = copies ? arrays.clone(at, array) : array;
    return isOfNumbers ? new Term.Single(held, shown.leaves().get(0)) : shown.as(held);
  }

  /** Returns the type of a list's elements; null where the list isn't held by them. */
  private @Nullable TypeMirror element(TypeMirror type, String name) {
    if (!(type instanceof DeclaredType declared)
        || !((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name)
        || declared.getTypeArguments().size() != 1
        || frame.reading().representations().isWhole((TypeElement) declared.asElement())) {
      return null;
    }
    TypeMirror element = declared.getTypeArguments().get(0);
    return Lists.isKnownElement(element) ? element : null;
  }
}
