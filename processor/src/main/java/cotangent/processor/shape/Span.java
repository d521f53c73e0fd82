package cotangent.processor.shape;

import java.util.List;

/** What a loop counts, as it is in its first round and in its last one. */
record Span(Name index, Size first, Size last) {

  List<Size> ends() {
    return List.of(first, last);
  }
}
