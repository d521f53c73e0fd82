package cotangent.processor.read.sizes;

import cotangent.Dimensions;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Gives the shapes that the source has, where they can be read and fit the type. */
public final class DeclaredShapes {
  private DeclaredShapes() {}

  /** Returns the shape of a parameter or field. */
  public static Optional<Dimensions> of(VariableElement variable) {
    return Surroundings.dimensions(variable);
  }

  /** Returns the shape of what a method returns. */
  public static Optional<Dimensions> ofResult(ExecutableElement method) {
    return SizeAnnotation.of(SizeAnnotation.SHAPE, method)
        .flatMap(SizeAnnotation::shape)
        .flatMap(Surroundings::read)
        .filter(dimensions -> dimensions.rank() == Surroundings.rank(method.getReturnType()));
  }
}
