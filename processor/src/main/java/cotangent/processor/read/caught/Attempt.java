package cotangent.processor.read.caught;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.List;

/** A call of a member that may end in an exception, which is known only at run time. */
final class Attempt {
  private static final String THROWN = "cotangent.Thrown";
  private static final Type NOTHING = new Type.Reference("void");

  private final Frame frame;
  private final Step.Call call;
  private final Callee.Member member;
  private final Value outcome = new Value(new Type.Reference("java.lang.Object"), "outcome");

  Attempt(Frame frame, Step.Call call) {
    this.frame = frame;
    this.call = call;
    this.member = (Callee.Member) call.callee();
  }

  /** Looking at the outcome throws nothing, and isn't in the source. */
  private GraphBuilder here() {
    return frame.draft().at(Position.NONE);
  }

  /** Makes the call, and holds its outcome. */
  void write() {
    Type type = call.results().isEmpty() ? NOTHING : call.results().get(0).type();
    if (type.toString().indexOf('<') >= 0) {
      throw refusal();
    }
    Callee attempted = member.attempted(type);
    frame.draft().at(call.position()).call(attempted, List.of(outcome), call.operands());
  }

  private Refusal refusal() {
    return new Refusal(
        Problem.SYNTAX,
        call.position(),
        "a call of "
            + member.owner()
            + "."
            + member.name()
            + ", whose result is generic, inside of a try statement that may catch its exceptions",
        "call it before the try statement");
  }

  /** Whether, at run time, it ended in an exception. */
  Value isThrown() {
    Value literal = new Value(new Type.Reference("java.lang.Class<?>"), "");
    here()
        .call(
            new Callee.Member(Callee.Member.Kind.STATIC_FIELD, THROWN, "class", true),
            List.of(literal),
            List.of());
    Value is = new Value(Type.BOOLEAN, "");
    Callee test =
        new Callee.Member(Callee.Member.Kind.METHOD, "java.lang.Class", "isInstance", true);
    return here().call(test, List.of(is), List.of(literal, outcome)).get(0);
  }

  /** Returns the exception. */
  Value exception() {
    Value thrown = cast(THROWN);
    Value exception = new Value(new Type.Reference("java.lang.Throwable"), "");
    return here().call(method(THROWN, "exception"), List.of(exception), List.of(thrown)).get(0);
  }

  /** Extracts the call's own result from its outcome. */
  void giveResult() {
    if (call.results().isEmpty()) {
      return;
    }
    Value result = call.results().get(0);
    if (result.type() instanceof Type.Scalar scalar) {
      String box = scalar.box().getName();
      here().call(method(box, scalar + "Value"), List.of(result), List.of(cast(box)));
    } else {
      here().call(cast(result.type().toString(), true), List.of(result), List.of(outcome));
    }
  }

  private Value cast(String type) {
    Value seen = new Value(new Type.Reference(type), "");
    return here().call(cast(type, true), List.of(seen), List.of(outcome)).get(0);
  }

  private static Callee cast(String type, boolean accessible) {
    return new Callee.Member(Callee.Member.Kind.CAST, type, "", accessible);
  }

  private static Callee method(String owner, String name) {
    return new Callee.Member(Callee.Member.Kind.METHOD, owner, name, true);
  }
}
