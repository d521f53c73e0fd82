package cotangent.processor.emit.variables;

import com.palantir.javapoet.ClassName;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names that a variable of a method must not have, since it would hide a class or a package
 * that the method mentions.
 */
public final class Reserved {
  private static final Set<String> ALWAYS =
      Set.of(
          "Arrays",
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Math",
          "Short",
          "StrictMath",
          "System",
          "java",
          "cotangent");

  private final Set<String> names = new HashSet<>(ALWAYS);
  private final Set<String> types = new HashSet<>();

  private Reserved() {}

  public static Set<String> of(Graph graph, List<Port> inputs) {
    Reserved reserved = new Reserved();
    inputs.forEach(reserved::port);
    reserved.region(graph.body());
    return reserved.names;
  }

  private void port(Port port) {
    if (port instanceof Port.Composite composite) {
      type(composite.type());
      composite.components().forEach(this::port);
    }
  }

  private void region(Region region) {
    region.parameters().forEach(this::value);
    for (Step step : region.steps()) {
      for (Value result : step.results()) {
        value(result);
      }
      if (step instanceof Step.Call call && call.callee() instanceof Callee.Member member) {
        type(member.owner());
      }
      for (Region inner : step.regions()) {
        region(inner);
      }
    }
  }

  private void value(Value value) {
    if (!value.type().leaf().isScalar()) {
      type(value.type().leaf().toString());
    }
  }

  /**
   * Takes the names of classes, and of the outermost package: what Java could mistake for a
   * variable begins with one of these.
   */
  private void type(String text) {
    if (!types.add(text)) {
      return;
    }
    for (String name : text.split("[^\\w$.]+", -1)) {
      if (SourceVersion.isName(name)) { // not a keyword: List<? extends int[]>
        ClassName type = TypeText.className(name);
        names.addAll(type.simpleNames());
        names.add(type.packageName().split("\\.", -1)[0]);
      }
    }
  }
}
