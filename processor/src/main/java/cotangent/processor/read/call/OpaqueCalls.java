package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Fields;
import cotangent.processor.read.expression.RecordReferences;
import cotangent.processor.read.expression.SeenTypes;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Supertypes;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.Nameable;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls whose callee isn't looked into. That nothing differentiable flows through them is
 * checked when the graph is complete.
 */
public final class OpaqueCalls {
  /** A class that runs beside the generated ones, and is called as Java's own are. */
  static final String KEYS = "cotangent.Keys";

  private final Frame frame;
  private final Nameable nameable;
  private final Types types;

  public OpaqueCalls(Frame frame) {
    this.frame = frame;
    this.nameable = frame.shapes().nameable();
    this.types = frame.names().program().types();
  }

  /** Reads a call of a method whose arguments have the types of its parameters. */
  public Term method(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    List<TypeMirror> given = arguments.stream().<TypeMirror>map(Term::type).toList();
    return method(at, method, receiver, arguments, given);
  }

  /**
   * Reads a call of a method.
   *
   * @param given the types that the arguments had before they were converted
   */
  public Term method(
      Tree at,
      ResolvedMethod method,
      @Nullable Term receiver,
      List<Term> arguments,
      List<TypeMirror> given) {
    if (isOfSuppressed(method)) {
      throw frame.refusal(
          at,
          Problem.SYNTAX,
          "what an exception suppressed",
          "close the resource in a finally block, and keep its exception in a variable");
    }
    List<Term> operands = new ArrayList<>(arguments);
    List<TypeMirror> seen = new ArrayList<>(given);
    if (receiver != null) {
      operands.add(0, new Conversions(frame).boxed(at, receiver));
      seen.add(0, seen(method, receiver));
    }
    ResolvedMethod known = known(method, receiver);
    Callee.Member callee =
        member(kind(method, receiver != null), method, access(known, receiver, arguments));
    runs(method.owner());
    return call(at, callee, method.result(), known.result(), operands, seen);
  }

  private Callee.Member.Kind kind(ResolvedMethod method, boolean isOnObject) {
    if (!isOnObject) {
      return Callee.Member.Kind.STATIC_METHOD;
    }
    return isAccessor(method) && method.result().getKind() != TypeKind.ARRAY
        ? Callee.Member.Kind.COMPONENT
        : Callee.Member.Kind.METHOD;
  }

  /** Whether a method is one that the compiler writes to read a record's component. */
  private boolean isAccessor(ResolvedMethod method) {
    Program program = frame.names().program();
    return program.elements().recordComponentFor(method.element()) != null
        && program.tree(method.owner()) != null
        && program.source(method.element()).isEmpty();
  }

  /** Whether a method tells exceptions of resources that were closed behind another one. */
  private static boolean isOfSuppressed(ResolvedMethod method) {
    return method.element().getSimpleName().contentEquals("getSuppressed")
        && method.owner().getQualifiedName().contentEquals("java.lang.Throwable");
  }

  /**
   * Returns the type that an object is seen as, with the type arguments that are known of it; of
   * one that can't be named, the type that is known.
   */
  private TypeMirror seen(ResolvedMethod method, Term object) {
    if (!(object.type() instanceof DeclaredType seen)
        || !(object.known() instanceof DeclaredType known)
        || nameable.isWhole(seen)
        || !nameable.isWhole(known)) {
      return object.type();
    } else if (isBelow(known, seen)) {
      return new Supertypes(types).declaring(known, (TypeElement) seen.asElement());
    }
    return isBelow(known, method.owner().asType()) ? known : seen;
  }

  private boolean isBelow(TypeMirror one, TypeMirror other) {
    return types.isSubtype(types.erasure(one), types.erasure(other));
  }

  /** Notes that code runs which may write fields: any but that of Java's classes and of tensors. */
  private void runs(TypeElement owner) {
    String name = owner.getQualifiedName().toString();
    boolean isJava = name.startsWith("java.") || name.equals(KEYS) || Component.isOfLibrary(owner);
    boolean isOpen =
        owner.getKind() == ElementKind.INTERFACE && !name.matches("java\\.util\\.\\w+");
    if (!isJava || isOpen) {
      Fields.of(frame.reading()).otherCodeRuns();
    }
  }

  /** Returns the method as a member of what is known of the object's type. */
  private ResolvedMethod known(ResolvedMethod method, @Nullable Term receiver) {
    boolean isGeneric = !method.element().getTypeParameters().isEmpty();
    if (isGeneric
        || !(receiver != null && receiver.known() instanceof DeclaredType object)
        || !nameable.isWhole(object)
        || !isBelow(object, method.owner().asType())) {
      return method;
    }
    ExecutableType member = (ExecutableType) types.asMemberOf(object, method.element());
    TypeMirror result = member.getReturnType();
    boolean isCloser =
        result.getKind() != TypeKind.WILDCARD
            && nameable.isWhole(result)
            && isBelow(result, method.result());
    return new ResolvedMethod(
        method.element(),
        List.copyOf(member.getParameterTypes()),
        isCloser ? result : method.result(),
        method.spread());
  }

  private Callee.Member.Access access(
      ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    TypeMirror object = receiver == null ? null : receiver.known();
    Callee.Member.Access access =
        nameable.access(method.element(), object, method.parameters(), method.result());
    return access == Callee.Member.Access.NAMED && !fit(method, receiver, arguments)
        ? nameable.byHandle(method.element())
        : access;
  }

  /** Whether Java takes the arguments where the object's class has type arguments. */
  private boolean fit(ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    for (int i = 0; receiver != null && i < arguments.size(); i++) {
      TypeMirror declared = method.element().getParameters().get(i).asType();
      TypeMirror known = arguments.get(i).known();
      if (declared.getKind() == TypeKind.TYPEVAR
          && known.getKind() == TypeKind.TYPEVAR
          && !types.isAssignable(types.erasure(known), types.erasure(method.parameters().get(i)))) {
        return false;
      }
    }
    return true;
  }

  private Callee.Member member(
      Callee.Member.Kind kind, ResolvedMethod method, Callee.Member.Access access) {
    boolean isNew = kind == Callee.Member.Kind.NEW;
    return new Callee.Member(
        kind,
        frame.names().program().nameOf(method.owner()),
        isNew ? "" : method.element().getSimpleName().toString(),
        access,
        access == Callee.Member.Access.NAMED
            ? List.of()
            : nameable.erasure().signature(method.element()));
  }

  /** Reads the making of an object; see above. */
  public Term constructor(
      Tree at,
      TypeMirror type,
      ResolvedMethod constructor,
      List<Term> arguments,
      List<TypeMirror> given) {
    Optional<Map<VariableElement, Term>> kept =
        new ExceptionFields(frame).kept(constructor, arguments);
    Callee.Member callee =
        member(
            Callee.Member.Kind.NEW,
            constructor,
            nameable.access(constructor.element(), null, constructor.parameters(), type));
    runs(constructor.owner());
    Term made =
        call(at, kept.isPresent() ? callee.keeping() : callee, type, type, arguments, given);
    kept.ifPresent(fields -> frame.draft().carries(frame.single(made), fields));
    return made;
  }

  /** Returns where a collection goes that can't be looked into from there on; else null. */
  private @Nullable Position whereLost(Callee.Member member, Term first) {
    Map<String, Position> lost = frame.reading().representations().lost();
    return member.kind() == Callee.Member.Kind.NEW
        ? lost.get(member.owner())
        : lost.get(types.erasure(first.known()).toString());
  }

  private Term call(
      Tree at,
      Callee.Member member,
      TypeMirror type,
      TypeMirror known,
      List<Term> operands,
      List<TypeMirror> seen) {
    RecordReferences records = new RecordReferences(frame);
    List<Value> values = new ArrayList<>();
    for (Term operand : operands) {
      try {
        frame.at(at); // where one of several is boxed
        values.add(records.pack(at, operand));
      } catch (Escape escape) {
        Position lost = whereLost(member, operands.get(0));
        throw lost == null ? escape : escape.at(lost);
      }
    }
    Callee callee =
        member.accessible() ? new SeenTypes(frame, at).in(member, values, seen) : member;
    if (type.getKind() == TypeKind.VOID) {
      frame.at(at).call(callee, List.of(), values);
      return frame.nothing();
    }
    Value result = new Value(frame.shapes().reference(known, frame.names().position(at)), "");
    frame.at(at).call(callee, List.of(result), values);
    return frame.shapes().isTakenApart(type)
        ? records.unpack(at, type, result)
        : new Term.Single(type, result, known);
  }
}
