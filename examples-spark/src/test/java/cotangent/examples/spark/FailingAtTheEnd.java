package cotangent.examples.spark;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands on all elements, and then fails as a machine does whose disk is full. */
final class FailingAtTheEnd<T> implements Iterator<T> {
  private final Iterator<T> elements;
  private final boolean fails;
  private final AtomicInteger failures;

  FailingAtTheEnd(Iterator<T> elements, boolean fails, AtomicInteger failures) {
    this.elements = elements;
    this.fails = fails;
    this.failures = failures;
  }

  @Override
  public boolean hasNext() {
    if (!elements.hasNext() && fails) {
      failures.incrementAndGet();
      throw new IllegalStateException("this attempt fails on purpose");
    }
    return elements.hasNext();
  }

  @Override
  public T next() {
    return elements.next();
  }
}
