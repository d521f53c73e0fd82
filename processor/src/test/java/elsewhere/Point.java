package elsewhere;

/** A record whose source is not in the compilations of the rejections. */
public record Point(double x, double y) {
  public Point {
    if (x < 0) {
      throw new IllegalArgumentException();
    }
  }

  /** A method that can't be looked into. */
  public static double norm(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }
}
