package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads what puts all that a map holds into one that is made in the method. */
final class MapCopies {
  private static final Set<String> HELD =
      Set.of("java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap");

  private final Frame frame;
  private final Program program;
  private final Maps maps;

  MapCopies(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
    this.maps = new Maps(frame);
  }

  /** Makes a map by a constructor; returns nothing where it isn't one that is held so. */
  Optional<Term> made(
      Tree at, DeclaredType type, ResolvedMethod constructor, List<Term> arguments) {
    Optional<Term> made = maps.made(at, type, constructor, arguments);
    boolean isOfMap = made.isEmpty() && arguments.size() == 1 && NewKeys.isOfMap(constructor);
    return isOfMap && HELD.contains(ObjectClass.Library.name(type)) && maps.holds(type)
        ? known(at, type, arguments.get(0))
            .flatMap(other -> maps.made(at, type, constructor, List.of(other)))
        : made;
  }

  /** Reads {@code putAll}; returns false, having done nothing, where it can't be. */
  boolean putAll(Tree at, Term map, Term given) {
    Optional<Term> other = known(at, (DeclaredType) map.type(), given);
    other.ifPresent(
        each -> {
          maps.on(at, map, "putAll", maps.get(at, each, Maps.KEYS)); // it may grow for all at once
          new RetoldCalls(frame).putAll(at, map, each);
        });
    return other.isPresent();
  }

  /** Returns what a map holds as one that was made in sight; nothing where that can't be. */
  private Optional<Term> known(Tree at, DeclaredType type, Term other) {
    if (Maps.isOneOfMaps(other)) {
      return Optional.of(other);
    }
    List<? extends TypeMirror> held = type.getTypeArguments();
    if (!(other instanceof Term.Single outside)
        || held.size() != 2
        || !holds(outside, held)
        || !new Conversions(frame).isBoxed(held.get(1))) {
      return Optional.empty();
    }
    DeclaredType linked =
        program
            .types()
            .getDeclaredType(
                program.elements().getTypeElement("java.util.LinkedHashMap"),
                held.toArray(new TypeMirror[0]));
    if (!maps.holds(linked)) {
      return Optional.empty();
    }
    Term map = maps.fresh(at, linked, "linked"); // which keeps the order that the other one has
    new RetoldCalls(frame).putAll(at, map, other);
    return Optional.of(map);
  }

  /** Whether a map is known to hold just this: generated code names the type of its entries. */
  private static boolean holds(Term.Single map, List<? extends TypeMirror> held) {
    String type = map.value().type().toString().replace(" ", "");
    return type.endsWith("<" + held.get(0) + "," + held.get(1) + ">");
  }
}
