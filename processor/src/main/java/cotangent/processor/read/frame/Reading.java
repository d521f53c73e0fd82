package cotangent.processor.read.frame;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShapes;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** What the methods that are read into one annotated method's graph share. */
public final class Reading {
  /**
   * So many calls are looked into after something was refused, to find what else is: others would
   * keep everybody waiting who annotates a method that reaches half of a library.
   */
  private static final int MOST_AFTER_REFUSAL = 500;

  private final Program program;
  private final TypeElement owner;
  private final String name;
  private final ClassReport report;
  private final Draft draft = new Draft();
  private final Environment.Values values = new Environment.Values();
  private final TypeShapes shapes;
  private final GraphBuilder prologue = new GraphBuilder();
  private @Nullable Value receiver;
  private final GeneratedMethods generated;
  private final GivenRules rules;
  private final Representations representations;
  private final boolean fieldsReplaced;
  private final boolean stops;
  private final Language language;
  private final Map<Class<?>, Object> parts = new HashMap<>();
  private final Set<Tree> filled = new HashSet<>();
  private final Set<Tree> dropped = new HashSet<>();
  private int depth;
  private boolean isEndless;
  private int apart;
  private final List<WrongJava> givenUp = new ArrayList<>();
  private boolean refused;
  private int readAfterRefusal;
  private boolean tentative;

  /**
   * @param owner the class of the annotated method, in whose package the companion is generated
   * @param name the name of the method
   * @param representations what was found out by reading the method before
   * @param fieldsReplaced whether code that isn't looked into may write fields meanwhile
   * @param stops whether nothing is read after the first refusal
   */
  public Reading(
      Program program,
      TypeElement owner,
      String name,
      ClassReport report,
      GeneratedMethods generated,
      GivenRules rules,
      Language language,
      Representations representations,
      boolean fieldsReplaced,
      boolean stops) {
    this.fieldsReplaced = fieldsReplaced;
    this.stops = stops;
    this.language = language;
    this.representations = representations;
    this.generated = generated;
    this.rules = rules;
    this.program = program;
    this.owner = owner;
    this.name = name;
    this.report = report;
    this.shapes = new TypeShapes(program, this::isAccessible, representations::isObject);
  }

  public String name() {
    return name;
  }

  /** What the companions of this compilation offer. */
  public GeneratedMethods generated() {
    return generated;
  }

  /** The readers of all that a method may be made of. */
  public Language language() {
    return language;
  }

  /**
   * Returns what a room remembers as long as the method is being read; it is made when it is first
   * asked for. So this class need know no room above it, as javac's own {@code Context} doesn't.
   */
  public <T> T part(Class<T> type, Function<Reading, T> making) {
    Object part = parts.get(type);
    if (part == null) {
      part = making.apply(this);
      parts.put(type, part);
    }
    return type.cast(part);
  }

  /** Returns the class of the annotated method. */
  public TypeElement owner() {
    return owner;
  }

  Program program() {
    return program;
  }

  /** Returns the name of a class by which the program finds it. */
  public String nameOf(TypeElement type) {
    return program.nameOf(type);
  }

  /** What users have told of the derivatives of methods. */
  public GivenRules rules() {
    return rules;
  }

  public Draft draft() {
    return draft;
  }

  /** Returns what all variables are worth at this point of the program. */
  public Environment.Values values() {
    return values;
  }

  public TypeShapes shapes() {
    return shapes;
  }

  /** Returns the builder of what is done before all else. */
  public GraphBuilder prologue() {
    return prologue;
  }

  /** Notes on what object the annotated method is called. */
  public void receiver(Value self) {
    receiver = self;
  }

  public boolean isReceiver(Value value) {
    return value == receiver;
  }

  /** Carries out an action that reads a function. */
  public <T> T asFunction(Supplier<T> action) {
    depth++;
    apart++;
    try {
      return draft.inCall(null, action);
    } finally {
      apart--;
      depth--;
    }
  }

  /** Whether what is read becomes a function of the graph, which sees its parameters only. */
  public boolean isApart() {
    return apart > 0;
  }

  /** Whether a function is being read. */
  public boolean inFunction() {
    return depth > 0;
  }

  /** Notes that each element of a new array is assigned before it is read. */
  public void fills(Tree newArray) {
    filled.add(newArray);
  }

  /** Notes that nobody asks for the result of a call. */
  public void drops(Tree call) {
    dropped.add(call);
  }

  /** Whether nobody asks for the result of a call. */
  public boolean isDropped(Tree call) {
    return dropped.contains(call);
  }

  /** Whether each element of a new array is assigned before it is read. */
  public boolean isFilled(Tree newArray) {
    return filled.contains(newArray);
  }

  /** How objects are held. */
  public Representations representations() {
    return representations;
  }

  /** Whether code that isn't looked into may write fields while the method runs. */
  public boolean areFieldsReplaced() {
    return fieldsReplaced;
  }

  /**
   * Carries out an action that may lead to itself, unless it has done so too often. Once it has,
   * what it leads to besides is left unread: there may be two of it at each depth.
   */
  public void deeper(Supplier<Refusal> refusal, int deepest, Runnable action) {
    isEndless |= depth >= deepest;
    if (isEndless) {
      throw refusal.get();
    }
    depth++;
    try {
      action.run();
    } finally {
      depth--;
      isEndless &= depth > 0;
    }
  }

  /** Thrown where something can't be read that needn't be. */
  public static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUp() {
      super(null, null, false, false);
    }
  }

  /**
   * Reads what can also be left unread.
   *
   * @throws GivenUp where it is refused; nothing is reported then
   */
  public Term tentatively(Supplier<Term> action) {
    boolean outer = tentative;
    tentative = true;
    try {
      return action.get();
    } catch (Refusal refusal) {
      throw new GivenUp();
    } finally {
      tentative = outer;
    }
  }

  /** Thrown with the first refusal where nobody asks for all of them, or when enough are found. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /**
   * Notes that something can't be read; what follows is still read, to find all errors, unless the
   * method is only tried.
   */
  public void refused(RuntimeException reason) {
    if (tentative && reason instanceof Refusal) {
      throw new GivenUp();
    }
    refused = true;
    if (stops) {
      throw new Stopped();
    }
    if (reason instanceof Refusal refusal) {
      if (!isLeftToJavac()) { // else it may follow from what javac has to say
        report.add(refusal);
      }
    } else if (reason instanceof WrongJava wrong) {
      givenUp.add(wrong);
    } else {
      throw reason;
    }
  }

  /** Whether something was taken for wrong Java, which javac can only say if nobody else does. */
  public boolean isLeftToJavac() {
    return !givenUp.isEmpty();
  }

  /** Leaves to javac what was taken for wrong Java; should it be right, that is reported then. */
  public void leaveToJavac() {
    if (isLeftToJavac()) {
      report.leftToCompiler();
    }
    givenUp.forEach(WrongJava::insist);
  }

  /** Notes what may be meant, but is worth a word. */
  public void warn(Refusal warning) {
    report.add(warning);
  }

  /**
   * Notes that a method is read, with those that are read, the innermost first. It may be one too
   * many where something was refused.
   */
  public void reached(ExecutableElement method, Deque<ExecutableElement> open) {
    if (refused && ++readAfterRefusal > MOST_AFTER_REFUSAL) {
      throw new Stopped();
    }
    List<Object> chain = new ArrayList<>();
    open.descendingIterator().forEachRemaining(chain::add);
    report.reached(method, chain);
  }

  public boolean isRefused() {
    return refused;
  }

  /** Whether the companion may name a member. */
  public boolean isAccessible(Element member) {
    boolean samePackage =
        program.elements().getPackageOf(member).equals(program.elements().getPackageOf(owner));
    boolean isNamedByClass =
        !(member instanceof TypeElement) && member.getModifiers().contains(Modifier.STATIC);
    if (isNamedByClass && isObscured(Owner.of(member))) {
      return false;
    }
    Element outer;
    for (Element e = member; e.getKind() != ElementKind.PACKAGE; e = outer) {
      if (e instanceof TypeElement type && Program.isLocal(type)) {
        return false;
      }
      outer = Objects.requireNonNull(e.getEnclosingElement());
      boolean visible =
          e.getModifiers().contains(Modifier.PUBLIC)
              || outer.getKind() == ElementKind.INTERFACE
              || samePackage && !program.modifiers(e).contains(Modifier.PRIVATE);
      if (!visible) {
        return false;
      }
    }
    return true;
  }

  /** Whether Java takes a class before a dot for a field of the same name, or one around it. */
  private boolean isObscured(TypeElement type) {
    TypeElement outer = Owner.around(type);
    return outer != null
        && !Program.isLocal(type)
        && (isObscured(outer)
            || ElementFilter.fieldsIn(program.elements().getAllMembers(outer)).stream()
                .filter(field -> field.getSimpleName().equals(type.getSimpleName()))
                .anyMatch(this::isAccessible));
  }
}
