package cotangent.processor.page;

import cotangent.processor.page.Diagram.Box;
import cotangent.processor.page.Diagram.Kind;
import cotangent.processor.page.Diagram.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lays a diagram out in layers, inputs at the bottom: each box above those that it uses, and in its
 * layer near the middle of them, so that few lines cross.
 *
 * <p><b>Source.</b> Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical
 * system structures, IEEE Transactions on Systems, Man and Cybernetics 11 (1981).
 */
final class Layers {
  static final double MARGIN = 12;
  static final double HEADING = 22;
  private static final double BETWEEN = 16;
  private static final double BETWEEN_LAYERS = 30;
  private static final double LINE_HEIGHT = 26;
  private static final double NARROWEST = 40;
  private static final double LETTER = 7.2;
  private static final int SWEEPS = 8;

  private final Map<Box, Spot> spots = new IdentityHashMap<>();
  private final List<List<Spot>> ways = new ArrayList<>();
  private final List<List<Spot>> rows = new ArrayList<>();
  private double width;
  private double height;

  /** Where a box stands, or where a line passes a layer. */
  static final class Spot {
    private final double width;
    private double height;
    private final List<Layers> inside;
    private final List<Spot> below = new ArrayList<>();
    private final List<Spot> above = new ArrayList<>();
    private int layer;
    private double x;
    private double y;
    private double floor;

    private Spot(double width, double height, List<Layers> inside) {
      this.width = width;
      this.height = height;
      this.inside = inside;
    }

    double x() {
      return x;
    }

    double y() {
      return y;
    }

    double width() {
      return width;
    }

    double height() {
      return height;
    }

    /** Returns where the layer ends, which is below this where something higher stands in it. */
    double floor() {
      return floor;
    }

    double middle() {
      return x + width / 2;
    }

    /** Returns the layouts of the diagrams in the box, from left to right. */
    List<Layers> inside() {
      return inside;
    }
  }

  private Layers() {}

  static Layers of(Diagram diagram) {
    Layers layout = new Layers();
    for (Box box : diagram.boxes()) {
      layout.spots.put(box, spot(box));
    }
    layout.assign(diagram);
    diagram.lines().forEach(layout::route);
    layout.order();
    layout.stack();
    return layout;
  }

  private static Spot spot(Box box) {
    double wide = 20 + LETTER * box.words().length();
    if (box.inside().isEmpty()) {
      return new Spot(Math.max(NARROWEST, wide), LINE_HEIGHT, List.of());
    }
    List<Layers> inside = box.inside().stream().map(Layers::of).toList();
    double across = inside.stream().mapToDouble(each -> each.width + MARGIN).sum() + MARGIN;
    double up = inside.stream().mapToDouble(each -> each.height).max().orElse(0);
    return new Spot(Math.max(across, wide), up + HEADING + MARGIN, inside);
  }

  /**
   * Puts each box one layer above the highest that it uses; boxes come after those that they use.
   * What comes from outside goes right below the lowest box that uses it.
   */
  private void assign(Diagram diagram) {
    for (Box box : diagram.boxes()) {
      for (Line line : diagram.lines()) {
        if (line.to() == box) {
          of(box).layer = Math.max(of(box).layer, of(line.from()).layer + 1);
        }
      }
    }
    for (Box box : diagram.boxes()) {
      if (box.kind() == Kind.OUTSIDE) {
        of(box).layer =
            diagram.lines().stream()
                .filter(line -> line.from() == box)
                .mapToInt(line -> of(line.to()).layer - 1)
                .min()
                .orElse(0);
      }
      row(of(box).layer).add(of(box));
    }
  }

  private List<Spot> row(int layer) {
    while (rows.size() <= layer) {
      rows.add(new ArrayList<>());
    }
    return rows.get(layer);
  }

  /** Keeps a gap in each layer that a line passes. */
  private void route(Line line) {
    List<Spot> way = new ArrayList<>(List.of(of(line.from())));
    for (int layer = of(line.from()).layer + 1; layer < of(line.to()).layer; layer++) {
      Spot passage = new Spot(1, 0, List.of());
      row(layer).add(passage);
      way.add(passage);
    }
    way.add(of(line.to()));
    for (int i = 1; i < way.size(); i++) {
      way.get(i).below.add(way.get(i - 1));
      way.get(i - 1).above.add(way.get(i));
    }
    ways.add(way);
  }

  private void order() {
    spread();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean isUpward = sweep % 2 == 0;
      for (List<Spot> row : rows) {
        row.sort(
            Comparator.comparingDouble(spot -> middleOf(spot, isUpward ? spot.below : spot.above)));
      }
      spread();
    }
  }

  private static double middleOf(Spot spot, List<Spot> neighbours) {
    return neighbours.stream().mapToDouble(Spot::middle).average().orElse(spot.middle());
  }

  /** Lines each row up from the left, and centres it. */
  private void spread() {
    width = rows.stream().mapToDouble(Layers::widthOf).max().orElse(0);
    for (List<Spot> row : rows) {
      double x = (width - widthOf(row)) / 2;
      for (Spot spot : row) {
        spot.x = x;
        x += spot.width + BETWEEN;
      }
    }
  }

  private static double widthOf(List<Spot> row) {
    return row.stream().mapToDouble(spot -> spot.width + BETWEEN).sum() - BETWEEN;
  }

  /** Stacks the rows, the last on top; a passage is as high as its row. */
  private void stack() {
    double y = 0;
    for (int layer = rows.size() - 1; layer >= 0; layer--) {
      List<Spot> row = rows.get(layer);
      double tallest = row.stream().mapToDouble(spot -> spot.height).max().orElse(0);
      for (Spot spot : row) {
        spot.y = y;
        spot.floor = y + tallest;
        spot.height = spot.height == 0 ? tallest : spot.height;
      }
      y += tallest + BETWEEN_LAYERS;
    }
    height = Math.max(0, y - BETWEEN_LAYERS);
  }

  Spot of(Box box) {
    return Objects.requireNonNull(spots.get(box));
  }

  /** Returns the spots along each line, from its first to its last. */
  List<List<Spot>> ways() {
    return ways;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }
}
