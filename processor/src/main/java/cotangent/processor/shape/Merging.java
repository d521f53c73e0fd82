package cotangent.processor.shape;

import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Gives a value the sizes of one of two others, depending on the fork. */
record Merging(Facts facts, Fork fork) {

  void merge(Value one, Path first, Value other, Path second, Value result) {
    if (result.type() == Type.INT) {
      Size size = first.resolved(facts.size(one));
      facts.put(result, either(size, second.resolved(facts.size(other))));
    } else if (result.type().isArray()) {
      List<Size> sizes = first.resolved(facts.dimensions(one));
      List<Size> others = second.resolved(facts.dimensions(other));
      List<Size> all = new ArrayList<>();
      for (int i = 0; i < sizes.size(); i++) {
        all.add(either(sizes.get(i), others.get(i)));
      }
      facts.put(result, all);
      facts.stored().merge(one, other, result);
      if (facts.hasElement(one) && facts.hasElement(other)) {
        Size size = first.resolved(facts.element(one));
        facts.putElement(result, either(size, second.resolved(facts.element(other))));
      }
    }
  }

  private Size either(Size one, Size other) {
    return one.equals(other) ? one : fork.either(one, other);
  }
}
