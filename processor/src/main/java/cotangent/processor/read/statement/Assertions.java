package cotangent.processor.read.statement;

import com.sun.source.tree.AssertTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.RecordReferences;
import cotangent.processor.read.frame.Branches;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.scope.Flow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Reads {@code assert}: as in Java, it is a guard where assertions are enabled for the outermost
 * class around it. Whether they are, is asked once, where the annotated method begins.
 */
public final class Assertions {
  private static final String ERROR = "java.lang.AssertionError";
  private static final Type CLASS = new Type.Reference("java.lang.Class<?>");

  private final Reading reading;
  private final Map<TypeElement, Value> enabled = new HashMap<>();

  private Assertions(Reading reading) {
    this.reading = reading;
  }

  /** Returns the one of a method that is being read. */
  public static Assertions of(Reading reading) {
    return reading.part(Assertions.class, Assertions::new);
  }

  public void read(Frame frame, AssertTree tree) {
    Branches branches = frame.branches();
    branches.branch(
        tree,
        enabled(frame, tree),
        () ->
            branches.branch(
                tree,
                frame.expressions().condition(tree.getCondition()),
                Frame.NOTHING,
                () -> fail(frame, tree)),
        Frame.NOTHING);
  }

  private Value enabled(Frame frame, AssertTree tree) {
    TypeElement outermost = frame.names().owner();
    for (Element e = outermost; e instanceof TypeElement type; e = e.getEnclosingElement()) {
      outermost = type;
    }
    if (!reading.isAccessible(outermost)) {
      throw Syntax.refusal(frame, tree);
    }
    if (reading.inFunction()) {
      return isEnabled(frame.at(tree), outermost);
    }
    GraphBuilder start = reading.prologue().at(frame.names().position(tree));
    return enabled.computeIfAbsent(outermost, type -> isEnabled(start, type));
  }

  private static Value isEnabled(GraphBuilder place, TypeElement type) {
    Value itself =
        call(
            place,
            Callee.Member.Kind.STATIC_FIELD,
            type.getQualifiedName().toString(),
            "class",
            List.of(),
            CLASS);
    return call(
        place,
        Callee.Member.Kind.METHOD,
        "java.lang.Class",
        "desiredAssertionStatus",
        List.of(itself),
        Type.BOOLEAN);
  }

  private static void fail(Frame frame, AssertTree tree) {
    List<Value> detail =
        tree.getDetail() == null
            ? List.of()
            : List.of(
                new RecordReferences(frame)
                    .pack(tree, frame.expressions().value(tree.getDetail())));
    Value error =
        call(frame.at(tree), Callee.Member.Kind.NEW, ERROR, "", detail, new Type.Reference(ERROR));
    frame.at(tree).throwing(error);
    frame.flow(Flow.NEVER);
  }

  private static Value call(
      GraphBuilder place,
      Callee.Member.Kind kind,
      String owner,
      String name,
      List<Value> operands,
      Type result) {
    return place
        .call(new Callee.Member(kind, owner, name, true), List.of(new Value(result, "")), operands)
        .get(0);
  }
}
