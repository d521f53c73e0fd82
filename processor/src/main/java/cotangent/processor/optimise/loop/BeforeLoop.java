package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;

/** What is known in front of a loop, as what is made there needs it. */
final class BeforeLoop {
  private BeforeLoop() {}

  /** Whether a number is known in front of a loop, and certainly isn't negative. */
  static boolean isLength(Value number, Step.Loop loop, Places places) {
    Step step = places.definition(number);
    return isOutside(number, loop, places)
        && (step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH
            || step instanceof Step.Constant constant
                && constant.value() instanceof Integer known
                && known >= 0
            || places.users(number).stream()
                .anyMatch(
                    user ->
                        user instanceof Step.NewArray
                            && places.isBeside(user, loop)
                            && places.isBefore(user, loop)));
  }

  /** Whether a value or an array is the same in all rounds of a loop, by where it is made. */
  static boolean isOutside(Value value, Step.Loop loop, Places places) {
    Region region = places.region(value);
    return region == null || !places.within(region, loop.body());
  }
}
