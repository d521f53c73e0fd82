package cotangent.processor.optimise.seen;

import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each bit of a whole number: that it is one of the bits of a real number,
 * inverted or not, that it is always 0 or 1, or that it is neither (<em>vague</em>).
 *
 * @param source the real number; null where no bit comes from one
 * @param sign the real number whose sign the first bit is, where that is another one
 */
record BitPattern(
    @Nullable Value source, @Nullable Value sign, long kept, long turned, long ones, long vague) {
  private static final long SIGN = Long.MIN_VALUE;

  static BitPattern constant(long bits) {
    return new BitPattern(null, null, 0, 0, bits, 0);
  }

  static BitPattern vague(long bits) {
    return new BitPattern(null, null, 0, 0, 0, bits);
  }

  /** Returns all bits of a real number; those of a {@code float} come first, as in a double. */
  static BitPattern of(Value source) {
    return new BitPattern(source, null, source.type() == Type.FLOAT ? -1L << 32 : -1L, 0, 0, 0);
  }

  boolean isConstant() {
    return kept == 0 && vague == 0;
  }

  BitPattern and(long mask) {
    return new BitPattern(source, sign, kept & mask, turned & mask, ones & mask, vague & mask);
  }

  BitPattern xor(long mask) {
    return new BitPattern(
        source, sign, kept, turned ^ (kept & mask), ones ^ (mask & ~kept & ~vague), vague);
  }

  /** Returns both together, where each bit is known from one of them; else null. */
  @Nullable BitPattern or(BitPattern other) {
    if (source == null || other.source == null || source.equals(other.source)) {
      return together(other, source == null ? other.source : source, null);
    } else if (kept == SIGN) {
      return together(other, other.source, source);
    }
    return other.kept == SIGN ? together(other, source, other.source) : null;
  }

  private @Nullable BitPattern together(
      BitPattern other, @Nullable Value of, @Nullable Value signOf) {
    if (sign != null || other.sign != null) {
      return null;
    }
    long both = (kept | vague) & (other.kept | other.vague);
    long fixed = ones | other.ones;
    long known = ~fixed & ~both;
    return new BitPattern(
        of,
        signOf,
        (kept | other.kept) & known,
        (turned | other.turned) & known,
        fixed,
        (vague | other.vague | both) & ~fixed);
  }

  /** Returns the pattern with some bits vague. */
  BitPattern blurred(long bits) {
    return new BitPattern(source, sign, kept & ~bits, turned & ~bits, ones & ~bits, vague | bits);
  }

  /** Whether the fraction is that of the source, except for some of the last bits. */
  boolean keepsFraction(long fraction, long needed) {
    long lost = fraction & ~kept;
    return (kept & needed) == needed
        && (turned & fraction) == 0
        && (lost & vague) == 0
        && (lost & (lost + lowest(fraction))) == 0;
  }

  private static long lowest(long mask) {
    return mask & -mask;
  }
}
