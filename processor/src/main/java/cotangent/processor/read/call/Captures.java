package cotangent.processor.read.call;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Closures;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Enclosing;
import cotangent.processor.read.names.LocalDeclarations;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What objects of classes that are declared in methods know about the variables there: their values
 * are fields of the objects.
 */
final class Captures {
  private final Frame frame;

  Captures(Frame frame) {
    this.frame = frame;
  }

  /** Returns what a new object of a class captures. */
  Map<Object, Term> of(Tree at, TypeElement type) {
    Map<Object, Term> captured = new LinkedHashMap<>();
    Tree tree = Program.isLocal(type) ? frame.names().program().tree(type) : null;
    if (tree instanceof ClassTree declared) {
      LocalDeclarations there =
          new LocalDeclarations(frame.names().program().names(type).orElseThrow());
      for (String name : Closures.mentioned(frame, tree)) {
        Term value = value(at, name);
        if (value != null && there.isVariable(declared, name)) {
          captured.put(new ObjectClass.Captured(name), value);
        }
      }
    }
    return captured;
  }

  /** Returns the value of a variable where the class is declared, whatever its name means here. */
  private @Nullable Term value(Tree at, String name) {
    for (Term self = frame.self(); self != null; self = new Objects(frame).outer(at, self)) {
      Object key = new ObjectClass.Captured(name);
      if (Objects.isMade(self) && Objects.of(self).fields().contains(key)) {
        return new Objects(frame).held(at, self, key);
      } else if (AnonymousMembers.hasCaptured(self, name)) {
        return new Objects(frame).held(at, self, name);
      }
    }
    Variable variable = frame.environment().named(name);
    return variable == null ? null : frame.environment().get(variable);
  }

  /**
   * Gives code access to what objects of the local classes around it have captured, except where a
   * field has that name.
   */
  static void bring(Frame body, Tree at) {
    Enclosing enclosing = body.names().enclosing();
    Term self = body.self();
    for (Enclosing.Site site : enclosing.sites()) {
      if (self == null || !Objects.isMade(self)) {
        return;
      }
      if (!site.isUnnamed() && Program.isLocal(site.element())) {
        bring(body, at, self, site);
      }
      self = new Objects(body).outer(at, self);
    }
  }

  private static void bring(Frame body, Tree at, Term self, Enclosing.Site site) {
    for (Object key : Objects.of(self).fields()) {
      if (key instanceof ObjectClass.Captured captured
          && body.environment().named(captured.name()) == null
          && body.names().enclosing().ofField(captured.name()).stream()
              .noneMatch(field -> field.depth() <= site.depth())) {
        body.environment().lend(captured.name(), new Objects(body).held(at, self, key));
      }
    }
  }
}
