package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Arrays of one and two dimensions: read, written, overwritten, made. */
class ArrayPrograms {
  private static final double[] WEIGHTS = {0.5, -1, 2, 0.25, 3};
  private static final int[] ORDER = {3, 1, 4, 0, 2};

  @Differentiable
  static double element(double[] a) {
    return a[2] * a[0];
  }

  @Differentiable
  static double sum(double[] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i];
    }
    return sum;
  }

  @Differentiable
  static double sumOfSquares(double[] a) {
    double sum = 0;
    for (double each : a) {
      sum += each * each;
    }
    return sum;
  }

  @Differentiable
  @Inputs("a length 0")
  @Inputs("a length 1")
  static double emptyArray(double[] a, double x) {
    double sum = x * a.length + x;
    for (double each : a) sum *= each;
    return sum;
  }

  @Differentiable
  static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }

  @Differentiable
  static double sameArrayTwice(double[] a) {
    double sum = 0;
    for (int i = 0; i + 1 < a.length; i++) {
      sum += a[i] * a[i + 1] * a[a.length - 1 - i];
    }
    return sum;
  }

  @Differentiable
  static double quadraticForm(double[][] a, double[] x, double[] b, double c) {
    double sum = c;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += x[i] * a[i][j] * x[j];
      }
      sum += b[i] * x[i];
    }
    return sum;
  }

  @Differentiable
  @Inputs("a length 3 1 0 4")
  static double ragged(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += a[i][j] * a[i][j] * (i + j + 1);
      }
    }
    return sum;
  }

  @Differentiable
  @Inputs("a length 3 1 0 4")
  static double raggedForEach(double[][] a) {
    double product = 1;
    for (double[] row : a) {
      double sum = 0.5;
      for (double each : row) {
        sum += Math.sin(each);
      }
      product *= sum;
    }
    return product;
  }

  @Differentiable
  static double rowAsView(double[][] a, int n) {
    double[] row = a[n - 2 > 0 ? 1 : 0];
    row[1] = row[0] * row[2];
    return a[0][1] * a[1][1] + row[1];
  }

  @Differentiable
  static double overwrittenArgument(double[] a) {
    for (int i = 0; i < a.length; i++) {
      a[i] = a[i] * a[i];
    }
    double sum = 0;
    for (double each : a) sum += each * each;
    return sum;
  }

  @Differentiable
  static double overwrittenByConstant(double[] a) {
    double t = a[1] * a[2];
    a[1] = 3;
    return t + a[1] * a[0];
  }

  @Differentiable
  static double prefixSums(double[] a) {
    for (int i = 1; i < a.length; i++) {
      a[i] += a[i - 1];
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * a[i] * i;
    return sum;
  }

  @Differentiable
  static double prefixProducts(double[] a) {
    for (int i = 1; i < a.length; i++) {
      a[i] *= a[i - 1];
    }
    return a[a.length - 1] + a[2] * a[2];
  }

  @Differentiable
  static double suffixSumsDownwards(double[] a) {
    for (int i = a.length - 2; i >= 0; i--) {
      a[i] = a[i] * a[i + 1] + Math.sin(a[i]);
    }
    return a[0];
  }

  @Differentiable
  static double insertionSort(double[] a) {
    for (int i = 1; i < a.length; i++) {
      double key = a[i];
      int j = i - 1;
      while (j >= 0 && a[j] > key) {
        a[j + 1] = a[j];
        j--;
      }
      a[j + 1] = key;
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * a[i] * (i + 1);
    return sum;
  }

  @Differentiable
  static double bubbleSort(double[] a) {
    boolean swapped = true;
    while (swapped) {
      swapped = false;
      for (int i = 0; i + 1 < a.length; i++) {
        if (a[i] > a[i + 1]) {
          double t = a[i];
          a[i] = a[i + 1];
          a[i + 1] = t;
          swapped = true;
        }
      }
    }
    return a[0] * 3 - a[1] * a[2] + a[3] * a[4] * a[4];
  }

  @Differentiable
  static double selectionSort(double[] a) {
    for (int i = 0; i < a.length; i++) {
      int least = i;
      for (int j = i + 1; j < a.length; j++) {
        if (a[j] < a[least]) least = j;
      }
      double t = a[i];
      a[i] = a[least];
      a[least] = t;
    }
    return a[0] * a[1] - a[2] * a[2] + a[3] * 2 + Math.exp(a[4]);
  }

  @Differentiable
  static double maximum(double[] a) {
    double max = a[0];
    for (int i = 1; i < a.length; i++) {
      if (a[i] > max) max = a[i];
    }
    return max * max;
  }

  @Differentiable
  static double maximumByIndex(double[] a) {
    int best = 0;
    for (int i = 1; i < a.length; i++) {
      best = a[i] > a[best] ? i : best;
    }
    return a[best] * a[0];
  }

  @Differentiable
  static double logSumExp(double[] a) {
    double max = Double.NEGATIVE_INFINITY;
    for (double each : a) max = Math.max(max, each);
    double sum = 0;
    for (double each : a) sum += Math.exp(each - max);
    return max + Math.log(sum);
  }

  @Differentiable
  static double newArray(double[] a) {
    double[] b = new double[a.length];
    for (int i = 0; i < a.length; i++) b[i] = Math.sin(a[i]) * a[(i + 1) % a.length];
    double sum = 0;
    for (int i = 0; i < b.length; i++) sum += b[i] * a[i];
    return sum;
  }

  @Differentiable
  static double zerosOfNewArray(double x) {
    double[] t = new double[4];
    t[1] = x;
    t[2] += x * x;
    return t[0] + t[1] * t[2] + t[3];
  }

  @Differentiable
  static double arrayLiteral(double x, double y) {
    double[] t = {x, x * y, 2, y};
    double sum = 0;
    for (int i = 0; i < t.length; i++) sum += t[i] * t[t.length - 1 - i];
    return sum;
  }

  @Differentiable
  static double arrayLiteralTwoDimensions(double x, double y) {
    double[][] rotation = {{Math.cos(x), -Math.sin(x)}, {Math.sin(x), Math.cos(x)}, {y}};
    double[] v = new double[] {y, 2};
    return rotation[0][0] * v[0] + rotation[0][1] * v[1] * rotation[2][0] + rotation[1].length * x;
  }

  @Differentiable
  static double pickFromLiteral(double x, int k) {
    double[] t = {x, x * x, x * x * x, 7, Math.exp(x)};
    return t[k] * 2;
  }

  @Differentiable
  static double constantTable(double[] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += WEIGHTS[i] * a[ORDER[i]] * a[i];
    return sum;
  }

  @Differentiable
  static double gather(double[] a, int[] index) {
    double sum = 0;
    for (int i : index) sum += a[i] * a[i] * i;
    return sum;
  }

  @Differentiable
  static double scatter(double[] a, int[] index) {
    double[] bins = new double[5];
    for (int i = 0; i < a.length; i++) {
      bins[index[i]] += a[i];
    }
    double sum = 0;
    for (double bin : bins) sum += bin * bin;
    return sum;
  }

  @Differentiable
  static double scatterProduct(double[] a, int[] index) {
    double[] bins = {1, 1, 1, 1, 1};
    for (int i = 0; i < a.length; i++) {
      bins[index[i]] *= a[i];
    }
    return bins[1] + bins[2] * bins[3] + bins[4];
  }

  @Differentiable
  static double sameElementManyTimes(double[] a, int n) {
    for (int i = 0; i < 4; i++) {
      a[n] = a[n] * a[0] + a[i];
    }
    return a[n];
  }

  @Differentiable
  static double indexOverwritten(double[] a) {
    int k = 0;
    double t = 1;
    for (int i = 0; i < 7; i++) {
      t = t * a[k] + 1;
      a[k] = t * 0.5;
      k = (k + 2) % a.length;
    }
    return t + a[k];
  }

  @Differentiable
  static double intArrayOverwritten(double[] a) {
    int[] next = {1, 2, 3, 4, 0};
    double t = 0;
    for (int i = 0; i < 6; i++) {
      int k = i % 5;
      t += a[next[k]] * a[k] * t + a[k];
      next[k] = (next[k] + 2) % 5;
    }
    return t;
  }

  @Differentiable
  static double incrementedElement(double[] a) {
    int i = 0;
    a[i++] += 2;
    a[i++]++;
    a[i] *= a[i - 1];
    --a[++i];
    return a[0] * a[1] * a[2] * a[3] + a[i--] * i;
  }

  @Differentiable
  static double chainedElementAssignment(double[] a, double x) {
    int i = 1;
    a[i] = a[i = 2] = x * a[0];
    double t = a[i] = a[1] + i;
    return t * a[2] + a[1];
  }

  @Differentiable
  static double indexBeforeValue(double[] a) {
    int i = 0;
    a[i] = (i = 2) * a[i] + a[0];
    return a[0] * a[2] + i;
  }

  @Differentiable
  static double compoundElementReadsFirst(double[] a) {
    a[0] += a[0] = 3 * a[1];
    a[1] *= (a[1] += 2) + a[1];
    return a[0] * a[1];
  }

  @Differentiable
  static double localVariableReassignedArray(double[] a) {
    double[] b = new double[a.length];
    for (int step = 0; step < 3; step++) {
      double[] next = new double[a.length];
      for (int i = 0; i < a.length; i++) {
        next[i] = Math.sin(b[i] + a[(i + step) % a.length]);
      }
      b = next;
    }
    return b[0] * b[1] + b[4];
  }

  @Differentiable
  static double pingPong(double[] a) {
    double[] from = a;
    double[] to = new double[a.length];
    for (int step = 0; step < 4; step++) {
      for (int i = 0; i < to.length; i++) {
        to[i] = 0.5 * from[i] + 0.3 * from[(i + 1) % to.length] * from[i];
      }
      double[] t = from;
      from = to;
      to = t;
    }
    return from[0] + from[3] * to[1];
  }

  @Differentiable
  static double cloned(double[] a) {
    double[] b = a.clone();
    b[0] = b[1] * b[2];
    a[1] = 5 * a[0];
    return b[0] * a[1] + b[1];
  }

  @Differentiable
  @Inputs("x length 3")
  static double matrixVector(double[][] w, double[] x) {
    double[] y = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < x.length; j++) y[i] += w[i][j] * x[j];
    }
    double sum = 0;
    for (double each : y) sum += Math.tanh(each);
    return sum;
  }

  @Differentiable
  @Inputs("x length 3")
  static double matrixVectorByRow(double[][] w, double[] x) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      double[] row = w[i];
      double t = 0;
      for (int j = 0; j < row.length; j++) t += row[j] * x[j];
      sum += t * t;
    }
    return sum;
  }

  static final int N = 3;

  @Differentiable
  static double matrixProduct(double[][] a, double[][] b) {
    double[][] c = new double[N][N];
    for (int i = 0; i < N; i++)
      for (int j = 0; j < N; j++)
        for (int k = 0; k < N; k++) c[i][j] += a[i][k] * b[k][j];
    return c[0][0] * c[1][2] - c[2][1] * c[0][2];
  }

  @Differentiable
  static double matrixPower(double[][] a, int n) {
    double[][] p = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int step = 0; step < n; step++) {
      double[][] q = new double[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          for (int k = 0; k < 3; k++) q[i][j] += p[i][k] * a[k][j];
        }
      }
      p = q;
    }
    return p[0][1] + p[2][2];
  }

  @Differentiable
  static double transposedInPlace(double[][] a) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        double t = a[i][j];
        a[i][j] = a[j][i] * 2;
        a[j][i] = t;
      }
    }
    return a[0][1] * a[1][0] - a[2][0] * a[0][0];
  }

  @Differentiable
  static double gridInPlace(double[][] u) {
    for (int step = 0; step < 3; step++) {
      for (int i = 1; i < 2; i++) {
        for (int j = 1; j < 2; j++) {
          u[i][j] = 0.2 * (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] * u[i][j + 1] + u[i][j]);
        }
      }
      u[0][1] *= u[1][1];
    }
    return u[1][1] * u[0][1];
  }

  @Differentiable
  @Inputs("v length 2 2 2; c length 3; x length 2; target length 2; w length 3 3")
  static double twoLayers(
      double[][] v, double[] c, double[][] w, double[] b, double[] x, double[] target) {
    double[] h = new double[c.length];
    for (int i = 0; i < h.length; i++) {
      double t = c[i];
      for (int j = 0; j < x.length; j++) t += v[i][j] * x[j];
      h[i] = Math.tanh(t);
    }
    double loss = 0;
    for (int i = 0; i < target.length; i++) {
      double t = b[i];
      for (int j = 0; j < h.length; j++) t += w[i][j] * h[j];
      loss += 0.5 * (t - target[i]) * (t - target[i]);
    }
    return loss;
  }

  @Differentiable
  static double supportVectorMachine(double[] w, double[][] x, double c) {
    double[] y = {1, -1, 1};
    double sum = 0;
    for (double each : w) sum += 0.5 * each * each;
    for (int i = 0; i < x.length; i++) {
      double margin = 0;
      for (int j = 0; j < x[i].length; j++) margin += w[j] * x[i][j];
      sum += c * Math.max(0, 1 - y[i] * margin);
    }
    return sum;
  }

  @Differentiable
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      sum += a * a + 100 * b * b;
    }
    return sum;
  }

  @Differentiable
  static double gaussianElimination(double[][] a, double[] b) {
    int n = 3;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i;
      }
      for (int j = 0; j < n; j++) {
        double t = a[k][j];
        a[k][j] = a[pivot][j];
        a[pivot][j] = t;
      }
      double t = b[k];
      b[k] = b[pivot];
      b[pivot] = t;
      for (int i = k + 1; i < n; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) a[i][j] -= f * a[k][j];
        b[i] -= f * b[k];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) b[i] -= a[i][j] * b[j];
      b[i] /= a[i][i];
    }
    return b[0] + b[1] * b[2];
  }

  @Differentiable
  static double determinantByElimination(double[][] a) {
    double det = 1;
    for (int k = 0; k < 3; k++) {
      det *= a[k][k];
      for (int i = k + 1; i < 3; i++) {
        a[i][k] /= a[k][k];
        for (int j = k + 1; j < 3; j++) a[i][j] -= a[i][k] * a[k][j];
      }
    }
    return det;
  }

  @Differentiable
  static double workspaceHandedIn(double[] a, double[] work) {
    for (int i = 0; i < a.length; i++) work[i] = a[i] * a[i] * work[i];
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += work[i];
    return sum;
  }

  @Differentiable(wrt = "a")
  static double workspaceHeldConstant(double[] a, double[] work) {
    for (int i = 0; i < a.length; i++) work[i] = a[i] * a[i] * work[i];
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += work[i] * work[0];
    return sum;
  }

  @Differentiable(wrt = "x")
  static double activeArrayNotAskedFor(double x, double[] a) {
    a[0] = x;
    a[1] = a[0] * a[2];
    a[0] = 1;
    return a[1] * a[1] + a[0] * x;
  }

  @Differentiable
  static double conditionalWrites(double[] a) {
    double[] b = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      if (a[i] > 0) {
        b[i] = a[i] * a[i];
      } else if (i > 0) {
        b[i] = b[i - 1] * a[i];
        b[i - 1] = a[i];
      }
    }
    double sum = 0;
    for (double each : b) sum += each * each;
    return sum;
  }

  @Differentiable
  static double searchAndReturn(double[] a, double x) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] > x) {
        return a[i] * x * i;
      }
    }
    return x * a[0] + 2 * x;
  }

  @Differentiable
  static double dynamicProgram(double[] a) {
    double[][] best = new double[a.length + 1][3];
    for (int i = 1; i <= a.length; i++) {
      for (int j = 0; j < 3; j++) {
        best[i][j] = best[i - 1][j];
        if (j > 0) {
          double with = best[i - 1][j - 1] + a[i - 1];
          if (with > best[i][j]) best[i][j] = with;
        }
      }
    }
    return best[a.length][2] * best[a.length][1] + a[0];
  }

  @Differentiable
  static double ringBuffer(double[] a) {
    double[] ring = new double[3];
    double sum = 0;
    int head = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ring[head] * a[i];
      ring[head] = a[i] * a[i];
      head = (head + 1) % ring.length;
    }
    return sum + ring[head];
  }

  @Differentiable
  static double lengthsAreConstant(double[] a, double[][] b) {
    return a.length * a[0] + b.length * b[0][0] + b[1].length * b[1][1] / a.length;
  }

  @Differentiable
  @Inputs("a length 0 2; x in [1, 2]")
  static double emptyRow(double[][] a, double x) {
    double t = x;
    for (double[] row : a) for (double each : row) t = t * x + each * each;
    return t;
  }

  @Differentiable
  static double threeDimensions(double[][][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++)
      for (int j = 0; j < a[i].length; j++)
        for (int k = 0; k < a[i][j].length; k++) sum += a[i][j][k] * a[i][j][k] * (i + 2 * j - k);
    return sum;
  }

  @Differentiable
  static double convolve(double[] a, double[] kernel) {
    double sum = 0;
    for (int i = 0; i + 2 < a.length; i++) {
      double t = 0;
      for (int k = 0; k < 3; k++) t += a[i + k] * kernel[2 - k];
      sum += Math.max(t, 0) + t * t;
    }
    return sum;
  }

  @Differentiable
  static double booleanArray(double[] a) {
    boolean[] positive = new boolean[a.length];
    for (int i = 0; i < a.length; i++) positive[i] = a[i] > 0;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += positive[i] ? a[i] * a[i] : a[i];
      positive[(i + 1) % a.length] ^= positive[i];
    }
    return sum;
  }

  @Differentiable
  static double variance(double[] a) {
    double mean = 0;
    for (double each : a) mean += each;
    mean /= a.length;
    double sum = 0;
    for (double each : a) sum += (each - mean) * (each - mean);
    return Math.sqrt(sum / (a.length - 1));
  }

  @Differentiable
  static double softmaxEntropy(double[] a) {
    double[] p = new double[a.length];
    double total = 0;
    for (int i = 0; i < a.length; i++) {
      p[i] = Math.exp(a[i]);
      total += p[i];
    }
    double entropy = 0;
    for (int i = 0; i < a.length; i++) {
      p[i] /= total;
      entropy -= p[i] * Math.log(p[i]);
    }
    return entropy;
  }
}
