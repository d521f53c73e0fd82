package cotangent.processor.derive.matrix;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import java.util.List;

/** Takes the tangents of the outputs along the direction of one number. */
interface Column {

  /**
   * Writes what stores the tangents.
   *
   * @param input the leaf that varies
   * @param path where in it the number is: an index for each dimension
   * @param position how many numbers come before it among all inputs
   */
  void store(GraphBuilder b, Value input, List<Value> path, Value position, List<Value> tangents);
}
