package cotangent.processor.read.names;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A type that no compiler knows, and that nobody annotates. */
public interface BareType extends TypeMirror {
  @Override
  default List<? extends AnnotationMirror> getAnnotationMirrors() {
    return List.of();
  }

  @Override
  default <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked")
  default <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
    return (A[]) Array.newInstance(type, 0);
  }
}
