package cotangent.processor.emit.members;

import cotangent.processor.graph.Type;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The private helpers that the methods of a companion turn out to need. */
public final class CompanionMembers {
  public static final String ZEROS_LIKE = "zerosLike";

  private final int limit;
  private final Origins origins = new Origins();
  private final Hidden hidden;
  private final Set<Type> zerosLike = new LinkedHashSet<>();
  private final Set<String> names = new HashSet<>(Set.of(ZEROS_LIKE));

  /**
   * @param packageName the package of the companion
   * @param limit about how many bytes of bytecode are too many for a method
   */
  public CompanionMembers(String packageName, int limit) {
    this.limit = limit;
    this.hidden = new Hidden(this::freshName, packageName);
  }

  public int limit() {
    return limit;
  }

  /** Remembers what each line of the companion computes. */
  public Origins origins() {
    return origins;
  }

  /** Returns the members that the companion may not name. */
  public Hidden hidden() {
    return hidden;
  }

  /** Takes a name that a member of the companion has. */
  public void take(String name) {
    names.add(name);
  }

  /** Makes a name for a member that differs from all others. */
  public String freshName(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** Asks for the method that makes zeros in the shape of an array. */
  public void needsZerosLike(Type type) {
    if (zerosLike.add(type) && type.rank() > 1) {
      needsZerosLike(type.element());
    }
  }

  /** Returns the types for which that method was asked for. */
  public Set<Type> zerosLike() {
    return zerosLike;
  }
}
