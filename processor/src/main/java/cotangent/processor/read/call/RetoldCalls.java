package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.Supertypes;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads calls of what is retold of Java's own library. */
final class RetoldCalls {
  /** What is retold of collections from outside as well. */
  private static final List<String> OUTSIDE =
      List.of(
          "java.lang.Iterable",
          "java.util.Collection",
          "java.util.List",
          "java.util.Map",
          "java.util.Optional");

  private final Frame frame;
  private final Program program;

  RetoldCalls(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
  }

  /** Calls a method that is certainly retold. */
  Term call(Tree at, String owner, String name, List<Term> given) {
    TypeElement type = program.elements().getTypeElement("java.util." + owner);
    Source source =
        frame.names().members().methods(type, name).stream()
            .filter(each -> each.getParameters().size() == given.size())
            .flatMap(each -> program.source(each).stream())
            .findFirst()
            .orElseThrow();
    return call(at, source, ResolvedMethod.declared(source.element()), null, given);
  }

  /** Calls a static method of a class, if it is retold. */
  Optional<Term> ofClass(String owner, Tree at, ResolvedMethod method, List<Term> given) {
    return method.owner().getQualifiedName().contentEquals(owner)
        ? program.retold(method.element()).map(source -> call(at, source, method, null, given))
        : Optional.empty();
  }

  /** Adds all elements of a collection to another one, which was just made. */
  void addAll(Tree at, String owner, Term collection, Term more) {
    all(at, owner, "addAll", collection, more);
  }

  /** Puts all that a map holds into another one. */
  void putAll(Tree at, Term map, Term more) {
    all(at, "java.util.Map", "putAll", map, more);
  }

  private void all(Tree at, String owner, String name, Term collection, Term more) {
    TypeElement type = program.elements().getTypeElement(owner);
    frame.names().members().methods(type, name).stream()
        .filter(each -> each.getParameters().size() == 1)
        .map(ResolvedMethod::declared)
        .forEach(method -> of(owner, at, method, collection, List.of(more)));
  }

  /** Calls a method of a list that was made in sight, if it is retold. */
  Optional<Term> ofList(Tree at, ResolvedMethod method, Term list, List<Term> given) {
    return of("java.util.ArrayList", at, method, list, given);
  }

  /** Calls a method of a collection that was made in sight, if it is retold of a class. */
  Optional<Term> of(String owner, Tree at, ResolvedMethod method, Term list, List<Term> given) {
    TypeElement type = program.elements().getTypeElement(owner);
    ExecutableElement called = method.element();
    return frame.names().members().methods(type, called.getSimpleName().toString()).stream()
        .filter(each -> isOne(each, type, called))
        .flatMap(each -> program.retold(each).stream())
        .findFirst()
        .map(source -> call(at, source, method, list.as(seen(type, list)), given));
  }

  /** Whether a method of a class is one that is called, or overrides it, or is overridden by it. */
  private boolean isOne(ExecutableElement each, TypeElement type, ExecutableElement called) {
    return each.equals(called)
        || program.elements().overrides(each, called, type)
        || program.elements().overrides(called, each, Owner.of(called));
  }

  /**
   * Calls a method of a collection from outside that is given a function which is known, unless a
   * class of the compilation does it in its own way.
   */
  Optional<Term> onOutside(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> given) {
    if (!(receiver instanceof Term.Single single) || given.stream().noneMatch(Chains::isFunction)) {
      return Optional.empty();
    }
    ExecutableElement called = method.element();
    TypeElement owner = Owner.of(called);
    TypeElement seen = ClassGuards.type(single, method);
    if (called.getSimpleName().contentEquals("sort") && !isCopied(single)) {
      return Optional.empty();
    }
    return OUTSIDE.stream()
        .map(program.elements()::getTypeElement)
        .flatMap(
            type ->
                frame.names().members().methods(type, called.getSimpleName().toString()).stream())
        .filter(each -> each.equals(called) || program.elements().overrides(called, each, owner))
        .filter(each -> !program.classes().isOverridden(each, seen))
        .flatMap(each -> program.retold(each).stream())
        .findFirst()
        .map(source -> call(at, source, method, receiver, given));
  }

  /** Whether a copy of a list from outside is held by its elements: it is sorted by a copy. */
  private boolean isCopied(Term.Single list) {
    TypeElement copy = program.elements().getTypeElement("java.util.ArrayList");
    if (!(frame.names().known(list.type()) instanceof DeclaredType type)
        || frame.reading().representations().isWhole(copy)) {
      return false;
    }
    TypeElement above = program.elements().getTypeElement("java.util.List");
    List<? extends TypeMirror> held =
        new Supertypes(program.types()).declaring(type, above).getTypeArguments();
    TypeMirror object = program.elements().getTypeElement("java.lang.Object").asType();
    return held.size() == 1
        && (held.get(0).getKind() == TypeKind.ARRAY || held.get(0).getKind() == TypeKind.DECLARED)
        && !program.types().isSameType(held.get(0), object);
  }

  private TypeMirror seen(TypeElement type, Term list) {
    List<? extends TypeMirror> arguments = ((DeclaredType) list.type()).getTypeArguments();
    return program.types().getDeclaredType(type, arguments.toArray(new TypeMirror[0]));
  }

  private Term call(
      Tree at, Source source, ResolvedMethod method, @Nullable Term receiver, List<Term> given) {
    return Inlining.of(frame.reading()).call(frame, at, source, method, receiver, given);
  }
}
