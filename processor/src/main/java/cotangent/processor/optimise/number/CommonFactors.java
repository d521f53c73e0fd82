package cotangent.processor.optimise.number;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code 2 * p + 2 * q} in derivatives as {@code 2 * (p + q)}: one multiplication less in
 * what two squares add to one number. Only powers of two, which are the same to the last bit, and
 * none below one: half of a huge number may have a sum with another half, where the numbers have
 * none.
 */
final class CommonFactors extends Rewriter {
  private final Places places;

  /** A product that nothing else uses: {@code factor * value}, or minus that. */
  private record Product(double factor, Value value, boolean isMinus) {}

  CommonFactors(Survey seen) {
    places = seen.places();
  }

  @Override
  protected void rewrite(Step step) {
    boolean isSum =
        step instanceof Step.Apply apply
            && (apply.operation() == Operations.ADD || apply.operation() == Operations.SUB)
            && apply.result().type().isReal();
    if (!isSum || !isMade(step) || !gathers((Step.Apply) step)) {
      add(inside(step));
    }
  }

  private boolean gathers(Step.Apply sum) {
    Product first = product(sum.operands().get(0));
    Product last = product(sum.operands().get(1));
    if (first == null || last == null || first.factor != last.factor) {
      return false;
    }
    boolean losesLast = last.isMinus != (sum.operation() == Operations.SUB);
    Value p = first.value;
    Value q = last.value;
    Value inner =
        first.isMinus == losesLast
            ? apply(Operations.ADD, sum.position(), p, q)
            : first.isMinus
                ? apply(Operations.SUB, sum.position(), q, p)
                : apply(Operations.SUB, sum.position(), p, q);
    Type type = sum.result().type();
    Object number = type == Type.FLOAT ? (Object) (float) first.factor : (Object) first.factor;
    List<Value> factors = List.of(constant(type, number), inner);
    boolean isMinus = first.isMinus && losesLast;
    Value product = isMinus ? new Value(type, "") : sum.result();
    add(new Step.Apply(product, Operations.MUL, factors, sum.position()));
    if (isMinus) {
      add(new Step.Apply(sum.result(), Operations.NEG, List.of(product), sum.position()));
    }
    return true;
  }

  private @Nullable Product product(Value value) {
    boolean isReturned = places.bodies().get(0).yields().contains(value);
    if (isReturned || places.users(value).size() != 1) {
      return null;
    }
    Step.Apply minus = applied(Operations.NEG, value);
    if (minus != null) {
      Product inner = product(minus.operands().get(0));
      return inner == null ? null : new Product(inner.factor, inner.value, !inner.isMinus);
    }
    Step.Apply times = applied(Operations.MUL, value);
    if (times == null) {
      return null;
    }
    Value a = times.operands().get(0);
    Value b = times.operands().get(1);
    Product product = scaled(a, b);
    return product == null ? scaled(b, a) : product;
  }

  private @Nullable Product scaled(Value factor, Value value) {
    if (!(constant(factor) instanceof Number number)) {
      return null;
    }
    double size = Math.abs(number.doubleValue());
    return size > 1 && size == Math.scalb(1.0, Math.getExponent(size))
        ? new Product(size, value, number.doubleValue() < 0)
        : null;
  }
}
