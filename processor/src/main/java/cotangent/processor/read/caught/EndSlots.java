package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Fields;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Enclosed;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.object.Union;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What is known wherever a block may be left: which clause catches what was thrown, the exceptions
 * that clauses ask for, and the variables that the block assigns.
 */
final class EndSlots {
  private final Frame frame;
  private final Tree at;
  private final Draft draft;
  private final Clauses clauses;
  private final Sites sites;
  private final Map<Variable, Term> forms =
      new TreeMap<>(Comparator.comparingInt(Variable::number));

  private final Map<Integer, Map<VariableElement, Term>> carried = new TreeMap<>();

  EndSlots(Frame frame, Tree at, Clauses clauses, Sites sites) {
    this.frame = frame;
    this.at = at;
    this.draft = frame.draft();
    this.clauses = clauses;
    this.sites = sites;
  }

  /** Includes a variable, which may have one more form. */
  void widen(Variable variable, @Nullable Term term) {
    if (term != null) {
      Term known = forms.get(variable);
      forms.put(variable, known == null ? term : frame.union(at, known, term));
    }
  }

  /** Includes what is known of the fields of an exception that a clause asks for. */
  void carry(int clause, Value exception) {
    Map<VariableElement, Term> fields =
        carried.computeIfAbsent(clause, none -> new LinkedHashMap<>());
    draft
        .carried(exception)
        .forEach(
            (field, term) -> {
              if (clauses.mayHave(clause, field)) {
                fields.merge(field, term, (one, other) -> frame.union(at, one, other));
              }
            });
  }

  /** Returns the fields of exceptions of which is known what they hold. */
  Set<VariableElement> carried() {
    Set<VariableElement> fields = new LinkedHashSet<>();
    carried.values().forEach(each -> fields.addAll(each.keySet()));
    return fields;
  }

  /** Returns the variables that are held at the end of the block as they are there. */
  Set<Variable> held(Enclosed block) {
    Set<Variable> held = new LinkedHashSet<>();
    forms.forEach(
        (variable, form) -> {
          Term term = block.value(variable);
          if (term != null && Term.areAlike(form, term)) {
            held.add(variable);
          }
        });
    return held;
  }

  int count() {
    return afterExceptions() + forms.values().stream().mapToInt(form -> form.leaves().size()).sum();
  }

  private int afterExceptions() {
    return 1 + clauses.asked().stream().mapToInt(asked -> 1 + carriedBy(asked).size()).sum();
  }

  private List<Value> carriedBy(int clause) {
    List<Value> leaves = new ArrayList<>();
    carried.getOrDefault(clause, Map.of()).values().forEach(term -> leaves.addAll(term.leaves()));
    return leaves;
  }

  /** Returns the slots where no exception came. */
  List<Value> none(State state) {
    return all(-1, null, state);
  }

  /** Returns the slots where a clause catches what came. */
  List<Value> thrown(int clause, @Nullable Value exception, State state) {
    return all(clause, exception, state);
  }

  private List<Value> all(int clause, @Nullable Value exception, State state) {
    List<Value> all = new ArrayList<>();
    all.add(clauses.size() == 1 ? draft.constant(clause == 0) : draft.constant(clause + 1));
    for (int asked : clauses.asked()) {
      if (asked == clause && exception != null) {
        all.add(exception);
        carried
            .getOrDefault(asked, Map.of())
            .forEach((field, form) -> all.addAll(leaves(form, held(exception, field))));
      } else {
        all.add(draft.constant(frame.shapes().reference(clauses.common(asked), at(at)), null));
        carriedBy(asked).forEach(leaf -> all.add(draft.zero(leaf.type())));
      }
    }
    forms.forEach((variable, form) -> all.addAll(leaves(form, state.get(variable))));
    return all;
  }

  /** Returns what a field of an exception holds, wherever that was made; null if it has none. */
  private @Nullable Term held(Value exception, VariableElement field) {
    Term known = draft.carried(exception).get(field);
    TypeMirror owner = Owner.of(field).asType();
    if (known != null || clauses.isOf(exception, owner)) {
      return known != null ? known : read(exception, owner, field);
    } else if (!sites.mayBeOf(exception, owner)) {
      return null;
    }
    Term.Single vague = new Term.Single(clauses.throwable(), exception);
    return frame
        .branches()
        .either(
            at,
            new TypeTests(frame).outside(at, vague, owner),
            field.asType(),
            () -> read(frame.single(new Conversions(frame).cast(at, vague, owner)), owner, field),
            () -> frame.zero(at, field.asType()));
  }

  private Term read(Value exception, TypeMirror owner, VariableElement field) {
    ResolvedField resolved = new ResolvedField(field, field.asType());
    return Fields.of(frame.reading())
        .ofObject(frame, at, new Term.Single(owner, exception), resolved);
  }

  private Position at(Tree tree) {
    return frame.names().position(tree);
  }

  private List<Value> leaves(Term form, @Nullable Term term) {
    return term == null
        ? form.leaves().stream().map(leaf -> draft.zero(leaf.type())).toList()
        : new Union(draft, frame.shapes()).as(form, term).leaves();
  }

  /** Returns the slots among values that begin with them. */
  List<Value> of(List<Value> all) {
    return all.isEmpty() ? all : all.subList(0, count());
  }

  /** Whether, at run time, an exception came. */
  Value isCaught(List<Value> slots) {
    Value code = slots.get(0);
    return code.type() == Type.BOOLEAN ? code : draft.apply(Operations.NE, code, draft.constant(0));
  }

  /** Whether, at run time, a clause catches what came. */
  Value isCaughtBy(int clause, List<Value> slots) {
    Value code = slots.get(0);
    return code.type() == Type.BOOLEAN
        ? code
        : draft.apply(Operations.EQ, code, draft.constant(clause + 1));
  }

  /** Returns the exception that a clause asked for, of whose fields the same is known as of it. */
  Value exception(int clause, List<Value> slots) {
    Iterator<Value> values = slots.subList(1, count()).iterator();
    Value exception = values.next();
    for (int asked : clauses.asked()) {
      if (asked == clause) {
        break;
      }
      carriedBy(asked).forEach(leaf -> values.next());
      exception = values.next();
    }
    Map<VariableElement, Term> fields = new LinkedHashMap<>();
    carried
        .getOrDefault(clause, Map.of())
        .forEach((field, form) -> fields.put(field, form.with(values)));
    draft.carries(exception, fields);
    return exception;
  }

  /** Gives the variables the values that they had where the block was left. */
  void restore(List<Value> slots, Environment environment) {
    Iterator<Value> values = slots.subList(afterExceptions(), count()).iterator();
    forms.forEach((variable, form) -> environment.set(variable, form.with(values)));
  }

  /**
   * Adds a branch; both arms yield slots, and then the same number of other values.
   *
   * @param results what the others are after the branch; null where new values will do
   * @return all of them; empty where both arms end for good
   */
  List<Value> choose(
      Value condition,
      Supplier<List<Value>> then,
      Supplier<List<Value>> otherwise,
      @Nullable List<Value> results) {
    if (results == null && draft.known(condition) instanceof Boolean truth) {
      return (truth ? then : otherwise).get();
    }
    GraphBuilder one = new GraphBuilder();
    GraphBuilder other = new GraphBuilder();
    List<Value> ones = in(one, then);
    List<Value> others = in(other, otherwise);
    if (one.diverges() && other.diverges()) {
      Region nothing = new GraphBuilder().yield();
      draft.here().branch(condition, one.yield(), nothing, List.of());
      draft.splice(other);
      return List.of();
    }
    List<Value> like = other.diverges() ? ones : others;
    List<Value> all = new ArrayList<>(names());
    if (results != null) {
      all.addAll(results);
    } else {
      like.subList(count(), like.size())
          .forEach(value -> all.add(new Value(value.type(), value.name())));
    }
    draft
        .here()
        .add(
            new Step.Branch(
                all,
                condition,
                one.yield(one.diverges() ? List.of() : ones),
                other.yield(other.diverges() ? List.of() : others),
                at(at)));
    return all;
  }

  private List<Value> in(GraphBuilder region, Supplier<List<Value>> action) {
    List<Value> all = new ArrayList<>();
    draft.in(region, () -> all.addAll(action.get()));
    return all;
  }

  /** Returns new values for the slots, named for what they are. */
  List<Value> names() {
    List<Value> all = new ArrayList<>();
    all.add(new Value(clauses.size() == 1 ? Type.BOOLEAN : Type.INT, "caught"));
    for (int asked : clauses.asked()) {
      all.add(new Value(frame.shapes().reference(clauses.common(asked), at(at)), "thrown"));
      carried
          .getOrDefault(asked, Map.of())
          .forEach((field, form) -> all.addAll(named(form, field.getSimpleName().toString())));
    }
    forms.forEach((variable, form) -> all.addAll(named(form, variable.name())));
    return all;
  }

  private static List<Value> named(Term form, String name) {
    Iterator<String> names = form.names(name).iterator();
    return form.leaves().stream().map(leaf -> new Value(leaf.type(), names.next())).toList();
  }
}
