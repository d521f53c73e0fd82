package cotangent.processor.op;

import cotangent.processor.graph.Type;
import java.util.List;
import java.util.Set;

/** How the types of the operators' operands and results are related. */
final class Typings {
  static final Set<Type> NUMERIC = Set.of(Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE);
  static final Set<Type> WHOLE = Set.of(Type.INT, Type.LONG);
  static final Set<Type> BITS = Set.of(Type.INT, Type.LONG, Type.BOOLEAN);
  static final Set<Type> TRUTH = Set.of(Type.BOOLEAN);

  private Typings() {}

  /** This many operands, all of one of the types, which is that of the result. */
  static Op.Typing same(int count, Set<Type> types) {
    return operands -> {
      Type type = operands.get(0);
      require(types.contains(type) && alike(operands, count), operands);
      return type;
    };
  }

  /** A whole number, shifted by a whole number of any size. */
  static Op.Typing shift() {
    return operands -> {
      require(operands.size() == 2 && WHOLE.containsAll(operands), operands);
      return operands.get(0);
    };
  }

  /** Two operands of one of the types, compared. */
  static Op.Typing comparison(Set<Type> types) {
    return operands -> {
      require(types.contains(operands.get(0)) && alike(operands, 2), operands);
      return Type.BOOLEAN;
    };
  }

  /** Two numbers or two truth values of the same type, or two references of any types. */
  static Op.Typing equality() {
    return operands -> {
      Type first = operands.get(0);
      boolean scalars = first.isScalar() || operands.get(operands.size() - 1).isScalar();
      require(
          scalars
              ? alike(operands, 2) && (NUMERIC.contains(first) || first == Type.BOOLEAN)
              : operands.size() == 2,
          operands);
      return Type.BOOLEAN;
    };
  }

  /** A condition and two operands of one type. */
  static Op.Typing conditional() {
    return operands -> {
      require(
          operands.size() == 3
              && operands.get(0) == Type.BOOLEAN
              && operands.get(1).equals(operands.get(2)),
          operands);
      return operands.get(1);
    };
  }

  /** A reference of any type. */
  static Op.Typing lock() {
    return operands -> {
      require(operands.size() == 1 && !operands.get(0).isScalar(), operands);
      return Type.BOOLEAN;
    };
  }

  static Op.Typing length() {
    return operands -> {
      require(operands.size() == 1 && operands.get(0).isArray(), operands);
      return Type.INT;
    };
  }

  /** A number, converted. */
  static Op.Typing conversion(Type target) {
    return operands -> {
      Type source = operands.get(0);
      require(operands.size() == 1 && (source.isIntegral() || source.isReal()), operands);
      return target;
    };
  }

  static void require(boolean met, List<Type> operands) {
    if (!met) {
      throw new IllegalArgumentException("doesn't take " + operands);
    }
  }

  private static boolean alike(List<Type> operands, int count) {
    if (operands.size() != count) {
      return false;
    }
    for (Type type : operands) {
      if (!type.equals(operands.get(0))) {
        return false;
      }
    }
    return true;
  }
}
