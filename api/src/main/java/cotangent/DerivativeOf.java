package cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Registers the annotated static method as the derivative of another method, whose body is then
 * never looked at and may hold anything.
 *
 * <pre>{@code
 * @DerivativeOf(owner = Erf.class, method = "erf")
 * static double erfPullback(double x, double value, double seed) {
 *   return seed * 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 * }
 * }</pre>
 *
 * <p><b>Shapes.</b> A pullback takes the parameters of the original in their order, then the value
 * that the original returned, then the seed, which has the type of that value. It returns the
 * derivative by the one differentiable parameter, in that parameter's type; where there are
 * several, a record with one component for each, in their order. A rule with {@link #derivative}
 * {@link Derivative#JVP} takes the parameters, the value, and one tangent for each differentiable
 * parameter; it returns the tangent of the value. Of overloads, the one is meant whose parameters
 * agree.
 *
 * <p>A rule for a method of objects takes the object first and holds it constant. One that takes a
 * constructor's numbers instead is for objects that are made in sight, and differentiates by these
 * numbers as well: {@code new NormalDistribution(mean, sd).density(x)} by {@code mean}, {@code sd}
 * and {@code x}. All fields of such a class are final.
 *
 * <p>A rule may stand in any class. Where its source is in the compilation it is differentiated
 * itself, for second derivatives; in a library it needs a rule of its own for that, or {@link
 * Differentiable}. Public rules of libraries are found on the class path and the module path.
 *
 * <p><b>Special cases.</b> The original depends on its arguments and its object only, changes none
 * of them, and returns new arrays. A rule for a method of a class is not one for subclasses: other
 * objects are an {@code IllegalArgumentException}; one for a method of an interface or an abstract
 * class is for all that implement it. A rule of a library changes no array that it is given either.
 * A pullback alone serves forward mode as well where the original returns numbers; a rule that
 * pushes forward alone serves reverse mode where the differentiable parameters are numbers.
 *
 * <p><b>Errors.</b> A method that does not exist or a signature that does not fit is a compile
 * error at the annotation, which tells the signature expected.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {
  /**
   * Names the class that declares the original.
   *
   * @return the class with the method that is differentiated; the one that is made, where a rule
   *     takes the constructor's numbers
   */
  Class<?> owner();

  /**
   * Names the original.
   *
   * @return the simple name of the method that is differentiated
   */
  String method();

  /**
   * Which derivative the annotated method computes.
   *
   * @return {@link Derivative#VJP} for a pullback, {@link Derivative#JVP} for a rule that pushes
   *     tangents forward; no other
   */
  Derivative derivative() default Derivative.VJP;
}
