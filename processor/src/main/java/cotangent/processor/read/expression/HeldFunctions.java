package cotangent.processor.read.expression;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.HeldExpressions;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads functions that final fields hold as if they were written where the field is named. This is
 * only done once a real number has met one of them: for code that isn't looked into a function has
 * to stay the object that it is.
 */
public final class HeldFunctions {
  private final Reading reading;
  private final Set<VariableElement> met = new LinkedHashSet<>();

  private HeldFunctions(Reading reading) {
    this.reading = reading;
  }

  /** Returns those of a method that is being read. */
  public static HeldFunctions of(Reading reading) {
    return reading.part(HeldFunctions.class, HeldFunctions::new);
  }

  /** Reads a field that holds functions; nothing where it doesn't, or need not be looked into. */
  Optional<Term> read(Frame frame, Tree at, Term.@Nullable Single object, ResolvedField field) {
    HeldExpressions held = new HeldExpressions(frame.names().program(), field.element());
    ExpressionTree declared = held.declared();
    if (declared != null) {
      return follows(field)
          ? Optional.of(written(frame, object, field, declared))
          : Optional.empty();
    }
    Map<VariableElement, ExpressionTree> ofConstants =
        object == null ? Map.of() : held.ofConstants();
    return object != null && !ofConstants.isEmpty() && follows(field)
        ? Optional.of(ofOne(frame, at, object, field, ofConstants))
        : Optional.empty();
  }

  /** Whether the functions in a field are looked into; notes that it was met. */
  private boolean follows(ResolvedField field) {
    met.add(field.element());
    return reading.representations().isFollowed(field.element());
  }

  /** Reads the function of the constant that an object is. */
  private Term ofOne(
      Frame frame,
      Tree at,
      Term.Single object,
      ResolvedField field,
      Map<VariableElement, ExpressionTree> all) {
    VariableElement known = frame.draft().constantOf(object.value());
    ExpressionTree given = known == null ? null : all.get(known);
    if (given != null) {
      return written(frame, null, field, given);
    }
    EnumConstants constants = new EnumConstants(frame, field.owner());
    return ofOne(frame, at, object, field, new ArrayList<>(all.entrySet()), constants);
  }

  private Term ofOne(
      Frame frame,
      Tree at,
      Term.Single object,
      ResolvedField field,
      List<Map.Entry<VariableElement, ExpressionTree>> all,
      EnumConstants constants) {
    Map.Entry<VariableElement, ExpressionTree> first = all.get(0);
    if (all.size() == 1) {
      return written(frame, null, field, first.getValue());
    }
    Value isFirst = constants.is(at, object.value(), first.getKey());
    return frame
        .branches()
        .either(
            at,
            isFirst,
            field.type(),
            () -> written(frame, null, field, first.getValue()),
            () -> ofOne(frame, at, object, field, all.subList(1, all.size()), constants));
  }

  /** Reads an expression in the class that has the field. */
  private Term written(
      Frame frame, Term.@Nullable Single object, ResolvedField field, ExpressionTree tree) {
    Program program = frame.names().program();
    Frame there =
        new Frame(
            reading,
            program.names(Owner.of(field.element())).orElseThrow(),
            field.type(),
            field.isStatic() ? null : object);
    GraphBuilder builder = new GraphBuilder();
    Term[] read = new Term[1];
    there.region(builder, () -> read[0] = there.expressions().read(tree, field.type()));
    frame.draft().splice(builder);
    return read[0];
  }

  /**
   * Finds out that functions have to be looked into, since a real number meets one.
   *
   * @throws Escape where fields were read that may hold it
   */
  public void meet(Frame frame, ResolvedMethod method, List<Term> arguments) {
    boolean takesReals =
        reading.draft().haveUnknownReals(arguments) || arguments.stream().anyMatch(Term::isObject);
    Types types = frame.names().program().types();
    if (takesReals && method.element().getModifiers().contains(Modifier.ABSTRACT)) {
      List<VariableElement> held =
          met.stream()
              .filter(each -> !reading.representations().isFollowed(each))
              .filter(each -> mayBe(types, each, method))
              .toList();
      if (!held.isEmpty()) {
        throw new Escape(found -> found.follow(held));
      }
    }
  }

  /** Whether the object of a call may be from a field: one that holds it, or several functions. */
  private static boolean mayBe(Types types, VariableElement field, ResolvedMethod method) {
    return HeldExpressions.areSeveral(field)
        || types.isSubtype(types.erasure(field.asType()), types.erasure(method.owner().asType()));
  }
}
