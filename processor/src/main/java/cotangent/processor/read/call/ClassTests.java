package cotangent.processor.read.call;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.shape.Nameable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Writes the steps that test, at run time, the class of an object that came from outside. */
public final class ClassTests {
  /** What the text of each rejection begins with. */
  static final String REJECTED = "differentiated ";

  private static final Callee.Member.Kind METHOD = Callee.Member.Kind.METHOD;

  /** An object whose class is asked for. */
  record Seen(Value object, Value type) {}

  private final Reading reading;
  private boolean rejects;

  ClassTests(Reading reading) {
    this.reading = reading;
  }

  /** Whether objects of some classes are rejected. */
  boolean anyReject() {
    return rejects;
  }

  /** Throws an exception where an object is of none of some classes. */
  void guard(GraphBuilder place, List<TypeElement> classes, Value receiver) {
    Seen found = seen(place, receiver);
    String names =
        classes.stream().map(TypeElement::getQualifiedName).collect(Collectors.joining(", "));
    GraphBuilder guard = new GraphBuilder();
    reading
        .draft()
        .in(guard, () -> reject(guard, REJECTED + "for " + names + ", but not for ", found));
    place.branch(
        isOther(place, found, classes), guard.yield(), new GraphBuilder().yield(), List.of());
  }

  private Value isOther(GraphBuilder place, Seen found, List<TypeElement> classes) {
    TypeElement first = classes.get(0);
    return classes.size() == 1 && first.getKind() != ElementKind.ENUM
        ? reading.draft().apply(Operations.NE, found.type, literal(place, first))
        : reading.draft().not(isOneOf(place, found, classes));
  }

  /** Whether, at run time, an object is of one of some classes. */
  Value isOneOf(GraphBuilder place, Seen found, List<TypeElement> classes) {
    Value[] is = new Value[1];
    for (TypeElement each : classes) {
      Value literal = literal(place, each);
      Value same =
          each.getKind() == ElementKind.ENUM
              ? call(
                  place,
                  METHOD,
                  "java.lang.Class",
                  "isInstance",
                  Type.BOOLEAN,
                  literal,
                  found.object)
              : place.apply(Operations.EQ, found.type, literal);
      is[0] = is[0] == null ? same : place.apply(Operations.OR, is[0], same);
    }
    return is[0];
  }

  /** Asks what the class of an object is. */
  static Seen seen(GraphBuilder place, Value object) {
    Type classType = new Type.Reference("java.lang.Class<?>");
    return new Seen(object, call(place, METHOD, "java.lang.Object", "getClass", classType, object));
  }

  private Value literal(GraphBuilder place, TypeElement type) {
    Nameable nameable = reading.shapes().nameable();
    Callee.Member.Access access =
        nameable.isClassNamed(type.asType())
            ? Callee.Member.Access.NAMED
            : Callee.Member.Access.HANDLE;
    String name = nameable.erasure().of(type.asType()).toString();
    Value literal = new Value(new Type.Reference("java.lang.Class<?>"), "");
    Callee callee =
        new Callee.Member(Callee.Member.Kind.STATIC_FIELD, name, "class", access, List.of());
    return place.call(callee, List.of(literal), List.of()).get(0);
  }

  /**
   * Whether a step makes the text, or the exception, of such a rejection: no clause of the program
   * catches that.
   *
   * @param parts what was found to be part of one before
   */
  public static boolean isRejection(Step step, Set<Value> parts) {
    return step instanceof Step.Constant constant
        ? constant.value() instanceof String text && text.startsWith(REJECTED)
        : step instanceof Step.Call call
            && call.callee() instanceof Callee.Member member
            && (member.kind() == Callee.Member.Kind.CONCATENATION
                || member.kind() == Callee.Member.Kind.NEW)
            && !call.operands().isEmpty()
            && parts.contains(call.operands().get(0));
  }

  /** Throws an exception that names the class of an object, if that is known. */
  void reject(GraphBuilder guard, String beginning, @Nullable Seen found) {
    rejects = true;
    Value text = reading.draft().constant(Type.STRING, beginning);
    String exception = "java.lang.IllegalArgumentException";
    Value message =
        found == null
            ? text
            : call(guard, Callee.Member.Kind.CONCATENATION, "", "", Type.STRING, text, found.type);
    Value thrown =
        call(guard, Callee.Member.Kind.NEW, exception, "", new Type.Reference(exception), message);
    guard.throwing(thrown);
  }

  private static Value call(
      GraphBuilder place,
      Callee.Member.Kind kind,
      String owner,
      String name,
      Type type,
      Value... operands) {
    return place
        .call(
            new Callee.Member(kind, owner, name, true),
            List.of(new Value(type, "")),
            List.of(operands))
        .get(0);
  }
}
