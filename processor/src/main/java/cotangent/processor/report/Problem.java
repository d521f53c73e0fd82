package cotangent.processor.report;

import java.util.Locale;

/**
 * Everything that Cotangent may have to say to its users: one code, one meaning, one entry in
 * {@code docs/errors.md}. Texts are formats; the arguments of text and hint follow one another.
 */
public enum Problem {
  // Our own defects, and the surroundings.
  INTERNAL(
      1,
      "this is a defect of Cotangent, not of your code: %s",
      "please report it, with the file %s"),
  NO_TREES(
      2,
      "this compiler (%s, on Java %s) does not let annotation processors see method bodies",
      "compile with javac, by Maven or Gradle, or run this compiler on a JDK of 18 or later"),
  UNKNOWN_OPTION(
      3, Severity.WARNING, "there is no processor option cotangent.%s", "use one of: %s"),

  NOT_WRITTEN(4, "%s could not be written: %s", "look at the output directory"),
  LOMBOK_LATER(
      5,
      "Lombok runs after Cotangent here, so that what it writes is not there yet when methods are"
          + " read",
      "put lombok before cotangent-processor on the processor path"),

  UNPROVED(
      6,
      "the derivatives of %s could not all be verified: %s",
      "compile with -Acotangent.verify=on, and compare it with differences by cotangent-verify"),

  // At the annotation.
  UNKNOWN_WRT(10, "%s is not %s", "name one of: %s"),
  WRT_NOT_DIFFERENTIABLE(
      11,
      "%s of type %s is not differentiable",
      "name parameters and fields of type double, float, Vector, Matrix, records with such, arrays of"
          + " any of them, or lists of records or tensors; double[] takes the place of List<Double>,"
          + " a record with an object's numbers that of an interface or another class"),
  DERIVATIVE_MISFIT(12, "%s does not fit %s", "ask for %s"),
  NO_BODY(
      13, "%s is %s: there is no body to differentiate", "annotate a method with a body in Java"),
  UNNAMEABLE_TYPE(
      14, "the generated class cannot name %s, which is private", "make the type package-private"),
  NAME_CLASH(15, "%s and %s both generate %s", "rename one of them"),
  NOTHING_DIFFERENTIABLE(
      16,
      "no parameter of %s is differentiable",
      "give it a parameter of type double, float, Vector, Matrix, a record with such, an array of any"
          + " of them, or a list of records or tensors, or name fields in wrt; double[] takes the"
          + " place of List<Double>, a record with an object's numbers that of an interface or"
          + " another class"),
  RESULT_NOT_DIFFERENTIABLE(
      17,
      "the result type %s is not differentiable",
      "return double, float, Vector, Matrix, a record with such, an array of any of them, or a list of"
          + " records or tensors, or write to an array or a tensor"),
  INDEPENDENT(
      18,
      Severity.WARNING,
      "the result of %s does not depend on %s, or only through piecewise constant operations;"
          + " the derivative is 0",
      "leave it out of wrt, or add @SuppressWarnings(\"cotangent\")"),
  GENERIC_METHOD(
      19,
      "a derivative would be of a type that is written with %s, which each caller of %s chooses",
      "leave it out of wrt, or annotate a method that names the type; generic helpers may be called"),
  COMPANION_EXISTS(
      20, "there is already a class %s", "rename it, or the class with the annotated methods"),
  TOO_MANY_PARAMETERS(
      22,
      "the generated method %s would need %s parameters, or its record as many components; Java"
          + " takes 255, where double and long count twice",
      "pass the numbers in arrays"),
  STATIC_WRT(
      23,
      "the field %s is static: it belongs to no argument of the generated methods",
      "pass it as a parameter, or make it a field of the object"),
  NEVER_RETURNS(
      24,
      "%s never returns: it always ends in an exception, or not at all",
      "annotate a method that computes something"),
  LOCAL_CLASS(
      25,
      "a method of a class without a name of its own, local, anonymous or of a compact source file,"
          + " cannot be called by the generated class",
      "declare a class outside of methods, and the method in it"),

  // Names that cannot be resolved with certainty.
  TOO_LONG(
      26,
      "the generated method %s would be longer than Java takes, 64 KB of bytecode, and cannot be"
          + " split",
      "write helpers that are called in fewer places, or loops over arrays"),
  UNCERTAIN_NAME(
      30,
      "Cotangent cannot tell what %s refers to",
      "write it in a simpler way, for example with the class before the name"),
  UNCERTAIN_CALL(
      31,
      "Cotangent cannot tell which method %s is called here",
      "store the arguments in variables with explicit types first"),

  // What a body may contain.
  SYNTAX(40, "%s cannot be differentiated", "%s"),
  MIXED_REPRESENTATION(
      41,
      "two values meet here of which one is a number, array or record and the other an object",
      "give both the same type, without boxing or null"),
  RECURSIVE_RECORD(
      42, "the record %s contains itself, and holds real numbers", "keep the numbers in arrays"),
  ARRAY_OF_RECORDS(
      43,
      "the type %s holds real numbers in records or tensors",
      "take it as a parameter, or use an array for each component"),
  NULL_RECORD(44, "null cannot stand for %s", "use one with zeros"),
  RECORD_AS(45, "a value of type %s cannot be used as %s here", "use its components"),
  IDENTITY(
      47,
      "the identity of a record, a tensor or a boxed number has no meaning here",
      "compare what it holds"),
  FIELD_WRITTEN(48, "the field %s is written", "use a local variable or an array parameter"),
  OVERRIDABLE(
      49,
      "the method %s is abstract or may be overridden, and this compilation has no class that"
          + " implements it, or too many",
      "call a static, final or private method, or compile the class together with this one"),
  RECORD_PASSED(50, "a record of type %s cannot be taken apart or put together here: %s", "%s"),
  RECORD_WITHOUT_SOURCE(
      51, "the source of the record %s is not in this compilation", "use a record that is"),
  LEAK(52, "a differentiable value flows into %s, %s", "%s"),
  CIRCULAR_DERIVATIVE(
      53,
      "%s is called here by a method that it is made of itself",
      "split the method, so that the part that is differentiated does not call its derivative"),
  FOREIGN_ARRAY(
      56,
      "a differentiable value is written into an array that may have other names: it comes out of"
          + " code that cannot be looked into",
      "write into a copy, made by clone()"),
  BITS(
      57,
      "a number is made here of the bits of a differentiable value, and its derivative would be"
          + " lost",
      "use Math.abs, Math.copySign, Math.scalb or Math.getExponent, which carry derivatives, or"
          + " wrap the value in Cotangent.stop"),
  RUN_ONCE(
      60,
      "Jacobians and Hessians run a method several times, and %s, which cannot be looked into, gets"
          + " or gives an array that may change",
      "call it outside of the method, or ask for VJP, JVP or HVP"),

  // Rules of the user's own, and methods of other artifacts.
  RULE_WITHOUT_ORIGINAL(70, "%s has no method %s", "name a method that this class declares"),
  RULE_MISFIT(71, "this does not fit as a rule for %s", "declare it as %s"),
  RULE_OF_NO_MODE(
      72,
      "%s is not a derivative that a rule computes",
      "write a rule for VJP, which pulls a seed back, or for JVP, which pushes tangents forward"),
  RULE_TWICE(73, "%s and %s are both rules for %s", "keep one of them"),
  RULE_UNSUITED(74, "%s can have no rule: %s", "%s"),
  NO_RULE(75, "nothing is known that carries derivatives through %s, %s", "%s"),
  HELD_CONSTANT(
      76,
      "a differentiable value flows into the parameter %s of %s, which was published without"
          + " derivatives by it",
      "add %s to wrt in the @Differentiable of %s, or wrap the value in Cotangent.stop"),

  // Of shapes and ranges.
  SHAPE_SYNTAX(
      80,
      "the shape \"%s\" cannot be read: %s",
      "write one expression for each dimension, separated by commas, of whole numbers, names, +, -"
          + " and *"),
  SHAPE_DIMENSIONS(
      81,
      "the shape \"%s\" has %s dimensions, but the type %s has %s",
      "write one expression for each dimension"),
  SHAPE_OF_NO_ARRAY(
      82,
      "a value of type %s has no shape",
      "put @Shape on arrays, or on methods that return them"),
  SHAPE_UNBOUND(
      83,
      "nothing says what %s is in the shape \"%s\"",
      "give another array the dimension %s alone, or add a parameter int %s"),
  SHAPE_NAME(
      84,
      "the name %s in the shape \"%s\" belongs to a %s, which is no size",
      "rename one of them, or declare %s as int"),
  RANGE(85, "%s is no range", "write two finite numbers, the smaller first"),
  SHAPES_CLASH(
      86,
      "%s",
      "transpose or cut what does not fit, or correct the @Shape where that is what is wrong"),
  SHAPE_NOT_MET(87, "%s", "give it what it asks for, or correct that @Shape"),
  OUTSIDE(88, "%s", "give it what is there, or test for that before"),

  // Of objects and functions.
  FUNCTION_ESCAPES(
      90,
      "%s goes where it cannot be looked into",
      "%s, or hand it to methods whose source is in this compilation"),
  FUNCTION_DEEP(
      91,
      "%s calls itself, or so many others that no end is seen",
      "hand objects and functions of the same classes to each call, and call it in a loop"),
  LIST_CALLED(
      92,
      "the list %s is differentiated by its elements, which are read by get, size, loops and"
          + " streams, not by %s",
      "call it on a copy, new ArrayList<>(%s), or leave the list out of wrt"),
  BY_ELEMENTS(
      93,
      "%s by %s is not offered: there are arrays of records or tensors in it",
      "ask for HVP or GRADIENT, or take each component, or all of them, as an array or tensor"),

  // Of streams.
  STREAM(96, "%s cannot be differentiated in a stream", "%s"),
  PARALLEL_STREAM(
      97,
      "a parallel stream gives other numbers from run to run, as it adds them up in another order",
      "write a sequential stream, and run the gradients of several samples in parallel"),

  // Loops with checkpoints.
  CHECKPOINT_PLACE(
      100,
      "@Checkpoint needs a loop whose rounds are counted before it begins",
      "put it on the variable of for (int i = a; i < b; i += c) that has no break or return, and"
          + " whose body assigns neither i nor what b is made of"),
  CHECKPOINT_ROUNDS(
      101, "@Checkpoint(%s) is no number of rounds", "write a positive number, or leave it out"),
  RUN_AGAIN(
      102,
      "%s in a loop with @Checkpoint would be called twice, and may do something else then",
      "call it in a loop before, and keep what it gives in an array"),
  CHECKPOINT_LIMIT(103, "a loop with @Checkpoint cannot hold %s", "%s"),
  PICKY_RECORD(
      104,
      Severity.WARNING,
      "the derivative by a %s is one as well, with a number of any size and sign as %s, which the"
          + " constructor compares with something: if it throws, so does the derivative",
      "compare it where it is used or in a method that makes such records, or add"
          + " @SuppressWarnings(\"cotangent\")"),
  UNSEEN_NUMBERS(
      106,
      Severity.WARNING,
      "%s is held constant: there is no derivative by a %s, although there are tensors or records"
          + " with numbers in it",
      "take an array, a list or a record of them, name what to differentiate by in wrt, or add"
          + " @SuppressWarnings(\"cotangent\")");

  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** What to do with an object that can't be seen any more. */
  public static final String HERE_ONLY = "use it here only";

  /** The same for a function that needs nothing of the place where it is written. */
  public static final String IN_FIELD = "keep it in a static final field, use it here only";

  private final String code;
  private final Severity severity;
  private final String text;
  private final String hint;

  Problem(int number, String text, String hint) {
    this(number, Severity.ERROR, text, hint);
  }

  Problem(int number, Severity severity, String text, String hint) {
    this.code = String.format(Locale.ROOT, "CT%03d", number);
    this.severity = severity;
    this.text = text;
    this.hint = hint;
  }

  /** Returns the code, such as {@code CT012}. */
  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }

  /** Returns the message: code, what it is, and what to write instead. */
  public String message(Object... arguments) {
    return String.format(
        Locale.ROOT, "[%s] " + text + ". Instead: " + hint + ".", withCode(arguments));
  }

  private Object[] withCode(Object[] arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = code();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }
}
