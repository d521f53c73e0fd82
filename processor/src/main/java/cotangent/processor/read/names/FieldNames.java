package cotangent.processor.read.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Which fields the names in one class mean: those of the class, then of each one around it, then
 * imported ones.
 */
final class FieldNames {
  private final Program program;
  private final TypeElement owner;
  private final CompilationUnitTree unit;
  private final VisibleMembers members;
  private final Imports imports;
  private final UpperBounds bounds;
  private final Function<Tree, WrongJava> ambiguous;

  /**
   * @param owner the class in which the names are written
   * @param ambiguous rejects a name that means several fields
   */
  FieldNames(
      Program program,
      TypeElement owner,
      CompilationUnitTree unit,
      VisibleMembers members,
      Imports imports,
      UpperBounds bounds,
      Function<Tree, WrongJava> ambiguous) {
    this.program = program;
    this.owner = owner;
    this.unit = unit;
    this.members = members;
    this.imports = imports;
    this.bounds = bounds;
    this.ambiguous = ambiguous;
  }

  /**
   * Finds the field that a simple name refers to, where it refers to one that is known; those that
   * a class without a name declares aren't.
   */
  Optional<ResolvedField> named(IdentifierTree tree, Enclosing enclosing) {
    String name = tree.getName().toString();
    Optional<Enclosing.Site> site = enclosing.ofField(name);
    if (site.isPresent()) {
      return site.get().declaresField(name)
          ? Optional.empty()
          : only(site.get().type(), enclosing.fields(site.get(), name), tree);
    }
    Optional<ResolvedField> imported = imported(name, false, tree);
    return imported.isPresent() ? imported : imported(name, true, tree);
  }

  private Optional<ResolvedField> imported(String name, boolean onDemand, Tree at) {
    for (TypeElement type : imports.staticOwners(name, onDemand)) {
      Optional<ResolvedField> found =
          field((DeclaredType) type.asType(), name, at).filter(ResolvedField::isStatic);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Finds the field of a value, by the class through which its members are found. */
  Optional<ResolvedField> of(DeclaredType site, MemberSelectTree tree) {
    return field(site, tree.getIdentifier().toString(), tree);
  }

  /** Returns the fields of the class that have an unambiguous name, inherited ones first. */
  List<ResolvedField> all() {
    DeclaredType site = (DeclaredType) owner.asType();
    return members.fields(owner).stream().map(field -> resolved(site, field)).toList();
  }

  private Optional<ResolvedField> field(DeclaredType site, String name, Tree tree) {
    return only(site, members.fields((TypeElement) site.asElement(), name), tree);
  }

  private Optional<ResolvedField> only(
      DeclaredType site, Collection<VariableElement> found, Tree tree) {
    if (found.size() > 1) {
      throw ambiguous.apply(tree);
    }
    found.forEach(field -> program.decisions().refersTo(tree, unit, field));
    return found.stream().findFirst().map(field -> resolved(site, field));
  }

  private ResolvedField resolved(DeclaredType site, VariableElement field) {
    return new ResolvedField(field, bounds.of(program.types().asMemberOf(site, field)));
  }
}
