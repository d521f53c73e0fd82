package cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private final Workspace workspace = new Workspace();

  @Test
  void aBufferIsKeptFromCallToCall() {
    double[] first = workspace.doubles(0, 10);
    assertThat(first).hasSize(10);
    assertThat(workspace.doubles(0, 10)).isSameAs(first);
    assertThat(workspace.doubles(0, 3)).isSameAs(first);
    assertThat(workspace.doubles(1, 10)).isNotSameAs(first);
  }

  @Test
  void aBufferThatGrowsKeepsItsContentsAndAtLeastDoubles() {
    double[] first = workspace.doubles(2, 4);
    first[3] = 7;
    double[] second = workspace.doubles(2, 5);
    assertThat(second).hasSize(8).startsWith(0, 0, 0, 7);
    assertThat(workspace.doubles(2, 100)).hasSize(100);
  }

  @Test
  void everyKindCountsItsOwnSlots() {
    workspace.doubles(0, 1)[0] = 1;
    workspace.floats(0, 1)[0] = 2;
    workspace.longs(0, 1)[0] = 3;
    workspace.ints(0, 1)[0] = 4;
    workspace.booleans(0, 1)[0] = true;
    workspace.zeros(0, 1)[0] = 5;
    workspace.floatZeros(0, 1)[0] = 6;
    assertThat(workspace.doubles(0, 1)).containsExactly(1);
    assertThat(workspace.floats(0, 1)).containsExactly(2);
    assertThat(workspace.longs(0, 1)).containsExactly(3);
    assertThat(workspace.ints(0, 1)).containsExactly(4);
    assertThat(workspace.booleans(0, 1)).containsExactly(true);
  }

  @Test
  void buffersOfEveryKindGrowAndKeepTheirContents() {
    workspace.floats(5, 2)[1] = 2;
    workspace.longs(5, 2)[1] = 3;
    workspace.ints(5, 2)[1] = 4;
    workspace.booleans(5, 2)[1] = true;
    assertThat(workspace.floats(5, 3)).containsExactly(0, 2, 0, 0);
    assertThat(workspace.longs(5, 3)).containsExactly(0, 3, 0, 0);
    assertThat(workspace.ints(5, 3)).containsExactly(0, 4, 0, 0);
    assertThat(workspace.booleans(5, 3)).containsExactly(false, true, false, false);
  }

  @Test
  void zerosAreZeroAgainAndOfTheExactLength() {
    double[] first = workspace.zeros(0, 3);
    first[1] = 1;
    assertThat(workspace.zeros(0, 3)).isSameAs(first).containsExactly(0, 0, 0);
    first[0] = 1;
    assertThat(workspace.zeros(0, 2)).containsExactly(0, 0);
    float[] floats = workspace.floatZeros(0, 3);
    floats[2] = 1;
    assertThat(workspace.floatZeros(0, 3)).isSameAs(floats).containsExactly(0, 0, 0);
    assertThat(workspace.floatZeros(0, 4)).containsExactly(0, 0, 0, 0);
  }

  @Test
  void zerosLikeFollowTheShapeAndKeepTheRowsThatFit() {
    double[][] first = workspace.zerosLike(0, new double[][] {{1, 2}, {}, {3}});
    assertThat(first).isDeepEqualTo(new double[][] {{0, 0}, {}, {0}});
    double[] row = first[0];
    row[1] = 5;
    assertThat(workspace.zerosLike(0, new double[][] {{1, 2}, {}, {3}})).isSameAs(first);
    assertThat(row).containsExactly(0, 0);
    double[][] longer = workspace.zerosLike(0, new double[][] {{9, 9}, {9}, {9, 9, 9}, {}});
    assertThat(longer).isDeepEqualTo(new double[][] {{0, 0}, {0}, {0, 0, 0}, {}});
    assertThat(longer[0]).isSameAs(row);
    assertThat(workspace.zerosLike(0, new double[0][])).isEmpty();
  }

  @Test
  void rowsStayWhereTheyAreAndHaveTheLengthsAskedFor() {
    double[][] rows = workspace.rows(1, 2);
    assertThat(rows.length).isEqualTo(2);
    double[] row = Workspace.row(rows, 1, 3);
    assertThat(row).hasSize(3);
    assertThat(rows[1]).isSameAs(row);
    row[2] = 7;
    double[][] more = workspace.rows(1, 3);
    assertThat(more.length).isGreaterThanOrEqualTo(3);
    assertThat(Workspace.row(more, 1, 3)).isSameAs(row).containsExactly(0, 0, 7);
    assertThat(Workspace.row(more, 2, 1)).hasSize(1);
    assertThat(Workspace.row(more, 1, 2)).hasSize(2);
    assertThat(workspace.rows(1, 1)).isSameAs(more);
    assertThat(workspace.rows(0, 1)[0]).isEmpty();
  }

  @Test
  void planesStayWhereTheyAreWithTheirRows() {
    double[][][] planes = workspace.planes(0, 2);
    assertThat(planes.length).isEqualTo(2);
    double[][] rows = Workspace.rows(planes, 1, 3);
    assertThat(rows.length).isEqualTo(3);
    double[] row = Workspace.row(rows, 2, 4);
    double[][][] more = workspace.planes(0, 5);
    assertThat(more.length).isGreaterThanOrEqualTo(5);
    assertThat(Workspace.rows(more, 1, 2)).isSameAs(rows);
    assertThat(Workspace.row(Workspace.rows(more, 1, 7), 2, 4)).isSameAs(row);
    assertThat(Workspace.row(Workspace.rows(more, 4, 1), 0, 1)).containsExactly(0);
    assertThat(workspace.rows(0, 1)[0]).isEmpty();
  }

  @Test
  void aChildIsTheSameAtEveryCallAndSharesNothing() {
    Workspace child = workspace.child(1);
    assertThat(workspace.child(1)).isSameAs(child);
    assertThat(workspace.child(0)).isNotSameAs(child).isNotSameAs(workspace);
    workspace.doubles(0, 1)[0] = 1;
    assertThat(child.doubles(0, 1)).containsExactly(0);
  }

  @Test
  void zerosOfSeveralDimensionsAreKeptAndCleared() {
    double[][] two = workspace.zeros(0, 2, 3);
    double[][][] three = workspace.zeros(0, 2, 3, 4);
    double[][][][] four = workspace.zeros(0, 2, 3, 4, 5);
    two[1][2] = 1;
    three[1][2][3] = 1;
    four[1][2][3][4] = 1;
    assertThat(workspace.zeros(0, 2, 3)).isSameAs(two).isDeepEqualTo(new double[2][3]);
    assertThat(workspace.zeros(0, 2, 3, 4)).isSameAs(three);
    assertThat(workspace.zeros(0, 2, 3, 4, 5)).isSameAs(four);
    assertThat(three[1][2]).containsOnly(0);
    assertThat(four[1][2][3]).containsOnly(0);
  }

  @Test
  void zerosOfTwoShapesInTurnAreKept() {
    double[][] two = workspace.zeros(0, 3, 32);
    double[][] left = workspace.zeros(0, 3, 4);
    left[2][3] = 1;
    assertThat(workspace.zeros(0, 3, 32)).isSameAs(two);
    assertThat(workspace.zeros(0, 3, 4)).isSameAs(left).isDeepEqualTo(new double[3][4]);
    double[][][] three = workspace.zeros(0, 2, 3, 32);
    double[][][] planes = workspace.zeros(0, 2, 3, 4);
    assertThat(workspace.zeros(0, 2, 3, 32)).isSameAs(three);
    assertThat(workspace.zeros(0, 2, 3, 4)).isSameAs(planes);
    double[][][][] four = workspace.zeros(0, 1, 2, 3, 32);
    double[][][][] blocks = workspace.zeros(0, 1, 2, 3, 4);
    assertThat(workspace.zeros(0, 1, 2, 3, 32)).isSameAs(four);
    assertThat(workspace.zeros(0, 1, 2, 3, 4)).isSameAs(blocks);
  }

  @Test
  void arraysThatAreNotClearedHaveTheShapeAskedFor() {
    double[][] two = Uncleared.array(workspace, 0, 2, 3);
    double[][][] three = Uncleared.array(workspace, 0, 2, 3, 4);
    double[][][][] four = Uncleared.array(workspace, 0, 2, 3, 4, 5);
    two[1][2] = 1;
    three[1][2][3] = 1;
    four[1][2][3][4] = 1;
    assertThat(Uncleared.array(workspace, 0, 2, 3)).isSameAs(two);
    assertThat(Uncleared.array(workspace, 0, 2, 3, 4)).isSameAs(three);
    assertThat(Uncleared.array(workspace, 0, 2, 3, 4, 5)).isSameAs(four);
    assertThat(two[1][2] + three[1][2][3] + four[1][2][3][4]).isEqualTo(3);
    assertThat(workspace.zeros(0, 2, 3)).isDeepEqualTo(new double[2][3]);
    assertThat(Uncleared.array(workspace, 0, 3, 3)).isDeepEqualTo(new double[3][3]);
  }

  @Test
  void zerosOfAnotherShapeAreMadeAnew() {
    workspace.zeros(0, 2, 3);
    assertThat(workspace.zeros(0, 3, 2)).isDeepEqualTo(new double[3][2]);
    assertThat(workspace.zeros(0, 0, 2)).isEmpty();
    workspace.zeros(0, 2, 3, 4);
    assertThat(workspace.zeros(0, 2, 4, 3)).isDeepEqualTo(new double[2][4][3]);
    workspace.zeros(0, 2, 3, 4, 5);
    assertThat(workspace.zeros(0, 2, 3, 5, 4)[1]).isDeepEqualTo(new double[3][5][4]);
  }

  @Test
  void aNegativeLengthIsRefusedAsJavaDoes() {
    assertThatThrownBy(() -> workspace.zeros(0, 0, -1))
        .isInstanceOf(NegativeArraySizeException.class);
    assertThatThrownBy(() -> workspace.intZeros(0, -1))
        .isInstanceOf(NegativeArraySizeException.class);
  }

  @Test
  void numbersAndTruthValuesAreClearedToo() {
    int[] ints = workspace.intZeros(1, 3);
    boolean[] booleans = workspace.booleanZeros(1, 3);
    ints[2] = 7;
    booleans[2] = true;
    assertThat(workspace.intZeros(1, 3)).isSameAs(ints).containsOnly(0);
    assertThat(workspace.booleanZeros(1, 3)).isSameAs(booleans).containsOnly(false);
    assertThat(workspace.intZeros(1, 2)).hasSize(2);
  }

  @Test
  void rowsOfIntStayWhereTheyAre() {
    int[][] rows = workspace.intRows(0, 2);
    int[] row = Workspace.row(rows, 1, 4);
    row[3] = 9;
    assertThat(workspace.intRows(0, 2)).isSameAs(rows);
    assertThat(Workspace.row(rows, 1, 4)).isSameAs(row).contains(9);
    assertThat(Workspace.row(rows, 1, 5)).hasSize(5);
    assertThat(workspace.intRows(0, 9).length).isGreaterThanOrEqualTo(9);
  }

  @Test
  void arraysOfExactLengthsAreKeptForEachLength() {
    double[] three = workspace.exact(0, 3);
    three[1] = 1;
    double[] four = workspace.exact(0, 4);
    assertThat(four).hasSize(4);
    assertThat(workspace.exact(0, 3)).isSameAs(three).containsExactly(0, 1, 0);
    assertThat(workspace.exact(0, 4)).isSameAs(four);
    assertThat(workspace.zeros(0, 3)).isNotSameAs(three).containsOnly(0);
    for (int length = 0; length < 100; length++) {
      assertThat(workspace.exact(0, length)).hasSize(length);
      assertThat(workspace.zeros(0, length)).hasSize(length).isEqualTo(new double[length]);
    }
  }

  @Test
  void aSeriesLendsTheSameArraysAgain() {
    ArraySeries series = workspace.series(1);
    double[] first = series.next(3);
    first[0] = 1;
    double[] second = series.nextZeros(3);
    second[0] = 1;
    assertThat(second).isNotSameAs(first);
    assertThat(workspace.series(1)).isSameAs(series);
    assertThat(series.next(3)).isSameAs(first).containsExactly(1, 0, 0);
    assertThat(series.nextZeros(3)).isSameAs(second).containsOnly(0);
    assertThat(series.next(5)).hasSize(5);
  }

  @Test
  void aSeriesOfEveryKindLendsArraysOfItsOwn() {
    ArraySeries series = workspace.series(0);
    for (int i = 0; i < 2; i++) {
      workspace.series(0);
      assertThat(series.next(3)).isEqualTo(new double[3]);
      assertThat(series.nextInts(3)).isEqualTo(new int[3]);
      assertThat(series.nextLongs(3)).isEqualTo(new long[3]);
      assertThat(series.nextBooleans(3)).isEqualTo(new boolean[3]);
    }
    workspace.series(0);
    series.nextInts(2)[1] = 7;
    int[] second = series.nextInts(2);
    workspace.series(0);
    assertThat(series.nextInts(2)).containsExactly(0, 7);
    assertThat(series.nextInts(2)).isSameAs(second).containsExactly(0, 0);
    assertThat(series.nextInts(4)).hasSize(4);
  }

  @Test
  void aSeriesLendsArraysOfReferences() {
    ArraySeries series = workspace.series(0);
    double[][] rows = series.nextRows(2);
    int[][] intRows = series.nextIntRows(3);
    boolean[][] booleanRows = series.nextBooleanRows(4);
    double[][][] planes = series.nextPlanes(5);
    int[][][] intPlanes = series.nextIntPlanes(6);
    rows[1] = new double[1];
    workspace.series(0);
    assertThat(series.nextRows(2)).isSameAs(rows);
    assertThat(series.nextIntRows(3)).isSameAs(intRows);
    assertThat(series.nextBooleanRows(4)).isSameAs(booleanRows);
    assertThat(series.nextPlanes(5)).isSameAs(planes);
    assertThat(series.nextIntPlanes(6)).isSameAs(intPlanes);
    workspace.series(0);
    assertThat(series.nextNulls(2)).isSameAs(rows);
    assertThat(rows[1]).isNull();
  }

  @Test
  void referencesHaveTheLengthAskedFor() {
    double[][] two = workspace.references(0, 2);
    assertThat(workspace.references(0, 2)).isSameAs(two);
    assertThat(workspace.references(0, 3).length).isEqualTo(3);
  }
}
