package cotangent.processor.read.expression;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.names.Enclosing;
import cotangent.processor.read.names.LocalDeclarations;
import cotangent.processor.read.names.This;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Refusal;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the classes around some code: this one, the one around it, and so on. Which of
 * them has a member is said by where the code stands, since they may all be of one class.
 */
public final class EnclosingObjects {
  private final Frame frame;
  private final Enclosing classes;

  public EnclosingObjects(Frame frame) {
    this.frame = frame;
    this.classes = frame.names().enclosing();
  }

  /** Returns what {@code this} is. */
  public Term innermost(Tree at) {
    Term self = frame.self();
    if (self == null) {
      throw frame.names().wrong(at);
    }
    return self;
  }

  /** Returns the object that has a field which a simple name means. */
  Term ofField(IdentifierTree tree) {
    return at(tree, classes.ofField(tree.getName().toString()));
  }

  /** Returns the object that has a method which a simple name means. */
  public Term ofMethod(Tree at, String name) {
    return at(at, classes.ofMethod(name));
  }

  /** Returns what {@code Type.this} is. */
  public Term of(Tree at, TypeElement type) {
    return at(at, classes.of(type));
  }

  /** Returns the object in which one of an inner class is made. */
  public Term within(Tree at, TypeElement type) {
    return at(at, classes.within(type, frame.names().program().types()));
  }

  /**
   * Finds the object that has a field of which there is no element: of a class without a name, or
   * of a collection.
   */
  public @Nullable Term holder(IdentifierTree tree) {
    String name = tree.getName().toString();
    Optional<Enclosing.Site> site = classes.ofField(name);
    if (frame.self() == null || site.isPresent() && !site.get().declaresField(name)) {
      return null;
    } else if (site.isPresent()) {
      return at(tree, site);
    }
    Objects objects = new Objects(frame);
    for (Term each = frame.self(); each != null; each = objects.outer(tree, each)) {
      if (Objects.isOfLibrary(each) && Objects.hasOwn(each, name)) {
        return each;
      }
    }
    return null;
  }

  /**
   * Returns the type through which the members of an object are found: {@code this} is of the class
   * that says so, whatever its object is of.
   */
  public TypeMirror site(ExpressionTree tree, Term object) {
    return said(tree).<TypeMirror>map(Enclosing.Site::type).orElseGet(object::type);
  }

  /** Whether an expression is {@code this}, or that of a class around it: it is never null. */
  public boolean isThis(ExpressionTree tree) {
    return said(tree).isPresent();
  }

  /** Whether an expression is of a class without a name, as Java sees it, that declares a field. */
  boolean declares(ExpressionTree tree, Term object, String field) {
    return said(tree).or(() -> unnamed(tree, object)).stream()
        .anyMatch(site -> site.declaresField(field));
  }

  /** Finds the class without a name that an expression is of, as Java sees it. */
  public Optional<Enclosing.Site> unnamed(ExpressionTree tree, Term object) {
    return object.type() instanceof DeclaredType type
        ? new LocalDeclarations(frame.names())
            .unnamedClass(tree)
            .map(body -> new Enclosing.Site(type, body, 0))
        : Optional.empty();
  }

  /** Finds the class that an expression means by {@code this}, if it does. */
  private Optional<Enclosing.Site> said(ExpressionTree tree) {
    if (This.is(tree)) {
      return Optional.of(classes.innermost());
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      return said(parenthesized.getExpression());
    }
    return tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("this")
        ? new NamedValues(frame).typeNamed(select.getExpression()).flatMap(classes::of)
        : Optional.empty();
  }

  private Term at(Tree at, Optional<Enclosing.Site> site) {
    int depth = site.map(Enclosing.Site::depth).orElseThrow(() -> frame.names().wrong(at));
    Term object = innermost(at);
    for (int i = 0; i < depth; i++) {
      object = around(at, object, classes.sites().get(i));
      requireOf(at, object, classes.sites().get(i + 1));
    }
    return object;
  }

  /**
   * Makes sure that an object is of a class around the code: a class that extends an inner one may
   * stand in another class, whose object is around it then.
   */
  private void requireOf(Tree at, Term object, Enclosing.Site site) {
    Types types = frame.names().program().types();
    if (Objects.isMade(object)
        && !site.isUnnamed()
        && !types.isSubtype(types.erasure(Objects.madeAs(object)), types.erasure(site.type()))) {
      throw Syntax.outerObject(frame, at, "the object around an inner superclass");
    }
  }

  /**
   * Returns the object around another one.
   *
   * @throws Refusal if that one came from outside, and Java doesn't tell
   */
  private Term around(Tree at, Term object, Enclosing.Site site) {
    Term outer =
        object instanceof Term.Single inner
            ? OuterObjects.of(frame).around(frame, at, inner, site.element())
            : new Objects(frame).outer(at, object);
    if (outer == null) {
      throw Syntax.outerObject(frame, at, "the object around an inner class");
    }
    return outer;
  }
}
