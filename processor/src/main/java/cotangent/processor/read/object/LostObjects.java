package cotangent.processor.read.object;

import cotangent.processor.report.Position;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Where objects of classes, or arrays of them, go where they have to be whole. */
final class LostObjects {
  private final Map<String, Position> places = new LinkedHashMap<>();
  private final Map<String, String> methods = new HashMap<>();
  private @Nullable Position here;
  private @Nullable String method;

  /** Notes the place of what is learnt next, and the method of the library that asks for it. */
  void learnsAt(@Nullable Position position, @Nullable String asking) {
    here = position;
    method = asking;
  }

  void add(Object type) {
    if (here != null && !here.isMade() && type instanceof TypeElement element) {
      String name = element.getQualifiedName().toString();
      if (places.putIfAbsent(name, here) == null && method != null) {
        methods.put(name, method);
      }
    }
  }

  Map<String, Position> places() {
    return Collections.unmodifiableMap(places);
  }

  /** Returns the method of the library for which objects of a class are whole; null for none. */
  @Nullable String method(TypeElement type) {
    return methods.get(type.getQualifiedName().toString());
  }
}
