package cotangent.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What is said of sizes, and of arrays that are null, is held against companions, and originals.
 */
class PromisedTest {
  private static final String METHODS =
      """
      package cotangent.verify;
      import cotangent.*;
      import java.util.List;
      final class Layered {
        record Layer(@Shape("m, n") double[][] w, @Shape("m") double[] b) {}

        @Differentiable static double sum(Layer layer, List<Layer> more) {
          double sum = 0;
          for (int i = 0; i < layer.b().length; i++) {
            sum += layer.b()[i] * layer.w()[i][0];
          }
          return sum;
        }

        @Differentiable @Shape("n") static double[] taken(@Shape("n") double[] x, @Between({1, 3}) int k) {
          double[] taken = new double[k];
          return taken;
        }

        @Differentiable static double first(double[] v, double[] other) {
          return (other == null ? v : other)[0];
        }

        @Differentiable static double fewer(@Shape("n") double[] v, @Shape("n - 1") double[] fewer) {
          return 0;
        }
      }
      """;

  private static final String COMPANION =
      """
      package cotangent.verify;
      import cotangent.*;
      import java.util.*;
      final class LayeredGrad {
        record SumGradient(double value, Layered.Layer dlayer, List<Layered.Layer> dmore) {}

        static double sum(Layered.Layer layer, List<Layered.Layer> more) {
          return Layered.sum(layer, more);
        }

        static SumGradient sumGrad(Layered.Layer layer, List<Layered.Layer> more) {
          check("layer", layer);
          check("more.get(0)", more.get(0));
          double[][] dw = new double[layer.w().length][];
          for (int i = 0; i < dw.length; i++) {
            dw[i] = new double[layer.w()[i].length];
            dw[i][0] = layer.b()[i];
          }
          double[] db = new double[layer.b().length];
          for (int i = 0; i < db.length; i++) {
            db[i] = layer.w()[i][0];
          }
          List<Layered.Layer> dmore = new ArrayList<>();
          for (Layered.Layer each : more) {
            double[][] none = new double[each.w().length][];
            for (int i = 0; i < none.length; i++) {
              none[i] = new double[each.w()[i].length];
            }
            dmore.add(new Layered.Layer(none, new double[each.b().length]));
          }
          return new SumGradient(sum(layer, more), new Layered.Layer(dw, db), dmore);
        }

        private static void check(String name, Layered.Layer layer) {
          if (!Sizes.fit(layer.b(), layer.w().length)) {
            throw Sizes.misfit(name + ".w", "m, n", layer.w(), name + ".b", "m", layer.b());
          }
        }

        record TakenVjp(double[] value, double[] dx) {}

        static double[] taken(double[] x, int k) {
          return Layered.taken(x, k);
        }

        static TakenVjp takenVjp(double[] x, int k, double[] seed) {
          if (x == null) {
            return new TakenVjp(taken(x, k), null);
          } else if (seed.length != x.length) {
            throw new IllegalArgumentException("@Shape(");
          }
          return new TakenVjp(taken(x, k), new double[x.length]);
        }

        record FirstGradient(double value, double[] dv, double[] dother) {}

        static double first(double[] v, double[] other) {
          return Layered.first(v, other);
        }

        static FirstGradient firstGrad(double[] v, double[] other) {
          return firstGradAddTo(v, other, v == null ? null : new double[v.length], other == null ? null : new double[other.length]);
        }

        static FirstGradient firstGradAddTo(double[] v, double[] other, double[] dv, double[] dother) {
          (other == null ? dv : dother)[0] += 1;
          return new FirstGradient(first(v, other), dv, dother);
        }

        record FewerGradient(double value, double[] dv, double[] dfewer) {}

        static double fewer(double[] v, double[] fewer) {
          return Layered.fewer(v, fewer);
        }

        static FewerGradient fewerGrad(double[] v, double[] fewer) {
          return fewerGradAddTo(v, fewer, v == null ? null : new double[v.length], fewer == null ? null : new double[fewer.length]);
        }

        static FewerGradient fewerGradAddTo(double[] v, double[] fewer, double[] dv, double[] dfewer) {
          if (v != null && fewer != null && !Sizes.fit(fewer, v.length - 1)) {
            throw Sizes.misfit("v", "n", v, "fewer", "n - 1", fewer);
          }
          return new FewerGradient(0, dv, dfewer);
        }
      }
      """;

  private static String table(String method, String text, String instead) throws Exception {
    assertThat(COMPANION).contains(text);
    Class<?> type =
        Spoiled.compiled("Layered", METHODS, "LayeredGrad", COMPANION.replace(text, instead));
    return Gradients.of(type).method(method).report().table();
  }

  @Test
  void componentsOfOneRecordFitEachOther() throws Exception {
    assertThat(table("sum", "", "")).doesNotContain("wrong");
    assertThat(table("sum", "check(\"layer\", layer);", ""))
        .contains("although layer.b has length", "as layer.w is");
    assertThat(table("sum", "check(\"more.get(0)\", more.get(0));", ""))
        .contains("sumGrad: takes them although more.get(0).b has length");
  }

  @Test
  void noShapeIsDrawnThatNothingHas() throws Exception {
    assertThat(table("fewer", "", "")).doesNotContain("wrong");
  }

  @Test
  void aResultOfAnotherSizeThanPromisedIsTold() throws Exception {
    assertThat(table("taken", "", ""))
        .contains(
            "taken: does not keep its own promise: the result has length ", "as x has length ")
        .doesNotContain("takenVjp: ");
  }

  @Test
  void ofNullTheDerivativeIsNull() throws Exception {
    assertThat(table("first", "", "")).doesNotContain("wrong");
    assertThat(table("first", "other == null ? null : new double[other.length]", "new double[9]"))
        .contains("wrong");
    assertThat(
            table(
                "first",
                "other == null ? null : new double[other.length]",
                "other == null ? v : new double[other.length]"))
        .contains("firstGrad: ", "has another shape than other: {", "other = null");
    assertThat(table("first", "v == null ? null : new double[v.length]", "new double[v.length]"))
        .contains("firstGrad: ends in java.lang.NullPointerException", "v = null");
  }

  @Test
  void sizesThatAreRefusedOnTheWayArePassedOver() throws Exception {
    String gradient = "return firstGradAddTo(v, other, v == null";
    String refusal =
        "throw Sizes.misfit(\"a\", \"n\", new double[3], \"b\", \"n\", new double[2]);";
    assertThat(table("first", gradient, "if (true) " + refusal + " " + gradient))
        .contains(
            "not compared",
            "it refuses the sizes of all points that were tried: "
                + "b has length 2, but @Shape(\"n\") is 3, as a has length 3");
    String atSome = "if (v != null && v.length == 2) " + refusal + " " + gradient;
    assertThat(table("first", gradient, atSome)).doesNotContain("wrong", "not compared");
  }
}
