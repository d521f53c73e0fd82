package cotangent.processor.optimise.loop;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Products of two vectors that the rounds of a loop add to a matrix. */
class JammedRoundsTest {
  private static final String PARAMETERS =
      "double[][] dw, double[] dy, double[][] x, double[] db, int h, int d";

  private static final String NEST =
      """
        loop j from zero to h step 1 () {
          dyj = dy[j]
          dwj = dw[j]
          loop k from zero to d step 1 () {
            xk = row[k]
            product = mul(dyj, xk)
            old = dwj[k]
            new = add(old, product)
            dwj[k] = new
          }
        }
      """;

  private static final String ROUNDS =
      """
      zero = 0
      n = length(x)
      loop i from zero to n step 1 () {
        row = x[i] @1
      """
          + NEST
          + """
      }
      yield n
      """;

  /** The last rows are copied, and four of them are added at once. */
  @Test
  void addFourProductsAtOnce() {
    becomes(
        PARAMETERS,
        ROUNDS,
        """
        zero = 0
        n = length(x)
        %1 = 16
        %2 = min(h, d)
        isWide = ge(%2, %1)
        %3 = 4
        %4 = max(zero, d)
        lastRow = blank double[%3][%4]
        loop i from zero to n step 1 () {
          %5 = 3
          turn = and(i, %5)
          row = x[i] @1
          if isWide {
            %6 = lastRow[turn]
            copy row[zero] to %6[zero] length d
            %7 = eq(turn, %5)
            if %7 {
              %8 = 1
              %9 = 2
              row#2 = lastRow[zero]
              row#3 = lastRow[%8]
              row#4 = lastRow[%9]
              row#5 = lastRow[%5]
              loop j from zero to h step 1 () {
                dyj = dy[j]
                dwj = dw[j]
                loop k from zero to d step 1 () {
                  xk = row#2[k]
                  xk#2 = row#3[k]
                  xk#3 = row#4[k]
                  xk#4 = row#5[k]
                  product = mul(dyj, xk)
                  product#2 = mul(dyj, xk#2)
                  product#3 = mul(dyj, xk#3)
                  product#4 = mul(dyj, xk#4)
                  old = dwj[k]
                  new = add(old, product)
                  new#2 = add(new, product#2)
                  new#3 = add(new#2, product#3)
                  new#4 = add(new#3, product#4)
                  dwj[k] = new#4
                }
              }
            } else {
            }
          } else {
            loop j#2 from zero to h step 1 () {
              dyj#2 = dy[j#2]
              dwj#2 = dw[j#2]
              loop k#2 from zero to d step 1 () {
                xk#5 = row[k#2]
                product#5 = mul(dyj#2, xk#5)
                old#2 = dwj#2[k#2]
                new#5 = add(old#2, product#5)
                dwj#2[k#2] = new#5
              }
            }
          }
        }
        if isWide {
          %10 = 3
          %11 = and(n, %10)
          loop %12 from zero to %11 step 1 () {
            row#6 = lastRow[%12]
            loop j#3 from zero to h step 1 () {
              dyj#3 = dy[j#3]
              dwj#3 = dw[j#3]
              loop k#3 from zero to d step 1 () {
                xk#6 = row#6[k#3]
                product#6 = mul(dyj#3, xk#6)
                old#3 = dwj#3[k#3]
                new#6 = add(old#3, product#6)
                dwj#3[k#3] = new#6
              }
            }
          }
        } else {
        }
        yield n
        """);
  }

  @Test
  void stayWhereTheSumIsLookedAt() {
    stays(PARAMETERS, ROUNDS.replace("dyj = dy[j]", "first = dw[zero]\ndyj = first[j]"));
    stays(
        PARAMETERS,
        ROUNDS.replace("dyj = dy[j]", "dyj = dy[j]\nfirst = dw[zero]\ns = first[j]\ndb[j] = s"));
  }

  @Test
  void stayWhereThePlaceChanges() {
    stays(PARAMETERS, ROUNDS.replace("dwj = dw[j]", "dwj = dw[i]"));
    stays(
        PARAMETERS,
        ROUNDS.replace("row = x[i] @1", "row = x[i] @1\nfirst = dw[zero]\ndw[i] = first @2"));
  }

  @Test
  void stayWhereTheLengthChanges() {
    stays(
        PARAMETERS,
        ROUNDS.replace("row = x[i] @1", "row = x[i] @1\nm = length(row)").replace("to d", "to m"));
  }

  @Test
  void stayWhereAVectorChangesMeanwhile() {
    stays(
        PARAMETERS,
        ROUNDS
            .replace("dyj = dy[j]", "dyj = dy[j]\ndy[j] = half")
            .replace("zero = 0", "zero = 0\nhalf = 0.5"));
  }
}
