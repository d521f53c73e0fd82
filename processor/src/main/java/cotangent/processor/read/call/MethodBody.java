package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.expression.Assignments;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Called;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Locked;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Reads the body of a method whose arguments are known, in place of a call or as a function's. */
public final class MethodBody {
  private MethodBody() {}

  /** Reads a method's body with parameters bound to terms. */
  public static void read(Frame frame, Source source, List<Term> arguments) {
    Captures.bring(frame, source.tree());
    parameters(frame, source, arguments);
    frame.annotations(source.tree().getModifiers().getAnnotations());
    frame.called(new Called(source.element(), arguments));
    statements(frame, source);
  }

  /** Declares a method's parameters. */
  public static Map<String, Variable> parameters(Frame frame, Source source, List<Term> arguments) {
    Map<String, Variable> variables = new HashMap<>();
    List<? extends VariableTree> parameters = source.tree().getParameters();
    Assignments assignments = new Assignments(frame);
    for (int i = 0; i < parameters.size(); i++) {
      VariableTree parameter = parameters.get(i);
      Variable variable =
          frame
              .environment()
              .declare(
                  parameter.getName().toString(), source.element().getParameters().get(i).asType());
      assignments.bind(variable, arguments.get(i));
      variables.put(variable.name(), variable);
    }
    return variables;
  }

  public static void statements(Frame frame, Source source) {
    Runnable body =
        () -> frame.statements().sequence(source.tree().getBody().getStatements(), Frame.NOTHING);
    if (source.element().getModifiers().contains(Modifier.SYNCHRONIZED)) {
      Locked.read(frame, source.tree(), lock(frame, source), body);
    } else {
      body.run();
    }
    frame.arriveAt(frame.end());
  }

  /** Returns what a synchronized method locks: its object, or its class. */
  private static Term lock(Frame frame, Source source) {
    TypeMirror owner = Owner.of(source.element()).asType();
    return frame.self() != null
        ? frame.self()
        : new Term.Single(owner, new TypeTests(frame).literal(source.tree(), owner));
  }

  /** Returns what a method that was read returns. */
  public static Term result(Frame frame, Tree at) {
    if (frame.flow().isNever()) {
      throw new Diverged();
    }
    Variable variable = frame.result();
    if (variable == null) {
      return frame.nothing();
    }
    Term result = frame.environment().get(variable);
    if (result == null && frame.reading().isRefused()) {
      return frame.zero(at, variable.type()); // to find all errors of the caller
    } else if (result == null) {
      throw frame.names().wrong(at);
    }
    return result;
  }

  /** Returns what was returned; nothing where the method that should return was refused. */
  static Term returned(Frame body, Variable result, Tree at) {
    Term value = body.environment().get(result);
    if (value == null) {
      throw body.names().wrong(at);
    }
    return value;
  }
}
