package records;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.GRADIENT_SUM;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import cotangent.tensor.Vector;
import java.util.Arrays;
import java.util.List;
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

  public record Box<T>(T held) {}

  public record Two<A, B>(A a, B b) {}

  public record Many<T>(T[] all, String name) {}

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN, GRADIENT_SUM})
  static double boxed(Box<Box<Pair>> box, double x) {
    return box.held().held().v() * box.held.held.w * x * x;
  }

  @Differentiable
  static Box<Pair> boxing(Box<double[]> box, double x) {
    return new Box<>(new Pair(x * box.held()[0], box.held[1]));
  }

  @Differentiable
  static double several(Two<Pair, Pair[]> two, Many<Single> many, List<Box<Pair>> list) {
    double sum = list.get(1).held().v();
    for (Pair each : two.b()) {
      sum += each.v() * two.a().w();
    }
    for (Single each : many.all()) {
      sum += each.v() * each.v() * many.name().length();
    }
    return sum;
  }

  @Differentiable
  static double ofTensor(Box<Vector> box, Two<String, List<Pair>> two) {
    return box.held().dot(box.held()) * two.b().get(0).w() * two.a().length();
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

  public static void numbersMayAllBeOfOthers() {
    Box<Box<Pair>> box = new Box<>(new Box<>(new Pair(2, 3)));
    Box<Box<Pair>> wanted = new Box<>(new Box<>(new Pair(75, 50)));
    same(wanted, GenericRecordsGrad.boxedGrad(box, 5).dbox());
    same(wanted, GenericRecordsGrad.boxedSum().add(box, 5).total().dbox());
    same(60.0, GenericRecordsGrad.boxedHessian(box, 5).gradient()[2]);
    same(300.0, GenericRecordsGrad.boxedJvp(box, 5, box, 0).tangent());
    Box<double[]> numbers = new Box<>(new double[] {2, 3});
    GenericRecordsGrad.BoxingVjp back =
        GenericRecordsGrad.boxingVjp(numbers, 5, new Box<>(new Pair(7, 11)));
    same(new Box<>(new Pair(10, 3)), back.value());
    same("[35.0, 11.0]", Arrays.toString(back.dbox().held()));
    same(14.0, back.dx());
  }

  public static void numbersAreInArraysAndLists() {
    Pair pair = new Pair(2, 3);
    GenericRecordsGrad.SeveralGradient several =
        GenericRecordsGrad.severalGrad(
            new Two<>(pair, new Pair[] {pair, new Pair(5, 7)}),
            new Many<>(new Single[] {new Single(11)}, "ab"),
            List.of(new Box<>(pair), new Box<>(pair)));
    same(2 + 2 * 3 + 5 * 3 + 11.0 * 11 * 2, several.value());
    same(new Pair(0, 7), several.dtwo().a());
    same(new Pair(3, 0), several.dtwo().b()[1]);
    same(new Single(44), several.dmany().all()[0]);
    same(List.of(new Box<>(new Pair(0, 0)), new Box<>(new Pair(1, 0))), several.dlist());
    GenericRecordsGrad.OfTensorGradient ofTensor =
        GenericRecordsGrad.ofTensorGrad(
            new Box<>(Vector.of(2, 3)), new Two<>("abc", List.of(pair)));
    same(36.0, ofTensor.dbox().held().get(0));
    same(List.of(new Pair(0, 39)), ofTensor.dtwo().b());
  }
}
