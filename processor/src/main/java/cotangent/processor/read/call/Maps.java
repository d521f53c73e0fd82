package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.AbsentTensors;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads maps that are made in the method: the keys, which are constant, in a map of Java's that
 * knows the places of their values, and an array of the values. It grows as that of a list does.
 */
public final class Maps {
  static final String KEYS = "keys";
  private static final String VALUES = "values";
  private static final String CHANGES = ObjectClass.Library.CHANGES;
  private static final int CAPACITY = 16;

  private final Frame frame;
  private final Program program;
  private final Draft draft;
  private final Arrays arrays;
  private final Conversions conversions;

  public Maps(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
    this.draft = frame.draft();
    this.arrays = new Arrays(frame);
    this.conversions = new Conversions(frame);
  }

  /** Whether a term is a map that was made in sight. */
  public static boolean isMap(Term term) {
    return ListTerms.isGrowing(term)
            && Objects.of(term) instanceof ObjectClass.Library
            && Objects.of(term).fields().contains(KEYS)
        || isPart(term);
  }

  /** Whether a term is such a map, or one of several, which hold values of one type. */
  static boolean isOneOfMaps(Term term) {
    return isMap(term)
        || term instanceof Term.Choice choice
            && choice.alternatives().stream()
                .allMatch(each -> isOneOfMaps(each) || each instanceof Term.Nothing)
            && choice.alternatives().stream()
                    .filter(each -> !(each instanceof Term.Nothing))
                    .map(each -> type(each).getTypeArguments().get(1).toString())
                    .distinct()
                    .count()
                == 1;
  }

  /** Whether a term shows some keys of a sorted map, or all in another order. */
  static boolean isPart(Term term) {
    return term instanceof Term.Fixed part
        && part.of() instanceof ObjectClass.Library library
        && library.fields().contains(KEYS)
        && library.fields().contains(ObjectClass.Library.SHOWN);
  }

  /** Returns the map of which another one may show a part. */
  static Term whole(Term map) {
    return isPart(map) ? ((Term.Fixed) map).field(ObjectClass.Library.SHOWN) : map;
  }

  /** Returns what shows some keys of a sorted map. */
  Term part(Tree at, Term map, DeclaredType type, String name, Term... given) {
    ObjectClass of = new ObjectClass.Library(type, List.of(KEYS, ObjectClass.Library.SHOWN));
    List<Term> all = new ArrayList<>(List.of(get(at, map, KEYS)));
    all.addAll(List.of(given));
    return new Term.Fixed(type, of, List.of(new NewKeys(frame).sorted(at, name, all), whole(map)));
  }

  /** Makes a map by a constructor; returns nothing where it isn't one that is held so. */
  Optional<Term> made(
      Tree at, DeclaredType type, ResolvedMethod constructor, List<Term> arguments) {
    String name = ObjectClass.Library.name(type);
    String kind =
        switch (name) {
          case "java.util.HashMap" -> "hashed";
          case "java.util.LinkedHashMap" -> "linked";
          case "java.util.TreeMap" -> "sorted";
          case "java.util.EnumMap" -> "ofEnum";
          default -> "";
        };
    if (kind.isEmpty() || type.getTypeArguments().size() != 2 || !holds(type)) {
      return Optional.empty();
    }
    if (arguments.size() == 1 && isOneOfMaps(arguments.get(0))) {
      boolean keepsOrder = NewKeys.isOfSorted(constructor);
      return Optional.of(copied(at, type, keepsOrder ? "as" : kind, arguments.get(0)));
    }
    boolean isSized =
        !kind.equals("sorted")
            && (arguments.size() == 1 || arguments.size() == 2)
            && arguments.get(0).type().getKind() == TypeKind.INT;
    boolean isOfClass = kind.equals("ofEnum") && arguments.get(0) instanceof Term.Single;
    List<Term> given = new ArrayList<>(isOfClass ? List.of() : arguments);
    if (isSized && given.size() == 1) {
      given.add(conversions.term(draft.constant(Type.FLOAT, 0.75f))); // as the library does
    }
    if (kind.equals("sorted") && given.size() == 1) {
      return NewKeys.ordered(at, given.get(0))
          .map(way -> new NewKeys(frame).of(at, way, way.equals("by") ? given : List.of()))
          .map(keys -> empty(at, type, keys));
    }
    return given.isEmpty() || isSized
        ? Optional.of(empty(at, type, new NewKeys(frame).of(at, kind, given)))
        : Optional.empty();
  }

  /** Makes a map that holds what another one holds. */
  Term copied(Tree at, DeclaredType type, String kind, Term other) {
    Term keys = new NewKeys(frame).of(at, kind, List.of(get(at, other, KEYS)));
    Term values = arrays.clone(at, get(at, other, VALUES));
    return mutable(at, type, keys, values, get(at, other, CHANGES));
  }

  /** Whether the values of a map may be numbers, or objects that hold some. */
  boolean holds(DeclaredType type) {
    TypeMirror value = type.getTypeArguments().get(1);
    return Lists.isKnownElement(value)
        && !value.toString().matches("java\\.lang\\.(String|Integer|Long|Boolean|Character)")
        && !frame.reading().representations().isWhole((TypeElement) type.asElement());
  }

  /**
   * Makes a map without entries.
   *
   * @param kind how its keys are held
   */
  public Term fresh(Tree at, DeclaredType type, String kind) {
    return empty(at, type, new NewKeys(frame).of(at, kind, List.of()));
  }

  /** Makes a map of the keys of another one, which nobody uses any more, for values to come. */
  public Term alongside(Tree at, Term map, DeclaredType type) {
    Term keys = get(at, map, KEYS);
    ArrayType array = program.types().getArrayType(stored(type.getTypeArguments().get(1)));
    Value length = arrays.length(at, get(at, map, VALUES));
    return mutable(at, type, keys, arrays.fresh(at, array, length), get(at, map, CHANGES));
  }

  /** Returns the place of a key's value, where there is one after this. */
  public Value place(Tree at, Term map, Term key, Supplier<Term> first) {
    Value found = frame.single(on(at, map, "findComputed", key));
    TypeMirror number = program.types().getPrimitiveType(TypeKind.INT);
    return frame.single(
        frame
            .branches()
            .either(
                at,
                isThere(found),
                number,
                () -> conversions.term(found),
                () -> conversions.term(placed(at, map, "putComputed", key, first.get()))));
  }

  private TypeMirror stored(TypeMirror value) {
    return conversions.isBoxed(value) ? program.types().unboxedType(value) : value;
  }

  private Term empty(Tree at, DeclaredType type, Term keys) {
    ArrayType array = program.types().getArrayType(stored(type.getTypeArguments().get(1)));
    Term values = arrays.fresh(at, array, draft.constant(CAPACITY));
    return mutable(at, type, keys, values, conversions.term(draft.constant(0)));
  }

  private Term mutable(Tree at, DeclaredType type, Term keys, Term values, Term changes) {
    ObjectClass of = new ObjectClass.Library(type, List.of(KEYS, VALUES, CHANGES));
    Map<Object, Variable> fields = new LinkedHashMap<>();
    fields.put(KEYS, frame.environment().field(KEYS, keys.type()));
    fields.put(VALUES, frame.environment().field(VALUES, values.type()));
    fields.put(CHANGES, frame.environment().field(CHANGES, changes.type()));
    Term.Mutable map = new Term.Mutable(type, new Made(of, fields));
    set(at, map, KEYS, keys);
    set(at, map, VALUES, values);
    set(at, map, CHANGES, changes);
    return Arenas.of(frame.reading()).perhaps(frame, at, map);
  }

  private void set(Tree at, Term map, String field, Term value) {
    new Objects(frame).assign(at, map, field, value);
  }

  /** Returns what holds the keys or the values of a map, or of the one of several that it is. */
  Term get(Tree at, Term map, String field) {
    if (map instanceof Term.Choice choice) {
      TypeMirror type = get(at, first(choice), field).type();
      return each(at, choice, type, one -> get(at, one, field));
    }
    return new Objects(frame).held(at, field.equals(KEYS) ? map : whole(map), field);
  }

  /** Does something with a map, or with the one of several that it is. */
  private Term each(Tree at, Term map, TypeMirror type, Objects.Action action) {
    return new Objects(frame).each(at, map, type, action);
  }

  private static Term first(Term map) {
    return map instanceof Term.Choice choice
        ? choice.alternatives().stream()
            .filter(each -> !(each instanceof Term.Nothing))
            .map(Maps::first)
            .findFirst()
            .orElseThrow()
        : map;
  }

  /** Returns the type with which a map was made. */
  static DeclaredType type(Term map) {
    return ((ObjectClass.Library) Objects.of(first(map))).type();
  }

  private DeclaredType keysType() {
    return (DeclaredType) program.elements().getTypeElement(OpaqueCalls.KEYS).asType();
  }

  private ResolvedMethod method(Tree at, String name, List<Term> arguments) {
    List<TypeMirror> types = arguments.stream().<TypeMirror>map(Term::type).toList();
    return frame.names().implied(keysType(), name, types, at);
  }

  /** Calls a method of what holds the keys. */
  Term on(Tree at, Term map, String name, Term... arguments) {
    List<Term> given = List.of(arguments);
    return new OpaqueCalls(frame).method(at, method(at, name, given), get(at, map, KEYS), given);
  }

  /** Returns how many keys there are. */
  Term size(Tree at, Term map) {
    return on(at, map, "size");
  }

  /** Whether there are no keys. */
  Term isEmpty(Tree at, Term map) {
    Value size = frame.single(size(at, map));
    return conversions.term(draft.apply(Operations.EQ, size, draft.constant(0)));
  }

  /** Returns the value in a place. */
  public Term value(Tree at, Term map, Value place) {
    if (map instanceof Term.Choice choice) {
      TypeMirror type = Arrays.element(get(at, first(choice), VALUES));
      return each(at, choice, type, one -> value(at, one, place));
    }
    Term values = get(at, map, VALUES);
    Term value = arrays.element(at, new Arrays.ElementPlace(values, place, Arrays.element(values)));
    TypeMirror held = type(map).getTypeArguments().get(1);
    return new ElementTypes(frame).narrowed(at, held, value);
  }

  /** Writes the value in a place that is there. */
  public void write(Tree at, Term map, Value place, Term given) {
    Term unused = each(at, map, nothing(), one -> written(at, one, place, given));
  }

  private Term written(Tree at, Term map, Value place, Term given) {
    Term values = get(at, map, VALUES);
    TypeMirror stored = Arrays.element(values);
    Term value = draft.nullTests().certain(given);
    if (new NullableNumbers(draft).mayBeNull(value)) {
      new Lists(frame).rejectNullInMap(at, value);
      throw new Escape(found -> keep(found, map));
    }
    Whole.requireFor(map, value, stored);
    Term converted = conversions.to(at, value, stored);
    arrays.write(at, new Arrays.ElementPlace(values, place, stored), converted);
    return frame.nothing();
  }

  private TypeMirror nothing() {
    return program.types().getNoType(TypeKind.VOID);
  }

  private static boolean keep(Representations found, Term map) {
    return found.keep((TypeElement) type(map).asElement());
  }

  /** Returns the place of a key's value; a negative one where the map hasn't the key. */
  public Value find(Tree at, Term map, Term key) {
    return frame.single(on(at, map, "find", key));
  }

  /** Whether there is a value in the place that was found for a key. */
  public Value isThere(Value place) {
    return draft.apply(Operations.GE, place, draft.constant(0));
  }

  /**
   * Returns what there is in the place that was found for a key.
   *
   * @param type the type of what is returned
   * @param otherwise what is returned where there is nothing
   */
  Term found(Tree at, Term map, Value place, TypeMirror type, Supplier<Term> otherwise) {
    return frame
        .branches()
        .either(at, isThere(place), type, () -> value(at, map, place), otherwise);
  }

  /** Returns what there is in the place that was found for a key, or null. */
  Term found(Tree at, Term map, Value place, TypeMirror type) {
    return frame
        .branches()
        .either(
            at,
            isThere(place),
            type,
            () -> conversions.besideNull(at, value(at, map, place)),
            () -> AbsentTensors.of(frame.reading()).none(frame, at, type));
  }

  /** Puts a value in the place of a key, which may be new. */
  public void put(Tree at, Term map, String way, Term key, Term value) {
    Value unused = placed(at, map, way, key, value);
  }

  private Value placed(Tree at, Term map, String way, Term key, Term value) {
    Value place = frame.single(on(at, map, way, key));
    count(at, map);
    boolean fits = draft.known(changes(at, map)) instanceof Integer most && most <= CAPACITY;
    if (!fits) {
      Value capacity = arrays.length(at, get(at, map, VALUES));
      Value isFull = draft.apply(Operations.GE, place, capacity);
      frame.branches().branch(at, isFull, () -> grow(at, map, place), Frame.NOTHING);
    }
    write(at, map, place, value);
    return place;
  }

  /** Takes a key out; returns where its value is. */
  Value remove(Tree at, Term map, Term key) {
    count(at, map);
    return frame.single(on(at, map, "remove", key));
  }

  /** Takes all keys out. */
  void clear(Tree at, Term map) {
    count(at, map);
    on(at, map, "clear");
  }

  /** Returns how often keys may have come or gone: at least as many times as they did. */
  Value changes(Tree at, Term map) {
    return frame.single(get(at, map, CHANGES));
  }

  private void count(Tree at, Term map) {
    Objects.Action action =
        one -> {
          Value more = draft.apply(Operations.ADD, changes(at, one), draft.constant(1));
          Meanwhile.changes(frame, one);
          set(at, one, CHANGES, conversions.term(more));
          return frame.nothing();
        };
    Term unused = each(at, map, nothing(), action);
  }

  private void grow(Tree at, Term map, Value place) {
    Value twice = draft.apply(Operations.MUL, place, draft.constant(2));
    set(at, map, VALUES, arrays.longer(at, get(at, map, VALUES), twice));
  }
}
