package cotangent;

/**
 * Finds arrays of several dimensions in a {@link Workspace}, as {@code zeros} does, but doesn't
 * clear them: for what is overwritten before it is read. Used by generated code; users have no need
 * of it.
 */
public final class Uncleared {
  private Uncleared() {}

  /**
   * Finds an array of rows of one length.
   *
   * @param workspace where it is kept
   * @param slot which array, counted from zero
   * @param rows how many rows it has
   * @param columns how many elements each row has
   * @return the array, which holds what was left in it
   */
  public static double[][] array(Workspace workspace, int slot, int rows, int columns) {
    return workspace.shaped.matrix(slot, rows, columns, false);
  }

  /**
   * Finds an array of three dimensions.
   *
   * @param workspace where it is kept
   * @param slot which array, counted from zero
   * @param planes how many planes it has
   * @param rows how many rows each plane has
   * @param columns how many elements each row has
   * @return the array, which holds what was left in it
   */
  public static double[][][] array(
      Workspace workspace, int slot, int planes, int rows, int columns) {
    return workspace.shaped.block(slot, planes, rows, columns, false);
  }

  /**
   * Finds an array of four dimensions.
   *
   * @param workspace where it is kept
   * @param slot which array, counted from zero
   * @param blocks how many blocks it has
   * @param planes how many planes each block has
   * @param rows how many rows each plane has
   * @param columns how many elements each row has
   * @return the array, which holds what was left in it
   */
  public static double[][][][] array(
      Workspace workspace, int slot, int blocks, int planes, int rows, int columns) {
    return workspace.shaped.field(slot, blocks, planes, rows, columns, false);
  }
}
