package cotangent.processor.op;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the table of operations as a page of the documentation. */
final class OperationsPage {
  private static final String HEAD =
      """
      # Operations

      What Cotangent knows of each operation. This page is printed from the table in the code; a test compares.

      In the column *derivative*, `t` is what arrives (a tangent going forward, a cotangent going backward), the operands are `a`, `b`, `c` as the first
      column names them, and `y` is the result. A dash says that the operation is piecewise constant in that operand: the derivative is 0.
      *Singular*: the derivative can be infinite or undefined where the value is finite. What happens there and at kinks is in [kinks.md](kinks.md). Each method of `Math` here is there from `StrictMath` as well, with the same derivative, computed
      as `StrictMath` computes it.

      """;

  private static final String TENSORS =
      """
      ## Tensors

      What each operation asks of shapes, and gives: of the receiver, then of each argument; a name stands for one size, or for a whole number that is an argument. What certainly doesn't fit is a compile error, see [tensors](tensors.md#shapes).
      The derivative is what arrives at the receiver and at each argument, in operations of this table.

      | on | Java | shapes | derivative |
      |---|---|---|---|
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  String text() {
    section("Operators", Operators.rows());
    section("Conversions", Casts.rows());
    section("Methods on real numbers", MathFunctions.rows());
    section("Methods on whole numbers, predicates and bit patterns", ConstantFunctions.rows());
    page.append(TENSORS);
    for (TensorOperation row : TensorOperations.all()) {
      row(row);
    }
    return page.append("\n").toString();
  }

  private void row(TensorOperation row) {
    List<String> names = List.of("b", "c", "d").subList(0, row.parameters().size());
    String receiver = row.isStatic() ? row.owner() : "a";
    String shapes = String.join("; ", row.shapes().stream().filter(s -> !s.isEmpty()).toList());
    List<String> asked = new ArrayList<>(row.limits());
    asked.add(0, shapes + (row.result().isEmpty() ? "" : " → " + row.result()));
    page.append("| ").append(row.owner());
    page.append(" | ").append(code(receiver + "." + row.name() + names(row, names)));
    page.append(" | ").append(String.join(", ", asked).strip());
    page.append(" | ").append(row.derivative().equals("-") ? "–" : row.derivative()).append(" |\n");
  }

  private static String names(TensorOperation row, List<String> names) {
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      typed.add(row.parameters().get(i) + " " + names.get(i));
    }
    return "(" + String.join(", ", typed) + ")";
  }

  private void section(String title, List<Op> rows) {
    page.append("## ").append(title).append("\n\n");
    page.append("| Java | on | derivative |\n|---|---|---|\n");
    for (Op op : rows) {
      if (!op.name().startsWith("StrictMath.")) {
        row(op);
      }
    }
    page.append("\n");
  }

  private void row(Op op) {
    int operands = operands(op);
    List<String> slopes = new ArrayList<>();
    for (int i = 0; i < operands; i++) {
      slopes.add(slope(op, i));
    }
    boolean constant = slopes.stream().allMatch(slope -> slope.equals("–"));
    page.append("| ").append(code(java(op, operands)));
    page.append(" | ").append(types(op));
    page.append(" | ").append(constant ? "–" : String.join(", ", slopes));
    page.append(op.is(Op.Trait.SINGULAR) ? "; *singular*" : "").append(" |\n");
  }

  private static String code(String java) {
    return "`" + java.replace("|", "\\|") + "`";
  }

  private static int operands(Op op) {
    return op == Operations.LENGTH ? 1 : Signatures.of(op).get(0).size();
  }

  private static String java(Op op, int operands) {
    Op.Syntax syntax = op.syntax();
    if (syntax instanceof Op.Syntax.Static method) {
      List<String> names = List.of("a", "b", "c").subList(0, operands);
      return method.owner() + "." + method.method() + "(" + String.join(", ", names) + ")";
    }
    return Symbols.written(op, List.of("a", "b", "c").subList(0, operands).toArray(String[]::new));
  }

  private static String types(Op op) {
    if (op == Operations.LENGTH) {
      return "arrays";
    } else if (op.syntax() instanceof Op.Syntax.Cast) {
      return "all numbers";
    }
    List<List<Type>> signatures = Signatures.of(op);
    Set<Type> first = signatures.stream().map(types -> types.get(0)).collect(Collectors.toSet());
    boolean alike =
        signatures.stream().allMatch(types -> Set.copyOf(types).size() == 1)
            && signatures.size() == first.size();
    String list =
        signatures.stream()
            .map(types -> alike ? types.subList(0, 1) : types)
            .map(types -> types.stream().map(Type::toString).collect(Collectors.joining(" ")))
            .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
            .collect(Collectors.joining(", "));
    boolean references = op == Operations.EQ || op == Operations.NE;
    return references ? list + ", references" : op == Operations.SELECT ? "all types" : list;
  }

  private static String slope(Op op, int by) {
    if (op == Operations.LENGTH || op.slope(by) == Op.Slope.NONE) {
      return "–";
    }
    List<Type> types =
        Signatures.of(op).stream()
            .filter(signature -> signature.get(by) == Type.DOUBLE)
            .min(Comparator.comparing(signature -> signature.contains(Type.FLOAT)))
            .orElseThrow();
    GraphBuilder builder = new GraphBuilder();
    Symbols symbols = new Symbols();
    List<Value> operands = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      operands.add(symbols.named(List.of("a", "b", "c").get(i), types.get(i)));
    }
    Value y = symbols.named("y", op.type(types));
    Value t = symbols.named("t", op.type(types));
    Value scaled = op.slope(by).scale(new FormulaWriter(builder), operands, y, t);
    return code(symbols.text(scaled, builder.steps()));
  }
}
