package cotangent.processor;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import cotangent.processor.derive.offer.Delegates;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Primal;
import cotangent.processor.read.request.Request;
import cotangent.processor.report.ClassReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method of a source file, and what is made of it, as it would be written.
 *
 * @param graph the method as it is differentiated
 * @param methods its value, then its derivatives
 * @param forward its derivative along tangents
 */
public record Derived(Primal primal, Graph graph, List<Method> methods, Optional<Method> forward) {

  /** Compiles a source file, and gives the methods that are accepted. */
  public static List<Derived> in(String name, String source) {
    List<Derived> all = new ArrayList<>();
    Generator generator =
        (type, companion, program, rules, verify, report, defects) -> {
          Promises promises = new Promises(type, program, rules, new ClassReport(), primal -> {});
          for (Request request : promises.requests(type)) {
            try {
              promises.primal(request).map(Derived::of).ifPresent(all::add);
            } catch (RuntimeException refused) {
              continue; // other tests tell of it
            }
          }
          return Optional.empty();
        };
    Compiler.javac()
        .withProcessors(new DifferentiableProcessor(generator, false))
        .compile(JavaFileObjects.forSourceString(name, source));
    return all;
  }

  private static Derived of(Primal read) {
    Primal primal = Phases.tidied(read);
    List<Method> methods = new ArrayList<>();
    methods.add(Phases.bound(primal, Phases.finished(primal, primal.method())));
    Phases.derived(primal).stream()
        .map(method -> Phases.finished(primal, Phases.bound(primal, method)))
        .filter(method -> Delegates.target(method).isEmpty())
        .forEach(methods::add);
    return new Derived(
        primal, new Outline(primal).graph(), methods, Proving.forward(primal, methods));
  }
}
