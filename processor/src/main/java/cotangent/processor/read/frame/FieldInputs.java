package cotangent.processor.read.frame;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the object on which the annotated method is called that are inputs of its graph: a
 * function that the graph calls takes them, and the object, in addition to its own parameters.
 */
public final class FieldInputs {
  private @Nullable Value object;
  private Map<VariableElement, Term> terms = new LinkedHashMap<>();

  /** Notes that a field of an object is an input. */
  public void add(Value itsObject, VariableElement field, Term term) {
    object = itsObject;
    terms.put(field, term);
  }

  /** Returns the object whose fields these are; null where no field is an input. */
  public @Nullable Value object() {
    return object;
  }

  /** Returns what a field of the object holds; null where it isn't an input. */
  public @Nullable Term of(VariableElement field) {
    return terms.get(field);
  }

  /** Returns the fields, and what they hold. */
  public Map<VariableElement, Term> all() {
    return Collections.unmodifiableMap(terms);
  }

  /** Returns what a function takes in addition. */
  public List<Value> leaves() {
    List<Value> leaves = new ArrayList<>();
    if (object != null) {
      leaves.add(object);
      terms.values().forEach(term -> leaves.addAll(term.leaves()));
    }
    return leaves;
  }

  /** Carries out an action that reads a function, which gets parameters for what it takes. */
  public void asParametersOf(GraphBuilder function, Runnable action) {
    Value outerObject = object;
    Map<VariableElement, Term> outerTerms = terms;
    if (outerObject != null) {
      object = function.parameter(outerObject.type(), outerObject.name());
      terms = new LinkedHashMap<>();
      outerTerms.forEach((field, term) -> terms.put(field, parameter(function, term)));
    }
    try {
      action.run();
    } finally {
      object = outerObject;
      terms = outerTerms;
    }
  }

  /** Carries out an action that reads a function to which the object means nothing. */
  public void withNone(Runnable action) {
    Value outerObject = object;
    Map<VariableElement, Term> outerTerms = terms;
    object = null;
    terms = new LinkedHashMap<>();
    try {
      action.run();
    } finally {
      object = outerObject;
      terms = outerTerms;
    }
  }

  private static Term parameter(GraphBuilder function, Term outer) {
    return outer.with(
        outer.leaves().stream()
            .map(leaf -> function.parameter(leaf.type(), leaf.name()))
            .toList()
            .iterator());
  }
}
