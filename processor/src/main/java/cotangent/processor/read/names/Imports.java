package cotangent.processor.read.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What the top of a source file makes visible by simple names: its imports and its package. */
final class Imports {

  /** An import taken apart: {@code import [static] type.name}; the name is a star on demand. */
  private record Import(boolean isStatic, String qualifier, String name) {
    boolean isOnDemand() {
      return name.equals("*");
    }

    static Import of(ImportTree tree) {
      MemberSelectTree select = (MemberSelectTree) tree.getQualifiedIdentifier();
      return new Import(
          tree.isStatic(), select.getExpression().toString(), select.getIdentifier().toString());
    }
  }

  private final TypeElement within;
  private final VisibleMembers members;
  private final Library library;
  private final List<Import> imports = new ArrayList<>();

  Imports(TypeElement within, CompilationUnitTree unit, Library library, VisibleMembers members) {
    this.within = within;
    this.library = library;
    this.members = members;
    for (ImportTree tree : unit.getImports()) {
      if (tree.getQualifiedIdentifier() instanceof MemberSelectTree) {
        imports.add(Import.of(tree));
      }
    }
  }

  /** Finds a type by its simple name; empty also where several are imported on demand. */
  Optional<TypeElement> type(String name) {
    Optional<TypeElement> single =
        VisibleMembers.only(named(name, i -> !i.isOnDemand() && i.name.equals(name)));
    if (single.isPresent()) {
      return single;
    }
    PackageElement here = library.packageOf(within);
    Optional<TypeElement> neighbour = library.type(qualified(here, name));
    if (neighbour.isPresent()) {
      return neighbour;
    }
    Set<TypeElement> onDemand = named(name, Import::isOnDemand);
    library.type("java.lang." + name).filter(members::isAccessible).ifPresent(onDemand::add);
    return VisibleMembers.only(onDemand);
  }

  private Set<TypeElement> named(String name, Predicate<Import> which) {
    Set<TypeElement> found = new LinkedHashSet<>();
    for (Import each : imports) {
      if (which.test(each)) {
        typeIn(each, name).filter(members::isAccessible).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<TypeElement> typeIn(Import from, String name) {
    Optional<TypeElement> owner = library.qualified(from.qualifier);
    if (owner.isPresent()) {
      return members.type(owner.get(), name);
    }
    return from.isStatic ? Optional.empty() : library.type(from.qualifier + "." + name);
  }

  /**
   * Returns the classes whose static members of this name are imported: named singly, or on demand.
   */
  List<TypeElement> staticOwners(String name, boolean onDemand) {
    List<TypeElement> owners = new ArrayList<>();
    for (Import each : imports) {
      boolean fits = onDemand ? each.isOnDemand() : each.name.equals(name);
      if (each.isStatic && fits) {
        library.qualified(each.qualifier).ifPresent(owners::add);
      }
    }
    return owners;
  }

  /** Returns the names that a simple name could be short for, also of classes yet to be made. */
  List<String> possibleNames(String name) {
    List<String> names = new ArrayList<>();
    imports.stream()
        .filter(i -> !i.isStatic && i.name.equals(name))
        .forEach(i -> names.add(i.qualifier + "." + name));
    names.add(qualified(library.packageOf(within), name));
    imports.stream()
        .filter(i -> !i.isStatic && i.isOnDemand())
        .forEach(i -> names.add(i.qualifier + "." + name));
    return names;
  }

  /** Returns the classes, also those yet to be made, whose static member of a name is imported. */
  List<String> staticQualifiers(String member) {
    return imports.stream()
        .filter(i -> i.isStatic && (i.isOnDemand() || i.name.equals(member)))
        .map(Import::qualifier)
        .toList();
  }

  private static String qualified(PackageElement where, String name) {
    return where.isUnnamed() ? name : where.getQualifiedName() + "." + name;
  }
}
