package cotangent.processor.emit.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotangent.processor.graph.Type;
import org.junit.jupiter.api.Test;

class TypeTextTest {
  @Test
  void arraysAreMadeOfTypesThatTheJvmKnows() {
    assertEquals("java.lang.Class<?>", reifiable("java.lang.Class<?>"));
    assertEquals("java.util.Map<?, ?>", reifiable("java.util.Map<?, ?>"));
    assertEquals("java.util.List", reifiable("java.util.List<java.lang.String>"));
    assertEquals("java.util.List", reifiable("java.util.List<? extends java.lang.Number>"));
    assertEquals("java.lang.String", reifiable("java.lang.String"));
  }

  private static String reifiable(String name) {
    return TypeText.reifiable(new Type.Reference(name)).toString();
  }
}
