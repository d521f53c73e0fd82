package cotangent.processor.read.frame;

import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Receiver;
import cotangent.processor.read.request.Request;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * What the companions of this compilation offer, whether they are generated already or not: a
 * method may call them, and is then differentiated through them.
 */
public interface GeneratedMethods {

  /**
   * A method of a companion.
   *
   * @param request what asked for it
   * @param receiver how its first inputs come from the object on which the original is called
   */
  record Generated(Method method, Request request, Receiver receiver) {
    public List<Port> passed() {
      return receiver.passed(method.inputs());
    }
  }

  /** Thrown where a method would have to be known before it is. */
  final class Circular extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Circular() {
      super(null, null, false, false);
    }
  }

  /** Returns the qualified name that the companion of a class has. */
  String companionOf(TypeElement type);

  /** Finds the class whose companion would have that qualified name, if there is one. */
  Optional<TypeElement> originOf(String companion);

  /** Whether a class of this compilation has a companion of that qualified name. */
  boolean isCompanion(String qualifiedName);

  /**
   * Returns the methods of one name; none where they can't be generated.
   *
   * @throws Circular where one of them calls the method that is being read
   */
  List<Generated> named(String companion, String name);

  /** Returns the methods whose result is the companion's record of that name. */
  List<Generated> returning(String companion, String recordName);
}
