package cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a method. For a class {@code Losses} they appear in the class {@code
 * LossesGrad} beside it; for a nested class {@code Outer.Inner} in {@code Outer_InnerGrad}.
 *
 * <pre>{@code
 * @Differentiable
 * static double loss(double[] w) { ... }
 *
 * var g = LossesGrad.lossGrad(w);   // g.value() and g.dw()
 * }</pre>
 *
 * <p><b>Shapes.</b> A derivative has the type and shape of what it is a derivative by. {@code
 * double}, {@code float}, their arrays of any rank, and records with at least one such component
 * are differentiable; parameters of any other type are held constant.
 *
 * <p><b>Special cases.</b> A comparison is constant, and the branch that ran is the one that is
 * differentiated.
 *
 * <p><b>Errors.</b> What cannot be differentiated is a compile error at the exact expression; so
 * are an unknown name in {@link #wrt}, a name there whose parameter is not differentiable, and a
 * derivative that does not fit the result type. {@code @SuppressWarnings("cotangent")} silences the
 * warning that a result does not depend on a differentiated parameter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {
  /**
   * Names the derivatives to offer.
   *
   * @return exactly the derivatives wanted; when empty, {@link Derivative#GRADIENT} for a method
   *     with a scalar result and {@link Derivative#VJP} for any other
   */
  Derivative[] value() default {};

  /**
   * Names the parameters, and fields of the object, to differentiate with respect to. It says which
   * derivatives are returned, never what is active inside: an array that is handed in as a
   * workspace and not named here is constant at entry, and carries derivatives once active values
   * are written into it.
   *
   * <p>Derivatives follow one another as fields and parameters are declared, fields first, and
   * those of superclasses before others. A parameter hides a field of the same name.
   *
   * @return names of parameters, or of fields that an instance method reads; when empty, every
   *     differentiable parameter
   */
  String[] wrt() default {};
}
