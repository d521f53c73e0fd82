package cotangent.processor.read.sizes;

import cotangent.Dimensions;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.Map;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds shapes and ranges that the declarations alone show to be wrong. */
public final class SizeChecks {
  private final Program program;
  private final ClassReport report;

  public SizeChecks(Program program, ClassReport report) {
    this.program = program;
    this.report = report;
  }

  /** Looks at something that carries one of the two annotations, or both. */
  public void check(Element element) {
    if (!isCopy(element)) {
      SizeAnnotation.of(SizeAnnotation.SHAPE, element).ifPresent(this::checkShape);
      SizeAnnotation.of(SizeAnnotation.BETWEEN, element).ifPresent(this::checkRange);
    }
  }

  /** What is on a record's component, Java copies: of all the copies, the field's is looked at. */
  private boolean isCopy(Element element) {
    if (element.getKind() == ElementKind.RECORD_COMPONENT) {
      return true;
    } else if (element instanceof ExecutableElement method) {
      return program.elements().recordComponentFor(method) != null;
    }
    return element.getEnclosingElement() instanceof ExecutableElement declares
        && declares.getKind() == ElementKind.CONSTRUCTOR
        && Owner.of(declares).getKind() == ElementKind.RECORD;
  }

  private void checkShape(SizeAnnotation annotation) {
    Element element = annotation.element();
    TypeMirror type =
        element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
    String shape = annotation.shape().orElse(null);
    if (shape == null || isWrong(type)) {
      return;
    }
    Position position = annotation.position(program);
    int rank = Surroundings.rank(type);
    if (rank == 0) {
      report.add(Problem.SHAPE_OF_NO_ARRAY, position, type);
      return;
    }
    try {
      Dimensions dimensions = Dimensions.of(shape);
      if (dimensions.rank() != rank) {
        report.add(Problem.SHAPE_DIMENSIONS, position, shape, dimensions.rank(), type, rank);
      } else {
        checkNames(dimensions, Surroundings.of(element), position);
      }
    } catch (IllegalArgumentException unreadable) {
      report.add(Problem.SHAPE_SYNTAX, position, shape, String.valueOf(unreadable.getMessage()));
    }
  }

  /** Whether the compiler has something to say about a type itself. */
  private static boolean isWrong(TypeMirror type) {
    return type instanceof ArrayType array
        ? isWrong(array.getComponentType())
        : type.getKind() == TypeKind.ERROR;
  }

  private void checkNames(Dimensions dimensions, Surroundings surroundings, Position position) {
    for (int i = 0; i < dimensions.rank(); i++) {
      Integer constant = dimensions.sizes(Map.of()).get(i);
      if (constant != null && constant < 0) {
        String why = "no array has the length " + constant;
        report.add(Problem.SHAPE_SYNTAX, position, dimensions, why);
      }
      for (String name : dimensions.names(i)) {
        checkName(name, surroundings, position, dimensions);
      }
    }
  }

  private void checkName(
      String name, Surroundings surroundings, Position position, Dimensions dimensions) {
    if (!SourceVersion.isName(name)) {
      String why = "\"" + name + "\" is a word of Java";
      report.add(Problem.SHAPE_SYNTAX, position, dimensions, why);
    } else if (surroundings.other(name).isPresent()) {
      TypeMirror type = surroundings.other(name).get();
      report.add(Problem.SHAPE_NAME, position, name, dimensions, type, name);
    } else if (!surroundings.binds(name)) {
      report.add(Problem.SHAPE_UNBOUND, position, name, dimensions, name, name);
    }
  }

  private void checkRange(SizeAnnotation annotation) {
    annotation
        .numbers()
        .filter(
            ends -> ends.length != 2 || !(Double.isFinite(ends[1] - ends[0]) && ends[0] < ends[1]))
        .ifPresent(wrong -> report.add(Problem.RANGE, annotation.position(program), shown(wrong)));
  }

  private static String shown(double[] numbers) {
    StringBuilder text = new StringBuilder("{");
    for (double number : numbers) {
      text.append(text.length() == 1 ? "" : ", ").append(number);
    }
    return text.append('}').toString();
  }
}
