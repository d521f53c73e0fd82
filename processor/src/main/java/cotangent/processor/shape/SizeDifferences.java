package cotangent.processor.shape;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What it takes for two sizes to be the same, from their difference. */
final class SizeDifferences {
  private SizeDifferences() {}

  /** Returns the forks on which a size depends. */
  static List<Fork> forks(Size size) {
    return size.names().stream()
        .flatMap(name -> Optional.ofNullable(name.fork()).stream())
        .distinct()
        .toList();
  }

  /**
   * Whether it is zero for no sizes that anybody would mean: it is a number other than zero, all
   * but a number in it is a multiple of what that isn't, or it would need a declared size to be
   * zero or to be made of others that are declared beside it.
   */
  static boolean isNever(Size difference) {
    Long number = difference.number();
    List<Name> names = difference.names();
    if (number != null) {
      return number != 0;
    } else if (isFraction(difference)) {
      return true;
    } else if (!names.stream().allMatch(Name::isDeclared)) {
      return false;
    }
    Name first = names.get(0);
    boolean isOfOne = names.size() > 1 && names.stream().skip(1).allMatch(first::isDeclaredBeside);
    return isOfOne
        || difference.terms().values().stream().map(Long::signum).distinct().count() == 1;
  }

  /** Whether no whole numbers make it zero, as of two times a size and three. */
  private static boolean isFraction(Size difference) {
    BigInteger divisor = BigInteger.ZERO;
    for (Map.Entry<List<Name>, Long> term : difference.terms().entrySet()) {
      if (!term.getKey().isEmpty()) {
        divisor = divisor.gcd(BigInteger.valueOf(term.getValue()));
      }
    }
    return difference.terms().getOrDefault(List.<Name>of(), 0L) % divisor.longValue() != 0;
  }

  /** Whether a size is above zero, as all declared sizes are that anybody would mean. */
  static boolean isSome(Size size) {
    Long number = size.number();
    return number != null
        ? number > 0
        : size.names().stream().allMatch(Name::isDeclared)
            && size.terms().values().stream().allMatch(factor -> factor > 0);
  }

  /** Whether a difference is one of two declared sizes, and nothing else. */
  static boolean compares(Size difference) {
    return difference.terms().size() == 2
        && difference.terms().keySet().stream().allMatch(term -> term.size() == 1)
        && difference.names().stream().allMatch(Name::isDeclared)
        && difference.terms().values().stream().mapToLong(factor -> factor).sum() == 0;
  }

  /** A name, and what it has to be. */
  record Solution(Name name, Size size) {}

  /** Returns what makes a difference zero; null where none of its names can be told from it. */
  static @Nullable Solution solution(Size difference) {
    List<Predicate<Name>> kinds =
        List.of(other -> !other.isDeclared(), Name::isOfObject, Name::isDeclared);
    for (Predicate<Name> kind : kinds) {
      Name name = free(difference, kind);
      if (name != null) {
        long factor = difference.terms().getOrDefault(List.of(name), 1L);
        Size rest = difference.minus(Size.of(name).times(Size.of(factor)));
        return new Solution(name, rest.times(Size.of(-factor)));
      }
    }
    return null;
  }

  /** Returns a name that occurs in it only once and by itself. */
  private static @Nullable Name free(Size difference, Predicate<Name> kind) {
    for (Map.Entry<List<Name>, Long> term : difference.terms().entrySet()) {
      if (term.getKey().size() == 1 && Math.abs(term.getValue()) == 1) {
        Name name = term.getKey().get(0);
        long uses = difference.terms().keySet().stream().filter(n -> n.contains(name)).count();
        if (kind.test(name) && name.fork() == null && uses == 1) {
          return name;
        }
      }
    }
    return null;
  }
}
