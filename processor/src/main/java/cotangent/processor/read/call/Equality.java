package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.AbsentTensors;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.LibraryMethods;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Superclasses;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Compares what is held by its parts as {@code equals} does, and makes the hash codes that go with
 * it: for records, whose methods the compiler writes, and for {@code Objects.equals} and {@code
 * Objects.hash} of anything.
 */
final class Equality {
  private final Frame frame;
  private final Program program;
  private final Draft draft;
  private final Objects objects;

  public Equality(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
    this.draft = frame.draft();
    this.objects = new Objects(frame);
  }

  /** Whether a term is a record that is held by its components, or an object of one. */
  public static boolean isRecord(Term term) {
    if (term instanceof Term.Tuple tuple) {
      return !Component.isTensor(tuple.known());
    }
    return isOne(term)
        && Objects.of(term) instanceof ObjectClass.Declared declared
        && declared.element().getKind() == ElementKind.RECORD;
  }

  private static boolean isOne(Term term) {
    return term instanceof Term.Fixed
        || term instanceof Term.Mutable
        || term instanceof Term.Indexed;
  }

  /** Compares two objects, either of which may be null. */
  public Value equal(Tree at, Term one, Term other) {
    if (one instanceof Term.Single a && other instanceof Term.Single b && !isNumber(a, b)) {
      return a.value().type().isArray() && b.value().type().isArray()
          ? draft.apply(Operations.EQ, a.value(), b.value())
          : frame.single(
              frame
                  .calling()
                  .call(at, method("java.util.Objects", "equals", 2), null, List.of(a, b)));
    }
    Value isNull = isNull(at, one);
    return either(
        at,
        isNull,
        () -> isNull(at, other),
        () -> frame.single(call(at, method("java.lang.Object", "equals", 1), one, other)));
  }

  private static boolean isNumber(Term one, Term other) {
    return Specialised.isNumber(one) || Specialised.isNumber(other);
  }

  /** Whether something is null. */
  Value isNull(Tree at, Term term) {
    if (term instanceof Term.Tuple tensor && Component.isTensor(tensor.known())) {
      return AbsentTensors.of(frame.reading()).isNull(frame, at, tensor);
    }
    return term instanceof Term.Tuple || Specialised.isNumber(term)
        ? draft.constant(false)
        : objects.areSame(at, term, new Term.Nothing(term.type()));
  }

  /** Compares a record with another object, component by component. */
  public Value equalRecord(Tree at, Term record, Term other) {
    if (isRecord(other)) {
      return element(record).equals(element(other))
          ? either(
              at, isNull(at, other), () -> draft.constant(false), () -> parts(at, record, other))
          : draft.constant(false);
    } else if (other instanceof Term.Choice choice) {
      return either(
          at,
          isNull(at, choice),
          () -> draft.constant(false),
          () ->
              frame.single(
                  objects.each(
                      at,
                      choice,
                      frame.booleanType(),
                      each -> term(equalRecord(at, record, each)))));
    } else if (!(other instanceof Term.Single single)
        || single.value().type().isScalar()
        || Boolean.TRUE.equals(draft.known(isNull(at, other)))) {
      return draft.constant(false);
    } else {
      TypeMirror type = program.types().erasure(element(record).asType());
      return either(
          at,
          new TypeTests(frame).outside(at, single, type),
          () -> parts(at, record, new Conversions(frame).cast(at, single, type)),
          () -> draft.constant(false));
    }
  }

  private Value parts(Tree at, Term one, Term other) {
    List<Term> ones = components(at, one);
    List<Term> others = components(at, other);
    return ComparedRecords.of(frame.reading())
        .inside(frame, at, element(one), () -> parts(at, ones.iterator(), others.iterator()));
  }

  private Value parts(Tree at, Iterator<Term> ones, Iterator<Term> others) {
    if (!ones.hasNext()) {
      return draft.constant(true);
    }
    Value same = part(at, ones.next(), others.next());
    return ones.hasNext()
        ? either(at, same, () -> parts(at, ones, others), () -> draft.constant(false))
        : same;
  }

  private Value part(Tree at, Term one, Term other) {
    if (!one.type().getKind().isPrimitive()) {
      return equal(at, one, other);
    }
    ResolvedMethod compare = method(box(one), "compare", 2);
    return draft.apply(
        Operations.EQ,
        frame.single(frame.calling().call(at, compare, null, List.of(one, other))),
        draft.constant(0));
  }

  private String box(Term number) {
    return program.types().boxedClass((PrimitiveType) number.type()).getQualifiedName().toString();
  }

  private List<Term> components(Tree at, Term record) {
    if (record instanceof Term.Single outside) {
      TypeTests reading = new TypeTests(frame);
      return ((TypeElement) ((DeclaredType) outside.type()).asElement())
          .getRecordComponents().stream()
              .map(component -> reading.component(at, outside, component))
              .toList();
    }
    return record instanceof Term.Tuple tuple
        ? tuple.components()
        : Superclasses.fields(element(record)).stream()
            .map(field -> objects.held(at, record, field))
            .toList();
  }

  private static TypeElement element(Term record) {
    return record instanceof Term.Tuple tuple
        ? (TypeElement) ((DeclaredType) tuple.known()).asElement()
        : ((ObjectClass.Declared) Objects.of(record)).element();
  }

  /** Returns the hash code of an object, or of a number; that of null is 0. */
  public Value hash(Tree at, Term term) {
    if (term.type().getKind().isPrimitive()) {
      return frame.single(
          frame.calling().call(at, method(box(term), "hashCode", 1), null, List.of(term)));
    }
    return either(
        at,
        program.types().getPrimitiveType(TypeKind.INT),
        isNull(at, term),
        () -> draft.constant(0),
        () -> frame.single(call(at, method("java.lang.Object", "hashCode", 0), term)));
  }

  /** Returns the hash code of a record. */
  public Value hashRecord(Tree at, Term record) {
    return hashAll(at, 0, components(at, record));
  }

  /** Returns the hash code of several objects together. */
  public Value hashAll(Tree at, int first, List<Term> terms) {
    Value hash = draft.constant(first);
    for (Term term : terms) {
      Value times = draft.apply(Operations.MUL, hash, draft.constant(31));
      hash = draft.apply(Operations.ADD, times, hash(at, term));
    }
    return hash;
  }

  private Term call(Tree at, ResolvedMethod method, Term receiver, Term... arguments) {
    return frame.calling().call(at, method, receiver, List.of(arguments));
  }

  private ResolvedMethod method(String owner, String name, int parameters) {
    return LibraryMethods.of(program, owner, name, parameters);
  }

  private Term term(Value value) {
    return new Conversions(frame).term(value);
  }

  private Value either(Tree at, Value condition, Supplier<Value> then, Supplier<Value> otherwise) {
    return either(at, frame.booleanType(), condition, then, otherwise);
  }

  private Value either(
      Tree at, TypeMirror type, Value condition, Supplier<Value> then, Supplier<Value> otherwise) {
    return frame.single(
        frame
            .branches()
            .either(at, condition, type, () -> term(then.get()), () -> term(otherwise.get())));
  }
}
