package cotangent.benchmarks.objectives;

/**
 * Describes a hand at rest: a tree of bones, and a mesh of vertices that the bones move.
 *
 * <p><b>Shapes:</b> for B bones, V vertices and F triangles: {@code parents} is {@code [B]}, -1 for
 * the root and otherwise smaller than its index; {@code baseRelatives} and {@code
 * inverseBaseAbsolutes} are {@code [B][4][4]}, row by row; {@code basePositions} is {@code [V][4]},
 * homogeneous; {@code weights} is {@code [V][B]}, mostly zeros; {@code triangles} is {@code
 * [F][3]}.
 *
 * @param parents the parent of each bone
 * @param baseRelatives each bone's frame in its parent's, at rest
 * @param inverseBaseAbsolutes the inverse of each bone's absolute frame at rest
 * @param basePositions the vertices at rest
 * @param weights how much each vertex follows each bone
 * @param triangles the three vertices of each triangle
 * @param mirrored whether the first coordinate changes its sign
 */
public record HandModel(
    int[] parents,
    double[][][] baseRelatives,
    double[][][] inverseBaseAbsolutes,
    double[][] basePositions,
    double[][] weights,
    int[][] triangles,
    boolean mirrored) {}
