package cotangent.verify.draw;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How large arrays are where nothing is said, and of what kind numbers are. The plans are tried one
 * after the other: first all arrays have the same sizes, then matrices are flat and square, then
 * rectangular; numbers are around 1, in (0, 1), of both signs, then larger, and in every second
 * plan each parameter has a range of its own, as a method may do something else where one is large.
 *
 * @param vector how long an array of numbers is
 * @param rows how many rows a matrix has
 * @param columns how long they are
 * @param whole what a whole number may be
 * @param range which range the real numbers of the first argument take
 * @param step how many ranges further on those of the next one lie
 */
record Plan(int vector, int rows, int columns, List<Integer> whole, int range, int step) {
  /** Where a real number lies. */
  record Range(double low, double high) {}

  /** Stands for the range of negative numbers. */
  private static final int BELOW = -1;

  private static final Range NEGATIVE = new Range(-1.5, -0.05);

  /** What few points show: negative numbers only, one number, and none. */
  static final List<Plan> EDGES =
      List.of(
          new Plan(2, 2, 2, List.of(2), BELOW, 0),
          new Plan(1, 1, 1, List.of(1), 0, 0),
          new Plan(1, 1, 1, List.of(1), BELOW, 0),
          new Plan(0, 0, 0, List.of(0), 0, 0));

  private static final List<int[]> SIZES =
      List.of(
          new int[] {3, 3, 3},
          new int[] {4, 4, 4},
          new int[] {9, 3, 3},
          new int[] {3, 2, 3},
          new int[] {2, 2, 3},
          new int[] {6, 2, 3},
          new int[] {16, 4, 4},
          new int[] {1, 1, 1},
          new int[] {2, 2, 2},
          new int[] {5, 5, 5},
          new int[] {12, 3, 4},
          new int[] {24, 4, 6});

  /** In so many plans at first, all arguments have one range: tails of functions are far out. */
  private static final int ALIKE = 16;

  private static final List<Range> RANGES =
      List.of(new Range(0.5, 1.5), new Range(0.05, 0.95), new Range(-1.5, 1.5), new Range(1.5, 6));

  /**
   * Returns the plan of a draw.
   *
   * @param draw which, counted from zero
   * @param found the plan by which the last point was found, null before
   */
  static Plan of(int draw, @Nullable Plan found, Random random) {
    int[] sizes = SIZES.get(draw / RANGES.size() % SIZES.size());
    if (found != null && random.nextInt(4) != 0) {
      sizes = new int[] {found.vector, found.rows, found.columns};
    }
    int step = draw < ALIKE || draw % 2 == 0 ? 0 : 1 + draw / (2 * RANGES.size());
    List<Integer> whole =
        random.nextBoolean()
            ? List.of(sizes[0])
            : random.nextBoolean() ? List.of(sizes[1], sizes[2]) : List.of(0, 1, 2, 3, 5, 10);
    return new Plan(sizes[0], sizes[1], sizes[2], whole, draw < ALIKE ? draw : draw / 2, step);
  }

  /** Where the real numbers of an argument lie. */
  Range range(int argument) {
    return range == BELOW ? NEGATIVE : RANGES.get((range + step * argument) % RANGES.size());
  }

  /** What a name in a shape stands for. */
  int named(Random random) {
    return EDGES.contains(this) ? vector : 1 + random.nextInt(5);
  }

  int size(int rank, int dimension) {
    return rank == 1 ? vector : dimension == rank - 1 ? columns : rows;
  }
}
