package cotangent.processor.page;

import cotangent.processor.page.Diagram.Box;
import cotangent.processor.page.Layers.Spot;
import java.util.List;
import java.util.Locale;

/** Draws the graph of a method as a picture for papers and reviews. */
final class Svg {
  private static final String STYLE =
      """
      text { font: 13px system-ui, sans-serif; text-anchor: middle; fill: #1d2430; }
      rect { fill: #ffffff; stroke: #6a7280; }
      .input rect { fill: #fff3c4; } .result rect { fill: #d9ecff; stroke-width: 2; }
      .outside rect { stroke: none; fill: #eeece6; } .structure > rect { fill: #fcfbf8; }
      .structure > text { text-anchor: start; font-weight: 600; }
      path { fill: none; stroke: #6a7280; } marker path { fill: #6a7280; stroke: none; }
      """;

  private final StringBuilder svg = new StringBuilder();

  private Svg() {}

  static String of(Drawing.Subject subject) {
    Diagram diagram = Drawing.of(subject);
    Layers layout = Layers.of(diagram);
    double width = layout.width() + 2 * Layers.MARGIN;
    double height = layout.height() + 2 * Layers.MARGIN;
    Svg svg = new Svg();
    svg.line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
            + " viewBox=\"0 0 %.0f %.0f\">",
        width, height, width, height);
    svg.line("<title>%s</title>", Markup.escaped(subject.graph().name()));
    svg.line("<style>\n%s</style>", STYLE);
    svg.line("<defs><marker id=\"arrow\" viewBox=\"0 0 7 7\" refX=\"6.5\" refY=\"3.5\"");
    svg.line("markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">");
    svg.line("<path d=\"M0,0L7,3.5L0,7z\"/></marker></defs>");
    svg.draw(diagram, layout, Layers.MARGIN, Layers.MARGIN);
    svg.line("</svg>");
    return svg.svg.toString();
  }

  private void draw(Diagram diagram, Layers layout, double x, double y) {
    for (Box box : diagram.boxes()) {
      draw(box, layout, x, y);
    }
    for (List<Spot> way : layout.ways()) {
      line("<path d=\"%s\" marker-end=\"url(#arrow)\"/>", path(way, x, y));
    }
  }

  /** Draws a line upward, straight through the layers that it passes and curved between them. */
  private static String path(List<Spot> way, double x, double y) {
    StringBuilder path = new StringBuilder();
    Spot from = way.get(0);
    path.append(String.format(Locale.ROOT, "M%.1f,%.1f", x + from.middle(), y + from.y()));
    for (Spot to : way.subList(1, way.size())) {
      double middle = (from.y() + to.floor()) / 2;
      path.append(
          String.format(
              Locale.ROOT,
              "C%.1f,%.1f %.1f,%.1f %.1f,%.1f",
              x + from.middle(),
              y + middle,
              x + to.middle(),
              y + middle,
              x + to.middle(),
              y + to.floor()));
      boolean isLast = to == way.get(way.size() - 1);
      double end = isLast ? to.y() + to.height() : to.y();
      if (end != to.floor()) {
        path.append(String.format(Locale.ROOT, "V%.1f", y + end));
      }
      from = to;
    }
    return path.toString();
  }

  private void draw(Box box, Layers layout, double x, double y) {
    Spot place = layout.of(box);
    double left = x + place.x();
    double top = y + place.y();
    line("<g class=\"%s\">", box.kind().name().toLowerCase(Locale.ROOT));
    line(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\"/>",
        left, top, place.width(), place.height());
    boolean isStructure = !box.inside().isEmpty();
    double at = isStructure ? left + Layers.MARGIN : left + place.width() / 2;
    line("<text x=\"%.1f\" y=\"%.1f\">%s</text>", at, top + 17, Markup.escaped(box.words()));
    double across = left + Layers.MARGIN;
    for (int i = 0; i < box.inside().size(); i++) {
      Layers inside = place.inside().get(i);
      draw(box.inside().get(i), inside, across, top + Layers.HEADING);
      across += inside.width() + Layers.MARGIN;
    }
    line("</g>");
  }

  private void line(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
