package cotangent.processor.read.frame;

import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Initialisers;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The classes that objects from outside are known to be of, where fewer are possible than their
 * types say: it decides which methods run.
 */
public final class KnownClasses {
  private final Program program;
  private final Initialisers initialisers;
  private final Map<Value, List<TypeElement>> known = new HashMap<>();
  private final Map<Value, VariableElement> fields = new HashMap<>();

  private KnownClasses(Reading reading) {
    this.program = reading.program();
    this.initialisers = new Initialisers(program);
  }

  /** Returns the one of a method that is being read. */
  public static KnownClasses of(Reading reading) {
    return reading.part(KnownClasses.class, KnownClasses::new);
  }

  /** Notes the field that an object was read from. */
  public void isFrom(Value object, VariableElement field) {
    fields.put(object, field);
  }

  /** Returns the classes that are possible; null where only its type is known. */
  public @Nullable List<TypeElement> of(Value object) {
    VariableElement field = fields.remove(object);
    if (field != null) {
      Optional<TypeElement> exact = initialisers.classOf(field);
      exact.ifPresent(type -> known.putIfAbsent(object, List.of(type)));
    }
    return known.get(object);
  }

  /**
   * Returns the classes that are possible of what a call is given, in order; none where unknown.
   */
  public List<List<TypeElement>> ofAll(@Nullable Term self, List<Term> arguments) {
    List<List<TypeElement>> all = new ArrayList<>();
    Stream.concat(Stream.ofNullable(self), arguments.stream()).forEach(term -> all.add(of(term)));
    return all.stream().allMatch(List::isEmpty) ? List.of() : all;
  }

  private List<TypeElement> of(Term term) {
    if (!(term instanceof Term.Single single)) {
      return List.of();
    }
    List<TypeElement> classes = of(single.value());
    return classes == null ? exact(single.known()) : classes;
  }

  /** Returns the class of an object by its type, where the type leaves no other class. */
  private List<TypeElement> exact(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && (element.getKind() == ElementKind.ENUM
                || element.getModifiers().contains(Modifier.FINAL))
            && program.classes().isHere(element)
        ? List.of(element)
        : List.of();
  }

  /** Notes that what a parameter or variable holds is of the classes of what it is given. */
  public void isGiven(Term parameter, Term argument) {
    List<TypeElement> classes = of(argument);
    if (!classes.isEmpty() && parameter instanceof Term.Single single) {
      known.put(single.value(), classes);
    }
  }

  /** Carries out an action while only some classes are possible. */
  public <T> T among(Value object, List<TypeElement> classes, Supplier<T> action) {
    List<TypeElement> before = of(object);
    known.put(object, classes);
    try {
      return action.get();
    } finally {
      if (before == null) {
        known.remove(object);
      } else {
        known.put(object, before);
      }
    }
  }
}
