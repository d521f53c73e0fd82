package cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads an integer however it is written, {@code 4.0} too, and refuses to cut {@code 2.5}. */
final class WholeNumber extends StdScalarDeserializer<Integer> {
  private static final long serialVersionUID = 1;

  WholeNumber() {
    super(int.class);
  }

  @Override
  public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      return (Integer) context.handleUnexpectedToken(int.class, parser);
    }
    double number = parser.getDoubleValue();
    if (number != (int) number) {
      throw context.weirdNumberException(number, int.class, "not a whole number");
    }
    return (int) number;
  }

  @Override
  public Integer getNullValue(DeserializationContext context) throws JsonMappingException {
    return context.reportInputMismatch(this, "null is not a whole number");
  }
}
