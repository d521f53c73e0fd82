package rejections;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers that go into objects, and objects of unknown types. */
class Objects {
  record Point(double x, double y) {}

  @Differentiable
  static double intoList(double x) {
    List<Double> list = new ArrayList<>();
    list.add(x); // error: [CT052] a differentiable value flows into java.util.List.add @ list.add(x)
    return list.get(0);
  }

  @Differentiable
  static double intoMap(double x) {
    Map<String, Double> map = new HashMap<>();
    map.put("a", x); // error: [CT052] a differentiable value flows into java.util.Map.put @ map.put("a", x)
    return map.get("a");
  }

  @Differentiable
  static double intoText(double x) {
    return x * String.format("%f", x).length(); // error: [CT052] a differentiable value flows into java.lang.String.format, boxed here, of which no number comes back @ String.format("%f", x)
  }

  @Differentiable
  static double inArray(double x) {
    Point[] points = new Point[2]; // error: [CT043] the type rejections.Objects.Point[] holds @ Point[]
    points[0] = new Point(x, x);
    return points[0].x();
  }

  record Rounded(double x) {
    Rounded {
      x = Math.rint(x);
    }
  }

  @Differentiable
  static double ofRounded(double x, Rounded rounded) { // error: [CT050] a record of type rejections.Objects.Rounded @ Rounded
    return x * rounded.x();
  }

  static class Base {
    double scale() {
      return 2;
    }
  }

  static class Derived extends Base {
    @Differentiable
    double scaled(double x) {
      return x * super.scale(); // error: [CT040] a method of the superclass @ super.scale()
    }
  }
}
