package cotangent.processor.read.expression;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;

/** Writes arithmetic with whole terms, number by number. */
public final class RealTerms {
  private final Draft draft;

  public RealTerms(Draft draft) {
    this.draft = draft;
  }

  /** Returns zeros in the shape of a term; what isn't differentiable in it stays as it is. */
  public Term zeros(Term like) {
    List<Value> leaves = new ArrayList<>();
    for (Value leaf : like.leaves()) {
      Type type = leaf.type();
      leaves.add(
          !type.isDifferentiable()
              ? leaf
              : type.isArray() ? draft.here().zerosLike("", leaf) : draft.zero(type));
    }
    return like.with(leaves.iterator());
  }

  /** Multiplies the numbers of terms by a factor; arrays are changed in place. */
  public List<Value> scaled(List<Term> terms, Value factor) {
    List<Value> all = new ArrayList<>();
    for (Value leaf : leaves(terms)) {
      if (!leaf.type().isDifferentiable()) {
        all.add(leaf);
      } else if (leaf.type().isArray()) {
        each(draft.here(), leaf, leaf, (b, x, y) -> product(b, x, factor));
        all.add(leaf);
      } else {
        all.add(product(draft.here(), leaf, factor));
      }
    }
    return all;
  }

  /** Adds multiples of terms to others; the arrays of these are changed in place. */
  public List<Value> plusScaled(List<Term> sums, List<Term> terms, Value factor) {
    List<Value> all = new ArrayList<>();
    List<Value> added = leaves(terms);
    for (Value leaf : leaves(sums)) {
      Value other = added.get(all.size());
      if (!leaf.type().isDifferentiable()) {
        all.add(leaf);
      } else if (leaf.type().isArray()) {
        each(draft.here(), leaf, other, (b, x, y) -> plus(b, x, product(b, y, factor)));
        all.add(leaf);
      } else {
        all.add(plus(draft.here(), leaf, product(draft.here(), other, factor)));
      }
    }
    return all;
  }

  /** Multiplies terms number by number and sums up. */
  public Value dot(List<Term> one, List<Term> other, Type type) {
    List<Value> left = leaves(one);
    List<Value> right = leaves(other);
    Value sum = draft.zero(type);
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i).type().isDifferentiable()) {
        sum = dot(draft.here(), left.get(i), right.get(i), sum);
      }
    }
    return sum;
  }

  private static Value dot(GraphBuilder b, Value left, Value right, Value start) {
    if (!left.type().isArray()) {
      Value product = b.apply(Operations.MUL, left, right);
      return plus(b, start, converted(b, product, start.type()));
    }
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value sum = body.parameter(start.type(), "sum");
    Value x = body.read("", left, index);
    Value next = dot(body, x, body.read("", right, index), sum);
    Value length = b.apply(Operations.LENGTH, left);
    return b.loop(b.constant(0), length, 1, List.of(start), body.yield(next)).get(0);
  }

  private static List<Value> leaves(List<Term> terms) {
    return terms.stream().flatMap(term -> term.leaves().stream()).toList();
  }

  private static Value plus(GraphBuilder b, Value left, Value right) {
    return b.apply(Operations.ADD, left, right);
  }

  private static Value product(GraphBuilder b, Value number, Value factor) {
    Value wide = converted(b, number, factor.type());
    return converted(b, b.apply(Operations.MUL, wide, factor), number.type());
  }

  private static Value converted(GraphBuilder b, Value value, Type type) {
    return value.type() == type ? value : b.apply(Operations.cast(type), value);
  }

  private interface Combination {
    Value of(GraphBuilder b, Value number, Value other);
  }

  /** Replaces each number of an array by what is made of it and of its counterpart. */
  private static void each(GraphBuilder b, Value array, Value other, Combination combination) {
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value x = body.read("", array, index);
    Value y = body.read("", other, index);
    if (array.type().rank() > 1) {
      each(body, x, y, combination);
    } else {
      body.write(array, index, combination.of(body, x, y));
    }
    Value length = b.apply(Operations.LENGTH, array);
    b.loop(b.constant(0), length, 1, List.of(), body.yield());
  }
}
