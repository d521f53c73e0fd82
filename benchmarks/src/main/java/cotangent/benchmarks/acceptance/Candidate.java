package cotangent.benchmarks.acceptance;

/**
 * A method that could be differentiated as far as its declaration tells.
 *
 * @param place the file, the line and the name: what tells methods apart
 * @param isStatic whether it needs no object
 * @param isNumber whether its result is one number
 */
record Candidate(Place place, boolean isStatic, boolean isNumber) {

  /** What is asked for. */
  enum Modes {
    /** What an annotation without a list asks for. */
    DEFAULT,
    /** Second derivatives too, of numbers. */
    MORE
  }

  String annotation(Modes modes) {
    String list = "";
    if (modes == Modes.MORE) {
      list = isNumber ? "GRADIENT, JVP, HESSIAN" : "VJP, JVP";
      list = "({" + list.replaceAll("(\\w+)", "cotangent.Derivative.$1") + "})";
    }
    return "@cotangent.Differentiable" + list + " ";
  }

  /** Where a method stands: {@code file} is relative to the sources. */
  record Place(String file, long line, String name) {
    @Override
    public String toString() {
      return file + ":" + line + ":" + name;
    }
  }
}
