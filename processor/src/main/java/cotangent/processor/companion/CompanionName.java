package cotangent.processor.companion;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The name of the class that is generated beside a class.
 *
 * @param origin that class, as source names it within the package
 */
public record CompanionName(
    String packageName, String simpleName, boolean isPublic, String origin) {
  /** The ending of a companion's name. */
  public static final String SUFFIX = "Grad";

  public static CompanionName of(TypeElement type) {
    String name = type.getSimpleName().toString();
    String origin = name;
    boolean isPublic = isPublic(type);
    Element outer = type.getEnclosingElement();
    while (outer instanceof TypeElement outerType) {
      name = outerType.getSimpleName() + "_" + name;
      origin = outerType.getSimpleName() + "." + origin;
      isPublic &= isPublic(outerType);
      outer = outerType.getEnclosingElement();
    }
    String packageName =
        ((PackageElement) Objects.requireNonNull(outer)).getQualifiedName().toString();
    return new CompanionName(packageName, name + SUFFIX, isPublic, origin);
  }

  private static boolean isPublic(TypeElement type) {
    return type.getModifiers().contains(Modifier.PUBLIC);
  }

  public String qualifiedName() {
    return besides(simpleName);
  }

  /** Returns the qualified name of a class in the same package. */
  public String besides(String simple) {
    return packageName.isEmpty() ? simple : packageName + "." + simple;
  }
}
