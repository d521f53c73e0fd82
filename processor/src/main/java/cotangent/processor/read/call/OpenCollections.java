package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.scope.Term;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Empty collections among arguments, as in {@code fill(new ArrayList<>(), x)}: only the method that
 * is called says of what they are, so they are made when it is known. That they are made later than
 * the other arguments, nobody sees.
 */
final class OpenCollections {
  private final Map<Value, NewClassTree> open = new HashMap<>();

  /** Returns those of a method that is being read. */
  static OpenCollections of(Frame frame) {
    return frame.reading().part(OpenCollections.class, reading -> new OpenCollections());
  }

  /** Returns what stands for such a collection until its type is known; null for all others. */
  @Nullable Term standIn(Frame frame, ExpressionTree tree) {
    if (!(tree instanceof NewClassTree made)
        || !isDiamond(made)
        || !made.getArguments().isEmpty()
        || made.getClassBody() != null
        || made.getEnclosingExpression() != null) {
      return null;
    }
    TypeMirror type =
        frame.names().program().types().erasure(frame.names().type(made.getIdentifier()));
    if (!Spelling.of(type).startsWith("java.util.")) {
      return null;
    }
    Value value = new Value(frame.shapes().reference(type, frame.names().position(tree)), "");
    open.put(value, made);
    return new Term.Single(type, value);
  }

  /** Returns an argument, made now where it stood for a collection. */
  Term made(Frame frame, Term argument, @Nullable TypeMirror type) {
    NewClassTree tree = argument instanceof Term.Single single ? open.remove(single.value()) : null;
    if (tree == null) {
      return argument;
    }
    return type instanceof DeclaredType declared && isTold(declared)
        ? frame.expressions().value(tree, declared)
        : frame.expressions().value(tree).as(argument.type());
  }

  /** Whether a type says of what something is. */
  static boolean isTold(DeclaredType type) {
    return !Spelling.hasVariables(type)
        && type.getTypeArguments().stream().noneMatch(each -> each.getKind() == TypeKind.WILDCARD);
  }

  /** Whether it is left open of what an object is. */
  static boolean isDiamond(NewClassTree tree) {
    return tree.getIdentifier() instanceof ParameterizedTypeTree parameterized
        && parameterized.getTypeArguments().isEmpty();
  }
}
