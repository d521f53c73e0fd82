package cotangent.processor.read.names;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may be for: a method as it is, or a method of the objects that a constructor makes,
 * which is then a function of the constructor's arguments as well.
 *
 * @param constructor null for the method as it is
 */
public record RuledMethod(ExecutableElement method, @Nullable ExecutableElement constructor) {

  public static RuledMethod of(ExecutableElement method) {
    return new RuledMethod(method, null);
  }

  /** Returns the class by whose name the rule is found. */
  public TypeElement owner() {
    return Owner.of(constructor == null ? method : constructor);
  }

  /** Whether the object that the method belongs to is an argument of its own. */
  public boolean takesObject() {
    return constructor == null && !method.getModifiers().contains(Modifier.STATIC);
  }

  /** Returns what it is a function of: the constructor's parameters come first. */
  public List<VariableElement> parameters() {
    List<VariableElement> all = new ArrayList<>();
    if (constructor != null) {
      all.addAll(constructor.getParameters());
    }
    all.addAll(method.getParameters());
    return all;
  }

  /** Returns a text that no other one has. */
  public String key() {
    Element declaring = method.getEnclosingElement();
    String plain = declaring + "." + method;
    return constructor == null ? plain : "new " + constructor + "." + plain;
  }

  /** Returns a text for messages. */
  public String shown() {
    return owner() + "." + method.getSimpleName();
  }
}
