package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.report.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;

/**
 * How many records of a class are being compared inside of each other: {@code equals} of a list is
 * read in place, so that records which hold lists of themselves would be compared without end.
 */
final class ComparedRecords {
  private static final int DEEPEST = 12;

  private final Map<TypeElement, Integer> depths = new HashMap<>();

  private ComparedRecords() {}

  static ComparedRecords of(Reading reading) {
    return reading.part(ComparedRecords.class, unused -> new ComparedRecords());
  }

  /** Compares the parts of two records of a class. */
  <T> T inside(Frame frame, Tree at, TypeElement type, Supplier<T> compare) {
    try {
      if (depths.merge(type, 1, Integer::sum) > DEEPEST) {
        throw frame.refusal(
            at,
            Problem.SYNTAX,
            "equals of records that hold lists of themselves",
            "compare them by a method of your own that goes through the lists");
      }
      return compare.get();
    } finally {
      depths.merge(type, -1, Integer::sum);
    }
  }
}
