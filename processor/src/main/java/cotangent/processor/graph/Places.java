package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a graph values and steps are, and which steps use a value: regions themselves only look
 * inwards. It is the one index that all passes share.
 */
public final class Places {
  private final Map<Value, Place> values = new HashMap<>();
  private final Map<Region, Region> parents = new IdentityHashMap<>();
  private final Map<Region, Step> owners = new IdentityHashMap<>();
  private final Map<Step, Region> homes = new IdentityHashMap<>();
  private final Set<Value> added = new HashSet<>();
  private final List<Region> bodies;
  private @Nullable Map<Value, List<Step>> users;
  private @Nullable Map<Step, Span> order;

  /** Where a value is: made by a step, or by none as a parameter. */
  private record Place(Region region, @Nullable Step definition) {}

  /** When a step begins and ends, as the text is read. */
  private record Span(int start, int end) {}

  public Places(Region body) {
    this(List.of(body));
  }

  private Places(List<Region> bodies) {
    this.bodies = bodies;
    bodies.forEach(this::enter);
  }

  /** Returns the places in the body of a graph and in those of its functions. */
  public static Places throughout(Graph graph) {
    List<Region> bodies = new ArrayList<>(List.of(graph.body()));
    graph.functions().forEach(function -> bodies.add(function.body()));
    return new Places(bodies);
  }

  /** Returns the body of the graph, and those of its functions if they were entered. */
  public List<Region> bodies() {
    return bodies;
  }

  private void enter(Region region) {
    for (Value parameter : region.parameters()) {
      values.put(parameter, new Place(region, null));
    }
    for (Step step : region.steps()) {
      homes.put(step, region);
      if (step instanceof Step.Single single) {
        values.put(single.result(), new Place(region, step));
        continue;
      }
      for (Value result : step.results()) {
        values.put(result, new Place(region, step));
      }
      Region outer = region;
      for (Region inner : step.regions()) {
        parents.put(inner, outer);
        owners.put(inner, step);
        enter(inner);
        if (step instanceof Step.While) {
          outer = inner;
        }
      }
    }
  }

  /** Places a value that is going to be added to the results of a step. */
  public void add(Value value, Step step) {
    values.put(value, new Place(Objects.requireNonNull(region(step)), null));
    added.add(value);
  }

  /** Whether a value is one of those {@link #add added} later. */
  public boolean isAdded(Value value) {
    return added.contains(value);
  }

  public boolean knows(Value value) {
    return values.containsKey(value);
  }

  /** The region that a value is made in; null where that is another function's. */
  public @Nullable Region region(Value value) {
    Place place = values.get(value);
    return place == null ? null : place.region;
  }

  /** The step that computes the value; null for parameters and for values added later. */
  public @Nullable Step definition(Value value) {
    Place place = values.get(value);
    return place == null ? null : place.definition;
  }

  /** The step that computes the value or has it as a parameter of one of its regions, or null. */
  public @Nullable Step maker(Value value) {
    Place place = values.get(value);
    if (place == null) {
      return null;
    }
    return place.definition == null ? owners.get(place.region) : place.definition;
  }

  /** Returns the steps that use a value as an operand, or yield it from one of their regions. */
  public List<Step> users(Value value) {
    Map<Value, List<Step>> known = users;
    if (known == null) {
      known = new HashMap<>();
      for (Region body : bodies) {
        collectUsers(body, known);
      }
      users = known;
    }
    return known.getOrDefault(value, List.of());
  }

  private static void collectUsers(Region region, Map<Value, List<Step>> users) {
    for (Step step : region.steps()) {
      use(step.operands(), step, users);
      for (Region inner : step.regions()) {
        use(inner.yields(), step, users);
        collectUsers(inner, users);
      }
    }
  }

  /** Notes a step once for each list in which it uses a value. */
  private static void use(List<Value> values, Step step, Map<Value, List<Step>> users) {
    for (int i = 0; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) == i) {
        users.computeIfAbsent(values.get(i), v -> new ArrayList<>()).add(step);
      }
    }
  }

  /** The region that a step is in; null where that is another function's. */
  public @Nullable Region region(Step step) {
    return homes.get(step);
  }

  /** The step that a region belongs to; null for the body of the graph. */
  public @Nullable Step owner(@Nullable Region region) {
    return owners.get(region);
  }

  /** The region around; that of a while's {@code after} is its {@code before}. */
  public @Nullable Region parent(@Nullable Region region) {
    return parents.get(region);
  }

  public boolean isParameterOfBody(Value value) {
    Region region = region(value);
    return definition(value) == null && parents.get(region) == null && !isAdded(value);
  }

  public boolean isLoopBody(@Nullable Region region) {
    Step owner = owners.get(region);
    return owner instanceof Step.Loop || owner instanceof Step.While;
  }

  /** Returns the body of the innermost loop around, or the body of the graph. */
  public @Nullable Region iteration(@Nullable Region region) {
    Region r = region;
    while (parents.containsKey(r) && !isLoopBody(r)) {
      r = parents.get(r);
    }
    return owners.get(r) instanceof Step.While loop ? loop.before() : r;
  }

  /** Whether a region is another one or lies inside it. */
  public boolean within(@Nullable Region region, Region outer) {
    for (Region r = region; r != null; r = parents.get(r)) {
      if (r == outer) {
        return true;
      }
    }
    return false;
  }

  /** Whether a region belongs to a step or to one inside it. */
  public boolean within(@Nullable Region region, Step outer) {
    for (Region r = region; r != null; r = parents.get(r)) {
      if (owners.get(r) == outer) {
        return true;
      }
    }
    return false;
  }

  /** Whether a step as a whole comes after another one in the text. */
  public boolean after(Step step, Step earlier) {
    return span(step).start > span(earlier).end;
  }

  /** Whether a step begins before another one in the text. */
  public boolean isBefore(Step one, Step other) {
    return span(one).start < span(other).start;
  }

  /** Returns when a step runs; one that is in another function, before all of this. */
  private Span span(Step step) {
    Map<Step, Span> known = order;
    if (known == null) {
      known = new IdentityHashMap<>();
      int count = 0;
      for (Region body : bodies) {
        count = number(body, count, known);
      }
      order = known;
    }
    return known.getOrDefault(step, new Span(0, 0));
  }

  private static int number(Region region, int first, Map<Step, Span> order) {
    int count = first;
    for (Step step : region.steps()) {
      int start = count++;
      for (Region inner : step.regions()) {
        count = number(inner, count, order);
      }
      order.put(step, new Span(start, count++));
    }
    return count;
  }

  /** Whether a step is in the same region as another one, or around it. */
  public boolean isBeside(Step one, Step other) {
    Region region = region(one);
    return region != null && within(region(other), region);
  }

  /** Whether a step is in this graph, not in another function. */
  public boolean knows(Step step) {
    return homes.containsKey(step);
  }

  /** Whether a value is the given whole number, written as a constant. */
  public boolean is(Value value, int number) {
    return definition(value) instanceof Step.Constant constant
        && Integer.valueOf(number).equals(constant.value());
  }

  /** Whether a value is null, written as a constant. */
  public boolean isNull(Value value) {
    return definition(value) instanceof Step.Constant constant && constant.value() == null;
  }

  /** Returns the innermost region that encloses both. */
  public Region common(Region one, Region other) {
    Region r = one;
    while (!within(other, r)) {
      r = Objects.requireNonNull(parents.get(r));
    }
    return r;
  }

  /** Returns how many numbers an array holds where that is known when it is made; else -1. */
  public int knownSize(Value array) {
    if (!(definition(array) instanceof Step.NewArray made)
        || made.lengths().size() < array.type().rank()) {
      return -1;
    }
    int product = 1;
    for (Value length : made.lengths()) {
      if (!(definition(length) instanceof Step.Constant constant
          && constant.value() instanceof Integer known)) {
        return -1;
      }
      product *= known;
    }
    return product;
  }
}
