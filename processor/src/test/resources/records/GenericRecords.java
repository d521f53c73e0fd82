package records;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.GRADIENT_SUM;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import java.util.Objects;

/** Generic records in others of their class, where they come in and go out. */
public class GenericRecords {
  public record Pair(double v, double w) {}

  public record Single(double v) {}

  public record Node<T>(double weight, T held) {}

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN, GRADIENT_SUM})
  static double product(Node<Node<Pair>> node, double x) {
    Pair pair = node.held().held();
    return pair.v() * pair.w() * x * node.weight() * node.held().weight();
  }

  @Differentiable({VJP, JVP})
  static Node<Node<Pair>> around(Node<Pair> node, double x) {
    Pair pair = new Pair(x * node.held().v(), node.held().w());
    return new Node<>(x * node.weight(), new Node<>(node.weight(), pair));
  }

  @Differentiable
  static double ofEach(Node<Node<Pair>>[] nodes, double x) {
    double sum = 0;
    for (Node<Node<Pair>> node : nodes) {
      sum += product(node, x);
    }
    return sum;
  }

  @Differentiable({GRADIENT, GRADIENT_SUM})
  static double ofTwo(Node<Pair> one, Node<Single> other) {
    return one.weight() * other.weight() * one.held().v() * other.held().v();
  }

  @Differentiable
  static double perhaps(Node<Node<Pair>> node, double x) {
    return node.held() == null ? x * x : node.held().held().v() * x * node.weight();
  }

  private static final Node<Node<Pair>> NODE = new Node<>(2, new Node<>(3, new Pair(5, 7)));

  private static void same(Object wanted, Object got) {
    if (!Objects.equals(wanted, got)) {
      throw new AssertionError(got + " instead of " + wanted);
    }
  }

  public static void derivativesAreOfTheSameType() {
    Node<Node<Pair>> wanted = new Node<>(1155, new Node<>(770, new Pair(462, 330)));
    same(2310.0, GenericRecordsGrad.productGrad(NODE, 11).value());
    same(wanted, GenericRecordsGrad.productGrad(NODE, 11).dnode());
    same(210.0, GenericRecordsGrad.productGrad(NODE, 11).dx());
    same(210.0, GenericRecordsGrad.productHessian(NODE, 11).gradient()[4]);
    same(2310.0, GenericRecordsGrad.productJvp(NODE, 11, NODE, 0).tangent() / 4);
    same(wanted, GenericRecordsGrad.productSum().add(NODE, 11).total().dnode());
    same(wanted, GenericRecordsGrad.productSum().add(NODE, 11).add(NODE, 11).mean().dnode());
    same(wanted, GenericRecordsGrad.ofEachGrad(nodes(), 11).dnodes()[1]);
    same(420.0, GenericRecordsGrad.ofEachGrad(nodes(), 11).dx());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Node<Node<Pair>>[] nodes() {
    return new Node[] {NODE, NODE};
  }

  public static void resultsAreNested() {
    Node<Pair> node = new Node<>(2, new Pair(3, 5));
    GenericRecordsGrad.AroundVjp back = GenericRecordsGrad.aroundVjp(node, 7, NODE);
    same(around(node, 7), back.value());
    same(new Node<>(2.0 * 7 + 3, new Pair(5.0 * 7, 7)), back.dnode());
    same(2.0 * 2 + 5 * 3, back.dx());
    same(new Node<>(14, new Node<>(2, new Pair(21, 5))), GenericRecordsGrad.aroundJvp(node, 7, node, 0).tangent());
  }

  public static void oneClassHasSeveralArguments() {
    Node<Pair> one = new Node<>(2, new Pair(3, 5));
    Node<Single> other = new Node<>(7, new Single(11));
    GenericRecordsGrad.OfTwoGradient total =
        GenericRecordsGrad.ofTwoSum().add(one, other).add(one, other).total();
    same(new Node<>(462, new Pair(308, 0)), total.done());
    same(new Node<>(132, new Single(84)), total.dother());
  }

  public static void innerOnesMayBeNull() {
    Node<Node<Pair>> bare = new Node<>(2, null);
    same(6.0, GenericRecordsGrad.perhapsGrad(bare, 3).dx());
    same(new Node<>(0, null), GenericRecordsGrad.perhapsGrad(bare, 3).dnode());
    same(10.0, GenericRecordsGrad.perhapsGrad(NODE, 3).dx());
  }
}
