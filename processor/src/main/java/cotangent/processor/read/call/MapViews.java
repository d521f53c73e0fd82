package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the keys, values and entries of maps that are made in the method. */
public final class MapViews {
  private static final Set<Object> VIEWS = Set.of("keySet", "values", "entrySet");
  static final String KEY = "key";
  static final String PLACE = "place";
  static final String VALUE = "value";
  static final String MAP = "map";

  private final Frame frame;
  private final Maps maps;
  private final MapMarks marks;

  public MapViews(Frame frame) {
    this.frame = frame;
    this.maps = new Maps(frame);
    this.marks = new MapMarks(frame);
  }

  /** Returns a view of a map, by the method that gives it. */
  static Term of(Term map, TypeMirror type, String name) {
    return new Term.Fixed(
        type, new ObjectClass.Library((DeclaredType) type, List.of(name)), List.of(map));
  }

  /** Returns an entry that doesn't change with its map. */
  static Term entry(DeclaredType type, Term key, Term value) {
    ObjectClass of = new ObjectClass.Library(type, List.of(KEY, VALUE));
    return new Term.Fixed(type, of, List.of(key, value));
  }

  /** Whether a term is a view of a map that was made in sight. */
  public static boolean isView(Term term) {
    return term instanceof Term.Fixed view
        && view.of() instanceof ObjectClass.Library
        && VIEWS.containsAll(view.of().fields());
  }

  /** Whether a term is an entry that holds its value itself. */
  static boolean isLoose(Term term) {
    return isEntry(term) && ((Term.Fixed) term).of().fields().contains(VALUE);
  }

  static boolean isEntry(Term term) {
    return term instanceof Term.Fixed entry
        && entry.of() instanceof ObjectClass.Library
        && entry.of().fields().contains(KEY);
  }

  /** What a loop goes over: the places as they were when it began, and the keys that were there. */
  public record Snapshot(Term map, Term places, @Nullable Term keys, MapMarks.Mark mark) {}

  /** Begins a loop over a view. */
  public Snapshot begin(Tree at, Term view) {
    Term.Fixed of = (Term.Fixed) view;
    return begin(at, of.fields().get(0), !of.of().fields().contains("values"));
  }

  /** Begins a loop over a map. */
  public Snapshot begin(Tree at, Term map, boolean withKeys) {
    Term places = maps.on(at, map, "places");
    Term keys = withKeys ? maps.on(at, map, "all") : null;
    return new Snapshot(map, places, keys, marks.mark(at, map));
  }

  /** Returns how many elements a loop goes over. */
  public Value length(Tree at, Snapshot all) {
    return new Arrays(frame).length(at, all.places);
  }

  /** Returns an element of a view, by its number. */
  public Term element(Tree at, Term view, Snapshot all, Value index) {
    List<Object> kind = ((Term.Fixed) view).of().fields();
    if (kind.contains("keySet")) {
      return key(at, all, index);
    } else if (kind.contains("values")) {
      return value(at, all, index);
    }
    DeclaredType of = ((Term.Fixed) view).of().type();
    DeclaredType type = (DeclaredType) of.getTypeArguments().get(0);
    ObjectClass entry = new ObjectClass.Library(type, List.of(KEY, PLACE, MAP));
    Term place = read(at, all.places, index);
    return new Term.Fixed(type, entry, List.of(key(at, all, index), place, all.map));
  }

  /** Whether certainly no key came or went since a loop began. */
  public boolean isSame(Tree at, Snapshot all) {
    return marks.isSame(at, all.map, all.mark);
  }

  /** Throws what the library throws where keys came or went since a loop began. */
  public void requireSame(Tree at, Snapshot all) {
    marks.requireSame(at, all.map, all.mark);
  }

  /** Returns a value, by its number. */
  public Term value(Tree at, Snapshot all, Value index) {
    return maps.value(at, all.map, place(at, all, index));
  }

  /** Returns the place of a value, by its number. */
  public Value place(Tree at, Snapshot all, Value index) {
    return frame.single(read(at, all.places, index));
  }

  /** Replaces a value, by its number. */
  public void replace(Tree at, Snapshot all, Value index, Term value) {
    maps.write(at, all.map, frame.single(read(at, all.places, index)), value);
  }

  /** Returns a key, by its number. */
  public Term key(Tree at, Snapshot all, Value index) {
    Term keys = java.util.Objects.requireNonNull(all.keys);
    TypeMirror type = Maps.type(all.map).getTypeArguments().get(0);
    return new Conversions(frame).seen(at, read(at, keys, index), type);
  }

  private Term read(Tree at, Term array, Value index) {
    TypeMirror element = ((ArrayType) array.type()).getComponentType();
    return new Arrays(frame).element(at, new Arrays.ElementPlace(array, index, element));
  }
}
