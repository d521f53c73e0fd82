package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.names.Superclasses;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the components of records that are held by them. */
public final class Records {
  private Records() {}

  public static List<Component> components(TypeMirror record) {
    return Component.of((TypeElement) ((DeclaredType) record).asElement());
  }

  /** Returns the component that a field holds. */
  static Term component(Frame frame, Tree at, Term.Tuple record, Element field) {
    int index = index(record.known(), field.getSimpleName().toString());
    if (index < 0) {
      throw frame.names().wrong(at);
    }
    Term component = record.components().get(index);
    mayThrow(frame, record);
    AbsentTensors.of(frame.reading()).look(frame, at, record);
    return component;
  }

  /** Notes that the exception of null, in the place of a record, would be caught. */
  private static void mayThrow(Frame frame, Term.Tuple record) {
    if (frame.environment().isWatched()) {
      AskedRecords.of(frame.reading()).ask(record);
    }
  }

  private static int index(TypeMirror record, String name) {
    List<Component> components = components(record);
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the component that a method without source reads: the compiler wrote it, or it is what
   * the component was read by when the record came out of compiled code.
   */
  public static Optional<Term> accessed(
      Frame frame, Tree at, Term.Tuple record, ResolvedMethod method) {
    int index = index(record.known(), method.element().getSimpleName().toString());
    if (index < 0 || !method.parameters().isEmpty()) {
      return Optional.empty();
    }
    Term component = record.components().get(index).as(method.result());
    mayThrow(frame, record);
    AbsentTensors.of(frame.reading()).look(frame, at, record);
    return Optional.of(component);
  }

  /**
   * Returns the method of a record that a call runs which names a method of an interface: a record
   * has no subclasses.
   */
  public static ResolvedMethod implementation(
      Frame frame, Term.Tuple record, ResolvedMethod method) {
    TypeElement type = (TypeElement) ((DeclaredType) record.known()).asElement();
    return frame
        .names()
        .program()
        .classes()
        .implementation(type, method.element())
        .map(
            each -> new ResolvedMethod(each, method.parameters(), method.result(), method.spread()))
        .orElse(method);
  }

  /**
   * Returns a record as an object of an interface, of which it is one of several possible; nothing
   * where it has to be whole.
   */
  static Optional<Term> asObject(Frame frame, Tree at, Term.Tuple record, TypeMirror target) {
    TypeElement type = (TypeElement) ((DeclaredType) record.known()).asElement();
    AskedRecords.of(frame.reading()).ask(record);
    if (frame.reading().representations().isWhole(type)
        || frame.names().program().names(type).isEmpty()) {
      return Optional.empty();
    }
    ObjectClass of =
        new ObjectClass.Declared(
            (DeclaredType) record.known(), new ArrayList<>(Superclasses.fields(type)));
    Term.Fixed object = new Term.Fixed(target, of, record.components());
    Arenas arenas = Arenas.of(frame.reading());
    Supplier<Term> made = () -> arenas.keeps(type) ? arenas.take(frame, at, object) : object;
    return Optional.of(
        Component.isTensor(type) && AbsentTensors.of(frame.reading()).mayBeNullObjects()
            ? unlessNull(frame, at, record, target, made)
            : made.get());
  }

  /** A tensor that is null is an array that is null, but no object. */
  private static Term unlessNull(
      Frame frame, Tree at, Term.Tuple tensor, TypeMirror target, Supplier<Term> made) {
    return frame
        .branches()
        .either(
            at,
            AbsentTensors.of(frame.reading()).isNull(frame, at, tensor),
            target,
            () -> new Term.Nothing(target),
            made);
  }

  /** Returns a record that is held as an object by its components. */
  public static Term apart(Frame frame, Tree at, Term object, TypeMirror record) {
    return new Objects(frame)
        .each(
            at,
            object,
            record,
            one -> {
              if (one instanceof Term.Single) {
                throw frame.refusal(at, Problem.NULL_RECORD, Spelling.of(record));
              }
              List<Term> components = new ArrayList<>();
              Objects.of(one)
                  .fields()
                  .forEach(key -> components.add(new Objects(frame).held(at, one, key)));
              return new Term.Tuple(record, components);
            });
  }
}
