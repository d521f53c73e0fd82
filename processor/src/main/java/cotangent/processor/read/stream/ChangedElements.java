package cotangent.processor.read.stream;

import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import javax.lang.model.type.TypeKind;

/** What the stages of a stream make of an element that put another one in its place. */
final class ChangedElements {
  private final Frame frame;
  private final StreamFunctions functions;

  ChangedElements(Frame frame, StreamFunctions functions) {
    this.frame = frame;
    this.functions = functions;
  }

  /** Returns what comes through a stage in the place of an element. */
  Term of(Stage stage, Term element) {
    return switch (stage.name()) {
      case "boxed" -> functions.boxed(stage.call(), element);
      case "asDoubleStream" -> converted(stage, element, TypeKind.DOUBLE);
      case "asLongStream" -> converted(stage, element, TypeKind.LONG);
      case "map" ->
          StreamFunctions.isNumber(element)
              ? stage.apply(functions, "UnaryOperator", element)
              : functions.boxed(stage.call(), stage.apply(functions, "Function", element));
      case "mapToObj" -> functions.boxed(stage.call(), stage.apply(functions, "Function", element));
      default -> mapped(stage, element, stage.name().substring("map".length()));
    };
  }

  private Term converted(Stage stage, Term element, TypeKind number) {
    return new Conversions(frame).to(stage.call(), element, functions.number(number));
  }

  /** Calls an {@code IntToDoubleFunction} or its kin. */
  private Term mapped(Stage stage, Term element, String to) {
    return stage.apply(functions, to + "Function", element);
  }
}
