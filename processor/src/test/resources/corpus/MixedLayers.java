package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Arrays;
import java.util.List;

/** Objects that are made in the method among constants of an enum that implement the same interface. */
class MixedLayers {
  interface Layer {
    double[] forward(double[] x);
  }

  record Dense(double[][] w, double[] b) implements Layer {
    @Override
    public double[] forward(double[] x) {
      double[] y = b.clone();
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < x.length; j++) {
          y[i] += w[i][j] * x[j];
        }
      }
      return y;
    }
  }

  static final class Scaling implements Layer {
    private final double factor;

    Scaling(double factor) {
      this.factor = factor;
    }

    @Override
    public double[] forward(double[] x) {
      return Arrays.stream(x).map(v -> factor * v).toArray();
    }
  }

  enum Activation implements Layer {
    TANH {
      @Override
      double of(double v) {
        return Math.tanh(v);
      }
    },
    SQUARE {
      @Override
      double of(double v) {
        return v * v;
      }
    };

    abstract double of(double v);

    @Override
    public double[] forward(double[] x) {
      return Arrays.stream(x).map(this::of).toArray();
    }
  }

  @Inputs("w length 2 2; b length 2; x length 2")
  @Differentiable
  static double net(double[][] w, double[] b, double[] x, double factor) {
    List<Layer> layers =
        List.of(new Dense(w, b), Activation.TANH, new Scaling(factor), Activation.SQUARE);
    double[] y = x;
    for (Layer layer : layers) {
      y = layer.forward(y);
    }
    return Arrays.stream(y).sum();
  }
}
