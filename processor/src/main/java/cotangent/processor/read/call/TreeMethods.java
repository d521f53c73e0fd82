package cotangent.processor.read.call;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.read.expression.Assignments;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Reads calls of methods that are found in the tree only. */
final class TreeMethods {
  /** Calls nested deeper than this are assumed never to end. */
  private static final int DEEPEST = 60;

  private final Frame frame;

  TreeMethods(Frame frame) {
    this.frame = frame;
  }

  /**
   * Reads a call.
   *
   * @param names what names mean there
   */
  Term call(Tree at, MethodTree tree, Names names, Term object, List<Term> arguments) {
    if (!Objects.isMade(object)) {
      return inPlace(at, tree, names, object, arguments);
    }
    Object known = OpenMethods.of(frame.reading()).key(tree, object, arguments);
    Object key = List.of(known, names.arguments());
    return OpenCalls.of(frame.reading())
        .read(
            frame,
            at,
            key,
            tree,
            object,
            arguments,
            () -> inPlace(at, tree, names, object, arguments),
            () -> recurring(key, tree, names, object, arguments));
  }

  private Recurring recurring(
      Object key, MethodTree tree, Names names, Term object, List<Term> arguments) {
    List<Parameters.Input> inputs = new ArrayList<>();
    List<Term> given = new ArrayList<>();
    for (VariableTree parameter : tree.getParameters()) {
      TypeMirror type = names.type(parameter.getType());
      given.add(new Conversions(frame).to(parameter, arguments.get(given.size()), type));
      inputs.add(new Parameters.Input(parameter.getName().toString(), type));
    }
    return new Recurring(
        key,
        tree,
        tree.getName().toString(),
        names,
        tree,
        inputs,
        names.type(tree.getReturnType()),
        object,
        given,
        OpenCalls.body(
            key,
            (shell, self, parameters) ->
                new TreeMethods(shell).inPlace(tree, tree, names, self, parameters)));
  }

  private Term inPlace(Tree at, MethodTree tree, Names names, Term object, List<Term> arguments) {
    TypeMirror type = names.type(tree.getReturnType());
    Frame body = new Frame(frame.reading(), names, type, object);
    GraphBuilder builder = new GraphBuilder();
    frame
        .reading()
        .deeper(
            () -> frame.refusal(at, Problem.FUNCTION_DEEP, tree.getName()),
            DEEPEST,
            () -> body.region(builder, () -> body(body, tree, object, arguments)));
    frame.draft().splice(builder);
    if (body.flow().isNever()) {
      throw new Diverged();
    }
    Variable result = body.result();
    return result == null ? frame.nothing() : MethodBody.returned(body, result, tree);
  }

  private static void body(Frame body, MethodTree tree, Term object, List<Term> arguments) {
    if (Objects.isAnonymous(object)) {
      AnonymousMembers.bring(body, object);
    }
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = tree.getParameters().get(i);
      TypeMirror type = body.names().type(parameter.getType());
      Variable variable = body.environment().declare(parameter.getName().toString(), type);
      Term argument = new Conversions(body).to(parameter, arguments.get(i), type);
      new Assignments(body).bind(variable, argument);
    }
    body.statements().sequence(tree.getBody().getStatements(), Frame.NOTHING);
    body.arriveAt(body.end());
  }
}
