package cotangent.processor.read.frame;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads calls of methods that have been found. */
public interface Calling {
  /** Calls a method with what it is given, which isn't converted yet. */
  Term call(Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments);

  /** Calls a method of an object, wherever that comes from; the arguments are converted. */
  Term on(Tree at, ResolvedMethod method, Term receiver, List<Term> arguments);

  /** Returns a value that Java makes text of. */
  Value told(Tree at, Term term);

  /** Returns the type of an expression that isn't read; null where it isn't certain. */
  @Nullable TypeMirror typeOf(ExpressionTree tree);

  /** Notes what a field says about its size: of the annotated method's object, or a constant. */
  void given(Tree at, VariableElement field, Term term);
}
