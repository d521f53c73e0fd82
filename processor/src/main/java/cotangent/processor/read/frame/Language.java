package cotangent.processor.read.frame;

/**
 * The readers of all that a method may be made of. They know every room, so they are handed in from
 * above: a frame knows only what they can do.
 */
public interface Language {
  Expressions expressions(Frame frame);

  Statements statements(Frame frame);

  Calling calling(Frame frame);
}
