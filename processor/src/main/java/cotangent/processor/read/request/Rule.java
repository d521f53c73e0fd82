package cotangent.processor.read.request;

import cotangent.processor.graph.Mode;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.report.Position;
import javax.lang.model.element.ExecutableElement;

/**
 * A method that computes the derivative of another one.
 *
 * @param original whose derivative it is
 * @param mode {@code VJP} or {@code JVP}
 * @param position the annotation
 */
public record Rule(RuledMethod original, ExecutableElement method, Mode mode, Position position) {}
