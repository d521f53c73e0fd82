package cotangent.processor.emit;

import cotangent.processor.graph.Method;
import cotangent.processor.graph.Sized;
import cotangent.processor.graph.Sum;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param isMarked whether it is annotated as generated: not all modules can read that annotation
 * @param suppressed the names of warnings that javac may not give for it
 * @param methods its public methods
 * @param exceptions the checked exceptions that methods declare, where they do
 * @param variadic the methods that take a variable number of arguments
 * @param sized what is known of the sizes of a method's inputs, where it is to check them
 * @param sums what adds up gradients over many calls
 * @param notes what compilations need to know that only see its class file
 */
public record Companion(
    String packageName,
    String simpleName,
    boolean isPublic,
    String origin,
    Predicate<String> isNeighbour,
    boolean isMarked,
    List<String> suppressed,
    List<Method> methods,
    Map<Method, List<String>> exceptions,
    Set<Method> variadic,
    Map<Method, Sized.Inputs> sized,
    List<Sum> sums,
    List<String> notes) {
  public Companion {
    suppressed = List.copyOf(suppressed);
    methods = List.copyOf(methods);
    exceptions = Map.copyOf(exceptions);
    variadic = Set.copyOf(variadic);
    sized = Map.copyOf(sized);
    sums = List.copyOf(sums);
    notes = List.copyOf(notes);
  }

  /** Makes one that javac has no warning for. */
  public Companion(
      String packageName,
      String simpleName,
      boolean isPublic,
      String origin,
      Predicate<String> isNeighbour,
      List<Method> methods) {
    this(
        packageName,
        simpleName,
        isPublic,
        origin,
        isNeighbour,
        true,
        List.of(),
        methods,
        Map.of(),
        Set.of(),
        Map.of(),
        List.of(),
        List.of());
  }
}
