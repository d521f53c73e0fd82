package cotangent.processor.emit;

import cotangent.processor.graph.Method;
import java.util.List;
import java.util.function.Predicate;

/**
 * The class that is generated beside a class of the user.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleName its name, such as {@code LossesGrad}
 * @param isPublic whether it is public, as the user's class is
 * @param origin the user's class, as source names it inside the package: {@code Losses}, {@code
 *     Outer.Inner}
 * @param isNeighbour tells whether its package has a type of that simple name
 * @param methods its public methods
 */
public record Companion(
    String packageName,
    String simpleName,
    boolean isPublic,
    String origin,
    Predicate<String> isNeighbour,
    List<Method> methods) {
  public Companion {
    methods = List.copyOf(methods);
  }

  /** Writes it as a Java source file. */
  public String source() {
    return new CompanionWriter(this, Splitting.LIMIT).source();
  }
}
