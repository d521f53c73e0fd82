package cotangent.processor.read.sizes;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** An annotation on a parameter, method or field as it is written. */
record SizeAnnotation(Element element, AnnotationMirror mirror, AnnotationValue value) {
  static final String SHAPE = "cotangent.Shape";
  static final String BETWEEN = "cotangent.Between";

  /** Finds an annotation by its qualified name. */
  static Optional<SizeAnnotation> of(String name, Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(name)) {
        return mirror.getElementValues().values().stream()
            .findFirst()
            .map(value -> new SizeAnnotation(element, mirror, value));
      }
    }
    return Optional.empty();
  }

  /** Returns the shape that is written; empty where it is wrong Java. */
  Optional<String> shape() {
    return value.getValue() instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Returns the numbers that are written; empty where it is wrong Java. */
  Optional<double[]> numbers() {
    if (!(value.getValue() instanceof List<?> list)) {
      return Optional.empty();
    }
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(((AnnotationValue) list.get(i)).getValue() instanceof Double number)) {
        return Optional.empty();
      }
      numbers[i] = number;
    }
    return Optional.of(numbers);
  }

  Position position(Program program) {
    return program.names(owner()).map(this::position).orElse(Position.NONE);
  }

  /** Returns the class whose source has it. */
  private TypeElement owner() {
    Element declares = element.getEnclosingElement();
    return declares instanceof TypeElement type ? type : Owner.of(Objects.requireNonNull(declares));
  }

  private Position position(Names names) {
    Trees trees = names.program().trees();
    Tree tree = trees.getTree(element, mirror, value);
    return names.position(tree == null ? trees.getTree(owner()) : tree);
  }
}
