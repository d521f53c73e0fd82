package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what a map that is made in the method and sorted by its keys is asked for besides. */
final class SortedMaps {
  private static final String ENTRY = "Entry";

  private final Frame frame;
  private final Maps maps;

  SortedMaps(Frame frame) {
    this.frame = frame;
    this.maps = new Maps(frame);
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, String name, TypeMirror type, Term map, List<Term> arguments) {
    boolean isSorted =
        Maps.isPart(map)
            || ((ObjectClass.Library) Objects.of(map)).name().equals("java.util.TreeMap");
    if (!isSorted) {
      return null;
    }
    Term[] given = arguments.toArray(Term[]::new);
    return switch (given.length + " " + name) {
      case "0 firstKey", "0 lastKey", "1 floorKey", "1 ceilingKey", "1 lowerKey", "1 higherKey" ->
          key(at, name, map, given);
      case "1 floorEntry", "1 ceilingEntry", "1 lowerEntry", "1 higherEntry" ->
          perhaps(at, type, map, key(at, name.replace(ENTRY, "Key"), map, given));
      case "0 firstEntry", "0 lastEntry" -> outermost(at, name, type, map, false);
      case "0 pollFirstEntry", "0 pollLastEntry" -> {
        String end = name.contains("First") ? "firstEntry" : "lastEntry";
        yield outermost(at, end, type, map, true);
      }
      default -> part(at, given.length + " " + name, type, map, given);
    };
  }

  /** Reads what shows some of the keys, or all in another order. */
  private @Nullable Term part(Tree at, String call, TypeMirror type, Term map, Term... given) {
    Term with = new Conversions(frame).term(frame.draft().constant(true));
    Term without = new Conversions(frame).term(frame.draft().constant(false));
    return switch (call) {
      case "0 descendingMap" -> part(at, map, type, "descending");
      case "1 headMap" -> part(at, map, type, "head", given[0], without);
      case "1 tailMap" -> part(at, map, type, "tail", given[0], with);
      case "2 subMap" -> part(at, map, type, "sub", given[0], with, given[1], without);
      case "2 headMap", "2 tailMap", "4 subMap" ->
          part(at, map, type, call.substring(2).replace("Map", ""), given);
      case "0 descendingKeySet" ->
          MapViews.of(part(at, map, mapType(map), "descending"), type, "keySet");
      case "0 navigableKeySet" -> MapViews.of(map, type, "keySet");
      default -> null;
    };
  }

  private Term part(Tree at, Term map, TypeMirror type, String name, Term... given) {
    return maps.part(at, map, (DeclaredType) type, name, given);
  }

  private static TypeMirror mapType(Term map) {
    return ((ObjectClass.Library) Objects.of(map)).type();
  }

  private Term key(Tree at, String name, Term map, Term... given) {
    TypeMirror type = ((ObjectClass.Library) Objects.of(map)).type().getTypeArguments().get(0);
    return new Conversions(frame).seen(at, maps.on(at, map, name, given), type);
  }

  /** Returns the entry of a key, or null where there is no key. */
  private Term perhaps(Tree at, TypeMirror type, Term map, Term key) {
    Draft draft = frame.draft();
    Value found = frame.single(key);
    Value isNone = draft.apply(Operations.EQ, found, draft.constant(found.type(), null));
    return frame
        .branches()
        .either(at, isNone, type, () -> new Term.Nothing(type), () -> entry(at, type, map, key));
  }

  /** Returns the first or last entry, or null where there is none. */
  private Term outermost(Tree at, String name, TypeMirror type, Term map, boolean isTaken) {
    Value isEmpty = frame.single(maps.isEmpty(at, map));
    return frame
        .branches()
        .either(
            at,
            isEmpty,
            type,
            () -> new Term.Nothing(type),
            () -> {
              Term key = key(at, name.replace(ENTRY, "Key"), map);
              Term entry = entry(at, type, map, key);
              if (isTaken) {
                Value unused = maps.remove(at, map, key);
              }
              return entry;
            });
  }

  /** Returns the entry of a key as it is now: it doesn't change with the map. */
  private Term entry(Tree at, TypeMirror type, Term map, Term key) {
    Term value = maps.value(at, map, maps.find(at, map, key));
    return MapViews.entry((DeclaredType) type, key, value);
  }
}
