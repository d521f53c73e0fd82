package cotangent.processor.op;

import cotangent.processor.op.Op.Cost;
import cotangent.processor.op.Op.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of the methods of {@code java.lang} on whole numbers and truth values, and of the
 * predicates and bit patterns of real ones: no derivative goes in or comes out.
 */
final class ConstantFunctions {
  private static final List<String> EXACT =
      List.of(
          "addExact",
          "subtractExact",
          "multiplyExact",
          "negateExact",
          "incrementExact",
          "decrementExact",
          "absExact",
          "toIntExact",
          "floorDiv",
          "floorMod");
  private static final List<String> WHOLE = List.of("multiplyFull", "multiplyHigh");
  private static final List<String> BITS =
      List.of(
          "compare",
          "compareUnsigned",
          "signum",
          "bitCount",
          "highestOneBit",
          "lowestOneBit",
          "numberOfLeadingZeros",
          "numberOfTrailingZeros",
          "reverse",
          "reverseBytes",
          "rotateLeft",
          "rotateRight",
          "hashCode");
  private static final List<String> UNSIGNED = List.of("divideUnsigned", "remainderUnsigned");
  private static final List<String> REAL =
      List.of("isNaN", "isInfinite", "isFinite", "compare", "hashCode");

  private static final List<Op> ROWS = new ArrayList<>();

  static {
    for (Class<?> owner : List.of(Math.class, StrictMath.class)) {
      EXACT.forEach(name -> row(owner, name, Trait.TRAPS));
      WHOLE.forEach(name -> row(owner, name));
    }
    for (Class<?> owner : List.of(Integer.class, Long.class)) {
      BITS.forEach(name -> row(owner, name));
      UNSIGNED.forEach(name -> row(owner, name, Trait.TRAPS));
    }
    row(Integer.class, "toUnsignedLong");
    for (Class<?> owner : List.of(Double.class, Float.class)) {
      REAL.forEach(name -> row(owner, name));
    }
    row(Double.class, "doubleToLongBits");
    row(Double.class, "doubleToRawLongBits");
    row(Double.class, "longBitsToDouble");
    row(Float.class, "floatToIntBits");
    row(Float.class, "floatToRawIntBits");
    row(Float.class, "intBitsToFloat");
    for (Class<?> owner : List.of(Boolean.class, Character.class, Short.class, Byte.class)) {
      row(owner, "compare");
    }
  }

  private ConstantFunctions() {}

  static List<Op> rows() {
    return List.copyOf(ROWS);
  }

  /** The methods that are operations of other rows: their names by the methods' names. */
  static Map<String, String> aliases() {
    Map<String, String> aliases = new HashMap<>();
    for (String owner : List.of("Double", "Float", "Integer", "Long")) {
      aliases.put("java.lang." + owner + ".sum", "add");
      aliases.put("java.lang." + owner + ".max", "max");
      aliases.put("java.lang." + owner + ".min", "min");
    }
    aliases.put("java.lang.Boolean.logicalAnd", "and");
    aliases.put("java.lang.Boolean.logicalOr", "or");
    aliases.put("java.lang.Boolean.logicalXor", "xor");
    return aliases;
  }

  private static void row(Class<?> owner, String name, Trait... traits) {
    StaticMethod method = new StaticMethod(owner, name);
    ROWS.add(
        new Op(
            owner == Math.class ? name : method.toString(),
            method::type,
            method,
            List.of(),
            method.syntax(),
            Cost.CHEAP,
            Set.of(traits)));
  }
}
