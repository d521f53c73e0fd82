package cotangent.processor.read.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.Types;

/** The methods of a name that a call may mean, as members of what it is made on. */
record Candidates(VisibleMembers members, Types types) {

  /** A method, as a member of a type. */
  record Candidate(ExecutableElement element, DeclaredType site) {}

  /** Returns the methods of a class. */
  List<Candidate> of(DeclaredType site, String name) {
    return of(members.methods((TypeElement) site.asElement(), name), site);
  }

  /** Returns the methods of a class that one below may call of those that it inherits. */
  List<Candidate> above(DeclaredType site, String name) {
    return of(members.methodsAbove((TypeElement) site.asElement(), name), site);
  }

  /** Returns the constructors of a class that one below may call. */
  List<Candidate> constructorsAbove(DeclaredType site) {
    return of(members.constructorsAbove((TypeElement) site.asElement()), site);
  }

  /** Returns methods as members of a class. */
  static List<Candidate> of(List<ExecutableElement> all, DeclaredType site) {
    return all.stream().map(each -> new Candidate(each, site)).toList();
  }

  /**
   * Returns the methods of what has several bounds: one that a class has counts for those of the
   * same kind that interfaces declare, and that of {@code Object} is one.
   */
  List<Candidate> of(Stream<DeclaredType> sites, String name) {
    List<Candidate> all = new ArrayList<>();
    sites.forEach(
        site ->
            of(site, name).stream()
                .filter(each -> all.stream().noneMatch(before -> standsFor(before, each)))
                .toList()
                .forEach(all::add));
    return all;
  }

  private boolean standsFor(Candidate one, Candidate other) {
    return one.element().equals(other.element())
        || !one.element().getModifiers().contains(Modifier.ABSTRACT)
            && types.isSubsignature(type(one), type(other));
  }

  private ExecutableType type(Candidate candidate) {
    return (ExecutableType) types.asMemberOf(candidate.site(), candidate.element());
  }
}
