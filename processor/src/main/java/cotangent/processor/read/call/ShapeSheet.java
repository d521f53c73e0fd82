package cotangent.processor.read.call;

import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Agreement.Form;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an agreement is about, while it is put together. */
final class ShapeSheet {
  private final List<Agreement.Subject> subjects = new ArrayList<>();
  private final List<Value> leaves = new ArrayList<>();

  List<Agreement.Subject> subjects() {
    return subjects;
  }

  List<Value> leaves() {
    return leaves;
  }

  /** Adds what has a known size, and ignores everything else. */
  void add(String text, @Nullable Term term, String shape, boolean isResult) {
    Form form = term == null ? null : form(term);
    int rank = shape.isEmpty() ? 0 : shape.split(",", -1).length;
    if (form == null || form == Form.ARRAY && rank(term) != rank) {
      return;
    }
    int needed = form == Form.MATRICES ? 3 : form == Form.MATRIX ? 2 : 1;
    boolean fits = form == Form.ARRAY || rank == needed;
    if (fits) {
      subjects.add(new Agreement.Subject(text, form, shape, isResult));
      leaves.addAll(Objects.requireNonNull(term).leaves());
    }
  }

  /** Adds what each element of an array has, which is held by arrays. */
  void addEach(String text, Term form, String shape, List<Value> arrays) {
    int had = subjects.size();
    add(text, form, shape, false);
    if (subjects.size() > had) {
      leaves.subList(leaves.size() - arrays.size(), leaves.size()).clear();
      leaves.addAll(arrays);
    }
  }

  private static @Nullable Form form(Term term) {
    if (term instanceof Term.Tuple tuple && Component.isTensor(tuple.known())) {
      return tuple.leaves().size() == 3 ? Form.MATRIX : Form.VECTOR;
    } else if (term instanceof Term.Columns columns) {
      return form(columns);
    }
    Type type = term instanceof Term.Single single ? single.value().type() : Type.DOUBLE;
    return type.isArray() ? Form.ARRAY : type == Type.INT ? Form.NUMBER : null;
  }

  /** Matrices are one dimension deep, vectors as many as there are. */
  private static @Nullable Form form(Term.Columns columns) {
    Term element = columns.form();
    while (element instanceof Term.Columns inner) {
      element = inner.form();
    }
    boolean areTensors = Component.isTensor(element.known());
    if (areTensors && columns.arrays().size() == 1) {
      return Form.ARRAY;
    }
    boolean areMatrices = areTensors && columns.arrays().get(0).type().rank() == 1;
    return areMatrices ? Form.MATRICES : null;
  }

  private static int rank(@Nullable Term term) {
    if (term instanceof Term.Columns columns) {
      return columns.arrays().get(0).type().rank();
    }
    return term instanceof Term.Single single ? single.value().type().rank() : 0;
  }
}
