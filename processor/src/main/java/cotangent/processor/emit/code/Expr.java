package cotangent.processor.emit.code;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A Java expression; its variables are values of the graph. */
public sealed interface Expr {

  Type type();

  /** The variable that holds a value. */
  record Local(Value value) implements Expr {
    @Override
    public Type type() {
      return value.type();
    }
  }

  /** A boxed scalar, a string or null. */
  record Literal(Type type, @Nullable Object value) implements Expr {
    public boolean is(Object other) {
      return other.equals(value);
    }
  }

  /** What a step computes from its operands, in the place where the result is used. */
  record Computed(Step step, List<Expr> operands) implements Expr {
    @Override
    public Type type() {
      return step.results().get(0).type();
    }
  }

  /** {@code condition ? then : otherwise}, and what is a special case of it: {@code &&, ||, !}. */
  record Choice(Expr condition, Expr then, Expr otherwise, Type type) implements Expr {}

  /** {@code !operand}. */
  record Not(Expr operand) implements Expr {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** {@code record.name()}. */
  record Component(Expr record, String name, Type type) implements Expr {}

  /** Returns the expressions directly inside, in the order in which they are evaluated. */
  default List<Expr> parts() {
    if (this instanceof Computed computed) {
      return computed.operands();
    } else if (this instanceof Choice choice) {
      return List.of(choice.condition(), choice.then(), choice.otherwise());
    } else if (this instanceof Not not) {
      return List.of(not.operand());
    } else if (this instanceof Component component) {
      return List.of(component.record());
    }
    return List.of();
  }

  /** Visits the values of all variables inside, in the order of evaluation. */
  default void locals(Consumer<Value> visitor) {
    if (this instanceof Local local) {
      visitor.accept(local.value());
    }
    for (Expr part : parts()) {
      part.locals(visitor);
    }
  }

  /** Returns the same expression about other values. */
  default Expr map(UnaryOperator<Value> mapping) {
    return with(value -> new Local(mapping.apply(value)));
  }

  /** Returns the same expression with others in place of its variables. */
  default Expr with(Function<Value, Expr> mapping) {
    if (this instanceof Local local) {
      return mapping.apply(local.value());
    } else if (this instanceof Computed computed) {
      List<Expr> operands = new ArrayList<>(computed.operands().size());
      for (Expr operand : computed.operands()) {
        operands.add(operand.with(mapping));
      }
      return new Computed(computed.step(), operands);
    } else if (this instanceof Choice choice) {
      return new Choice(
          choice.condition().with(mapping),
          choice.then().with(mapping),
          choice.otherwise().with(mapping),
          choice.type());
    } else if (this instanceof Not not) {
      return new Not(not.operand().with(mapping));
    } else if (this instanceof Component component) {
      return new Component(component.record().with(mapping), component.name(), component.type());
    }
    return this;
  }
}
