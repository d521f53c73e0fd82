package cotangent.processor.host;

import java.util.Collection;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;

/** Whether there are other annotation processors whose types may be worth waiting for. */
public final class Neighbours {
  private Neighbours() {}

  /** Whether there are annotations besides those that are claimed already. */
  public static boolean haveWork(Collection<? extends Element> elements, Set<String> claimed) {
    return elements.stream()
        .anyMatch(
            element ->
                element.getAnnotationMirrors().stream()
                        .anyMatch(
                            mirror -> !claimed.contains(mirror.getAnnotationType().toString()))
                    || haveWork(element.getEnclosedElements(), claimed));
  }

  /** Whether Lombok, which changes methods before they are compiled, is asked only later. */
  public static boolean lombokFollows(Class<? extends Processor> own) {
    try {
      return ServiceLoader.load(Processor.class, own.getClassLoader()).stream()
          .map(provider -> provider.type())
          .dropWhile(type -> type != own)
          .anyMatch(type -> type.getName().startsWith("lombok."));
    } catch (ServiceConfigurationError broken) {
      return false;
    }
  }

  /** Whether there are other processors than the one that asks. */
  public static boolean exist(Class<? extends Processor> own) {
    ClassLoader loader = own.getClassLoader();
    try {
      return ServiceLoader.load(Processor.class, loader).stream()
          .anyMatch(provider -> provider.type() != own);
    } catch (ServiceConfigurationError broken) {
      return true;
    }
  }
}
