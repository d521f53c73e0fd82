package sums;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import sums.SampleGrad.GuardedSum;
import sums.SampleGrad.LossSum;
import sums.SampleGrad.LossSum2;

/** Uses sums as programs do; each method ends in an exception where something is wrong. */
public class Uses {
  record Point(double[] x, double y) {}

  private static final double[] W = {0.5, -2};
  private static final List<Point> POINTS =
      IntStream.range(0, 1000)
          .mapToObj(i -> new Point(new double[] {Math.sin(i), Math.cos(3 * i)}, i % 7))
          .toList();

  private static void require(boolean holds, Object otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static void near(double wanted, double got) {
    require(Math.abs(wanted - got) <= 1e-12 * Math.abs(wanted), got + " instead of " + wanted);
  }

  private static LossSum inALoop() {
    LossSum sum = SampleGrad.lossSum();
    for (Point p : POINTS) {
      sum.add(W, 0.25, p.x(), p.y());
    }
    return sum;
  }

  static void parallelStream() {
    LossSum sum =
        POINTS.parallelStream()
            .collect(
                SampleGrad::lossSum, (s, p) -> s.add(W, 0.25, p.x(), p.y()), LossSum::merge);
    LossSum same = inALoop();
    require(sum.count() == 1000L, sum.count());
    near(same.value(), sum.value());
    near(same.db(), sum.db());
    near(same.dw()[1], sum.dw()[1]);
    near(same.mean().dw()[1] * 1000, sum.total().dw()[1]);
  }

  static void collector() {
    LossSum sum =
        POINTS.stream()
            .collect(
                Collector.of(
                    SampleGrad::lossSum,
                    (LossSum s, Point p) -> s.add(W, 0.25, p.x(), p.y()),
                    LossSum::merge));
    require(sum.total().value() == inALoop().total().value(), sum.value());
  }

  static void arraysOfTheSumAreItsOwn() {
    LossSum one = SampleGrad.lossSum().add(W, 0.25, new double[] {1, 2}, 3);
    LossSum other = SampleGrad.lossSum().merge(one);
    double[] total = one.total().dw();
    double[] sum = one.dw();
    double before = sum[0];
    other.add(W, 0.25, new double[] {1, 2}, 3);
    require(sum[0] == before && one.dw() == sum && total != sum, sum[0]);
    one.add(W, 0.25, new double[] {1, 2}, 3);
    require(sum[0] == 2 * before && total[0] == before, sum[0]);
    one.merge(one);
    near(4 * before, one.dw()[0]);
  }

  static void fieldsOfTheObject() throws IOException {
    Sample.Model model = new Sample.Model();
    var sum = Sample_ModelGrad.lossSum();
    double[] x = {1, 2, 3};
    var g = Sample_ModelGrad.lossGrad(model, x, 2);
    sum.add(model, x, 2).add(model, x, 2);
    near(2 * g.dweights()[2], sum.dweights()[2]);
    near(2 * g.dbias(), sum.dbias());
    var ofLine = Sample_LineGrad.atSum();
    ofLine.add(new Sample.Line(new double[] {2}, 1), 3).add(new Sample.Line(new double[] {2}, 1), 4);
    near(7, ofLine.dslope()[0]);
    refuses(
        () -> ofLine.add(new Sample.Line(new double[2], 1), 3),
        "slope has length 2, but 1 in the sum so far");
  }

  static void overloadsAndClashingNames() {
    LossSum2 sum = SampleGrad.lossSum2().add(2, 3f, 5).add(2, 3f, 5);
    require(sum.count() == 2L && sum.dcount() == 30 && sum.ddw() == 20f && sum.dg() == 12, sum);
  }

  static void recordsAndFloats() {
    var scale = new Sample.Scale(2, new double[] {1, 1}, "m");
    float[][] rows = {{1, 2}, {3}};
    var sum = SampleGrad.scaledSum().add(scale, rows).add(scale, rows);
    near(12, sum.dscale().factor());
    near(20, sum.total().dscale().shift()[0]);
    require(sum.dscale().unit().equals("m"), sum.dscale());
    require(sum.mean().drows()[1][0] == 8f, sum.mean().drows()[1][0]);
    refuses(
        () -> sum.add(new Sample.Scale(2, new double[3], "m"), rows),
        "scale.shift has length 3, but 2 in the sum so far");
    refuses(
        () -> sum.add(scale, new float[][] {{1, 2}, {3, 4}}),
        "rows[1] has length 2, but 1 in the sum so far");
    refuses(
        () -> sum.add(scale, new float[][] {{1, 2}, null}),
        "rows[1] is null, but was not in the sum so far");
    refuses(
        () -> sum.merge(SampleGrad.scaledSum().add(scale, new float[][] {{1, 2}})),
        "rows has length 1, but 2 in the sum so far");
    near(12, sum.dscale().factor());
  }

  static void floatsAreSummedUpInDouble() {
    var sum = SampleGrad.singleSum().add(1 << 24, new float[] {1});
    var part = SampleGrad.singleSum();
    for (int i = 0; i < 100; i++) {
      sum.add(1, new float[] {1});
      part.add(1, new float[] {1});
    }
    float wanted = (1 << 24) + 200;
    require(sum.merge(part).value() == wanted && sum.dx() == 201f, sum.value());
  }

  private static void refuses(Runnable action, String message) {
    try {
      action.run();
    } catch (IllegalArgumentException e) {
      require(message.equals(e.getMessage()), e.getMessage());
      return;
    }
    throw new AssertionError("not refused: " + message);
  }

  static void whatIsRefusedAtEntryDoesNoHarm() {
    var sum = SampleGrad.sizedSum().add(W, W);
    refuses(
        () -> sum.add(W, new double[3]),
        "x has length 3, but @Shape(\"n\") is 2, as w has length 2");
    require(sum.add(W, W).dw()[0] == 1, sum.dw()[0]);
  }

  static void callThatFailsHalfway() {
    GuardedSum sum = SampleGrad.guardedSum();
    refuses(() -> sum.add(W, new double[] {1, -1}), "x[1] is negative");
    require(sum.count() == 0L, sum.count());
    sum.add(W, new double[] {1, 1});
    refuses(() -> sum.add(W, new double[] {1, -1}), "x[1] is negative");
    require(sum.count() == 1L && sum.value() == 4.25, sum.value());
    for (Runnable use : List.<Runnable>of(sum::total, sum::dw, () -> sum.add(W, W), () -> SampleGrad.guardedSum().merge(sum))) {
      try {
        use.run();
        throw new AssertionError("a part of a gradient was given out");
      } catch (IllegalStateException e) {
        require(e.getMessage().equals("a call failed after a part of its gradient was added"), e);
      }
    }
  }
}
