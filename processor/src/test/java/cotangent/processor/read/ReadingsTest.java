package cotangent.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.read.call.Helpers;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often a method is read, and what the readings know of each other. */
class ReadingsTest {
  private final List<Boolean> stopping = new ArrayList<>();

  /** A method whose objects have to be held in another way than was thought at first. */
  private final Readings readings = new Readings(Position.NONE, new ClassReport(), this::read);

  private Readings.Outcome read(
      Helpers helpers, Representations found, boolean fieldsReplaced, boolean stops) {
    stopping.add(stops);
    for (String lesson : List.of("one", "two", "three")) {
      if (!found.isKept(lesson)) {
        throw new Escape(all -> all.leave(lesson));
      }
    }
    return Readings.Outcome.NOTHING;
  }

  @Test
  void whatOneFindsOutAnotherOneKnows() {
    readings.with(Helpers.counted());
    assertThat(stopping).hasSize(4);
    readings.perhaps(Helpers.counted().decided());
    readings.with(Helpers.inPlace());
    assertThat(stopping).hasSize(6);
  }

  @Test
  void afterARefusalOneThatOnlyTriesEndsWithTheFirst() {
    readings.with(Helpers.counted());
    readings.perhaps(Helpers.counted().decided());
    readings.with(Helpers.inPlace());
    assertThat(stopping).containsExactly(false, false, false, false, true, false);
  }

  /** A method that is refused, in which objects are found one by one, comes to an end. */
  @Test
  void isNotReadForEverWhereItIsRefusedAnyway() {
    ClassReport report = new ClassReport();
    List<Integer> read = new ArrayList<>();
    Readings endless =
        new Readings(
            Position.NONE,
            report,
            (helpers, found, fieldsReplaced, stops) -> {
              read.add(read.size());
              report.add(
                  Problem.FUNCTION_ESCAPES,
                  Position.NONE,
                  "the object " + read.size(),
                  Problem.HERE_ONLY);
              throw new Escape(all -> all.leave("lesson " + read.size()));
            });
    assertThat(endless.with(Helpers.counted()).whole()).isNull();
    assertThat(read).hasSizeLessThan(20);
    assertThat(report.errors()).isEqualTo(1);
  }
}
