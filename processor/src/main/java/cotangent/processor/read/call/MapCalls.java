package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the methods of maps that are made in the method. */
public final class MapCalls {
  private final Frame frame;
  private final Maps maps;
  private final MapMarks marks;
  private final Conversions conversions;

  public MapCalls(Frame frame) {
    this.frame = frame;
    this.maps = new Maps(frame);
    this.marks = new MapMarks(frame);
    this.conversions = new Conversions(frame);
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term map, List<Term> arguments) {
    String name = method.element().getSimpleName().toString();
    TypeMirror type = method.result();
    switch (arguments.size() + " " + name) {
      case "0 size":
        return maps.size(at, map);
      case "0 isEmpty":
        return maps.isEmpty(at, map);
      case "1 containsKey":
        return conversions.term(maps.isThere(maps.find(at, map, arguments.get(0))));
      case "1 get":
        return maps.found(at, map, maps.find(at, map, arguments.get(0)), type);
      case "2 getOrDefault":
        Value place = maps.find(at, map, arguments.get(0));
        return maps.found(at, map, place, type, () -> arguments.get(1));
      case "0 keySet", "0 values", "0 entrySet":
        return MapViews.of(map, type, name);
      default:
        boolean isFixed =
            Maps.isPart(map)
                || ((ObjectClass.Library) Objects.of(map)).name().equals("java.util.Map");
        Term sorted = new SortedMaps(frame).call(at, name, type, map, arguments);
        if (sorted != null) {
          return sorted;
        }
        Term changed = isFixed ? null : changed(at, name, type, map, arguments);
        boolean isRetold = !isFixed && !name.equals("putAll");
        return changed != null || !isRetold
            ? changed
            : new RetoldCalls(frame).of("java.util.Map", at, method, map, arguments).orElse(null);
    }
  }

  private static Supplier<Term> nothing(TypeMirror type) {
    return () -> new Term.Nothing(type);
  }

  private @Nullable Term changed(
      Tree at, String name, TypeMirror type, Term map, List<Term> arguments) {
    switch (arguments.size() + " " + name) {
      case "2 put":
        return put(at, map, type, arguments);
      case "2 putIfAbsent":
        return putIfAbsent(at, map, type, arguments);
      case "1 remove":
        return maps.found(at, map, maps.remove(at, map, arguments.get(0)), type);
      case "1 putAll":
        return new MapCopies(frame).putAll(at, map, arguments.get(0)) ? frame.nothing() : null;
      case "0 clear":
        maps.clear(at, map);
        return frame.nothing();
      default:
        return inheritsComputing(map) ? null : computed(at, name, type, map, arguments);
    }
  }

  /** Whether a map computes values as any map does that leaves it to the interface. */
  private static boolean inheritsComputing(Term map) {
    return ((ObjectClass.Library) Objects.of(map)).name().equals("java.util.EnumMap");
  }

  private @Nullable Term computed(
      Tree at, String name, TypeMirror type, Term map, List<Term> arguments) {
    switch (arguments.size() + " " + name) {
      case "3 merge":
        Change change = old -> new Applied(frame).call(at, arguments.get(2), old, arguments.get(1));
        return merged(at, map, type, arguments.get(0), arguments.get(1), change);
      case "2 computeIfAbsent":
        return computed(
            at,
            map,
            type,
            arguments.get(0),
            null,
            () -> new Applied(frame).call(at, arguments.get(1), arguments.get(0)));
      case "2 computeIfPresent":
        return ifPresent(at, map, type, arguments);
      case "2 compute":
        return anew(at, map, type, arguments);
      default:
        return null;
    }
  }

  private Term put(Tree at, Term map, TypeMirror type, List<Term> arguments) {
    Term key = arguments.get(0);
    boolean isDropped = frame.reading().isDropped(at);
    Term old = isDropped ? frame.nothing() : maps.found(at, map, maps.find(at, map, key), type);
    maps.put(at, map, "put", key, arguments.get(1));
    return old;
  }

  /** Reads what comes of a key that is there, and of one that isn't. */
  private Term either(
      Tree at, Value place, TypeMirror type, Supplier<Term> there, Supplier<Term> otherwise) {
    return frame.branches().either(at, maps.isThere(place), type, there, otherwise);
  }

  private Term putIfAbsent(Tree at, Term map, TypeMirror type, List<Term> arguments) {
    Value place = maps.find(at, map, arguments.get(0));
    return either(
        at,
        place,
        type,
        () -> conversions.besideNull(at, maps.value(at, map, place)),
        () -> {
          maps.put(at, map, "put", arguments.get(0), arguments.get(1));
          return new Term.Nothing(type);
        });
  }

  /** What becomes of the value of a key. */
  public interface Change {
    Term of(Term old);
  }

  /** Merges a value into a map. */
  public Term merged(Tree at, Term map, TypeMirror type, Term key, Term value, Change change) {
    return computed(at, map, type, key, change, () -> value);
  }

  private Term computed(
      Tree at, Term map, TypeMirror type, Term key, @Nullable Change change, Supplier<Term> first) {
    Value place = frame.single(maps.on(at, map, "findComputed", key));
    MapMarks.Mark before = marks.mark(at, map);
    return either(
        at,
        place,
        type,
        () -> change == null ? maps.value(at, map, place) : changed(at, map, type, place, change),
        () -> {
          Term value = conversions.to(at, first.get(), type);
          marks.requireSame(at, map, before);
          maps.put(at, map, "putComputed", key, value);
          return value;
        });
  }

  private Term changed(Tree at, Term map, TypeMirror type, Value place, Change change) {
    MapMarks.Mark before = marks.mark(at, map);
    Term value = conversions.to(at, change.of(maps.value(at, map, place)), type);
    marks.requireSame(at, map, before);
    maps.write(at, map, place, value);
    return value;
  }

  private Term ifPresent(Tree at, Term map, TypeMirror type, List<Term> arguments) {
    Value place = maps.find(at, map, arguments.get(0));
    Term key = arguments.get(0);
    Change change = old -> new Applied(frame).call(at, arguments.get(1), key, old);
    return either(
        at,
        place,
        type,
        () -> conversions.besideNull(at, changed(at, map, type, place, change)),
        nothing(type));
  }

  /** Reads what a function makes of a key and of its value, if it has one; null takes it out. */
  private Term anew(Tree at, Term map, TypeMirror type, List<Term> arguments) {
    Term key = arguments.get(0);
    Value place = frame.single(maps.on(at, map, "findComputed", key));
    MapMarks.Mark before = marks.mark(at, map);
    Term old = maps.found(at, map, place, type);
    Term value = conversions.to(at, new Applied(frame).call(at, arguments.get(1), key, old), type);
    marks.requireSame(at, map, before);
    Value isNull = new Equality(frame).isNull(at, value);
    Runnable put =
        () ->
            frame
                .branches()
                .branch(
                    at,
                    maps.isThere(place),
                    () -> maps.write(at, map, place, value),
                    () -> maps.put(at, map, "putComputed", key, value));
    frame.branches().branch(at, isNull, () -> maps.remove(at, map, key), put);
    return value;
  }
}
