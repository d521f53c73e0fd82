package cotangent.verify;

/**
 * Tells what came of verifying one generated method.
 *
 * @param type the class with the original
 * @param method the original, with its number if it is an overload
 * @param generated the generated method, such as {@code lossGrad}; the original's name for the
 *     value
 * @param status what came of it
 * @param points at how many points it was called
 * @param compared how many derivatives were compared with differences
 * @param message what is wrong, or why nothing could be said; else empty
 * @param point where that was, with the seed; else empty
 */
public record Finding(
    String type,
    String method,
    String generated,
    Status status,
    int points,
    int compared,
    String message,
    String point) {}
