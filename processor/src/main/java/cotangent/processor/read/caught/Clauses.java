package cotangent.processor.read.caught;

import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The exceptions that the clauses of one statement catch, in their order. */
final class Clauses {

  /**
   * What may become of an exception.
   *
   * @param clauses the clauses that may catch it, in their order
   * @param certainly whether one of them does
   */
  record Fate(List<Integer> clauses, boolean certainly) {
    boolean isCaught() {
      return !clauses.isEmpty();
    }
  }

  private final Program program;
  private final List<List<TypeMirror>> caught;
  private final Set<Integer> asked = new TreeSet<>();
  private final Map<Integer, TypeMirror> met = new HashMap<>();

  /**
   * @param caught for each clause the types that it names
   */
  Clauses(Program program, List<List<TypeMirror>> caught) {
    this.program = program;
    this.caught = caught;
  }

  /** Returns one clause that catches everything. */
  static Clauses any(Program program) {
    TypeElement throwable = program.elements().getTypeElement("java.lang.Throwable");
    return new Clauses(program, List.of(List.of(throwable.asType())));
  }

  int size() {
    return caught.size();
  }

  List<TypeMirror> types(int clause) {
    return caught.get(clause);
  }

  /** Notes that a clause uses the exception. */
  void asks(int clause) {
    asked.add(clause);
  }

  /** Returns the clauses that want to know. */
  Set<Integer> asked() {
    return asked;
  }

  /** Returns the type of a value of the graph; a type without a name may be any exception. */
  TypeMirror type(Value exception) {
    return type(((Type.Reference) exception.type()).name());
  }

  TypeMirror type(String name) {
    int generic = name.indexOf('<');
    TypeElement element =
        program.elements().getTypeElement(generic < 0 ? name : name.substring(0, generic));
    return element == null ? throwable() : element.asType();
  }

  /** Whether a class is an exception: making one is taken to be safe. */
  boolean isException(String name) {
    return program.elements().getTypeElement(name) != null && isSubtype(type(name), throwable());
  }

  TypeMirror throwable() {
    return program.elements().getTypeElement("java.lang.Throwable").asType();
  }

  /** What may become of an exception that is of a type, or of a subtype. */
  Fate fate(TypeMirror thrown) {
    List<Integer> clauses = new ArrayList<>();
    for (int i = 0; i < caught.size(); i++) {
      boolean possible = false;
      for (TypeMirror type : caught.get(i)) {
        if (isSubtype(thrown, type)) {
          clauses.add(i);
          return new Fate(clauses, true);
        }
        possible |= isSubtype(type, thrown);
      }
      if (possible) {
        clauses.add(i);
      }
    }
    return new Fate(clauses, false);
  }

  private boolean isSubtype(TypeMirror one, TypeMirror other) {
    return program.types().isSubtype(program.types().erasure(one), program.types().erasure(other));
  }

  /** What certain clauses may catch. */
  void meet(Fate fate, TypeMirror thrown) {
    for (int clause : fate.clauses()) {
      TypeMirror type = fate.certainly() && fate.clauses().size() == 1 ? thrown : declared(clause);
      TypeMirror known = met.get(clause);
      met.put(clause, known == null ? type : above(known, List.of(known, type)));
    }
  }

  /** Returns the type as which a clause sees what it catches. */
  TypeMirror declared(int clause) {
    return above(caught.get(clause).get(0), caught.get(clause));
  }

  /** Returns a type that all have that a clause catches. */
  TypeMirror common(int clause) {
    return met.getOrDefault(clause, declared(clause));
  }

  /** Whether Java takes an exception for what a clause catches without a cast. */
  boolean fits(Value exception, int clause) {
    return isSubtype(type(exception), common(clause));
  }

  /** Whether something that a clause catches may have a field. */
  boolean mayHave(int clause, VariableElement field) {
    TypeMirror owner = Owner.of(field).asType();
    return isSubtype(common(clause), owner) || isSubtype(owner, common(clause));
  }

  /** Whether an exception is of a class for certain. */
  boolean isOf(Value exception, TypeMirror owner) {
    return isSubtype(type(exception), owner);
  }

  /** Whether an exception may be of a class. */
  boolean mayBeOf(Value exception, TypeMirror owner) {
    return isSubtype(owner, type(exception));
  }

  private TypeMirror above(TypeMirror one, List<TypeMirror> types) {
    TypeMirror common = one;
    while (!isAbove(common, types)) {
      common = program.types().directSupertypes(common).get(0);
    }
    return common;
  }

  private boolean isAbove(TypeMirror common, List<TypeMirror> types) {
    return types.stream().allMatch(type -> isSubtype(type, common));
  }
}
