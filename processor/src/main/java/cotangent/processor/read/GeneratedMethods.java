package cotangent.processor.read;

import cotangent.processor.graph.Method;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/**
 * What the companions of this compilation offer, whether they are generated already or not: a
 * method may call them, and is then differentiated through them.
 */
public interface GeneratedMethods {

  /**
   * A method of a companion.
   *
   * @param original the method in the user's class that it was made of
   */
  record Generated(Method method, ExecutableElement original) {}

  /** Thrown where a method would have to be known before it is. */
  final class Circular extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Circular() {
      super(null, null, false, false);
    }
  }

  /** Tells whether a class of this compilation has a companion of that qualified name. */
  boolean isCompanion(String qualifiedName);

  /**
   * Gives the methods of one name; none where they can't be generated.
   *
   * @throws Circular where one of them calls the method that is being read
   */
  List<Generated> named(String companion, String name);

  /** Gives the methods whose result is the companion's record of that name. */
  List<Generated> returning(String companion, String recordName);
}
