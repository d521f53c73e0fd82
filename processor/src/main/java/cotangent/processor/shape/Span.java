package cotangent.processor.shape;

import java.util.List;

/** What a loop counts. */
record Span(Name index, Ends all) {

  /** What it is in the first round and in the last one, and how many rounds there are. */
  record Ends(Size first, Size last, Size rounds) {}

  List<Size> ends() {
    return List.of(all.first, all.last);
  }
}
