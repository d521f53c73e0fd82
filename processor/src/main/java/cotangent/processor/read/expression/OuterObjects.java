package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Initialisers;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the object around one of an inner class that came from outside. The compiler keeps it in a
 * field of its own, whose name no source may say, but a method handle.
 */
final class OuterObjects {
  /** The objects around the one that the annotated method is called on, and around these. */
  private final Map<Value, Value> once = new HashMap<>();

  /** The objects in which others were made that they hold in a final field. */
  private final Map<Value, Maker> makers = new HashMap<>();

  private OuterObjects() {}

  /**
   * An object in which one of an inner class was made.
   *
   * @param inner that class
   */
  private record Maker(TypeElement inner, Value object) {}

  /** Returns those of a method that is being read. */
  static OuterObjects of(Frame frame) {
    return frame.reading().part(OuterObjects.class, reading -> new OuterObjects());
  }

  /** Notes that an object was read from a field: the source may say that it was made in there. */
  void isFrom(Frame frame, Value object, Term.Single holder, VariableElement field) {
    new Initialisers(frame.names().program())
        .classOf(field)
        .filter(type -> isInner(type) && Owner.of(field).equals(Owner.around(type)))
        .ifPresent(type -> makers.put(object, new Maker(type, holder.value())));
  }

  /**
   * Returns the object around an object; null where there is none, or it can't be reached.
   *
   * @param inner the class, among those around the code that is being read, that the object is of
   */
  @Nullable Term around(Frame frame, Tree at, Term.Single self, TypeElement inner) {
    TypeElement outer = Owner.around(inner);
    Maker maker = makers.get(self.value());
    if (outer != null && maker != null && maker.inner.equals(inner)) {
      return new Term.Single(outer.asType(), maker.object);
    }
    int depth = outer == null || !isInner(inner) ? -1 : depth(outer);
    if (outer == null || depth < 0) {
      return null;
    }
    String name = "this$" + depth;
    if (ElementFilter.fieldsIn(inner.getEnclosedElements()).stream()
        .anyMatch(field -> field.getSimpleName().contentEquals(name))) {
      return null;
    }
    Value known = once.get(self.value());
    return new Term.Single(
        outer.asType(), known == null ? read(frame, at, self, inner, outer, name) : known);
  }

  private Value read(
      Frame frame, Tree at, Term.Single self, TypeElement inner, TypeElement outer, String name) {
    Reading reading = frame.reading();
    Callee callee =
        new Callee.Member(
            Callee.Member.Kind.FIELD,
            reading.nameOf(inner),
            name,
            Callee.Member.Access.PRIVATE,
            List.of(reading.shapes().nameable().erasure().of(outer.asType())));
    Position position = frame.names().position(at);
    Value value = new Value(frame.shapes().reference(outer.asType(), position), "");
    boolean isOnce =
        !reading.isApart()
            && (reading.isReceiver(self.value()) || once.containsValue(self.value()));
    GraphBuilder place = isOnce ? reading.prologue().at(position) : frame.at(at);
    place.call(callee, List.of(value), List.of(self.value()));
    if (isOnce) {
      once.put(self.value(), value);
    }
    return value;
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  /**
   * Returns how many objects there are around one of a class: the field's name tells. Negative
   * where that isn't the number of classes around, which Eclipse's compiler takes.
   */
  private static int depth(TypeElement type) {
    int depth = 0;
    TypeElement each = type;
    while (each.getNestingKind() != NestingKind.TOP_LEVEL) {
      TypeElement around = Owner.around(each);
      if (around == null || !isInner(each)) {
        return -1;
      }
      each = around;
      depth++;
    }
    return depth;
  }
}
