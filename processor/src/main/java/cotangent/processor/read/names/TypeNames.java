package cotangent.processor.read.names;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which types the names in one class or method mean. */
final class TypeNames {
  private final Program program;
  private final Types types;
  private final Library library;
  private final VisibleMembers members;
  private final Imports imports;
  private final Element place;
  private final Map<String, TypeMirror> variables;
  private final Map<String, Optional<TypeElement>> simple = new HashMap<>();
  private final Function<Tree, WrongJava> unknown;
  private final Function<Tree, WrongJava> wrong;

  /**
   * @param place the class or method in which the names are written
   * @param unknown rejects a name that means nothing
   * @param wrong rejects what is wrong in another way
   */
  TypeNames(
      Program program,
      Library library,
      VisibleMembers members,
      Imports imports,
      Element place,
      Function<Tree, WrongJava> unknown,
      Function<Tree, WrongJava> wrong) {
    this.program = program;
    this.types = program.types();
    this.unknown = unknown;
    this.wrong = wrong;
    this.library = library;
    this.members = members;
    this.imports = imports;
    this.place = place;
    this.variables = Map.of();
  }

  private TypeNames(TypeNames outer, Element place, Map<String, TypeMirror> variables) {
    this.program = outer.program;
    this.types = outer.types;
    this.library = outer.library;
    this.members = outer.members;
    this.imports = outer.imports;
    this.place = place;
    this.unknown = outer.unknown;
    this.wrong = outer.wrong;
    this.variables = variables;
  }

  /** Returns what names mean in another class or method of the same file. */
  TypeNames at(Element part) {
    return new TypeNames(this, part, variables);
  }

  /**
   * Returns what names mean in a method whose type parameters are those of the one it overrides.
   */
  TypeNames in(MethodTree method, ExecutableElement overridden) {
    Map<String, TypeMirror> all = new HashMap<>(variables);
    for (int i = 0; i < method.getTypeParameters().size(); i++) {
      String name = method.getTypeParameters().get(i).getName().toString();
      all.put(name, overridden.getTypeParameters().get(i).asType());
    }
    return new TypeNames(this, place, all);
  }

  TypeMirror type(Tree tree) {
    if (tree instanceof PrimitiveTypeTree primitive) {
      TypeKind kind = primitive.getPrimitiveTypeKind();
      return kind.isPrimitive() ? types.getPrimitiveType(kind) : types.getNoType(kind);
    } else if (tree instanceof ArrayTypeTree array) {
      return types.getArrayType(type(array.getType()));
    } else if (tree instanceof AnnotatedTypeTree annotated) {
      return type(annotated.getUnderlyingType());
    } else if (tree instanceof WildcardTree wildcard) {
      return wildcard(wildcard);
    } else if (tree instanceof ParameterizedTypeTree parameterized) {
      return parameterized(parameterized);
    } else if (tree instanceof MemberSelectTree select
        && select.getExpression() instanceof ParameterizedTypeTree outer) {
      return inner((DeclaredType) type(outer), select, List.of());
    } else if (tree instanceof IdentifierTree identifier) {
      TypeMirror variable = variable(identifier.getName().toString());
      if (variable != null) {
        return variable;
      }
    }
    if (tree instanceof ExpressionTree expression) {
      TypeElement type = named(expression).orElseThrow(() -> unknown.apply(tree));
      return type.getTypeParameters().isEmpty() ? type.asType() : types.getDeclaredType(type);
    }
    throw unknown.apply(tree);
  }

  /** Returns the type of a member of a generic class, where that has type arguments. */
  private TypeMirror inner(
      DeclaredType outer, MemberSelectTree select, List<TypeMirror> arguments) {
    return members
        .type((TypeElement) outer.asElement(), select.getIdentifier().toString())
        .filter(member -> member.getTypeParameters().size() == arguments.size())
        .map(member -> types.getDeclaredType(outer, member, arguments.toArray(new TypeMirror[0])))
        .orElseThrow(() -> unknown.apply(select));
  }

  private WildcardType wildcard(WildcardTree tree) {
    return switch (tree.getKind()) {
      case EXTENDS_WILDCARD -> types.getWildcardType(type(tree.getBound()), null);
      case SUPER_WILDCARD -> types.getWildcardType(null, type(tree.getBound()));
      default -> types.getWildcardType(null, null);
    };
  }

  private TypeMirror parameterized(ParameterizedTypeTree tree) {
    if (tree.getType() instanceof MemberSelectTree select
        && select.getExpression() instanceof ParameterizedTypeTree outer) {
      List<TypeMirror> arguments = tree.getTypeArguments().stream().map(this::type).toList();
      return inner((DeclaredType) type(outer), select, arguments);
    }
    TypeMirror generic = type(tree.getType());
    if (!(generic instanceof DeclaredType declared)) {
      throw wrong.apply(tree);
    }
    TypeElement element = (TypeElement) declared.asElement();
    List<TypeMirror> arguments = tree.getTypeArguments().stream().map(this::type).toList();
    if (arguments.isEmpty()) {
      return generic; // a diamond
    }
    if (arguments.size() != element.getTypeParameters().size()
        || arguments.stream().anyMatch(argument -> argument.getKind().isPrimitive())) {
      throw wrong.apply(tree);
    }
    return types.getDeclaredType(element, arguments.toArray(new TypeMirror[0]));
  }

  private @Nullable TypeMirror variable(String name) {
    TypeMirror declared = variables.get(name);
    if (declared != null) {
      return declared;
    }
    for (Element e = place; e instanceof Parameterizable generic; e = e.getEnclosingElement()) {
      for (TypeParameterElement parameter : generic.getTypeParameters()) {
        if (parameter.getSimpleName().contentEquals(name)) {
          return parameter.asType();
        }
      }
      if (e instanceof TypeElement type && members.type(type, name).isPresent()) {
        return null;
      }
    }
    return null;
  }

  /** Finds the class that a name, simple or dotted, refers to. */
  Optional<TypeElement> named(ExpressionTree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return simple(identifier.getName().toString());
    }
    if (tree instanceof MemberSelectTree select && isDottedName(select)) {
      String name = select.getIdentifier().toString();
      Optional<TypeElement> owner = named(select.getExpression());
      return owner.isPresent()
          ? members.type(owner.get(), name)
          : library.type(select.toString()).filter(members::isAccessible);
    }
    return Optional.empty();
  }

  private static boolean isDottedName(ExpressionTree tree) {
    return tree instanceof IdentifierTree
        || (tree instanceof MemberSelectTree select && isDottedName(select.getExpression()));
  }

  /** Finds the class declared in a method that a simple name refers to, if it is one. */
  Optional<TypeElement> local(String name) {
    boolean mayBe =
        program.localTypes().stream().anyMatch(type -> type.getSimpleName().contentEquals(name));
    return mayBe ? simple(name).filter(Program::isLocal) : Optional.empty();
  }

  private Optional<TypeElement> simple(String name) {
    Optional<TypeElement> known = simple.get(name);
    if (known == null) {
      known = found(name);
      simple.put(name, known);
    }
    return known;
  }

  private Optional<TypeElement> found(String name) {
    for (Element e = place; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type) {
        Optional<TypeElement> member = members.type(type, name);
        if (member.isPresent()) {
          return member;
        }
      } else if (e instanceof ExecutableElement method) {
        TypeElement local = program.localTypes(method).get(name);
        if (local != null) {
          return Optional.of(local);
        }
      }
    }
    return imports.type(name);
  }
}
