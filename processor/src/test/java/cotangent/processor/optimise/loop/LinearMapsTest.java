package cotangent.processor.optimise.loop;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Sums of what one linear map makes of many vectors. */
class LinearMapsTest {
  private static final String PARAMETERS =
      "double[][] q, double[] y, double[] w, double[] dx, int n, int m";

  private static final String ROUNDS =
      """
      zero = 0
      nothing = 0.0
      d = length(w)
      v = blank double[d]
      loop i from zero to n step 1 () {
        yi = y[i] @1
        loop a from zero to d step 1 () {
          wa = w[a] @2
          va = mul(yi, wa)
          v[a] = va
        }
        loop b from zero to d step 1 () {
          row = q[b]
          sum = loop c from zero to d step 1 (double part = nothing) {
            qbc = row[c]
            vc = v[c]
            product = mul(qbc, vc)
            next = add(part, product)
            yield next
          }
          old = dx[b]
          new = sub(old, sum)
          dx[b] = new
        }
      }
      yield n
      """;

  /** The sums are {@code Q(v + v + ..)} for {@code Qv + Qv + ..}. */
  @Test
  void areOneMapOfASum() {
    becomes(
        PARAMETERS,
        ROUNDS,
        """
        zero = 0
        nothing = 0.0
        d = length(w)
        totalV = new double[d]
        loop i from zero to n step 1 () {
          yi = y[i] @1
          loop a from zero to d step 1 () {
            wa = w[a] @2
            va = mul(yi, wa)
            %1 = totalV[a]
            %2 = add(%1, va)
            totalV[a] = %2
          }
        }
        %3 = lt(zero, n)
        if %3 {
          loop b from zero to d step 1 () {
            row = q[b]
            sum = loop c from zero to d step 1 (double part = nothing) {
              qbc = row[c]
              vc = totalV[c]
              product = mul(qbc, vc)
              next = add(part, product)
              yield next
            }
            old = dx[b]
            new = sub(old, sum)
            dx[b] = new
          }
        } else {
        }
        yield n
        """);
  }

  @Test
  void stayWhereTheMapChanges() {
    stays(
        PARAMETERS, ROUNDS.replace("yi = y[i] @1", "yi = y[i] @1\nfirst = q[zero]\nfirst[m] = yi"));
  }

  @Test
  void stayWhereTheSumIsLookedAt() {
    stays(PARAMETERS, ROUNDS.replace("yi = y[i] @1", "seen = dx[m]\ny[m] = seen @3\nyi = y[i] @1"));
  }

  @Test
  void stayWhereTheVectorIsChangedMeanwhile() {
    stays(PARAMETERS, ROUNDS.replace("old = dx[b]", "v[b] = nothing\nold = dx[b]"));
  }

  @Test
  void stayWhereTheMapIsNotLinear() {
    stays(
        PARAMETERS,
        ROUNDS.replace(
            "product = mul(qbc, vc)", "square = mul(vc, vc)\nproduct = mul(square, qbc)"));
    stays(PARAMETERS, ROUNDS.replace("product = mul(qbc, vc)", "product = add(qbc, vc)"));
    stays(PARAMETERS, ROUNDS.replace("product = mul(qbc, vc)", "product = max(qbc, vc)"));
  }

  @Test
  void stayWhereFactorsDependOnTheRound() {
    stays(
        PARAMETERS,
        ROUNDS.replace("product = mul(qbc, vc)", "twice = mul(qbc, yi)\nproduct = mul(twice, vc)"));
  }
}
