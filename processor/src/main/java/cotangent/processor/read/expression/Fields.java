package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.FieldInputs;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.KnownClasses;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.read.shape.Nameable;
import cotangent.processor.read.shape.PlainRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields. An array of real numbers in a static field, or in a field of the object on which
 * the annotated method is called, is read once, where the method begins: so it is one array however
 * often it is named. If code that isn't looked into may put another array there ({@link Replaced}),
 * it is what such code returns. Differentiated fields are inputs, through whatever name the object
 * is reached.
 */
public final class Fields {
  private final Reading reading;
  private final Map<VariableElement, Value> once = new HashMap<>();
  private final Map<VariableElement, Term> tensors = new HashMap<>();
  private final FieldInputs inputs = new FieldInputs();
  private boolean otherCodeRuns;
  private boolean countsOnStaying;

  /** Thrown at the end, where a field was read once that may change; nothing is read once then. */
  public static final class Replaced extends RuntimeException {
    private static final long serialVersionUID = 1;

    Replaced() {
      super(null, null, false, false);
    }
  }

  private Fields(Reading reading) {
    this.reading = reading;
  }

  /** Returns the one of a method that is being read. */
  public static Fields of(Reading reading) {
    return reading.part(Fields.class, Fields::new);
  }

  public FieldInputs inputs() {
    return inputs;
  }

  /** Notes that code runs which isn't looked into and may write fields. */
  public void otherCodeRuns() {
    otherCodeRuns = true;
  }

  /** Throws {@link Replaced} where what was read once may have changed. */
  public void requireStaying() {
    if (otherCodeRuns && countsOnStaying) {
      throw new Replaced();
    }
  }

  public Term ofClass(Frame frame, Tree at, ResolvedField field) {
    return HeldFunctions.of(reading)
        .read(frame, at, null, field)
        .orElseGet(() -> fromClass(frame, at, field));
  }

  private Term fromClass(Frame frame, Tree at, ResolvedField field) {
    boolean isAccessible = reading.isAccessible(field.element());
    Callee callee = callee(Callee.Member.Kind.STATIC_FIELD, isAccessible, null, field);
    Term read = read(frame, at, field, callee, List.of(), true);
    if (field.element().getKind() == ElementKind.ENUM_CONSTANT) {
      frame.draft().isConstant(frame.single(read), field.element());
    }
    frame.calling().given(at, field.element(), read);
    return read;
  }

  public Term ofObject(Frame frame, Tree at, Term.Single receiver, ResolvedField field) {
    Term carried = frame.draft().carried(receiver.value()).get(field.element());
    if (carried != null) {
      return carried;
    }
    Value object = inputs.object();
    Term input = inputs.of(field.element());
    if (object == null || input == null || !mayBeTheObject(frame, receiver.type())) {
      return ofOther(frame, at, receiver, field);
    }
    Value same = frame.draft().uncast(receiver.value());
    if (same.equals(object)) {
      return input;
    }
    Variable result = frame.environment().unnamed("", field.type());
    return frame
        .branches()
        .choose(
            at,
            frame.draft().apply(Operations.EQ, same, object),
            result,
            () -> frame.environment().set(result, input),
            () -> frame.environment().set(result, ofOther(frame, at, receiver, field)));
  }

  /** Whether an object of this type can be the one whose fields are inputs. */
  private boolean mayBeTheObject(Frame frame, TypeMirror type) {
    Types types = frame.names().program().types();
    TypeMirror one = types.erasure(type);
    TypeMirror other = types.erasure(reading.owner().asType());
    return types.isSubtype(one, other) || types.isSubtype(other, one);
  }

  /** Reads a field of the object on which the annotated method is called into an input. */
  public Term input(Frame frame, Tree at, Term.Single self, ResolvedField field) {
    Value value =
        new Value(
            frame.shapes().reference(field.type(), frame.names().position(at)),
            field.element().getSimpleName().toString());
    frame.at(at).call(callee(frame, self.type(), field), List.of(value), List.of(self.value()));
    Term term = new RecordReferences(frame).unpack(at, field.type(), value);
    inputs.add(self.value(), field.element(), term);
    return term;
  }

  private Term ofOther(Frame frame, Tree at, Term.Single receiver, ResolvedField field) {
    return HeldFunctions.of(reading)
        .read(frame, at, receiver, field)
        .orElseGet(() -> fromObject(frame, at, receiver, field));
  }

  private Term fromObject(Frame frame, Tree at, Term.Single receiver, ResolvedField field) {
    Callee.Member member = callee(frame, receiver.type(), field);
    Callee callee =
        member.kind() == Callee.Member.Kind.FIELD && member.accessible()
            ? new SeenTypes(frame, at).in(member, receiver.value(), field)
            : member;
    boolean isUnique = reading.isReceiver(receiver.value());
    Term term = read(frame, at, field, callee, List.of(receiver.value()), isUnique);
    if (term instanceof Term.Single single) {
      OuterObjects.of(frame).isFrom(frame, single.value(), receiver, field.element());
    }
    if (isUnique && !frame.names().program().classes().mayChange(field.element())) {
      frame.calling().given(at, field.element(), term);
    }
    return term;
  }

  /** Returns how the field of an object is read: that of a record through its accessor. */
  private Callee.Member callee(Frame frame, TypeMirror receiver, ResolvedField field) {
    boolean hasAccessor =
        field.owner().getKind() == ElementKind.RECORD
            && new PlainRecords(frame.names().program())
                .hasPlainAccessor(field.owner(), field.element());
    return hasAccessor
        ? callee(Callee.Member.Kind.METHOD, reading.isAccessible(field.owner()), receiver, field)
        : callee(Callee.Member.Kind.FIELD, reading.isAccessible(field.element()), receiver, field);
  }

  private Callee.Member callee(
      Callee.Member.Kind kind,
      boolean isAccessible,
      @Nullable TypeMirror receiver,
      ResolvedField field) {
    Nameable nameable = reading.shapes().nameable();
    Callee.Member.Access access =
        isAccessible
            ? nameable.accessOfField(field.element(), receiver, field.type())
            : Callee.Member.Access.PRIVATE;
    return new Callee.Member(
        kind,
        reading.nameOf(field.owner()),
        field.element().getSimpleName().toString(),
        access,
        access == Callee.Member.Access.NAMED
            ? List.of()
            : List.of(nameable.erasure().of(field.element().asType())));
  }

  private Term read(
      Frame frame,
      Tree at,
      ResolvedField field,
      Callee callee,
      List<Value> receiver,
      boolean isUnique) {
    if (FieldTensors.are(field.type())) {
      return tensors(frame, at, field, callee, receiver, isUnique);
    }
    Type type = frame.shapes().reference(field.type(), frame.names().position(at));
    boolean mayChange = frame.names().program().classes().mayChange(field.element());
    boolean isOnce =
        isUnique
            && type.isArray()
            && type.isDifferentiable()
            && !reading.inFunction()
            && !(mayChange && reading.areFieldsReplaced());
    countsOnStaying |= isOnce && mayChange;
    Value known = once.get(field.element());
    if (isOnce && known != null) {
      return new Term.Single(field.type(), known);
    }
    GraphBuilder place = isOnce ? reading.prologue().at(frame.names().position(at)) : frame.at(at);
    Value value = new Value(type, type.isArray() ? field.element().getSimpleName().toString() : "");
    place.call(callee, List.of(value), receiver);
    if (isOnce) {
      once.put(field.element(), value);
    }
    if (field.type().getKind() == TypeKind.DECLARED) {
      KnownClasses.of(reading).isFrom(value, field.element());
    }
    return new RecordReferences(frame).unpack(at, field.type(), value);
  }

  private Term tensors(
      Frame frame,
      Tree at,
      ResolvedField field,
      Callee callee,
      List<Value> receiver,
      boolean isUnique) {
    boolean isOnce = isUnique && !reading.inFunction() && !reading.areFieldsReplaced();
    countsOnStaying |= isOnce; // other code may exchange elements
    Term known = tensors.get(field.element());
    if (isOnce && known != null) {
      return known;
    }
    GraphBuilder place = isOnce ? reading.prologue().at(frame.names().position(at)) : frame.at(at);
    String name = field.element().getSimpleName().toString();
    Value whole = new Value(FieldTensors.type(field.type()), name);
    place.call(callee, List.of(whole), receiver);
    TypeMirror element = ((ArrayType) field.type()).getComponentType();
    RecordReferences references = new RecordReferences(frame);
    Term term =
        FieldTensors.of(reading)
            .taken(frame, at, field, whole, each -> references.unpack(at, element, each), place);
    if (isOnce) {
      tensors.put(field.element(), term);
    }
    return term;
  }

  /** Returns the steps of the prologue but for reads whose results aren't used after all. */
  public static List<Step> used(List<Step> prologue, List<Step> body, List<Value> results) {
    Set<Value> used = new HashSet<>(results);
    use(body, used);
    List<Step> kept = new ArrayList<>();
    for (int i = prologue.size() - 1; i >= 0; i--) {
      Step step = prologue.get(i);
      if (step.results().isEmpty() || step.results().stream().anyMatch(used::contains)) {
        use(List.of(step), used);
        kept.add(0, step);
      }
    }
    return kept;
  }

  private static void use(List<Step> steps, Set<Value> used) {
    for (Step step : steps) {
      used.addAll(step.operands());
      for (Region region : step.regions()) {
        used.addAll(region.yields());
        use(region.steps(), used);
      }
    }
  }
}
