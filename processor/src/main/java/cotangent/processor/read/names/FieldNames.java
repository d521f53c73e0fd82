package cotangent.processor.read.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

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

  /** Finds the field that a simple name refers to, where it refers to one. */
  Optional<ResolvedField> named(IdentifierTree tree) {
    String name = tree.getName().toString();
    for (@Nullable TypeElement type = owner; type != null; type = Owner.around(type)) {
      Optional<ResolvedField> found = field((DeclaredType) type.asType(), name, tree);
      if (found.isPresent()) {
        return found;
      }
    }
    Optional<ResolvedField> imported = imported(name, false, tree);
    return imported.isPresent() ? imported : imported(name, true, tree);
  }

  /** Finds the field that a simple name refers to in a class which extends another one. */
  Optional<ResolvedField> inherited(DeclaredType above, IdentifierTree tree) {
    return field(above, tree.getName().toString(), tree);
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
    Set<VariableElement> found = members.fields((TypeElement) site.asElement(), name);
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
