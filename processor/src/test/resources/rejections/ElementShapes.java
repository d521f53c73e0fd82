package rejections;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;

/** Elements of arrays and lists, whose sizes are known from where these are declared. */
class ElementShapes {
  record Layer(@Shape("m, n") Matrix w, @Shape("m") Vector b) {}

  record Pair(@Shape("n") Vector a, @Shape("n") Vector b) {}

  record Sampled(int n, @Shape("n") double[] xs, @Shape("n + 1") Vector v) {}

  @Differentiable
  static double ofMatrices(@Shape("k, m, n") Matrix[] ws, @Shape("m") Vector x) {
    return ws[0].times(x).sum(); // error: [CT086] ws[0] is m × n, x has m elements: times needs n
  }

  @Differentiable
  static double ofVectors(@Shape("k, n") Vector[] vs, @Shape("m") Vector x) {
    return vs[0].dot(x); // error: [CT086] vs[0] has n elements, x has m elements: dot needs n
  }

  @Differentiable
  static double namesakes(@Shape("m") Vector x, Layer layer) {
    double sum = layer.w().times(x).sum();
    return sum + x.dot(layer.b()); // error: [CT086] x has m elements, layer.b() has m elements: dot needs m; the m of x and that of layer.b() are two sizes: the latter belongs to its record
  }

  @Differentiable
  static double eachMatrix(@Shape("k, m, n") Matrix[] ws, @Shape("m") Vector x) {
    Vector h = x;
    for (Matrix w : ws) {
      h = w.times(h); // error: [CT086] w is m × n, h has m elements: times needs n
    }
    return h.sum();
  }

  @Differentiable
  static double eachVector(@Shape("k, n") Vector[] vs, @Shape("k") Vector x) {
    double s = 0;
    for (Vector v : vs) s += v.dot(x); // error: [CT086] v has n elements, x has k elements: dot needs n
    return s;
  }

  @Differentiable
  static double twoArrays(@Shape("k, m, n") Matrix[] ws, @Shape("j, n") Vector[] vs) {
    return ws[1].transpose().times(vs[0]).sum(); // error: [CT086] ws[1].transpose() is n × m, vs[0] has n elements: times needs m
  }

  @Differentiable
  static double twoElements(@Shape("k, m, n") Matrix[] ws) {
    return ws[0].times(ws[1]).sum(); // error: [CT086] ws[0] is m × n, ws[1] is m × n: times needs n rows
  }

  @Differentiable
  static double ofList(List<Layer> layers, @Shape("k") Vector x) {
    Layer l = layers.get(0);
    return l.w().times(l.b()).sum() + x.sum(); // error: [CT086] l.w() is m × n, l.b() has m elements: times needs n
  }

  @Differentiable
  static double ofRecords(Layer[] layers) {
    return layers[0].w().times(layers[0].b()).sum(); // error: [CT086] layers[0].w() is m × n, layers[0].b() has m elements: times needs n
  }

  @Differentiable
  static double eachRecord(Layer[] layers) {
    double s = 0;
    for (Layer l : layers) s += l.w().times(l.b()).sum(); // error: [CT086] l.w() is m × n, l.b() has m elements: times needs n
    return s;
  }

  @Differentiable
  static double whileLoop(@Shape("m, n") Matrix a, @Shape("n") Vector x, int k) {
    Vector h = x;
    int i = 0;
    while (i < k) {
      h = a.times(h); // error: [CT086] a is m × n, h has m elements: times needs n
      i++;
    }
    return h.sum();
  }

  static double all(@Shape("k, n, n") Matrix[] ws) {
    return ws[0].trace();
  }

  @Differentiable
  static double handedOn(@Shape("k, m, n") Matrix[] ws) {
    return all(ws); // error: [CT087] ws is k × m × n, but @Shape("k, n, n") is k × m × m
  }

  @Differentiable
  static double layers(Layer[] ls, Vector x) {
    Vector h = x;
    for (Layer l : ls) h = l.w().times(h).plus(l.b()).tanh();
    return h.sum();
  }

  @Differentiable
  static double layersInAList(List<Layer> ls, Vector x) {
    Vector h = x;
    for (Layer l : ls) h = l.w().times(h).plus(l.b()).tanh();
    return h.sum();
  }

  @Differentiable
  static double layersByIndex(Layer[] ls, Vector x) {
    Vector h = x;
    for (int i = 0; i < ls.length; i++) {
      h = ls[i].w().times(h);
      h = h.plus(ls[i].b());
    }
    return h.sum();
  }

  @Differentiable
  static double neighbours(Layer[] ls) {
    double s = 0;
    for (int i = 1; i < ls.length; i++) {
      s += ls[i].w().times(ls[i - 1].b()).sum();
    }
    return s;
  }

  @Differentiable
  static double pairs(Pair[] ps) {
    double s = 0;
    for (int i = 1; i < ps.length; i++) {
      s += ps[i].a().dot(ps[i].b()) + ps[i - 1].a().dot(ps[i].a());
    }
    return s + ps[0].a().dot(ps[1].b());
  }

  @Differentiable
  static double twoLayers(Layer[] ls, Vector x) {
    return ls[1].w().times(ls[0].w().times(x).plus(ls[0].b())).plus(ls[1].b()).sum();
  }

  @Differentiable
  static double squares(@Shape("k, n, n") Matrix[] ws, @Shape("n") Vector x) {
    Vector h = x;
    for (Matrix w : ws) h = w.times(h).tanh();
    return h.dot(x);
  }

  @Differentiable
  static double rows(@Shape("k, n") Vector[] vs, @Shape("k") Vector c) {
    double s = 0;
    for (int i = 0; i < vs.length; i++) s += vs[i].dot(vs[0]) * c.get(i);
    return s;
  }

  @Differentiable
  static double collected(@Shape("k, m, n") Matrix[] ws, @Shape("n") Vector x) {
    List<Vector> all = new ArrayList<>();
    for (Matrix w : ws) all.add(w.times(x));
    double s = 0;
    for (Vector v : all) s += v.dot(all.get(0));
    return s;
  }

  @Differentiable
  static double sampled(Sampled[] as) {
    double s = 0;
    for (Sampled a : as) for (int i = 0; i < a.n(); i++) s += a.xs()[i] * a.v().get(i);
    return s + as[0].v().slice(0, as[0].n()).dot(Vector.wrap(as[0].xs()));
  }

  @Differentiable
  static double chosen(Layer[] ls, Vector x) {
    Layer best = ls[0];
    for (Layer l : ls) {
      if (l.b().sum() > 0) best = l;
    }
    return best.w().times(x).plus(best.b()).sum();
  }

  @Differentiable
  static double exchanged(@Shape("k, m, n") Matrix[] ws, @Shape("n") Vector x) {
    Matrix[] other = ws.clone();
    other[0] = ws[1].times(2);
    return other[0].times(x).sum();
  }

  @Differentiable
  static double exchangedInPlace(Matrix[] ws, Vector x) {
    ws[0] = ws[1];
    return ws[0].times(x).sum();
  }

  @Differentiable
  static double putTogether(@Shape("2, m, n") Matrix[] ws, Matrix v, Vector x) {
    Matrix[] c = {ws[0], v};
    double s = 0;
    for (Matrix a : c) s += a.times(x).sum();
    return s;
  }

  @Differentiable
  static double general(Layer[] ls, Vector x) {
    Vector h = x;
    int i = 0;
    while (i < ls.length) {
      Layer l = ls[i++];
      h = l.w().times(h).plus(l.b());
    }
    return h.sum();
  }

  @Differentiable
  static double twoLists(Layer[] ls, Layer[] more, Vector x) {
    double s = 0;
    for (int i = 0; i < ls.length; i++) {
      s += ls[i].w().times(x).plus(more[i].b()).sum();
    }
    return s;
  }

  @Differentiable
  static double once(@Shape("n") Vector x) {
    Vector h = x;
    boolean first = true;
    while (first) {
      h = h.slice(0, 2);
      first = false;
    }
    return h.dot(Vector.of(1, 2));
  }

  @Differentiable
  static double onlyOnce(@Shape("m, n") Matrix a, @Shape("n") Vector x) {
    Vector h = x;
    do {
      h = a.times(h);
    } while (false);
    return h.sum();
  }

  @Differentiable
  static double untilBroken(@Shape("m, n") Matrix a, @Shape("n") Vector x) {
    Vector h = x;
    while (true) {
      h = a.times(h);
      if (h.sum() > 0 || true) break;
    }
    return h.sum();
  }

  @Differentiable
  static double thereAndBack(@Shape("m, n") Matrix a, @Shape("n") Vector x, int k) {
    Vector h = x;
    for (int i = 0; i < k; i++) {
      Vector t = a.times(h);
      h = a.transpose().times(t);
    }
    return h.dot(x);
  }
}
