package cotangent.processor.read;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.report.Refusal;
import cotangent.processor.report.Report;
import java.util.Objects;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What all methods share that are read into the graph of one annotated method. */
final class Reading {
  private final Program program;
  private final TypeElement owner;
  private final String name;
  private final Report report;
  private final Draft draft = new Draft();
  private final Shapes shapes;
  private final Fields fields;
  private final Records records;
  private final Inlining inlining;
  private final Functions functions;
  private final Dispatch dispatch;
  private final Assertions assertions;
  private final GraphBuilder prologue = new GraphBuilder();
  private @Nullable Value receiver;
  private final GeneratedMethods generated;
  private final GivenRules rules;
  private boolean refused;
  private boolean tentative;

  /**
   * @param owner the class of the annotated method, in whose package the companion is generated
   * @param name the name of the method
   * @param helpers which helpers become functions
   */
  Reading(
      Program program,
      TypeElement owner,
      String name,
      Report report,
      GeneratedMethods generated,
      GivenRules rules,
      Helpers helpers) {
    this.generated = generated;
    this.rules = rules;
    this.program = program;
    this.owner = owner;
    this.name = name;
    this.report = report;
    this.shapes = new Shapes(program.types());
    this.fields = new Fields(this);
    this.records = new Records(this);
    this.inlining = new Inlining(this, helpers);
    this.functions = new Functions(this);
    this.dispatch = new Dispatch(this);
    this.assertions = new Assertions(this);
  }

  String name() {
    return name;
  }

  /** What the companions of this compilation offer. */
  GeneratedMethods generated() {
    return generated;
  }

  /** Gives the class of the annotated method. */
  TypeElement owner() {
    return owner;
  }

  /** What users have told of the derivatives of methods. */
  GivenRules rules() {
    return rules;
  }

  Draft draft() {
    return draft;
  }

  Shapes shapes() {
    return shapes;
  }

  Fields fields() {
    return fields;
  }

  Records records() {
    return records;
  }

  Inlining inlining() {
    return inlining;
  }

  Functions functions() {
    return functions;
  }

  Dispatch dispatch() {
    return dispatch;
  }

  Assertions assertions() {
    return assertions;
  }

  /** Gives the builder of what is done before all else. */
  GraphBuilder prologue() {
    return prologue;
  }

  /** Tells on what object the annotated method is called. */
  void receiver(Value self) {
    receiver = self;
  }

  boolean isReceiver(Value value) {
    return value == receiver;
  }

  boolean inFunction() {
    return functions.isReading();
  }

  /** Thrown where something can't be read that needn't be. */
  static final class GivenUp extends RuntimeException {
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
  Term tentatively(Supplier<Term> action) {
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

  /** Notes that something can't be read; what follows is still read, to find all errors. */
  void refused(RuntimeException reason) {
    if (tentative && reason instanceof Refusal) {
      throw new GivenUp();
    }
    refused = true;
    if (reason instanceof Refusal refusal) {
      report.add(refusal);
    } else if (!(reason instanceof WrongJava)) {
      throw reason;
    }
  }

  boolean isRefused() {
    return refused;
  }

  /** Tells whether the companion may name a member. */
  boolean isAccessible(Element member) {
    boolean samePackage =
        program.elements().getPackageOf(member).equals(program.elements().getPackageOf(owner));
    Element outer;
    for (Element e = member; e.getKind() != ElementKind.PACKAGE; e = outer) {
      outer = Objects.requireNonNull(e.getEnclosingElement());
      boolean visible =
          e.getModifiers().contains(Modifier.PUBLIC)
              || outer.getKind() == ElementKind.INTERFACE
              || samePackage && !e.getModifiers().contains(Modifier.PRIVATE);
      if (!visible) {
        return false;
      }
    }
    return true;
  }
}
