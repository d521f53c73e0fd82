package cotangent.processor.read.request;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Source;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Whether the companion can offer methods with the types of a method's declaration. */
final class Signature {
  private final Trees trees;
  private final Names names;
  private final Types types;
  private final Scope everyone;

  Signature(Names names) {
    this.names = names;
    this.types = names.program().types();
    this.trees = names.program().trees();
    this.everyone = trees.getScope(new TreePath(names.unit()));
  }

  /** Whether all types exist; where not, javac complains, or another processor makes them. */
  static boolean isKnown(ExecutableElement method) {
    return Stream.concat(
            Stream.of(method.getReturnType()),
            method.getParameters().stream().map(VariableElement::asType))
        .flatMap(Signature::parts)
        .flatMap(type -> Stream.concat(Stream.of(type), components(type)))
        .noneMatch(type -> type.getKind() == TypeKind.ERROR);
  }

  /** Returns the types of what a record holds. */
  private static Stream<TypeMirror> components(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? ((TypeElement) declared.asElement())
            .getRecordComponents().stream().map(Element::asType).flatMap(Signature::parts)
        : Stream.empty();
  }

  /** Whether a parameter has no type at all, about which javac complains. */
  static boolean takesVoid(ExecutableElement method) {
    return method.getParameters().stream()
        .anyMatch(parameter -> parameter.asType().getKind() == TypeKind.VOID);
  }

  /** Throws where the companion can't name a type, or not make what a derivative is. */
  void check(Source source, Wrt wrt) {
    ExecutableElement method = source.element();
    MethodTree tree = source.tree();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      Tree at = tree.getParameters().get(i).getType();
      check(parameter.asType(), at);
      if (wrt.parameters().contains(parameter)) {
        rejectVariables(parameter.asType(), at, method);
      }
    }
    check(method.getReturnType(), tree.getReturnType());
    rejectVariables(method.getReturnType(), tree.getReturnType(), method);
    checkThrown(method, tree);
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      checkReceiver(method, tree, wrt);
    }
  }

  /** What is checked appears in the companion too, where nothing wider will do. */
  private void checkThrown(ExecutableElement method, MethodTree tree) {
    List<TypeMirror> wider = new ArrayList<>();
    for (String unchecked : List.of("java.lang.RuntimeException", "java.lang.Error")) {
      wider.add(names.program().elements().getTypeElement(unchecked).asType());
    }
    method.getThrownTypes().forEach(each -> wider.add(types.erasure(each)));
    for (int i = 0; i < tree.getThrows().size(); i++) {
      TypeMirror thrown = wider.get(i + 2);
      if (wider.stream()
          .noneMatch(each -> types.isSubtype(thrown, each) && !types.isSameType(thrown, each))) {
        check(thrown, true, tree.getThrows().get(i));
      }
    }
  }

  /** An object of a private class comes as an {@code Object}; a record is taken apart. */
  private void checkReceiver(ExecutableElement method, Tree at, Wrt wrt) {
    DeclaredType owner = (DeclaredType) Owner.of(method).asType();
    if (Component.haveAll((TypeElement) owner.asElement())) {
      check(owner, at);
      if (!wrt.fields().isEmpty()) {
        rejectVariables(owner, at, method);
      }
    }
    owner.getTypeArguments().forEach(argument -> check(argument, at));
    wrt.fields().forEach(field -> check(field.type(), at));
    wrt.fields().forEach(field -> rejectVariables(field.type(), at, method));
  }

  /** What is constant comes as an {@code Object} where a class around its class is private. */
  private void check(TypeMirror type, Tree at) {
    check(type, Kind.of(type) != Kind.CONSTANT, at);
  }

  private void check(TypeMirror type, boolean isNamed, Tree at) {
    parts(type)
        .map(part -> part.getKind() == TypeKind.TYPEVAR ? types.erasure(part) : part)
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast)
        .flatMap(part -> isNamed ? around(part) : Stream.of(part))
        .filter(named -> !trees.isAccessible(everyone, (TypeElement) named.asElement()))
        .forEach(
            named -> {
              throw new Refusal(Problem.UNNAMEABLE_TYPE, names.position(at), named);
            });
  }

  /** Returns a class and those around it, through which it is named. */
  private static Stream<DeclaredType> around(DeclaredType type) {
    TypeElement outer = Owner.around((TypeElement) type.asElement());
    return Stream.concat(
        Stream.of(type), outer == null ? Stream.of() : around((DeclaredType) outer.asType()));
  }

  /** Throws where what a derivative would be made as is left to the caller. */
  private void rejectVariables(TypeMirror type, Tree at, ExecutableElement method) {
    parts(type)
        .filter(part -> part.getKind() == TypeKind.TYPEVAR)
        .forEach(
            part -> {
              throw new Refusal(Problem.GENERIC_METHOD, names.position(at), part, method);
            });
  }

  /** Returns a type and all types that it is written with. */
  private static Stream<TypeMirror> parts(TypeMirror type) {
    List<TypeMirror> inner = new ArrayList<>();
    if (type instanceof ArrayType array) {
      inner.add(array.getComponentType());
    } else if (type instanceof DeclaredType declared) {
      inner.addAll(declared.getTypeArguments());
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        inner.add(wildcard.getExtendsBound());
      }
      if (wildcard.getSuperBound() != null) {
        inner.add(wildcard.getSuperBound());
      }
    }
    return Stream.concat(Stream.of(type), inner.stream().flatMap(Signature::parts));
  }
}
