package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.LibraryMethods;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;

/** Reads what makes maps that never change, and entries that are in no map. */
final class FixedMaps {
  private static final String KIND = "fixed";

  private final Frame frame;
  private final Maps maps;

  FixedMaps(Frame frame) {
    this.frame = frame;
    this.maps = new Maps(frame);
  }

  /** Makes a map or an entry by a static method; returns nothing for any other method. */
  Optional<Term> of(Tree at, ResolvedMethod method, List<Term> arguments) {
    if (!(method.result() instanceof DeclaredType type)) {
      return Optional.empty();
    } else if (isEmpty(method) && maps.holds(type)) {
      return Optional.of(maps.fresh(at, type, "linked")); // which may be asked for null
    } else if (!isOfMaps(method)) {
      return Optional.empty();
    }
    switch (method.element().getSimpleName().toString()) {
      case "entry":
        arguments.forEach(each -> require(at, each));
        return Optional.of(MapViews.entry(type, arguments.get(0), arguments.get(1)));
      case "of":
        return maps.holds(type) ? Optional.of(made(at, type, arguments)) : Optional.empty();
      case "copyOf":
        Term other = arguments.get(0);
        return maps.holds(type) && Maps.isMap(other)
            ? Optional.of(maps.copied(at, type, KIND, other))
            : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  private static boolean isEmpty(ResolvedMethod method) {
    return method.owner().getQualifiedName().contentEquals("java.util.Collections")
        && method.element().getSimpleName().contentEquals("emptyMap");
  }

  private static boolean isOfMaps(ResolvedMethod method) {
    return method.owner().getQualifiedName().contentEquals("java.util.Map");
  }

  /** Makes the map of entries that are given one by one; returns nothing for any other method. */
  Optional<Term> ofEntries(Tree at, ResolvedMethod method, List<Term> entries) {
    boolean isKnown =
        isOfMaps(method)
            && method.element().getSimpleName().contentEquals("ofEntries")
            && entries.stream().allMatch(MapViews::isLoose);
    return isKnown && method.result() instanceof DeclaredType type && maps.holds(type)
        ? Optional.of(made(at, type, entries.stream().flatMap(FixedMaps::parts).toList()))
        : Optional.empty();
  }

  private static Stream<Term> parts(Term entry) {
    return Stream.of(MapViews.KEY, MapViews.VALUE).map(((Term.Fixed) entry)::field);
  }

  /** Makes a map of keys and values in turn. */
  private Term made(Tree at, DeclaredType type, List<Term> arguments) {
    Term map = maps.fresh(at, type, KIND);
    for (int i = 0; i < arguments.size(); i += 2) {
      maps.on(at, map, "give", arguments.get(i));
    }
    maps.on(at, map, "fix");
    for (int i = 1; i < arguments.size(); i += 2) {
      maps.write(at, map, frame.draft().constant(i / 2), arguments.get(i));
    }
    return map;
  }

  /** Makes an entry by a constructor; returns nothing for any other class. */
  Optional<Term> made(DeclaredType type, List<Term> arguments) {
    boolean isEntry =
        ObjectClass.Library.name(type).matches("java\\.util\\.AbstractMap\\.Simple\\w*Entry");
    return isEntry && arguments.size() == 2
        ? Optional.of(MapViews.entry(type, arguments.get(0), arguments.get(1)))
        : Optional.empty();
  }

  /** Throws what the library throws for null. */
  private void require(Tree at, Term given) {
    boolean isThere =
        given instanceof Term.Single one
            && (one.value().type().isScalar() || frame.draft().known(one.value()) != null);
    if (!isThere) {
      ResolvedMethod require =
          LibraryMethods.of(frame.names().program(), "java.util.Objects", "requireNonNull", 1);
      Term unused = frame.calling().call(at, require, null, List.of(given));
    }
  }
}
