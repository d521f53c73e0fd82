package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads the methods of the keys, values and entries of maps that are made in the method. */
final class MapViewCalls {
  private final Frame frame;
  private final Maps maps;

  MapViewCalls(Frame frame) {
    this.frame = frame;
    this.maps = new Maps(frame);
  }

  /** Reads a call on a view or an entry; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term.Fixed object, List<Term> arguments) {
    String call = arguments.size() + " " + method.element().getSimpleName();
    if (MapViews.isView(object)) {
      return ofView(at, call, method, object, arguments);
    }
    if (MapViews.isLoose(object)) {
      return switch (call) {
        case "0 getKey" -> object.field(MapViews.KEY);
        case "0 getValue" -> object.field(MapViews.VALUE);
        default -> null;
      };
    }
    Term map = object.field(MapViews.MAP);
    Value place = frame.single(object.field(MapViews.PLACE));
    switch (call) {
      case "0 getKey":
        return object.field(MapViews.KEY);
      case "0 getValue":
        return maps.value(at, map, place);
      case "1 setValue":
        Term old = maps.value(at, map, place);
        maps.write(at, map, place, arguments.get(0));
        return old;
      default:
        return null;
    }
  }

  private @Nullable Term ofView(
      Tree at, String call, ResolvedMethod method, Term.Fixed view, List<Term> arguments) {
    boolean isOfKeys = view.of().fields().contains("keySet");
    Term map = view.fields().get(0);
    return switch (call) {
      case "0 size" -> maps.size(at, map);
      case "0 isEmpty" -> maps.isEmpty(at, map);
      case "0 iterator" -> new MapIterators(frame).of(at, view, (DeclaredType) method.result());
      case "0 clear" -> {
        maps.clear(at, map);
        yield frame.nothing();
      }
      case "1 contains" -> isOfKeys ? isThere(maps.find(at, map, arguments.get(0))) : null;
      case "1 remove" -> isOfKeys ? isThere(maps.remove(at, map, arguments.get(0))) : null;
      default ->
          new Lists(frame).areKnown(arguments)
              ? new RetoldCalls(frame)
                  .of("java.util.Collection", at, method, view, arguments)
                  .orElse(null)
              : null;
    };
  }

  private Term isThere(Value place) {
    return new Conversions(frame).term(maps.isThere(place));
  }
}
