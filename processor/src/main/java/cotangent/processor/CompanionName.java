package cotangent.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** The name of the class that is generated beside a class. */
record CompanionName(String packageName, String simpleName, boolean isPublic) {

  static CompanionName of(TypeElement type) {
    String name = type.getSimpleName().toString();
    boolean isPublic = isPublic(type);
    Element outer = type.getEnclosingElement();
    while (outer instanceof TypeElement outerType) {
      name = outerType.getSimpleName() + "_" + name;
      isPublic &= isPublic(outerType);
      outer = outer.getEnclosingElement();
    }
    String packageName = ((PackageElement) outer).getQualifiedName().toString();
    return new CompanionName(packageName, name + "Grad", isPublic);
  }

  private static boolean isPublic(TypeElement type) {
    return type.getModifiers().contains(Modifier.PUBLIC);
  }

  String qualifiedName() {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
