package cotangent.processor.read.call;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.read.expression.Records;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.This;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the construction of records that are held by their components. */
final class RecordConstructors {
  private final Frame caller;

  RecordConstructors(Frame caller) {
    this.caller = caller;
  }

  /** Makes a record; its constructor is read where its source is there. */
  Term read(Tree at, TypeMirror type, ResolvedMethod constructor, List<Term> arguments) {
    Term made = made(at, type, constructor, arguments);
    new ShapeNotes(caller).made(at, made);
    return made;
  }

  private Term made(Tree at, TypeMirror type, ResolvedMethod constructor, List<Term> arguments) {
    if (Component.isTensor(type)) {
      return new Term.Tuple(type, arguments); // its constructor only stores them
    }
    Optional<Source> source = caller.names().program().source(constructor.element());
    if (source.isPresent()) {
      return construct(source.get(), type, arguments);
    }
    if (!hasSource(type)) {
      throw caller.refusal(at, Problem.RECORD_WITHOUT_SOURCE, type);
    }
    return new Term.Tuple(type, arguments);
  }

  /**
   * Whether a record's source is in this compilation: then a member without a body of its own was
   * written by the compiler.
   */
  private boolean hasSource(TypeMirror record) {
    TypeElement element = (TypeElement) ((DeclaredType) record).asElement();
    return caller.names().program().names(element).isPresent();
  }

  private Term construct(Source source, TypeMirror type, List<Term> arguments) {
    Reading reading = caller.reading();
    Frame frame =
        new Frame(
            reading,
            source.names(),
            source.names().program().types().getNoType(TypeKind.VOID),
            null);
    Map<String, Variable> fields = new LinkedHashMap<>();
    for (Component component : Records.components(type)) {
      String name = component.name();
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
            OpenMethods.of(reading)
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
    Map<String, Variable> parameters = MethodBody.parameters(frame, source, arguments);
    MethodBody.statements(frame, source);
    if (isCompact(source, fields.size())) {
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
  static boolean isCompact(Source source, int components) {
    boolean[] assigns = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree tree, Void unused) {
        assigns[0] |= tree.getVariable() instanceof MemberSelectTree;
        return super.visitAssignment(tree, null);
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        assigns[0] |= This.isCalled(tree);
        return super.visitMethodInvocation(tree, null);
      }
    }.scan(source.tree().getBody(), null);
    return !assigns[0] && source.element().getParameters().size() == components;
  }
}
