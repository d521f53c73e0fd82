package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells whether the method that a call names is the one that will run. */
public final class Dispatch {
  private final Reading reading;
  private final Set<Value> guarded = new HashSet<>();

  private Dispatch(Reading reading) {
    this.reading = reading;
  }

  /** Gives the one of a method that is being read. */
  public static Dispatch of(Reading reading) {
    return reading.part(Dispatch.class, Dispatch::new);
  }

  /**
   * Tells whether a method may be read in the place of its call. Where a subclass could override
   * it, the program makes sure that the receiver is of no subclass.
   */
  boolean allowsReading(Frame frame, Tree at, ResolvedMethod method, @Nullable Term receiver) {
    if (!(receiver instanceof Term.Single single) || isFinal(method)) {
      return true;
    }
    if (!involvesReals(method)) {
      return false;
    }
    TypeElement type =
        receiver.type() instanceof DeclaredType declared
            ? (TypeElement) declared.asElement()
            : method.owner();
    if (type.getModifiers().contains(Modifier.FINAL)) {
      return true;
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      throw frame.refusal(at, Problem.OVERRIDABLE, method.element());
    }
    guard(frame, at, type, single.value());
    return true;
  }

  private static boolean isFinal(ResolvedMethod method) {
    return method.element().getModifiers().contains(Modifier.PRIVATE)
        || method.element().getModifiers().contains(Modifier.FINAL)
        || method.owner().getModifiers().contains(Modifier.FINAL);
  }

  private boolean involvesReals(ResolvedMethod method) {
    return Stream.concat(method.parameters().stream(), Stream.of(method.result()))
        .anyMatch(this::holdsReals);
  }

  private boolean holdsReals(TypeMirror type) {
    return type instanceof ArrayType array
        ? holdsReals(array.getComponentType())
        : reading.shapes().isTakenApart(type)
            || switch (type.getKind()) {
              case DOUBLE, FLOAT, TYPEVAR -> true;
              default -> false;
            };
  }

  private void guard(Frame frame, Tree at, TypeElement type, Value receiver) {
    boolean once = reading.isReceiver(receiver);
    if (once && !guarded.add(receiver)) {
      return;
    }
    GraphBuilder place = once ? reading.prologue() : reading.draft().here();
    place.at(frame.names().position(at));
    reading.draft().in(place, () -> guard(place, type, receiver));
  }

  private void guard(GraphBuilder place, TypeElement type, Value receiver) {
    String name = type.getQualifiedName().toString();
    Type classType = new Type.Reference("java.lang.Class<?>");
    Value found =
        call(place, Callee.Member.Kind.METHOD, "java.lang.Object", "getClass", classType, receiver);
    Value expected =
        place
            .call(
                new Callee.Member(
                    Callee.Member.Kind.STATIC_FIELD, name, "class", reading.isAccessible(type)),
                List.of(new Value(classType, "")),
                List.of())
            .get(0);
    Value other = reading.draft().apply(Operations.NE, found, expected);
    GraphBuilder guard = new GraphBuilder();
    reading.draft().in(guard, () -> reject(guard, name, found));
    place.branch(other, guard.yield(), new GraphBuilder().yield(), List.of());
  }

  private void reject(GraphBuilder guard, String name, Value found) {
    Value text =
        reading
            .draft()
            .constant(Type.STRING, "differentiated as " + name + ", which may be overridden in ");
    String exception = "java.lang.IllegalArgumentException";
    Value message = call(guard, Callee.Member.Kind.CONCATENATION, "", "", Type.STRING, text, found);
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
