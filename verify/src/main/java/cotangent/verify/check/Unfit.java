package cotangent.verify.check;

import org.jspecify.annotations.Nullable;

/**
 * Arguments whose sizes don't agree, which a companion has to refuse.
 *
 * @param arguments all of them, as the original takes them
 * @param why what the exception has to say
 */
public record Unfit(@Nullable Object[] arguments, String why) {

  /**
   * Checks that a generated method refuses them.
   *
   * @param scene where they would agree
   * @param suffix what the name of the generated method ends in
   * @throws Wrong if it doesn't
   */
  public void check(Scene scene, String suffix) {
    Subject subject = scene.subject();
    Throwable failure = subject.callGenerated(suffix, scene.other(arguments, suffix)).failure();
    boolean isRefused =
        failure instanceof IllegalArgumentException
            && String.valueOf(failure.getMessage()).contains("@Shape(");
    if (!isRefused) {
      String ending = failure == null ? "takes them" : "ends in " + failure;
      throw new Wrong(subject.name() + suffix, ending + " although " + why);
    }
  }
}
