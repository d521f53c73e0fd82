package cotangent.processor;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/** Whether there are other annotation processors, for whose types it may be worth to wait. */
final class Neighbours {
  private Neighbours() {}

  static boolean exist() {
    ClassLoader loader = DifferentiableProcessor.class.getClassLoader();
    try {
      return ServiceLoader.load(Processor.class, loader).stream()
          .anyMatch(provider -> provider.type() != DifferentiableProcessor.class);
    } catch (ServiceConfigurationError broken) {
      return true;
    }
  }
}
