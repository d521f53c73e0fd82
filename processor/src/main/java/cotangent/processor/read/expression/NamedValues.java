package cotangent.processor.read.expression;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.names.ConstantNames;
import cotangent.processor.read.names.Enclosing;
import cotangent.processor.read.names.LocalDeclarations;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.names.This;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.read.shape.Nameable;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads names: local variables, fields, constants, lengths. */
public final class NamedValues {
  private final Frame frame;
  private final Expressions expressions;
  private final Conversions conversions;
  private final EnclosingObjects objects;

  public NamedValues(Frame frame) {
    this.frame = frame;
    this.expressions = frame.expressions();
    this.conversions = new Conversions(frame);
    this.objects = new EnclosingObjects(frame);
  }

  /** Reads a simple name. */
  public Term named(IdentifierTree tree) {
    String name = tree.getName().toString();
    Variable variable = frame.environment().named(name);
    if (variable != null) {
      Term value = frame.environment().get(variable);
      if (value == null || variable.type().getKind() == TypeKind.NONE) {
        throw frame.names().wrong(tree);
      }
      return value;
    }
    if (name.equals("this")) {
      return objects.innermost(tree);
    } else if (name.equals("super")) {
      return above(tree);
    }
    Term holder = objects.holder(tree);
    if (holder != null) {
      return own(tree, holder, name);
    }
    Variable assigned = frame.fields().get(name);
    if (assigned != null && frame.environment().get(assigned) != null) {
      return frame.environment().require(assigned);
    }
    Optional<VariableTree> ofEnum = ofEnumConstant(tree, name);
    if (ofEnum.isPresent()) {
      return constant(tree, ofEnum.get());
    }
    ResolvedField field = frame.names().field(tree).orElseThrow(() -> frame.names().wrong(tree));
    boolean isConstant = field.isStatic() || field.constant().isPresent() && isAround(name);
    return isConstant ? ofClass(tree, field) : of(tree, objects.ofField(tree), field);
  }

  private Optional<VariableTree> ofEnumConstant(Tree at, String name) {
    return new LocalDeclarations(frame.names()).ofEnumConstant(at, name);
  }

  /** Reads a field that the class of a constant of an enum declares: its objects aren't known. */
  private Term constant(Tree at, VariableTree field) {
    ExpressionTree initial = field.getInitializer();
    if (initial == null || !new ConstantNames(frame.names()).isConstant(field)) {
      throw Syntax.fieldOfEnumConstant(frame, at);
    }
    return expressions.value(initial, frame.names().type(field.getType()));
  }

  /** Reads a field of which there is no element, as what it is declared where it is named. */
  private Term own(Tree at, Term self, String name) {
    Term held = new Objects(frame).held(at, self, name);
    return frame.names().program().tree(frame.names().owner()) instanceof ClassTree tree
        ? tree.getMembers().stream()
            .filter(
                member -> member instanceof VariableTree each && each.getName().contentEquals(name))
            .findFirst()
            .map(member -> held.as(frame.names().type(((VariableTree) member).getType())))
            .orElse(held)
        : held;
  }

  /** Whether a field belongs to an object around this one; of its constants, Java copies them. */
  private boolean isAround(String field) {
    return frame.names().enclosing().ofField(field).stream().anyMatch(site -> site.depth() > 0);
  }

  /** Returns this object as its superclass sees it, whose fields may be hidden. */
  private Term above(Tree at) {
    Enclosing.Site here = frame.names().enclosing().innermost();
    TypeMirror above = here.isUnnamed() ? here.type() : here.element().getSuperclass();
    return objects.innermost(at).as(above);
  }

  /** Reads {@code a.length}, {@code value.field}, {@code Owner.FIELD}. */
  public Term selected(MemberSelectTree tree) {
    if (tree.getIdentifier().contentEquals("class")) {
      return literal(tree);
    }
    Optional<TypeElement> owner = typeNamed(tree.getExpression());
    if (owner.isPresent()) {
      return ofClass(tree, owner.get());
    }
    Variable assigned = frame.fields().get(tree.getIdentifier().toString());
    if (assigned != null && This.isField(tree)) {
      return frame.environment().require(assigned);
    }
    Term receiver = expressions.value(tree.getExpression());
    if (receiver.type() instanceof ArrayType) {
      if (!tree.getIdentifier().contentEquals("length")) {
        throw frame.names().wrong(tree);
      }
      Arrays arrays = new Arrays(frame);
      return conversions.term(arrays.length(tree, arrays.array(tree, receiver)));
    }
    String name = tree.getIdentifier().toString();
    if (hasOwn(receiver, tree)) {
      return new Objects(frame).held(tree, receiver, name);
    }
    Optional<VariableTree> ofEnum =
        tree.getExpression().toString().equals("this")
            ? ofEnumConstant(tree, name)
            : Optional.empty();
    if (ofEnum.isPresent()) {
      return constant(tree, ofEnum.get());
    }
    ResolvedField field = frame.names().field(objects.site(tree.getExpression(), receiver), tree);
    return field.isStatic() ? ofClass(tree, field) : of(tree, receiver, field);
  }

  /** Whether an expression is {@code super} or {@code Type.super}. */
  public static boolean isSuper(ExpressionTree tree) {
    return tree instanceof IdentifierTree name && name.getName().contentEquals("super")
        || tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("super");
  }

  /** Reads {@code Type.this}, {@code Type.super}, {@code Type.FIELD}. */
  private Term ofClass(MemberSelectTree tree, TypeElement type) {
    if (tree.getIdentifier().contentEquals("this")) {
      return objects.of(tree, type);
    } else if (tree.getIdentifier().contentEquals("super")) {
      return objects.of(tree, type).as(type.getSuperclass());
    }
    ResolvedField field = frame.names().field(type, tree);
    if (!field.isStatic()) {
      throw frame.names().wrong(tree);
    }
    return ofClass(tree, field);
  }

  /**
   * Whether a field is one that a class without a name declares: it hides one of what that extends
   * only in the class itself.
   */
  boolean hasOwn(Term receiver, MemberSelectTree tree) {
    String name = tree.getIdentifier().toString();
    ExpressionTree object = tree.getExpression();
    return Objects.hasOwn(receiver, name)
        && (objects.declares(object, receiver, name)
            || !frame.names().members().hasField(objects.site(object, receiver), name));
  }

  /**
   * Finds the field, of an object that is seen being made, that a name means; null where it means
   * none.
   */
  @Nullable Variable written(ExpressionTree target) {
    Term receiver;
    ResolvedField field;
    if (target instanceof IdentifierTree identifier) {
      String name = identifier.getName().toString();
      Term holder = objects.holder(identifier);
      if (frame.self() == null) {
        return null;
      } else if (holder != null) {
        return variable(holder, name);
      } else if (ofEnumConstant(identifier, name).isPresent()) {
        throw Syntax.fieldOfEnumConstant(frame, identifier);
      }
      field = frame.names().field(identifier).orElse(null);
      if (field == null || field.isStatic()) {
        return null;
      }
      receiver = objects.ofField(identifier);
      requireNumbered(receiver);
    } else if (target instanceof MemberSelectTree select
        && typeNamed(select.getExpression()).isEmpty()) {
      receiver = expressions.value(select.getExpression());
      requireNumbered(receiver);
      if (!receiver.isObject()) {
        return null;
      } else if (hasOwn(receiver, select)) {
        return variable(receiver, select.getIdentifier().toString());
      }
      field = frame.names().field(objects.site(select.getExpression(), receiver), select);
    } else {
      return null;
    }
    return variable(receiver, field.element());
  }

  /**
   * Finds out that objects of a class, one of which may have been null at first, have to be numbers
   * of places: then it is known that null is one of them.
   */
  private void requireNumbered(Term receiver) {
    Representations found = frame.reading().representations();
    if (receiver instanceof Term.Single
        && receiver.type() instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && type.getKind() == ElementKind.CLASS
        && frame.names().program().names(type).isPresent()
        && !found.isWhole(type)
        && !found.indexed().contains(type)) {
      throw new Escape(all -> all.index(type));
    }
  }

  private static @Nullable Variable variable(Term receiver, Object key) {
    return receiver instanceof Term.Mutable object ? object.made().fields().get(key) : null;
  }

  /** Reads {@code Owner.class}. */
  private Term literal(MemberSelectTree tree) {
    TypeMirror named = frame.names().type(tree.getExpression());
    Types types = frame.names().program().types();
    TypeElement classes = frame.names().program().elements().getTypeElement("java.lang.Class");
    TypeMirror argument =
        named instanceof PrimitiveType primitive
            ? types.boxedClass(primitive).asType()
            : named.getKind() == TypeKind.VOID
                ? types.getWildcardType(null, null)
                : types.erasure(named);
    TypeMirror type = types.getDeclaredType(classes, argument);
    Nameable nameable = frame.shapes().nameable();
    Callee callee =
        new Callee.Member(
            Callee.Member.Kind.STATIC_FIELD,
            nameable.erasure().of(named).toString(),
            "class",
            nameable.isClassNamed(named) ? Callee.Member.Access.NAMED : Callee.Member.Access.HANDLE,
            List.of());
    boolean isGeneric =
        named instanceof DeclaredType declared
            && !((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
    TypeMirror known =
        isGeneric ? types.getDeclaredType(classes, types.getWildcardType(null, null)) : type;
    Value value = new Value(frame.shapes().reference(known, frame.names().position(tree)), "");
    frame.at(tree).call(callee, List.of(value), List.of());
    return new Term.Single(type, value, known);
  }

  /** Whether a field can't be written anyway: it is final, or the length of an array. */
  boolean isFinal(ExpressionTree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return frame.names().field(identifier).stream().anyMatch(NamedValues::isFinal);
    }
    MemberSelectTree select = (MemberSelectTree) tree;
    Optional<TypeElement> owner = typeNamed(select.getExpression());
    if (owner.isPresent()) {
      return isFinal(frame.names().field(owner.get(), select));
    }
    ExpressionTree object = select.getExpression();
    TypeMirror receiver = objects.site(object, expressions.value(object));
    return receiver.getKind() == TypeKind.ARRAY || isFinal(frame.names().field(receiver, select));
  }

  private static boolean isFinal(ResolvedField field) {
    return field.element().getModifiers().contains(Modifier.FINAL);
  }

  /** Finds the class that an expression names, unless it names a variable. */
  public Optional<TypeElement> typeNamed(ExpressionTree tree) {
    ExpressionTree leftmost = tree;
    while (leftmost instanceof MemberSelectTree select) {
      leftmost = select.getExpression();
    }
    return leftmost instanceof IdentifierTree identifier
            && frame.environment().named(identifier.getName().toString()) == null
            && !identifier.getName().contentEquals("this")
        ? frame.names().typeNamed(tree)
        : Optional.empty();
  }

  private Term ofClass(Tree at, ResolvedField field) {
    Object constant = field.constant().orElse(null);
    return constant != null
        ? conversions.to(at, conversions.constant(constant), field.type())
        : Fields.of(frame.reading()).ofClass(frame, at, field);
  }

  /** Reads the field of an object. */
  Term of(Tree at, Term receiver, ResolvedField field) {
    if (receiver instanceof Term.Tuple record) {
      return Records.component(frame, at, record, field.element());
    }
    Fields fields = Fields.of(frame.reading());
    new Objects(frame).requireMembers(at, receiver);
    if (receiver instanceof Term.Single single) {
      return fields.ofObject(frame, at, single, field);
    }
    Objects objects = new Objects(frame);
    return objects
        .each(
            at,
            receiver,
            field.type(),
            object ->
                object instanceof Term.Single outside
                    ? fields.ofObject(frame, at, outside, field)
                    : objects.held(at, object, Objects.of(object).key(field.element())))
        .as(field.type());
  }
}
