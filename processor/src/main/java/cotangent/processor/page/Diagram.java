package cotangent.processor.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A graph as it is drawn: boxes with words in them, and lines from where a value is made to where
 * it is used. What a loop or a branch holds is a diagram inside its box.
 */
final class Diagram {
  private final List<Box> boxes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /** What a box stands for, which decides how it looks. */
  enum Kind {
    INPUT,
    /** A value of an outer diagram, or of an earlier turn, that is used in this one. */
    OUTSIDE,
    STEP,
    RESULT,
    STRUCTURE
  }

  /**
   * A box.
   *
   * @param inside the diagrams in it, from left to right
   */
  record Box(int number, Kind kind, String words, List<Diagram> inside) {}

  /** A line between two boxes of one diagram. */
  record Line(Box from, Box to) {}

  Box add(int number, Kind kind, String words, List<Diagram> inside) {
    Box box = new Box(number, kind, words, List.copyOf(inside));
    boxes.add(box);
    return box;
  }

  void connect(Box from, Box to) {
    Line line = new Line(from, to);
    if (from != to && !lines.contains(line)) {
      lines.add(line);
    }
  }

  List<Box> boxes() {
    return boxes;
  }

  List<Line> lines() {
    return lines;
  }
}
