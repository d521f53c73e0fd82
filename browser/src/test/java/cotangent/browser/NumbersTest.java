package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import cotangent.processor.graph.Type;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.op.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds every operation that a page computes, on all types that it takes, to Java's own result. */
class NumbersTest {
  /** Within two units in the last place; whatever is not one of these is the same to the bit. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          ("exp expm1 log log10 log1p pow cbrt hypot sin cos tan asin acos atan atan2 sinh cosh"
                  + " tanh sigmoid softplus")
              .split(" "));

  private static final Map<Type, List<Object>> EDGES =
      Map.of(
          Type.BOOLEAN,
          List.of(false, true),
          Type.Scalar.BYTE,
          List.of((byte) -128, (byte) -1, (byte) 0, (byte) 127),
          Type.Scalar.SHORT,
          List.of((short) -32768, (short) 7, (short) 300),
          Type.Scalar.CHAR,
          List.of((char) 0, 'a', (char) 0xffff),
          Type.INT,
          List.of(Integer.MIN_VALUE, -46341, -7, -1, 0, 1, 3, 33, 0x12345678, Integer.MAX_VALUE),
          Type.LONG,
          List.of(Long.MIN_VALUE, -1L, 0L, 5L, 70L, (1L << 40) + 3, (1L << 61) + 1, Long.MAX_VALUE),
          Type.FLOAT,
          List.of(
              -3.5f,
              -0f,
              0f,
              0.1f,
              0.49999997f,
              2.5f,
              3e9f,
              8388609f,
              Float.MIN_VALUE,
              Float.MAX_VALUE,
              Float.NEGATIVE_INFINITY,
              Float.NaN),
          Type.DOUBLE,
          List.of(
              -3.5,
              -1.0,
              -0.0,
              0.0,
              0.3,
              0.49999999999999994,
              1.0,
              2.5,
              1e10,
              4503599627370497.5,
              1e300,
              Double.MIN_VALUE,
              Double.MAX_VALUE,
              Double.NEGATIVE_INFINITY,
              Double.POSITIVE_INFINITY,
              Double.NaN));

  /** An operation on operands, with what Java gives. */
  private record Question(Op op, List<Type> types, List<Object> operands) {
    JsonObject json() {
      JsonArray names = new JsonArray();
      types.forEach(type -> names.add(type.toString()));
      JsonArray values = new JsonArray();
      operands.forEach(each -> values.add(each instanceof Boolean ? each : text(each)));
      JsonObject json = new JsonObject();
      json.put("op", op.name());
      json.put("types", names);
      json.put("operands", values);
      return json;
    }

    private static Object text(Object value) {
      if (value instanceof Character c) {
        return (int) c;
      }
      boolean isSmall = value instanceof Integer || value instanceof Short || value instanceof Byte;
      return isSmall ? ((Number) value).intValue() : value.toString();
    }

    String difference(String page) {
      Object java;
      try {
        java = op.evaluate(operands);
      } catch (ArithmeticException e) {
        return page.equals("ArithmeticException") ? "" : this + ": Java throws, not " + page;
      }
      return isSame(java, page) ? "" : this + ": Java gives " + java + ", the page " + page;
    }

    private boolean isSame(Object java, String page) {
      if (java instanceof Character c) {
        return page.equals(Integer.toString(c));
      } else if (java instanceof Double exact) {
        String name = op.name().replace("StrictMath.", "");
        return Within.ulps(FUNCTIONS.contains(name) ? 2 : 0, exact, Double.parseDouble(page));
      } else if (java instanceof Float exact) {
        return Float.compare(exact, (float) Double.parseDouble(page)) == 0;
      }
      return java.toString().equals(page);
    }

    @Override
    public String toString() {
      return op.name() + operands;
    }
  }

  @Test
  void operationsAreThoseOfJava() throws Exception {
    List<Question> questions = new ArrayList<>();
    for (Op op : Operations.all()) {
      for (List<Type> types : op == Operations.LENGTH ? List.<List<Type>>of() : Signatures.of(op)) {
        edges(op, types, List.of(), questions);
        drawn(op, types, questions);
      }
    }
    JsonArray json = new JsonArray();
    questions.forEach(question -> json.add(question.json()));
    List<?> answers;
    try (Scripts scripts = new Scripts(NumbersTest.class.getClassLoader());
        Browser browser = new Browser()) {
      browser.open(scripts.address());
      answers = (List<?>) browser.run("return computeAll(...arguments)", JsonWriter.string(json));
    }

    assertThat(questions).hasSizeGreaterThan(10_000).hasSameSizeAs(answers);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      wrong.add(questions.get(i).difference(answers.get(i).toString()));
    }
    wrong.removeIf(String::isEmpty);
    assertThat(wrong).isEmpty();
  }

  private static void edges(Op op, List<Type> types, List<Object> begun, List<Question> questions) {
    if (begun.size() == types.size()) {
      questions.add(new Question(op, types, begun));
      return;
    }
    for (Object next : EDGES.get(types.get(begun.size()))) {
      List<Object> more = new ArrayList<>(begun);
      more.add(next);
      edges(op, types, more, questions);
    }
  }

  /** Adds real numbers of ordinary sizes, where functions have their last bits. */
  private static void drawn(Op op, List<Type> types, List<Question> questions) {
    Random random = new Random(types.hashCode());
    boolean isReal = types.stream().allMatch(type -> type == Type.DOUBLE);
    for (int i = 0; i < 40 && isReal; i++) {
      List<Object> operands = new ArrayList<>();
      types.forEach(type -> operands.add(random.nextGaussian() * Math.pow(10, random.nextInt(3))));
      questions.add(new Question(op, types, operands));
    }
  }
}
