package cotangent.processor.host;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/**
 * Looks at classes that no round of processing showed: javac calls no processor where it sees no
 * annotation, and it sees none inside methods.
 *
 * @param check looks at top-level classes
 */
public record Overlooked(Consumer<Collection<TypeElement>> check) implements TaskListener {
  @Override
  public void started(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    boolean isAnalysed = event.getKind() == TaskEvent.Kind.ANALYZE && type != null;
    if (isAnalysed && type.getNestingKind() == NestingKind.TOP_LEVEL) {
      check.accept(List.of(type));
    }
  }
}
