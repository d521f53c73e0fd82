package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of classes that the compilation didn't have are refused where a derivative is taken. */
class UnknownClassTest {
  private static final String LIBRARY =
      """
      package corpus;

      import static cotangent.Derivative.*;

      import cotangent.Differentiable;

      public class Options {
        public interface Payoff {
          double value(double spot);
        }

        public static class Call implements Payoff {
          public double value(double spot) {
            return spot * spot;
          }
        }

        public static final class Put implements Payoff {
          public double value(double spot) {
            return 1 - spot;
          }
        }

        public static class Model {
          public double rate(double x) {
            return 3 * x;
          }
        }

        @Differentiable({GRADIENT, VJP, JVP})
        public static double chosen(double x, Payoff payoff) {
          return x * payoff.value(x);
        }

        public static Call unknownCall() {
          return new Call() {};
        }

        public static Model unknownModel() {
          return new Model() {
            @Override
            public double rate(double x) {
              return x;
            }
          };
        }

        @Differentiable
        public static double exact(double x, Model model) {
          return model.rate(x);
        }

        @Differentiable
        public static double either(double x, Base base) {
          return base.rate(x);
        }

        @Differentiable
        public static double caught(double x, Payoff payoff) {
          try {
            return x * payoff.value(x);
          } catch (IllegalArgumentException e) {
            return -1;
          }
        }

        @Differentiable
        public static double caughtExact(double x, Model model) {
          double y = x;
          try {
            y *= model.rate(x);
          } catch (RuntimeException e) {
            y = -1;
          } finally {
            y += 1;
          }
          return y;
        }

        static double helper(double x, Payoff payoff) {
          return payoff.value(x) * payoff.value(x + 1);
        }

        @Differentiable
        public static double caughtInHelper(double x, Payoff payoff) {
          try {
            return helper(x, payoff) + helper(2 * x, payoff) + helper(3 * x, payoff);
          } catch (RuntimeException e) {
            return -1;
          }
        }

        public abstract static class Base {
          public double rate(double x) {
            return 3 * x;
          }

          public static Base unknown() {
            return new Base() {};
          }
        }

        public static class Plan {
          @Differentiable
          public double cost(double x) {
            return rate() * x;
          }

          public double rate() {
            return 2;
          }
        }

        public static class Other extends Plan {
          @Override
          public double rate() {
            return 5;
          }
        }

        public static class Dear extends Plan {
          @Override
          public double cost(double x) {
            return x * x;
          }
        }

        public static class Tariff {
          @Differentiable
          public double price(double x) {
            return 2 * x;
          }

          public static Tariff other() {
            return new Tariff() {
              @Override
              public double price(double x) {
                return 7 * x;
              }
            };
          }
        }

        public enum Rate {
          FLAT,
          STEEP {
            @Override
            double at(double x) {
              return x * x * x;
            }
          },
          NAMED {
            @Override
            public String toString() {
              return "named";
            }
          };

          @Differentiable
          double at(double x) {
            return x * x;
          }
        }

        public static class One extends Base {}

        public static class Two extends Base {}
      }
      """;

  private final Compilation library =
      Compilation.of(Map.of("corpus.Options", LIBRARY), Compilation.processors().toList());

  private Object call(String type, String name, Object... arguments) throws Throwable {
    assertThat(library.diagnostics()).isEmpty();
    Method method =
        Arrays.stream(library.load("corpus." + type).getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object made(String type) throws ReflectiveOperationException {
    return library.load("corpus.Options$" + type).getConstructor().newInstance();
  }

  @Test
  void knownOnes() throws Throwable {
    assertThat(call("OptionsGrad", "chosenGrad", 3.0, made("Call")))
        .hasToString("ChosenGradient[value=27.0, dx=27.0]");
    assertThat(call("OptionsGrad", "chosenGrad", 3.0, made("Put")))
        .hasToString("ChosenGradient[value=-6.0, dx=-5.0]");
    assertThat(call("OptionsGrad", "eitherGrad", 3.0, made("Two")))
        .hasToString("EitherGradient[value=9.0, dx=3.0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chosenGrad", "chosenJvp", "chosenVjp"})
  void amongSeveral(String name) throws Throwable {
    Object unknown = call("Options", "unknownCall");
    assertThatThrownBy(
            () ->
                call(
                    "OptionsGrad",
                    name,
                    name.endsWith("Grad")
                        ? new Object[] {1.0, unknown}
                        : new Object[] {1.0, unknown, 1.0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corpus.Options$1");
  }

  @Test
  void theValueIsThatOfTheOriginal() throws Throwable {
    assertThat(call("OptionsGrad", "chosen", 3.0, call("Options", "unknownCall"))).isEqualTo(27.0);
    assertThat(call("OptionsGrad", "exact", 3.0, call("Options", "unknownModel"))).isEqualTo(3.0);
  }

  @Test
  void whereOneMethodRuns() throws Throwable {
    Object model = call("Options", "unknownModel");
    assertThatThrownBy(() -> call("OptionsGrad", "exactGrad", 1.0, model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corpus.Options$2");
    Object base = call("Options$Base", "unknown");
    assertThatThrownBy(() -> call("OptionsGrad", "eitherGrad", 1.0, base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corpus.Options$Base$1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"caughtGrad", "caughtExactGrad", "caughtInHelperGrad"})
  void noClauseOfTheProgramCatchesThat(String name) throws Throwable {
    String unknown = name.equals("caughtExactGrad") ? "unknownModel" : "unknownCall";
    Object object = call("Options", unknown);
    assertThatThrownBy(() -> call("OptionsGrad", name, 1.0, object))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(object.getClass().getName());
  }

  @Test
  void whereTheAnnotatedMethodItselfIsOverridden() throws Throwable {
    assertThat(call("Options_PlanGrad", "costGrad", made("Plan"), 3.0))
        .hasToString("CostGradient[value=6.0, dx=2.0]");
    assertThat(call("Options_PlanGrad", "costGrad", made("Other"), 3.0))
        .hasToString("CostGradient[value=15.0, dx=5.0]");
    assertThat(call("Options_PlanGrad", "cost", made("Dear"), 3.0)).isEqualTo(9.0);
    assertThatThrownBy(() -> call("Options_PlanGrad", "costGrad", made("Dear"), 3.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corpus.Options$Dear");
  }

  @Test
  void whereAnAnonymousClassOverridesTheAnnotatedMethod() throws Throwable {
    assertThat(call("Options_TariffGrad", "priceGrad", made("Tariff"), 3.0))
        .hasToString("PriceGradient[value=6.0, dx=2.0]");
    Object other = call("Options$Tariff", "other");
    assertThat(call("Options_TariffGrad", "price", other, 3.0)).isEqualTo(21.0);
    assertThatThrownBy(() -> call("Options_TariffGrad", "priceGrad", other, 3.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corpus.Options$Tariff$1");
  }

  @Test
  void whereConstantsOfAnEnumOverrideTheAnnotatedMethod() throws Throwable {
    Object[] rates = library.load("corpus.Options$Rate").getEnumConstants();
    assertThat(call("Options_RateGrad", "atGrad", rates[0], 3.0))
        .hasToString("AtGradient[value=9.0, dx=6.0]");
    assertThat(call("Options_RateGrad", "atGrad", rates[1], 3.0))
        .hasToString("AtGradient[value=27.0, dx=27.0]");
    assertThat(call("Options_RateGrad", "atGrad", rates[2], 3.0))
        .hasToString("AtGradient[value=9.0, dx=6.0]");
  }

  @Test
  void nullIsWhatItIsInJava() {
    assertThatThrownBy(() -> call("OptionsGrad", "chosenGrad", 1.0, null))
        .isInstanceOf(NullPointerException.class);
  }
}
