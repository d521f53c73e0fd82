package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.KnownClasses;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Classes;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.UpperBounds;
import cotangent.processor.read.scope.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Makes sure, when the program runs, that objects from outside are of the classes looked into. */
public final class ClassGuards {
  private final Reading reading;
  private final ClassTests tests;
  private final KnownClasses known;
  private final Set<Value> guarded = new HashSet<>();

  private ClassGuards(Reading reading) {
    this.reading = reading;
    this.tests = new ClassTests(reading);
    this.known = KnownClasses.of(reading);
  }

  /** Returns those of a method that is being read. */
  public static ClassGuards of(Reading reading) {
    return reading.part(ClassGuards.class, ClassGuards::new);
  }

  ClassTests tests() {
    return tests;
  }

  /**
   * Makes sure that the object is of the class that its type says, where a subclass would otherwise
   * get the derivative of another class.
   */
  void requireExact(Frame frame, Tree at, ResolvedMethod method, @Nullable Term receiver) {
    if (receiver instanceof Term.Single single && !isFinal(method) && involvesReals(method)) {
      TypeElement type = type(receiver, method);
      boolean isExact = List.of(type).equals(known.of(single.value()));
      if (!isExact && !type.getModifiers().contains(Modifier.FINAL)) {
        guard(frame, at, single, List.of(type));
      }
    }
  }

  /** Whether no other method can run in the place of a method. */
  static boolean isFinal(ResolvedMethod method) {
    return method.element().getModifiers().contains(Modifier.PRIVATE)
        || method.element().getModifiers().contains(Modifier.FINAL)
        || method.owner().getModifiers().contains(Modifier.FINAL);
  }

  /** Whether a method takes or returns real numbers. */
  boolean involvesReals(ResolvedMethod method) {
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

  /** Returns the class that an object is declared to be of. */
  static TypeElement type(Term receiver, ResolvedMethod method) {
    TypeMirror type = receiver.type();
    while (type instanceof TypeVariable variable) {
      type = UpperBounds.above(variable);
    }
    return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
        ? (TypeElement) declared.asElement()
        : method.owner();
  }

  /**
   * Makes sure that the object that an annotated method is called on has that method itself: of a
   * class that overrides it, the companion would give the derivative of something else.
   */
  public void requireOwn(Frame frame, Tree at, ExecutableElement method, Term.Single self) {
    Classes classes = frame.names().program().classes();
    TypeElement owner = Owner.of(method);
    List<TypeElement> all = classes.implementations(owner);
    List<TypeElement> own =
        all.stream()
            .filter(each -> classes.implementation(each, method).filter(method::equals).isPresent())
            .toList();
    boolean isOverridden = own.size() < all.size() || classes.mayBeOverridden(method);
    if (isOverridden && owner.getKind() != ElementKind.ENUM) {
      guard(frame, at, self, own.isEmpty() ? List.of(owner) : own);
    }
  }

  /** Makes sure that an object is of one of some classes. */
  void guard(Frame frame, Tree at, Term.Single receiver, List<TypeElement> classes) {
    boolean isCertain =
        classes.size() == 1
            && classes.get(0).getModifiers().contains(Modifier.FINAL)
            && receiver.type() instanceof DeclaredType declared
            && declared.asElement().equals(classes.get(0));
    boolean once = reading.isReceiver(receiver.value());
    if (isCertain || once && !guarded.add(receiver.value())) {
      return;
    }
    GraphBuilder place = once ? reading.prologue() : reading.draft().here();
    place.at(frame.names().position(at));
    reading.draft().in(place, () -> tests.guard(place, classes, receiver.value()));
  }

  /** Whether objects of some classes are rejected. */
  public boolean guards() {
    return tests.anyReject();
  }
}
