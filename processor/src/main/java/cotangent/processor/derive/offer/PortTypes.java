package cotangent.processor.derive.offer;

import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;

/** Tells the types that ports have for Java, once records are packed. */
final class PortTypes {
  private PortTypes() {}

  static Type of(Port port) {
    if (port instanceof Port.Elements elements && elements.isList()) {
      return new Type.Reference(elements.type());
    } else if (port instanceof Port.Elements elements) {
      return Type.array(of(elements.element()));
    } else if (port instanceof Port.Composite record) {
      return new Type.Reference(record.type());
    }
    return ((Port.Leaf) port).type();
  }
}
