package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The functions, and the methods of anonymous classes, that are being read in the place of a call.
 * One that leads to itself becomes a function of the graph, as a method does.
 */
final class OpenCalls {
  /** After more calls than this, functions that hold others of their kind are numbers. */
  private static final int MOST = 2000;

  private final Reading reading;
  private final Deque<Object> open = new ArrayDeque<>();
  private final Deque<Tree> methods = new ArrayDeque<>();
  private int calls;

  private OpenCalls(Reading reading) {
    this.reading = reading;
  }

  /** Returns those of a method that is being read. */
  static OpenCalls of(Reading reading) {
    return reading.part(OpenCalls.class, OpenCalls::new);
  }

  /**
   * Reads a call.
   *
   * @param key what is called, with what it is given
   * @param method what is called, whatever it is given
   * @param recurring returns the call of a function of the graph
   */
  Term read(
      Frame caller,
      Tree at,
      Object key,
      Tree method,
      Term object,
      List<Term> arguments,
      Supplier<Term> inPlace,
      Supplier<Recurring> recurring) {
    Functions functions = Functions.of(reading);
    boolean isOpen = open.contains(key);
    boolean isInTry = caller.environment().isWatched() && !isOpen;
    if (!isInTry && functions.has(key)) {
      return functions.call(caller, at, recurring.get());
    } else if (isOpen) {
      throw new Inlining.Recursive(key);
    }
    int deep = Collections.frequency(methods, method);
    if (deep > Inlining.MOST_IN_ITSELF || ++calls > MOST) {
      Chains.reject(object);
      arguments.forEach(Chains::reject);
    }
    Environment.Mark before = caller.environment().mark();
    methods.push(method);
    try {
      return within(key, inPlace);
    } catch (Inlining.Recursive recursive) {
      if (!recursive.isAbout(key)) {
        throw recursive;
      }
      caller.environment().undo(before);
      return functions.call(caller, at, recurring.get());
    } finally {
      methods.pop();
    }
  }

  /** Reads what a call does, which may lead to itself. */
  Term within(Object key, Supplier<Term> inPlace) {
    open.push(key);
    try {
      return inPlace.get();
    } finally {
      open.pop();
    }
  }

  /** Returns what a function of the graph does, which reads a call in its place. */
  static Recurring.Body body(Object key, Reads reads) {
    return (frame, parameters) -> {
      Term self = Objects.requireNonNull(frame.self());
      Term result = of(frame.reading()).within(key, () -> reads.call(frame, self, parameters));
      if (frame.result() != null) {
        frame.environment().set(frame.result(), result);
      }
    };
  }

  /** Reads a call in its place. */
  interface Reads {
    Term call(Frame frame, Term self, List<Term> arguments);
  }
}
