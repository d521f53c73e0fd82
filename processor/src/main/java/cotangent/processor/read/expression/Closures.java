package cotangent.processor.read.expression;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.FreeNames;
import cotangent.processor.read.names.Functional;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Makes objects of lambda expressions and method references: they have one method, which is read
 * where it is called. What they capture are their fields.
 */
public final class Closures {
  private final Frame frame;

  public Closures(Frame frame) {
    this.frame = frame;
  }

  /** Makes a function of an interface. */
  public Term create(Tree tree, TypeMirror target) {
    Functional function = functional(tree, target);
    Map<Object, Term> captured = new LinkedHashMap<>();
    if (frame.self() != null) {
      captured.put(ObjectClass.OUTER, frame.self());
    }
    if (tree instanceof MemberReferenceTree reference) {
      captureReceiver(reference, captured);
    } else {
      capture(frame, tree, captured);
    }
    DeclaredType type = function.type();
    ObjectClass of =
        new ObjectClass.Closure(tree, frame.names(), type, new ArrayList<>(captured.keySet()));
    Term.Fixed made = new Term.Fixed(target, of, new ArrayList<>(captured.values()));
    Arenas arenas = Arenas.of(frame.reading());
    return arenas.keeps(of.key()) ? arenas.take(frame, tree, made) : made;
  }

  public Functional functional(Tree tree, TypeMirror target) {
    return frame.names().program().functional(target).orElseThrow(() -> frame.names().wrong(tree));
  }

  /** Adds the variables that a piece of code mentions and that have a value here. */
  public static void capture(Frame frame, Tree tree, Map<Object, Term> captured) {
    for (String name : mentioned(frame, tree)) {
      Variable variable = frame.environment().named(name);
      Term value = variable == null ? null : frame.environment().get(variable);
      if (value != null) {
        captured.put(name, value);
      }
    }
  }

  /**
   * Returns the names that a piece of code has from around it, and those that the classes have
   * which it names.
   */
  public static Set<String> mentioned(Frame frame, Tree tree) {
    Set<String> all = new LinkedHashSet<>();
    Deque<Tree> pending = new ArrayDeque<>(List.of(tree));
    while (!pending.isEmpty()) {
      for (String name : FreeNames.in(pending.pop())) {
        if (all.add(name)) {
          frame.names().localClass(name).ifPresent(pending::push);
        }
      }
    }
    return all;
  }

  private void captureReceiver(MemberReferenceTree tree, Map<Object, Term> captured) {
    ExpressionTree qualifier = tree.getQualifierExpression();
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.INVOKE
        && !NamedValues.isSuper(qualifier)
        && typeNamed(frame, tree).isEmpty()) {
      captured.put("receiver", frame.expressions().value(qualifier));
    }
  }

  private static Optional<TypeElement> typeNamed(Frame frame, MemberReferenceTree tree) {
    return new NamedValues(frame).typeNamed(tree.getQualifierExpression());
  }
}
