package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.EnclosingObjects;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Supertypes;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads {@code outer.new Inner(arguments)}. */
final class InnerObjects {
  private final Frame frame;
  private final Program program;
  private final Types types;

  InnerObjects(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
    this.types = program.types();
  }

  /**
   * Makes an object.
   *
   * @param target the type of what is wanted; null if unknown
   */
  Term create(NewClassTree tree, ExpressionTree around, @Nullable TypeMirror target) {
    Term given = frame.expressions().value(around);
    TypeElement inner = inner(tree, given.type());
    DeclaredType outer =
        new Supertypes(types).declaring((DeclaredType) given.type(), Owner.of(inner));
    return new Objects(frame)
        .each(
            tree,
            new EnclosingObjects(frame).isThis(around) ? given : present(tree, given),
            target instanceof DeclaredType ? target : types.erasure(inner.asType()),
            object -> create(tree, inner, outer, object, target));
  }

  private Term create(
      NewClassTree tree,
      TypeElement inner,
      DeclaredType outer,
      Term object,
      @Nullable TypeMirror target) {
    ArgumentList list = new ArgumentList(frame);
    ArgumentList.Chosen chosen =
        list.chosen(
            tree,
            tree.getArguments(),
            given ->
                frame.names().constructor(type(tree, inner, outer, target, given), given, tree));
    ResolvedMethod constructor = chosen.method();
    List<Term> passed = list.passed(tree, constructor, chosen.arguments());
    return new Construction(frame)
        .create(tree, (DeclaredType) constructor.result(), constructor.element(), passed, object);
  }

  /** Returns the type of the object, whose type arguments may follow from what is given. */
  private DeclaredType type(
      NewClassTree tree,
      TypeElement inner,
      DeclaredType outer,
      @Nullable TypeMirror target,
      List<TypeMirror> given) {
    List<? extends TypeMirror> arguments = List.of();
    if (OpenCollections.isDiamond(tree)) {
      TypeMirror raw = types.getDeclaredType(inner);
      arguments =
          ((DeclaredType) frame.names().inferred(raw, target, given, tree)).getTypeArguments();
    } else if (tree.getIdentifier() instanceof ParameterizedTypeTree written) {
      arguments =
          written.getTypeArguments().stream().map(each -> frame.names().type(each)).toList();
    }
    return arguments.isEmpty() && !inner.getTypeParameters().isEmpty()
        ? types.getDeclaredType(inner)
        : types.getDeclaredType(outer, inner, arguments.toArray(new TypeMirror[0]));
  }

  /** Makes sure that an object is there, and throws what Java throws where it isn't. */
  private Term present(Tree at, Term object) {
    if (object instanceof Term.Indexed indexed) {
      return Arenas.of(frame.reading()).present(frame, at, indexed);
    } else if (object instanceof Term.Single single) {
      Callee check =
          new Callee.Member(
              Callee.Member.Kind.STATIC_METHOD, "java.util.Objects", "requireNonNull", true);
      Value there = new Value(single.value().type(), "");
      frame.at(at).call(check, List.of(there), List.of(single.value()));
    }
    return object;
  }

  /** Finds the class of the object. */
  private TypeElement inner(NewClassTree tree, TypeMirror outer) {
    Tree named =
        tree.getIdentifier() instanceof ParameterizedTypeTree parameterized
            ? parameterized.getType()
            : tree.getIdentifier();
    if (!(named instanceof IdentifierTree name)
        || tree.getClassBody() != null
        || !(outer instanceof DeclaredType around)) {
      throw Syntax.refusal(frame, tree);
    }
    return ElementFilter.typesIn(program.elements().getAllMembers((TypeElement) around.asElement()))
        .stream()
        .filter(each -> each.getSimpleName().contentEquals(name.getName()))
        .filter(new Objects(frame)::takesApart)
        .findFirst()
        .orElseThrow(() -> Syntax.refusal(frame, tree));
  }
}
