package cotangent.verify.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the two annotations that say how inputs are drawn. */
final class Hints {
  private static final int ASM = Opcodes.ASM9;

  private Hints() {}

  /**
   * Returns what reads an annotation, null for one that is neither.
   *
   * @param so what is known so far of the same element
   * @param told hears what is known afterwards
   */
  static @Nullable AnnotationVisitor reader(String type, Hint so, Consumer<Hint> told) {
    return switch (type) {
      case "Lcotangent/Shape;" -> shape(so, told);
      case "Lcotangent/Between;" -> range(so, told);
      default -> null;
    };
  }

  private static AnnotationVisitor shape(Hint so, Consumer<Hint> told) {
    return new AnnotationVisitor(ASM) {
      @Override
      public void visit(String name, Object value) {
        told.accept(so.withShape((String) value));
      }
    };
  }

  private static AnnotationVisitor range(Hint so, Consumer<Hint> told) {
    return new AnnotationVisitor(ASM) {
      @Override
      public void visit(String name, Object value) {
        if (value instanceof double[] ends) {
          told.accept(so.withRange(List.of(ends[0], ends[1])));
        }
      }

      @Override
      public AnnotationVisitor visitArray(String name) {
        List<Double> ends = new ArrayList<>();
        return new AnnotationVisitor(ASM) {
          @Override
          public void visit(String name, Object value) {
            ends.add((Double) value);
          }

          @Override
          public void visitEnd() {
            told.accept(so.withRange(ends));
          }
        };
      }
    };
  }
}
