package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.examples.Initializers.Expression;
import cotangent.examples.Initializers.Variable;
import cotangent.examples.Recursive.Node;
import cotangent.examples.Types.Data;
import cotangent.tensor.Vector;
import cotangent.verify.Gradients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypesTest {
  @Test
  void treesTellMoreThanTheirRoots() throws IOException {
    Data all = Data.read(Path.of("../processor/src/main/java"));
    assertThat(all.trees()).hasSizeGreaterThan(2_000);

    Recursive net = Types.train(all.part(true), 2_000, 1);

    assertThat(Types.accuracy(net, all.part(false))).isGreaterThan(Types.accuracyByRoot(all));
  }

  @Test
  void theGradientIsRight() {
    Recursive net = Recursive.drawn(3, 2, 4, new Random(1));
    Node leaf = new Node(2, null, null);
    List<Node> trees = List.of(new Node(0, leaf, new Node(1, null, leaf)), leaf);

    Gradients.of(Recursive.class)
        .method("loss")
        .at(net, trees, new int[] {3, 1})
        .points(2)
        .verify();
  }

  @Test
  void variablesAreReadAsTrees(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("A.java"), "class A { int a = b.size() + 1; String c; long d = -a; }");

    List<Variable> variables = Initializers.read(folder);

    Expression leaf = new Expression("b", List.of());
    Expression size = new Expression("size()", List.of(leaf));
    Expression one = new Expression("INT_LITERAL", List.of());
    assertThat(variables)
        .containsExactly(
            new Variable("int", new Expression("PLUS", List.of(size, one))),
            new Variable(
                "long", new Expression("UNARY_MINUS", List.of(new Expression("a", List.of())))));
    assertThat(Expression.binary(List.of(variables.get(0).value()), List.of("?", "PLUS", "b")))
        .isEqualTo(
            new Node(1, new Node(0, new Node(2, null, null), new Node(0, null, null)), null));
  }

  @Test
  void theScoresOfATreeAreThoseWrittenOut() {
    Recursive net = Recursive.drawn(3, 2, 4, new Random(1));
    Vector leaf = net.words().row(2).tanh();
    Vector root =
        net.words().row(1).plus(net.left().times(leaf)).plus(net.right().times(leaf)).tanh();

    Node node = new Node(2, null, null);
    assertThat(net.scores(new Node(1, node, node))).isEqualTo(net.w().times(root).plus(net.b()));
  }
}
