package cotangent.processor.read.names;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds the class of a member, which always has one: only packages and modules may have none. */
public final class Owner {
  private Owner() {}

  /** Returns the class in which a method, a constructor or a field is declared. */
  public static TypeElement of(Element member) {
    return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
  }

  /**
   * Returns the class around a class, also around the method that declares it; null around none.
   */
  public static @Nullable TypeElement around(TypeElement type) {
    Element outer = type.getEnclosingElement();
    while (outer != null && !(outer instanceof TypeElement)) {
      outer = outer.getEnclosingElement();
    }
    return (TypeElement) outer;
  }
}
