package cotangent.processor.page;

import cotangent.processor.page.Diagram.Box;
import cotangent.processor.page.Diagram.Kind;
import cotangent.processor.page.Diagram.Line;

/** Writes the graph of a method in the language of Graphviz. */
final class Dot {
  private final StringBuilder dot = new StringBuilder();

  private Dot() {}

  static String of(Drawing.Subject subject) {
    Dot text = new Dot();
    text.dot.append("digraph ").append(quoted(subject.graph().name())).append(" {\n");
    text.dot.append("  rankdir = BT; compound = true; node [shape = box, fontname = sans];\n");
    text.write(Drawing.of(subject), "  ");
    return text.dot.append("}\n").toString();
  }

  private void write(Diagram diagram, String margin) {
    for (Box box : diagram.boxes()) {
      if (box.kind() == Kind.STRUCTURE) {
        dot.append(margin).append("subgraph cluster").append(box.number()).append(" {\n");
        dot.append(margin).append("  label = ").append(quoted(box.words())).append(";\n");
        dot.append(margin).append("  n").append(box.number()).append(" [shape = point];\n");
        box.inside().forEach(inner -> write(inner, margin + "  "));
        dot.append(margin).append("}\n");
      } else {
        dot.append(margin).append("n").append(box.number());
        dot.append(" [label = ").append(quoted(box.words())).append(style(box.kind()));
        dot.append("];\n");
      }
    }
    for (Line line : diagram.lines()) {
      dot.append(margin).append("n").append(line.from().number());
      dot.append(" -> n").append(line.to().number()).append(";\n");
    }
  }

  private static String style(Kind kind) {
    return switch (kind) {
      case INPUT -> ", style = rounded";
      case RESULT -> ", penwidth = 2";
      case OUTSIDE -> ", shape = plaintext";
      case STEP, STRUCTURE -> "";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
