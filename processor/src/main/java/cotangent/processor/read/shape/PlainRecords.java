package cotangent.processor.read.shape;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scan.Assigned;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Whether records can be taken apart and put together by others: an accessor may return something
 * other than the component, and a constructor may change what it is given. That would change a
 * derivative.
 */
public final class PlainRecords {
  private final Program program;

  public PlainRecords(Program program) {
    this.program = program;
  }

  /** Refuses a parameter or result with a record that isn't plain. */
  public void require(TypeShape shape, Position at) {
    if (shape instanceof TypeShape.Elements elements) {
      require(elements.element(), at);
    } else if (shape instanceof TypeShape.Composite composite) {
      TypeElement record = (TypeElement) ((DeclaredType) shape.type()).asElement();
      if (Component.isTensor(record)) {
        return;
      }
      for (RecordComponentElement component : record.getRecordComponents()) {
        require(record, component, shape.type(), at);
      }
      if (!hasPlainConstructor(record)) {
        throw new Refusal(
            Problem.RECORD_PASSED,
            at,
            shape.type(),
            "its constructor changes what it is given, and would change a derivative as well",
            "let the constructor only check, and change the numbers before it is called");
      }
      composite.components().forEach(component -> require(component, at));
    }
  }

  /**
   * Finds the records whose constructor may refuse a derivative, which is a record of that type as
   * well, with numbers of any size and sign.
   */
  public List<Refusal> picky(TypeShape shape, Position at) {
    List<Refusal> found = new ArrayList<>();
    if (shape instanceof TypeShape.Elements elements) {
      found.addAll(picky(elements.element(), at));
    } else if (shape instanceof TypeShape.Composite composite) {
      TypeElement record = (TypeElement) ((DeclaredType) shape.type()).asElement();
      comparedByConstructor(record)
          .forEach(name -> found.add(new Refusal(Problem.PICKY_RECORD, at, shape.type(), name)));
      composite.components().forEach(component -> found.addAll(picky(component, at)));
    }
    return found;
  }

  /** Returns the components of floating-point type that the constructor compares with something. */
  private Set<String> comparedByConstructor(TypeElement record) {
    Set<String> numbers = new HashSet<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      TypeKind kind = component.asType().getKind();
      if (kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT) {
        numbers.add(component.getSimpleName().toString());
      }
    }
    Set<String> compared = new TreeSet<>();
    canonical(record)
        .flatMap(constructor -> program.source(constructor).stream())
        .forEach(source -> new Comparisons(numbers, compared).scan(source.tree().getBody(), null));
    return compared;
  }

  /** Finds what is compared by size. */
  private static final class Comparisons extends TreeScanner<Void, Void> {
    private static final Set<Tree.Kind> BY_SIZE =
        EnumSet.of(
            Tree.Kind.LESS_THAN,
            Tree.Kind.LESS_THAN_EQUAL,
            Tree.Kind.GREATER_THAN,
            Tree.Kind.GREATER_THAN_EQUAL);

    private final Set<String> names;
    private final Set<String> found;
    private boolean inComparison;

    Comparisons(Set<String> names, Set<String> found) {
      this.names = names;
      this.found = found;
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void unused) {
      boolean outer = inComparison;
      inComparison |= BY_SIZE.contains(binary.getKind());
      super.visitBinary(binary, null);
      inComparison = outer;
      return null;
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void unused) {
      if (inComparison && names.contains(identifier.getName().toString())) {
        found.add(identifier.getName().toString());
      }
      return null;
    }
  }

  /** Refuses a record with an accessor that isn't plain. */
  public void require(TypeElement record, Element component, TypeMirror type, Position at) {
    if (!hasPlainAccessor(record, component)) {
      throw new Refusal(
          Problem.RECORD_PASSED,
          at,
          type,
          "its accessor "
              + component.getSimpleName()
              + "() gives something else than the component",
          "give that method another name");
    }
  }

  /** Whether the accessor of a component is the one that the compiler writes. */
  public boolean hasPlainAccessor(TypeElement record, Element component) {
    return Component.isTensor(record)
        || ElementFilter.methodsIn(record.getEnclosedElements()).stream()
            .filter(method -> method.getSimpleName().equals(component.getSimpleName()))
            .filter(method -> method.getParameters().isEmpty())
            .noneMatch(method -> program.source(method).isPresent());
  }

  /** Whether the canonical constructor of a record is the one that the compiler writes. */
  public boolean onlyKeeps(TypeElement record) {
    return canonical(record).allMatch(constructor -> program.source(constructor).isEmpty());
  }

  private boolean hasPlainConstructor(TypeElement record) {
    return canonical(record)
        .allMatch(
            constructor ->
                program.source(constructor).map(PlainRecords::changesNothing).orElse(true));
  }

  private Stream<ExecutableElement> canonical(TypeElement record) {
    return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
        .filter(constructor -> isCanonical(constructor, record.getRecordComponents()));
  }

  private boolean isCanonical(
      ExecutableElement constructor, List<? extends RecordComponentElement> components) {
    if (constructor.getParameters().size() != components.size()) {
      return false;
    }
    for (int i = 0; i < components.size(); i++) {
      if (!program
          .types()
          .isSameType(constructor.getParameters().get(i).asType(), components.get(i).asType())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a constructor only checks its parameters and stores them. */
  private static boolean changesNothing(Source source) {
    MethodTree tree = source.tree();
    boolean[] changes = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree assignment, Void unused) {
        String stored = "this." + assignment.getExpression();
        changes[0] |= !assignment.getVariable().toString().equals(stored);
        return super.visitAssignment(assignment, null);
      }

      @Override
      public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void unused) {
        changes[0] = true;
        return null;
      }

      @Override
      public Void visitUnary(UnaryTree unary, Void unused) {
        changes[0] |= !Assigned.in(List.<Tree>of(unary)).isEmpty();
        return super.visitUnary(unary, null);
      }
    }.scan(tree.getBody(), null);
    return !changes[0];
  }
}
