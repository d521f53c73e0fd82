package cotangent.processor.emit.java;

import java.util.Locale;
import java.util.regex.Pattern;

/** Turns names of constants into names of variables, and the other way round. */
public final class Casing {
  private static final Pattern WORD = Pattern.compile("_+(.)");

  private Casing() {}

  /** Returns {@code maxCount} for {@code MAX_COUNT}; any other name stays. */
  public static String variable(String name) {
    boolean isConstant = name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
    return isConstant
        ? WORD.matcher(name.toLowerCase(Locale.ROOT))
            .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT))
        : name;
  }

  /** Returns {@code MAX_COUNT} for {@code maxCount}. */
  public static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
