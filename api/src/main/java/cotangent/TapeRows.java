package cotangent;

/**
 * The tapes of a workspace that hold arrays: rows of their own, or other arrays by reference. The
 * two are apart, so that no method takes what another one only remembers for memory of its own.
 */
final class TapeRows {
  private double[][][] rows = {};
  private int[][][] intRows = {};
  private double[][][][] planes = {};
  private double[][][] references = {};
  private double[][][][] planesOfReferences = {};

  double[][] rows(int slot, int count) {
    rows = Slots.with(slot, rows, Slots.ROWS);
    return Workspace.rows(rows, slot, count);
  }

  int[][] intRows(int slot, int count) {
    intRows = Slots.with(slot, intRows, Slots.INT_ROWS);
    intRows[slot] = Slots.longer(intRows[slot], count, Slots.INTS);
    return intRows[slot];
  }

  double[][][] planes(int slot, int count) {
    planes = Slots.with(slot, planes, Slots.PLANES);
    planes[slot] = Slots.longer(planes[slot], count, Slots.ROWS);
    return planes[slot];
  }

  double[][] references(int slot, int count) {
    references = Slots.with(slot, references, Slots.ROWS);
    if (references[slot].length != count) {
      references[slot] = new double[count][];
    }
    return references[slot];
  }

  double[][][] planesOfReferences(int slot, int count) {
    planesOfReferences = Slots.with(slot, planesOfReferences, Slots.PLANES);
    planesOfReferences[slot] = Slots.longer(planesOfReferences[slot], count, Slots.ROWS);
    return planesOfReferences[slot];
  }
}
