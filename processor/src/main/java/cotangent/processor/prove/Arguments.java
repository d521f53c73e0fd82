package cotangent.processor.prove;

import cotangent.Dimensions;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Sized;
import cotangent.processor.graph.Type;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws the arguments of a method, with the sizes and in the ranges that it is meant for. */
final class Arguments {
  private static final Type DOUBLES = Type.array(Type.DOUBLE);

  private final DrawnValues drawing;
  private final Meant meant;
  private final List<@Nullable Object> all = new ArrayList<>();

  private Arguments(DrawnValues drawing, Meant meant) {
    this.drawing = drawing;
    this.meant = meant;
  }

  /** Returns the leaves of all inputs. */
  static List<@Nullable Object> of(List<Port> inputs, DrawnValues drawing, Meant meant) {
    Arguments arguments = new Arguments(drawing, meant);
    Map<String, Integer> sizes = new HashMap<>();
    inputs.forEach(input -> arguments.draw(input, input.name(), meant.sizes(), sizes));
    return arguments.all;
  }

  private void draw(Port port, String path, List<Sized> known, Map<String, Integer> sizes) {
    @Nullable Sized sized = named(port.name(), known);
    if (port instanceof Port.Composite tensor && tensor.isTensor()) {
      drawTensor(tensor, path, sized, sizes);
      return;
    }
    if (port instanceof Port.Elements elements) {
      drawElements(elements, path, sized);
      return;
    }
    if (port instanceof Port.Composite record) {
      List<Sized> inside =
          sized instanceof Sized.Composite composite ? composite.components() : List.of();
      Map<String, Integer> own = new HashMap<>(); // names belong to one object of a record
      if (record.isRecordOrNull()) {
        boolean isThere = drawing.isThere();
        boolean isNumber = record.leaves().findFirst().orElseThrow().type() == Type.INT;
        all.add(isNumber ? (Object) (isThere ? 1 : 0) : isThere);
      }
      record
          .own()
          .forEach(component -> draw(component, path + "." + component.name(), inside, own));
      return;
    }
    Type type = ((Port.Leaf) port).type();
    double @Nullable [] range = meant.ranges().get(path);
    if (sized instanceof Sized.Array array) {
      Dimensions dimensions = Dimensions.of(array.shape());
      bind(dimensions, sizes);
      all.add(drawing.of(type, path, dimensions.sizes(sizes), range));
    } else if (sized instanceof Sized.Whole && type == Type.INT && isSize(port.name())) {
      all.add(bound(port.name(), sizes));
    } else {
      all.add(drawing.of(type, path, List.of(), range));
    }
  }

  /** Draws some elements, each as if it were alone, and returns them column by column. */
  private void drawElements(Port.Elements elements, String path, @Nullable Sized sized) {
    int count = drawing.size();
    List<Sized> known =
        sized instanceof Sized.Each each
            ? List.of(each.element().named(elements.element().name()))
            : List.of();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Arguments row = new Arguments(drawing, meant);
      row.draw(elements.element(), path, known, new HashMap<>());
      rows.add(row.all);
    }
    List<Port.Leaf> leaves = elements.leaves().toList();
    for (int j = 0; j < leaves.size(); j++) {
      Object column = drawing.of(leaves.get(j).type(), path, List.of(count), null);
      for (int i = 0; i < count; i++) {
        Array.set(Objects.requireNonNull(column), i, rows.get(i).get(j));
      }
      all.add(column);
    }
  }

  /** Draws the sizes of a tensor, and an array that has as many elements. */
  private void drawTensor(
      Port.Composite tensor, String path, @Nullable Sized sized, Map<String, Integer> sizes) {
    List<@Nullable Integer> known = List.of();
    if (sized instanceof Sized.Array array) {
      Dimensions dimensions = Dimensions.of(array.shape());
      bind(dimensions, sizes);
      known = dimensions.sizes(sizes);
    }
    double @Nullable [] range = meant.ranges().get(path);
    if (tensor.components().size() == 1) {
      all.add(drawing.of(DOUBLES, path, known, range));
      return;
    }
    double[][] rows =
        (double[][]) Objects.requireNonNull(drawing.of(Type.array(DOUBLES), path, known, range));
    all.add(rows.length);
    all.add(rows.length == 0 ? 0 : rows[0].length);
    all.add(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
  }

  private static @Nullable Sized named(String name, List<Sized> known) {
    for (Sized sized : known) {
      if (sized.name().equals(name)) {
        return sized instanceof Sized.Field field ? field.content() : sized;
      }
    }
    return null;
  }

  /** Whether some shape has the name, so that the number is a size. */
  private boolean isSize(String name) {
    return meant.sizes().stream()
        .filter(each -> each instanceof Sized.Array)
        .map(each -> Dimensions.of(((Sized.Array) each).shape()))
        .anyMatch(
            dimensions -> {
              for (int i = 0; i < dimensions.rank(); i++) {
                if (dimensions.names(i).contains(name)) {
                  return true;
                }
              }
              return false;
            });
  }

  private void bind(Dimensions dimensions, Map<String, Integer> sizes) {
    for (int i = 0; i < dimensions.rank(); i++) {
      dimensions.names(i).forEach(name -> bound(name, sizes));
    }
  }

  /** Different names are different sizes. */
  private int bound(String name, Map<String, Integer> sizes) {
    return sizes.computeIfAbsent(name, each -> drawing.size() + sizes.size());
  }
}
