package cotangent.processor.read.loop;

import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scan.HeadExit;
import cotangent.processor.read.scan.Jumps;

/** Chooses the form of a general loop, so that as few flags as possible are carried. */
final class GeneralLoops {
  private final Frame frame;

  GeneralLoops(Frame frame) {
    this.frame = frame;
  }

  /** Reads a loop, and what follows it. */
  void read(LoopParts parts, Runnable rest) {
    boolean endless = parts.test() == null;
    HeadExit head = HeadExit.of(parts.body(), parts.labels());
    boolean joins =
        head != null
            && parts.enter() == null
            && (endless
                ? Jumps.endingLoop(head.suffix(), parts.labels()).isEmpty()
                : head.prefix().isEmpty());
    if (!parts.testsFirst() || endless && !joins) {
      new BodyFirst(frame, parts).read(rest);
    } else {
      new TestFirst(frame, parts, joins ? head : null).read(rest);
    }
  }
}
