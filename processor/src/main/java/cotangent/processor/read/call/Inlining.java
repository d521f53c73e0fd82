package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of helpers in place of their calls, except where they recur. */
public final class Inlining {

  /** Thrown when a method that is being read is called again: it must become a function. */
  public static final class Recursive extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Object method;

    Recursive(Object method) {
      super(null, null, false, false);
      this.method = method;
    }

    boolean isAbout(Object one) {
      return method.equals(one);
    }
  }

  /** Calls nested deeper than this are assumed never to end. */
  private static final int DEEPEST = 200;

  /**
   * What is called by itself more often than this makes objects for each call, so that no two calls
   * are alike: they become numbers, and the method a function.
   */
  static final int MOST_IN_ITSELF = 16;

  /** More calls than this, nested or not, are more than a graph can hold. */
  private static final int MOST = 2000;

  private final Reading reading;
  private final Helpers helpers;
  private final OpenMethods open;
  private int calls;

  private Inlining(Reading reading, Helpers helpers) {
    this.reading = reading;
    this.helpers = helpers;
    this.open = OpenMethods.of(reading);
  }

  /** Returns the one of a method that is being read. */
  public static Inlining of(Reading reading) {
    return reading.part(Inlining.class, r -> new Inlining(r, Helpers.inPlace()));
  }

  /** Decides, before a method is read, which of its helpers become functions. */
  public static void following(Helpers helpers, Reading reading) {
    reading.part(Inlining.class, r -> new Inlining(r, helpers));
  }

  /** Reads a call of a method whose source is at hand; the arguments are converted. */
  public Term call(
      Frame caller,
      Tree at,
      Source source,
      ResolvedMethod method,
      @Nullable Term self,
      List<Term> arguments) {
    ShapeNotes notes = new ShapeNotes(caller);
    boolean isDeclared = notes.called(at, source.element(), arguments);
    TypeMirror made = self == null ? null : Objects.madeAs(self);
    Source given = source.called(caller.names(), method, made);
    Term object = self == null ? null : self.as(caller.names().known(self.type()));
    Term result = read(caller, at, given, method, object, arguments);
    if (isDeclared) {
      notes.done(at);
    }
    return result;
  }

  private Term read(
      Frame caller,
      Tree at,
      Source source,
      ResolvedMethod method,
      @Nullable Term self,
      List<Term> arguments) {
    Functions functions = Functions.of(reading);
    Object key = open.key(source, self, arguments);
    Recurring what = Recurring.method(key, source, self, arguments);
    boolean isInTry = caller.environment().isWatched() && !open.has(key);
    if (!isInTry && (isApart(key, at, source, self, arguments) || functions.has(key))) {
      return seen(caller, at, functions.call(caller, at, what), method);
    }
    if (open.has(key)) {
      throw new Recursive(key);
    } else if (++calls > MOST) {
      throw caller.refusal(at, Problem.FUNCTION_DEEP, source.element().getSimpleName());
    }
    if (open.count(source.element()) > MOST_IN_ITSELF) {
      what.given().forEach(Identities::reject);
      what.given().forEach(Chains::reject);
    }
    Environment.Mark before = caller.environment().mark();
    Position.Call place = place(caller, at, method);
    try {
      Supplier<Term> action = () -> inline(place, key, source, self, arguments);
      Term result =
          what.given().anyMatch(term -> holdsReals(caller, term, new HashSet<>()))
              ? action.get()
              : what.given().noneMatch(Inlining::isMade) || leaves()
                  ? reading.tentatively(action)
                  : watched(action);
      return seen(caller, at, result, method);
    } catch (Recursive recursive) {
      if (recursive.isAbout(key)) {
        caller.environment().undo(before);
        return seen(caller, at, functions.call(caller, at, what), method);
      }
      throw recursive;
    } catch (Reading.GivenUp refused) {
      caller.environment().undo(before);
      List<TypeMirror> seen = arguments.stream().<TypeMirror>map(Term::type).toList();
      return new OpaqueCalls(caller).method(at, method, self, arguments, seen);
    }
  }

  private static boolean isMade(Term term) {
    return term instanceof Term.Choice choice
        ? choice.alternatives().stream().anyMatch(Inlining::isMade)
        : Objects.isMade(term) && !Chains.isFunction(term);
  }

  private boolean leaves() {
    return reading.representations().leftCalls().isAllowed();
  }

  /** Reads what can also be left unread, and notes if it is refused. */
  private Term watched(Supplier<Term> action) {
    boolean wasRefused = reading.isRefused();
    try {
      return action.get();
    } catch (Refusal refusal) {
      reading.representations().leftCalls().miss();
      throw refusal;
    } finally {
      if (!wasRefused && reading.isRefused()) {
        reading.representations().leftCalls().miss();
      }
    }
  }

  private Position.Call place(Frame caller, Tree at, ResolvedMethod method) {
    String name = method.element().getSimpleName().toString();
    return reading.draft().call(name, caller.names().position(at));
  }

  private static Term seen(Frame caller, Tree at, Term result, ResolvedMethod method) {
    return method.result().getKind() == TypeKind.VOID
        ? result
        : new Conversions(caller).seen(at, result, method.result());
  }

  /** Whether numbers go into a call; else it can be left as it is where need be. */
  private static boolean takesReals(@Nullable Term self, List<Term> arguments) {
    return Stream.concat(Stream.ofNullable(self), arguments.stream())
        .anyMatch(
            term ->
                Arenas.isIn(term)
                    || term.leaves().stream().anyMatch(leaf -> leaf.type().isDifferentiable()));
  }

  /** Whether there are numbers in a term, or in an object that it is, or in what that holds. */
  private static boolean holdsReals(Frame frame, Term term, Set<Made> seen) {
    if (term instanceof Term.Mutable mutable) {
      return seen.add(mutable.made())
          && mutable.made().fields().values().stream()
              .map(frame.environment()::get)
              .anyMatch(held -> held != null && holdsReals(frame, held, seen));
    }
    return takesReals(null, List.of(term))
        || term.parts().stream().anyMatch(part -> holdsReals(frame, part, seen));
  }

  private Term inline(
      Position.Call place, Object key, Source source, @Nullable Term self, List<Term> arguments) {
    Term result = reading.draft().inCall(place, () -> inline(key, source, self, arguments));
    place.gives(result.leaves());
    return result;
  }

  private Term inline(Object key, Source source, @Nullable Term self, List<Term> arguments) {
    Frame frame = new Frame(reading, source.names(), source.element().getReturnType(), self);
    GraphBuilder builder = new GraphBuilder();
    reading.deeper(
        () -> frame.refusal(source.tree(), Problem.FUNCTION_DEEP, source.element().getSimpleName()),
        DEEPEST,
        () ->
            frame.region(
                builder,
                () ->
                    open.within(
                        source.element(), key, () -> MethodBody.read(frame, source, arguments))));
    reading.draft().splice(builder);
    Term result = MethodBody.result(frame, source.tree());
    if (helpers.isCounting()) {
      helpers.measured(key, size(builder.steps()), given(self, arguments, result));
    }
    return result;
  }

  /** Whether a call is one of a function that any call of the helper can be one of. */
  private boolean isApart(
      Object key, Tree at, Source source, @Nullable Term self, List<Term> arguments) {
    return (self == null || isWhole(self, self.type(), source))
        && source.element().getTypeParameters().isEmpty()
        && open.innermost() != null
        && !open.has(key)
        && Specialised.isPossible(self, arguments)
        && takesReals(self, arguments)
        && takes(source, arguments)
        && helpers.isApart(open.innermost(), at, key);
  }

  /** Whether arguments are all that there is to know of the parameters. */
  private boolean takes(Source source, List<Term> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = source.element().getParameters().get(i).asType();
      if (!isWhole(arguments.get(i), type, source)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a term has the leaves of a type. */
  private boolean isWhole(Term term, TypeMirror type, Source source) {
    if (term.isObject()) {
      return true;
    }
    List<Type> given = term.leaves().stream().map(Value::type).toList();
    return !Spelling.hasVariables(type)
        && reading.shapes().of(type, source.names().position(source.tree())).leaves().equals(given);
  }

  /**
   * Whether the call of one of several methods is one of a function that makes the choice.
   *
   * @param key what the choice is known by
   */
  boolean isApart(Object key, Tree at, @Nullable Term self, List<Term> arguments) {
    return open.innermost() != null
        && !open.has(key)
        && Specialised.isPossible(self, arguments)
        && takesReals(self, arguments)
        && helpers.isApart(open.innermost(), at, key);
  }

  /** Notes how many steps a choice has that was read in place of a call. */
  void measured(Object key, List<Step> steps, @Nullable Term self, List<Term> arguments, Term r) {
    if (helpers.isCounting()) {
      helpers.measured(key, size(steps), given(self, arguments, r));
    }
  }

  private static Helpers.Given given(@Nullable Term self, List<Term> arguments, Term result) {
    Helpers.Given most = Helpers.Given.NUMBERS;
    for (Term term :
        Stream.of(Stream.ofNullable(self), arguments.stream(), Stream.of(result))
            .flatMap(terms -> terms)
            .toList()) {
      if (Arenas.isIn(term)
          || term.leaves().stream()
              .anyMatch(leaf -> leaf.type().leaf() instanceof Type.Reference)) {
        return Helpers.Given.OBJECTS;
      } else if (Helpers.haveArrays(term.leaves())) {
        most = Helpers.Given.ARRAYS;
      }
    }
    return most;
  }

  private static int size(List<Step> steps) {
    int size = 0;
    for (Step step : steps) {
      size += step instanceof Step.Call call && call.callee() instanceof Agreement ? 0 : 1;
      for (Region region : step.regions()) {
        size += size(region.steps());
      }
    }
    return size;
  }
}
