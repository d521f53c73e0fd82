package cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what sizes arrays have, and which of them agree. Generated methods check it when they are
 * called, and whatever draws inputs follows it.
 *
 * <pre>{@code
 * @Differentiable
 * static double loss(@Shape("m, n") double[][] a, @Shape("n") double[] x, @Shape("m") double[] y) {
 *   ...
 * }
 * }</pre>
 *
 * <p><b>Shapes.</b> One expression for each dimension, separated by commas, made of whole numbers,
 * names, {@code +}, {@code -} and {@code *}. A name stands for one number within a call. It is
 * bound by the first array that has just that name as a dimension, or before all arrays by an
 * {@code int} parameter of that name; other expressions bind nothing. On a method it is the shape
 * of the result. The names of a record's components belong to each object of that record.
 *
 * <p><b>Where it holds.</b> Of an annotated method it is checked before anything is computed; of a
 * helper, of a record made on the way and of a result where the method comes to it, unless it was
 * certain when it was compiled.
 *
 * <p><b>Special cases.</b> An array or a row that is {@code null} is passed over; an array without
 * rows says nothing about their length. The generated method that only computes the value checks
 * nothing, as the original doesn't.
 *
 * <p><b>Errors.</b> Sizes that do not agree are an {@link IllegalArgumentException} that names both
 * arrays: {@code x has length 3, but @Shape("n") is 4, as a is 2 × 4}. An expression that cannot be
 * read, another number of dimensions than the type has, and a name that nothing binds are compile
 * errors; so is a shape of a number or a string.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD
})
public @interface Shape {
  /**
   * Returns the size of each dimension.
   *
   * @return expressions separated by commas, such as {@code "m, 2 * n"}
   */
  String value();
}
