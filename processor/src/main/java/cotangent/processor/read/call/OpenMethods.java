package cotangent.processor.read.call;

import cotangent.processor.read.frame.KnownClasses;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.TypeArguments;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Term;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The methods that are being read, each for a call in the one before it. */
public final class OpenMethods {
  private final Reading reading;
  private final Deque<ExecutableElement> open = new ArrayDeque<>();
  private final Deque<Object> keys = new ArrayDeque<>();

  private OpenMethods(Reading reading) {
    this.reading = reading;
  }

  /** Returns those of a method that is being read. */
  public static OpenMethods of(Reading reading) {
    return reading.part(OpenMethods.class, OpenMethods::new);
  }

  /** Returns the exceptions that the annotated method declares. */
  public List<? extends TypeMirror> declared() {
    return open.getLast().getThrownTypes();
  }

  /** Carries out an action within a method. */
  public void within(ExecutableElement method, Runnable action) {
    within(method, method, action);
  }

  /**
   * Carries out an action within a method.
   *
   * @param key what it is known by, with what it is given
   */
  void within(ExecutableElement method, Object key, Runnable action) {
    keys.push(key);
    open.push(method);
    reading.reached(method, open);
    try {
      action.run();
    } finally {
      open.pop();
      keys.pop();
    }
  }

  /**
   * Carries out an action within a choice of the method that runs.
   *
   * @param key what it is known by
   */
  <T> T within(Object key, Supplier<T> action) {
    keys.push(key);
    try {
      return action.get();
    } finally {
      keys.pop();
    }
  }

  /** Returns what a call is known by: it is read once for each kind of objects that it is given. */
  Object key(Source source, @Nullable Term self, List<Term> arguments) {
    Object key = key(source.element(), self, arguments);
    TypeArguments given = source.names().arguments();
    return given.isEmpty() ? key : List.of(key, given);
  }

  /** Returns what a call of a method, whichever runs, or of a function is known by. */
  Object key(Object method, @Nullable Term self, List<Term> arguments) {
    Object key = Specialised.key(method, self, arguments);
    List<List<TypeElement>> classes = KnownClasses.of(reading).ofAll(self, arguments);
    return classes.isEmpty() ? key : List.of(key, classes);
  }

  /** Whether a method is being read that is known by a key. */
  boolean has(Object key) {
    return keys.contains(key);
  }

  /** Returns how often a method is being read, whatever it is given. */
  int count(ExecutableElement method) {
    return Collections.frequency(open, method);
  }

  /** Returns the key of the innermost method; null where there is none. */
  @Nullable Object innermost() {
    return keys.peek();
  }
}
