package cotangent.processor.read.expression;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads arrays of tensors that fields hold. They are held as those that the method makes, so the
 * arrays of the tensors are put into arrays of arrays, where each of them is what it is outside.
 */
final class FieldTensors {
  /** The first of the arrays for each field. */
  private final Set<Value> read = new HashSet<>();

  private FieldTensors() {}

  static FieldTensors of(Reading reading) {
    return reading.part(FieldTensors.class, of -> new FieldTensors());
  }

  static boolean are(TypeMirror type) {
    return type instanceof ArrayType array && Component.isTensor(array.getComponentType());
  }

  static Type type(TypeMirror type) {
    return Type.array(new Type.Reference(((ArrayType) type).getComponentType().toString()));
  }

  /** Whether a field holds the same array from the start. */
  static boolean isThere(Frame frame, ResolvedField field) {
    Set<Modifier> modifiers = field.element().getModifiers();
    return modifiers.contains(Modifier.STATIC)
        && modifiers.contains(Modifier.FINAL)
        && initialiser(frame, field) != null;
  }

  private static @Nullable ExpressionTree initialiser(Frame frame, ResolvedField field) {
    return frame.names().program().tree(field.element()) instanceof VariableTree tree
        ? tree.getInitializer()
        : null;
  }

  /** Whether none of its elements is null, as it lists tensors and nobody exchanges them. */
  private static boolean areThere(Frame frame, ResolvedField field) {
    return isThere(frame, field)
        && initialiser(frame, field) instanceof NewArrayTree made
        && made.getInitializers() != null
        && made.getInitializers().stream().allMatch(MethodInvocationTree.class::isInstance)
        && !frame.names().program().exchangesElements(field.element());
  }

  /** Refuses an element of such an array as what is assigned to: it would not be seen outside. */
  void requireOwn(Frame frame, Tree at, Term.Columns columns) {
    if (read.contains(columns.arrays().get(0))) {
      throw frame.refusal(at, Problem.ARRAY_OF_RECORDS, columns.type());
    }
  }

  /**
   * Takes an array of tensors apart; null stays null.
   *
   * @param whole the array that the field holds
   * @param apart takes one of the tensors apart
   * @param place where that is done
   */
  Term taken(
      Frame frame,
      Tree at,
      ResolvedField field,
      Value whole,
      Function<Value, Term> apart,
      GraphBuilder place) {
    TypeShape shape = frame.shapes().of(field.type(), frame.names().position(at));
    List<Value> arrays = new ArrayList<>();
    if (isThere(frame, field)) {
      arrays.addAll(filled(frame, at, field, whole, apart, place));
    } else {
      GraphBuilder there = new GraphBuilder();
      List<Value> filled = filled(frame, at, field, whole, apart, there);
      arrays.addAll(unlessNull(place.at(Position.NONE), whole, filled, there));
    }
    read.add(arrays.get(0));
    return shape.term(arrays.iterator());
  }

  private static List<Value> filled(
      Frame frame,
      Tree at,
      ResolvedField field,
      Value whole,
      Function<Value, Term> apart,
      GraphBuilder place) {
    TypeMirror element = ((ArrayType) field.type()).getComponentType();
    Value length = place.apply(Operations.LENGTH, whole);
    List<Value> arrays = new ArrayList<>();
    Iterator<Component> components =
        Component.of((TypeElement) ((DeclaredType) element).asElement()).iterator();
    for (Type leaf : frame.shapes().of(field.type(), frame.names().position(at)).leaves()) {
      String name = CamelCase.joined(whole.name(), components.next().name());
      arrays.add(place.at(Position.NONE).newArray(name, leaf, length));
    }
    GraphBuilder round = new GraphBuilder();
    Value index = round.parameter(Type.INT, "i");
    Value tensor = round.read("", whole, index);
    GraphBuilder there = areThere(frame, field) ? round : new GraphBuilder();
    List<Value> parts = parts(frame, apart, tensor, there);
    if (there != round) {
      parts = unlessNull(round, tensor, parts, there);
    }
    round.at(frame.names().position(at).made());
    for (int i = 0; i < parts.size(); i++) {
      round.write(arrays.get(i), index, parts.get(i));
    }
    place.loop(place.constant(0), length, 1, List.of(), round.yield());
    return arrays;
  }

  private static List<Value> parts(
      Frame frame, Function<Value, Term> apart, Value tensor, GraphBuilder place) {
    List<Value> parts = new ArrayList<>();
    frame.draft().in(place, () -> parts.addAll(apart.apply(tensor).leaves()));
    return parts;
  }

  /** Returns what is computed where something is there; null and zeros where it is null. */
  private static List<Value> unlessNull(
      GraphBuilder place, Value whole, List<Value> parts, GraphBuilder there) {
    GraphBuilder nothing = new GraphBuilder();
    List<Value> none =
        parts.stream()
            .map(part -> nothing.constant(part.type(), part.type().unassigned()))
            .toList();
    Value isNull = place.apply(Operations.EQ, whole, place.constant(whole.type(), null));
    return place.branch(isNull, nothing.yield(none), there.yield(parts), parts);
  }
}
