package cotangent.processor.read.names;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds methods of the library that are called where the source doesn't name them. */
public final class LibraryMethods {
  private LibraryMethods() {}

  /** Returns the first method of a class that has a name and a number of parameters. */
  public static ResolvedMethod of(Program program, String owner, String name, int parameters) {
    TypeElement type = program.elements().getTypeElement(owner);
    ExecutableElement found =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .filter(each -> each.getParameters().size() == parameters)
            .findFirst()
            .orElseThrow();
    return ResolvedMethod.declared(found);
  }
}
