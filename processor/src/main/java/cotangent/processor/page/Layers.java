package cotangent.processor.page;

import cotangent.processor.page.Diagram.Box;
import cotangent.processor.page.Diagram.Kind;
import cotangent.processor.page.Diagram.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a diagram out in layers, inputs at the bottom: each box above those that it uses, and in its
 * layer near the middle of them, so that few lines cross.
 *
 * <p><b>Source.</b> Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical
 * system structures, IEEE Transactions on Systems, Man and Cybernetics 11 (1981).
 */
final class Layers {
  private static final double BETWEEN = 16;
  private static final double BETWEEN_LAYERS = 30;
  private static final double MARGIN = 12;
  private static final double HEADING = 22;
  private static final double LINE_HEIGHT = 26;
  private static final double LETTER = 7.2;
  private static final int SWEEPS = 8;

  private final Diagram diagram;
  private final Map<Box, Integer> layers = new HashMap<>();
  private final Map<Box, List<Box>> below = new HashMap<>();
  private final Map<Box, List<Box>> above = new HashMap<>();
  private final List<List<Box>> rows = new ArrayList<>();
  private final Map<Box, Place> places = new HashMap<>();
  private final Map<Diagram, Layers> inside = new HashMap<>();
  private final Map<Line, List<Box>> ways = new HashMap<>();
  private int waypoints;
  private double width;
  private double height;

  /** Where a box stands: its upper left corner and its size. */
  record Place(double x, double y, double width, double height) {
    double middle() {
      return x + width / 2;
    }

    Place at(double newX, double newY) {
      return new Place(newX, newY, width, height);
    }
  }

  private Layers(Diagram diagram) {
    this.diagram = diagram;
  }

  static Layers of(Diagram diagram) {
    Layers layout = new Layers(diagram);
    for (Box box : diagram.boxes()) {
      layout.places.put(box, layout.size(box));
      layout.below.put(box, new ArrayList<>());
    }
    diagram.lines().forEach(line -> layout.below.get(line.to()).add(line.from()));
    layout.assign();
    layout.route();
    layout.order();
    layout.place();
    return layout;
  }

  private Place size(Box box) {
    double wide = 20 + LETTER * box.words().length();
    if (box.inside().isEmpty()) {
      return new Place(0, 0, Math.max(40, wide), LINE_HEIGHT);
    }
    double across = MARGIN;
    double up = 0;
    for (Diagram inner : box.inside()) {
      Layers layout = of(inner);
      inside.put(inner, layout);
      across += layout.width + MARGIN;
      up = Math.max(up, layout.height);
    }
    return new Place(0, 0, Math.max(across, wide), up + HEADING + MARGIN);
  }

  /** Puts each box one layer above the highest that it uses. Boxes come after those they use. */
  private void assign() {
    for (Box box : diagram.boxes()) {
      int layer = 0;
      for (Box used : below.get(box)) {
        layer = Math.max(layer, layers.getOrDefault(used, 0) + 1);
      }
      layers.put(box, layer);
    }
    for (Line line : diagram.lines()) {
      if (line.from().kind() == Kind.OUTSIDE) {
        layers.merge(line.from(), -1, (old, unused) -> highestBelowUses(line.from()));
      }
    }
    diagram.boxes().forEach(box -> row(layers.get(box)).add(box));
  }

  /** What comes from outside stands right below the lowest box that uses it. */
  private int highestBelowUses(Box box) {
    return diagram.lines().stream()
        .filter(line -> line.from() == box)
        .mapToInt(line -> layers.get(line.to()) - 1)
        .min()
        .orElse(0);
  }

  private List<Box> row(int layer) {
    while (rows.size() <= layer) {
      rows.add(new ArrayList<>());
    }
    return rows.get(layer);
  }

  /** Keeps a way free in each layer that a line passes. */
  private void route() {
    below.values().forEach(List::clear);
    for (Line line : diagram.lines()) {
      List<Box> way = new ArrayList<>(List.of(line.from()));
      for (int layer = layers.get(line.from()) + 1; layer < layers.get(line.to()); layer++) {
        Box waypoint = new Box(-1 - ++waypoints, Kind.OUTSIDE, "", List.of());
        places.put(waypoint, new Place(0, 0, 1, 0));
        row(layer).add(waypoint);
        way.add(waypoint);
      }
      way.add(line.to());
      for (int i = 1; i < way.size(); i++) {
        below.computeIfAbsent(way.get(i), unseen -> new ArrayList<>()).add(way.get(i - 1));
        above.computeIfAbsent(way.get(i - 1), unseen -> new ArrayList<>()).add(way.get(i));
      }
      ways.put(line, way);
    }
  }

  /** Gives the boxes that a line leads along, from its first to its last. */
  List<Place> way(Line line) {
    return ways.get(line).stream().map(places::get).toList();
  }

  private void order() {
    spread();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      Map<Box, List<Box>> towards = sweep % 2 == 0 ? below : above;
      for (List<Box> row : rows) {
        row.sort(
            Comparator.comparingDouble(box -> middleOf(box, towards.getOrDefault(box, List.of()))));
      }
      spread();
    }
  }

  private double middleOf(Box box, List<Box> neighbours) {
    return neighbours.stream()
        .mapToDouble(each -> places.get(each).middle())
        .average()
        .orElse(places.get(box).middle());
  }

  /** Lines each row up from the left, and centres it. */
  private void spread() {
    width = 0;
    for (List<Box> row : rows) {
      width = Math.max(width, widthOf(row));
    }
    for (List<Box> row : rows) {
      double x = (width - widthOf(row)) / 2;
      for (Box box : row) {
        places.put(box, places.get(box).at(x, 0));
        x += places.get(box).width() + BETWEEN;
      }
    }
  }

  private double widthOf(List<Box> row) {
    return row.stream().mapToDouble(box -> places.get(box).width() + BETWEEN).sum() - BETWEEN;
  }

  private void place() {
    double y = 0;
    for (int layer = rows.size() - 1; layer >= 0; layer--) {
      double tallest = 0;
      for (Box box : rows.get(layer)) {
        Place place = places.get(box);
        places.put(box, place.at(place.x(), y));
        tallest = Math.max(tallest, place.height());
      }
      for (Box box : rows.get(layer)) {
        if (box.number() < 0) {
          places.put(box, new Place(places.get(box).x(), y, 1, tallest));
        }
      }
      y += tallest + BETWEEN_LAYERS;
    }
    height = Math.max(0, y - BETWEEN_LAYERS);
  }

  Place of(Box box) {
    return places.get(box);
  }

  /** Gives the layout of a diagram inside of a box. */
  Layers inside(Diagram inner) {
    return inside.get(inner);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  static double margin() {
    return MARGIN;
  }

  static double heading() {
    return HEADING;
  }
}
