package cotangent.processor.host.local;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.AnnotationValueVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** An annotation on a local class or a part of it, with its texts: shapes are read there too. */
record LocalAnnotation(DeclaredType type, Map<ExecutableElement, AnnotationValue> values)
    implements AnnotationMirror {

  private record Text(String value) implements AnnotationValue {
    @Override
    public Object getValue() {
      return value;
    }

    @Override
    public <R, P> R accept(AnnotationValueVisitor<R, P> visitor, P parameter) {
      return visitor.visitString(value, parameter);
    }
  }

  @Override
  public DeclaredType getAnnotationType() {
    return type;
  }

  @Override
  public Map<? extends ExecutableElement, ? extends AnnotationValue> getElementValues() {
    return values;
  }

  static List<LocalAnnotation> of(LocalElement element) {
    LocalElement place = element;
    while (!(place instanceof LocalClass owner)) {
      place = (LocalElement) place.getEnclosingElement();
    }
    List<LocalAnnotation> all = new ArrayList<>();
    for (AnnotationTree each : written(element.tree())) {
      if (element.model().type(place, each.getAnnotationType()) instanceof DeclaredType type) {
        all.add(new LocalAnnotation(type, texts(each, type, owner)));
      }
    }
    return all;
  }

  private static List<? extends AnnotationTree> written(@Nullable Tree tree) {
    if (tree instanceof ClassTree type) {
      return type.getModifiers().getAnnotations();
    } else if (tree instanceof MethodTree method) {
      return method.getModifiers().getAnnotations();
    }
    return tree instanceof VariableTree variable
        ? variable.getModifiers().getAnnotations()
        : List.of();
  }

  private static Map<ExecutableElement, AnnotationValue> texts(
      AnnotationTree tree, DeclaredType type, LocalClass place) {
    Map<ExecutableElement, AnnotationValue> texts = new LinkedHashMap<>();
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(type.asElement().getEnclosedElements());
    for (ExpressionTree argument : tree.getArguments()) {
      String name =
          argument instanceof AssignmentTree named ? named.getVariable().toString() : "value";
      ExpressionTree written =
          argument instanceof AssignmentTree named ? named.getExpression() : argument;
      methods.stream()
          .filter(method -> method.getSimpleName().contentEquals(name))
          .filter(method -> method.getReturnType().toString().equals("java.lang.String"))
          .forEach(
              method -> {
                if (place.model().constants().value(written, "String", place)
                    instanceof String text) {
                  texts.put(method, new Text(text));
                }
              });
    }
    return texts;
  }
}
