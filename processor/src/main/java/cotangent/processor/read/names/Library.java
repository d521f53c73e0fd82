package cotangent.processor.read.names;

import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** All classes that one class can see, by their qualified names. */
final class Library {
  private final Elements elements;

  /** Where the class stands; null for what is retold, which names classes of Cotangent as well. */
  private final @Nullable ModuleElement module;

  Library(Elements elements, TypeElement within) {
    this.elements = elements;
    this.module = Retold.isIn(within) ? null : elements.getModuleOf(within);
  }

  PackageElement packageOf(TypeElement type) {
    return elements.getPackageOf(type);
  }

  /** Finds a class by its canonical name. */
  Optional<TypeElement> type(String canonicalName) {
    TypeElement type =
        module == null
            ? elements.getTypeElement(canonicalName)
            : elements.getTypeElement(module, canonicalName);
    return Optional.ofNullable(type);
  }

  /** Finds a class by a dotted name, through which inherited member classes can be named too. */
  Optional<TypeElement> qualified(String name) {
    Optional<TypeElement> type = type(name);
    int dot = name.lastIndexOf('.');
    if (type.isPresent() || dot < 0) {
      return type;
    }
    return qualified(name.substring(0, dot))
        .flatMap(owner -> VisibleMembers.inherited(owner, name.substring(dot + 1)));
  }
}
