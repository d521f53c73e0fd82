package cotangent.processor.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of operations is printed from the table; {@code -Dgolden.update=true} rewrites it. */
class OperationsPageTest {
  private static final Path PAGE = Path.of("../docs/operations.md");

  @Test
  void theDocumentationIsTheTable() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    return """
        # Operations

        Printed from the table in `cotangent.processor.op`. A derivative flows through the operands named in the third
        column; *constant* means that the operation is piecewise constant, or not about real numbers. Singular: some slope can
        be infinite. What happens at kinks and singular points: [kinks.md](kinks.md).

        | operation | in Java | differentiable by | |
        |---|---|---|---|
        """
        + Operations.all().stream().map(OperationsPageTest::row).collect(Collectors.joining());
  }

  private static String row(Op op) {
    return "| `"
        + op.name().replace("|", "\\|")
        + "` | "
        + java(op.syntax())
        + " | "
        + operands(op)
        + " | "
        + (op.singular() ? "singular" : "")
        + " |\n";
  }

  private static String java(Op.Syntax syntax) {
    if (syntax instanceof Op.Syntax.Infix infix) {
      return code("a " + infix.token() + " b");
    } else if (syntax instanceof Op.Syntax.Prefix prefix) {
      return code(prefix.token() + "a");
    } else if (syntax instanceof Op.Syntax.Cast cast) {
      return code("(" + cast.type() + ") a");
    } else if (syntax instanceof Op.Syntax.Static method) {
      return code(method.owner() + "." + method.method());
    }
    return code(syntax instanceof Op.Syntax.Length ? "a.length" : "c ? a : b");
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private static String operands(Op op) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < op.slopes().size(); i++) {
      if (op.slope(i) != Op.Slope.NONE) {
        text.append(text.isEmpty() ? "" : ", ").append((char) ('a' + i));
      }
    }
    return text.isEmpty() ? "*constant*" : text.toString();
  }
}
