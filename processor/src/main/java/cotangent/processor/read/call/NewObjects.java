package cotangent.processor.read.call;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.EnclosingObjects;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.names.DiamondBodies;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.names.Superclasses;
import cotangent.processor.read.scope.Term;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions with {@code new}, and what a constructor begins with: the call of another one.
 */
public final class NewObjects {
  private final Frame frame;
  private final ArgumentList list;

  public NewObjects(Frame frame) {
    this.frame = frame;
    this.list = new ArgumentList(frame);
  }

  public Term create(NewClassTree tree, @Nullable TypeMirror target) {
    ExpressionTree around = tree.getEnclosingExpression();
    if (around != null) {
      return new InnerObjects(frame).create(tree, around, target);
    } else if (tree.getClassBody() != null) {
      return anonymous(tree, target);
    }
    TypeMirror named = frame.names().type(tree.getIdentifier());
    ArgumentList.Chosen chosen =
        list.chosen(tree, tree.getArguments(), given -> constructor(tree, named, target, given));
    ResolvedMethod constructor = chosen.method();
    List<Term> passed = list.passed(tree, constructor, chosen.arguments());
    List<TypeMirror> seen = ArgumentList.given(constructor, chosen.arguments(), passed);
    return make(tree, constructor.result(), constructor, passed, seen);
  }

  private ResolvedMethod constructor(
      NewClassTree tree, TypeMirror named, @Nullable TypeMirror target, List<TypeMirror> given) {
    TypeMirror type =
        OpenCollections.isDiamond(tree)
            ? frame.names().inferred(named, target, given, tree)
            : named;
    return frame.names().constructor(type, given, tree);
  }

  Term make(
      Tree tree,
      TypeMirror type,
      ResolvedMethod constructor,
      List<Term> passed,
      List<TypeMirror> given) {
    if (frame.shapes().isTakenApart(type)) {
      return new RecordConstructors(frame).read(tree, type, constructor, passed);
    }
    TypeElement element = constructor.owner();
    Optional<Term> known =
        number(tree, type, passed)
            .or(() -> new LibraryObjects(frame).made(tree, type, constructor, passed));
    if (known.isPresent()) {
      return known.get();
    }
    if (new Objects(frame).takesApart(element)) {
      TypeElement outer = Construction.isInner(element) ? Owner.around(element) : null;
      Term around = outer == null ? null : new EnclosingObjects(frame).within(tree, outer);
      return new Construction(frame)
          .create(tree, (DeclaredType) type, constructor.element(), passed, around);
    }
    if (element.getNestingKind() == NestingKind.MEMBER
        && !element.getModifiers().contains(Modifier.STATIC)) {
      throw Syntax.outerObject(
          frame, tree, "a new object of the inner class " + element.getSimpleName());
    }
    Term made = new OpaqueCalls(frame).constructor(tree, type, constructor, passed, given);
    if (made instanceof Term.Single object) {
      RuledObjects.note(frame, object, constructor, passed);
    }
    return made;
  }

  /** Reads {@code new Double(x)} and {@code new Float(x)}: such numbers are held unboxed. */
  private Optional<Term> number(Tree tree, TypeMirror type, List<Term> passed) {
    Type real =
        switch (Spelling.of(type)) {
          case "java.lang.Double" -> Type.DOUBLE;
          case "java.lang.Float" -> Type.FLOAT;
          default -> null;
        };
    if (real == null || !passed.get(0).type().getKind().isPrimitive()) {
      return Optional.empty();
    }
    frame.at(tree);
    Value number = frame.draft().cast(frame.single(passed.get(0)), real);
    return Optional.of(new Term.Single(type, number));
  }

  private Term anonymous(NewClassTree tree, @Nullable TypeMirror target) {
    TypeMirror named = frame.names().type(tree.getIdentifier());
    DeclaredType type =
        OpenCollections.isDiamond(tree)
            ? diamond((DeclaredType) named, tree.getClassBody(), target)
            : (DeclaredType) named;
    if (type.asElement().getKind().isInterface()) {
      return new AnonymousClasses(frame)
          .create(tree, tree.getClassBody(), type, null, list.evaluated(tree.getArguments()))
          .as(type);
    }
    ArgumentList.Chosen chosen =
        list.chosen(
            tree, tree.getArguments(), given -> frame.names().constructorAbove(type, given, tree));
    ResolvedMethod constructor = chosen.method();
    List<Term> passed = list.passed(tree, constructor, chosen.arguments());
    return new AnonymousClasses(frame)
        .create(tree, tree.getClassBody(), type, constructor.element(), passed)
        .as(type);
  }

  private DeclaredType diamond(DeclaredType named, ClassTree body, @Nullable TypeMirror target) {
    return target instanceof DeclaredType wanted
        ? wanted
        : new DiamondBodies(frame.names())
            .told((TypeElement) named.asElement(), body)
            .orElse(named);
  }

  /** Reads {@code this(...)} in a record's constructor. */
  Term delegate(MethodInvocationTree tree, String name) {
    TypeMirror record = frame.constructed();
    if (record == null
        && (frame.self() instanceof Term.Mutable || frame.self() instanceof Term.Indexed)) {
      return delegate(tree, name.equals("super"), frame.self());
    }
    if (record == null || name.equals("super")) {
      throw Syntax.refusal(frame, tree);
    }
    ArgumentList.Chosen chosen = list.delegated(tree, record, false);
    ResolvedMethod constructor = chosen.method();
    Term made =
        new RecordConstructors(frame)
            .read(tree, record, constructor, list.passed(tree, constructor, chosen.arguments()));
    Iterator<Term> components = ((Term.Tuple) made).components().iterator();
    frame.fields().values().forEach(field -> frame.environment().set(field, components.next()));
    return frame.nothing();
  }

  /** Runs another constructor on the object that is being made. */
  private Term delegate(MethodInvocationTree tree, boolean above, Term self) {
    TypeElement type = frame.names().owner();
    TypeMirror site = above ? type.getSuperclass() : type.asType();
    TypeElement element = (TypeElement) ((DeclaredType) site).asElement();
    Construction construction = new Construction(frame);
    if (Superclasses.superclass(type).isPresent() || !above) {
      ArgumentList.Chosen chosen = list.delegated(tree, site, above);
      ResolvedMethod constructor = chosen.method();
      List<Term> passed = list.passed(tree, constructor, chosen.arguments());
      construction.run(tree, self, element, constructor.element(), passed);
    }
    if (above) {
      construction.initialise(self, type);
    }
    return frame.nothing();
  }
}
