package cotangent.processor.read.expression;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.read.call.Inlining;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what is done with records that are held by their components. */
public final class Records {
  private final Reading reading;

  public Records(Reading reading) {
    this.reading = reading;
  }

  static List<? extends RecordComponentElement> components(TypeMirror record) {
    return ((TypeElement) ((DeclaredType) record).asElement()).getRecordComponents();
  }

  /** Gives the component that a field holds. */
  Term component(Frame frame, Tree at, Term.Tuple record, Element field) {
    int index = index(record.type(), field.getSimpleName().toString());
    if (index < 0) {
      throw frame.names().wrong(at);
    }
    return record.components().get(index);
  }

  private static int index(TypeMirror record, String name) {
    List<? extends RecordComponentElement> components = components(record);
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).getSimpleName().contentEquals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Gives the component that a method without source reads: the compiler wrote it, or it is what
   * the component was read by when the record came out of compiled code.
   */
  public static Optional<Term> accessed(Term.Tuple record, ResolvedMethod method) {
    int index = index(record.type(), method.element().getSimpleName().toString());
    return index < 0 || !method.parameters().isEmpty()
        ? Optional.empty()
        : Optional.of(record.components().get(index).as(method.result()));
  }

  /**
   * Tells whether a record's source is in this compilation: then a member without a body of its own
   * was written by the compiler.
   */
  private static boolean hasSource(Frame frame, TypeMirror record) {
    TypeElement element = (TypeElement) ((DeclaredType) record).asElement();
    return frame.names().program().names(element).isPresent();
  }

  /** Makes a record; its constructor is read where there is source of one. */
  public Term create(
      Frame frame, Tree at, TypeMirror type, ResolvedMethod constructor, List<Term> arguments) {
    Optional<Source> source = frame.names().program().source(constructor.element());
    if (source.isPresent()) {
      return construct(source.get(), type, arguments);
    }
    if (!hasSource(frame, type)) {
      throw frame.refusal(at, Problem.RECORD_WITHOUT_SOURCE, type);
    }
    return new Term.Tuple(type, arguments);
  }

  private Term construct(Source source, TypeMirror type, List<Term> arguments) {
    Frame frame =
        new Frame(
            reading,
            source.names(),
            source.names().program().types().getNoType(TypeKind.VOID),
            null);
    Map<String, Variable> fields = new LinkedHashMap<>();
    for (RecordComponentElement component : components(type)) {
      String name = component.getSimpleName().toString();
      fields.put(
          name,
          frame
              .environment()
              .unnamed(name, reading.shapes().component((DeclaredType) type, component)));
    }
    frame.construct(type, fields);
    GraphBuilder builder = new GraphBuilder();
    frame.region(
        builder,
        () ->
            reading
                .inlining()
                .within(source.element(), () -> body(frame, source, fields, arguments)));
    reading.draft().splice(builder);
    if (frame.flow().isNever()) {
      throw new Diverged();
    }
    List<Term> components = new ArrayList<>();
    fields.values().forEach(field -> components.add(frame.environment().require(field)));
    return new Term.Tuple(type, components);
  }

  private static void body(
      Frame frame, Source source, Map<String, Variable> fields, List<Term> arguments) {
    Map<String, Variable> parameters = Inlining.parameters(frame, source, arguments);
    Inlining.statements(frame, source);
    if (isCompact(source, fields)) {
      fields.forEach(
          (name, field) -> {
            Variable parameter = parameters.get(name);
            if (parameter != null) {
              frame.environment().set(field, frame.environment().get(parameter));
            }
          });
    }
  }

  /** A compact constructor is the one that assigns no field itself. */
  private static boolean isCompact(Source source, Map<String, Variable> fields) {
    boolean[] assigns = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree tree, Void unused) {
        assigns[0] |= tree.getVariable() instanceof MemberSelectTree;
        return super.visitAssignment(tree, null);
      }

      @Override
      public Void visitMethodInvocation(
          com.sun.source.tree.MethodInvocationTree tree, Void unused) {
        assigns[0] |= tree.getMethodSelect().toString().equals("this");
        return super.visitMethodInvocation(tree, null);
      }
    }.scan(source.tree().getBody(), null);
    return !assigns[0] && source.element().getParameters().size() == fields.size();
  }
}
