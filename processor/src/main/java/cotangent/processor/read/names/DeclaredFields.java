package cotangent.processor.read.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * The fields of a class as it declares them: compilers differ in how they order those of records.
 */
public final class DeclaredFields {
  private DeclaredFields() {}

  /** Returns all fields, those of a record's components first. */
  public static List<VariableElement> of(TypeElement type) {
    List<String> components = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      components.add(component.getSimpleName().toString());
    }
    List<VariableElement> fields =
        new ArrayList<>(ElementFilter.fieldsIn(type.getEnclosedElements()));
    if (!components.isEmpty()) {
      fields.sort(Comparator.comparingInt(field -> place(field, components)));
    }
    return fields;
  }

  /** Returns the fields that each object of the class has. */
  public static List<VariableElement> inObjects(TypeElement type) {
    return of(type).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .toList();
  }

  private static int place(VariableElement field, List<String> components) {
    int index = components.indexOf(field.getSimpleName().toString());
    return index < 0 ? components.size() : index;
  }
}
