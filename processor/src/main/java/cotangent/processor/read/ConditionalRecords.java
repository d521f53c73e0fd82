package cotangent.processor.read;

import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the records among the inputs that a method reads on some of its ways only, or not at all:
 * where it doesn't, Java takes null for them. Loops are taken to have a round.
 */
final class ConditionalRecords {
  private final Method method;
  private final Set<String> found = new LinkedHashSet<>();

  private ConditionalRecords(Method method) {
    this.method = method;
  }

  /**
   * Returns the types of these records, as source names them.
   *
   * @param wrt the inputs by which the method is differentiated
   * @param ofObject how many of the inputs are of the object on which it is called
   */
  static Set<String> of(Method method, List<Integer> wrt, int ofObject) {
    ConditionalRecords records = new ConditionalRecords(method);
    Iterator<Value> leaves = method.graph().parameters().iterator();
    for (int i = 0; i < method.inputs().size(); i++) {
      Port input = method.inputs().get(i);
      if (wrt.contains(i) || i >= ofObject) {
        records.look(input, leaves, false);
      } else {
        input.leaves().forEach(leaf -> leaves.next());
      }
    }
    return records.found;
  }

  /**
   * Looks at what an input holds; returns its leaves.
   *
   * @param mayLack whether it is in a record that may be null, and can be read where that is there
   */
  private List<Value> look(Port port, Iterator<Value> leaves, boolean mayLack) {
    if (!(port instanceof Port.Composite record) || record.isTensor()) {
      return port.leaves().map(leaf -> leaves.next()).toList();
    }
    List<Value> all = new ArrayList<>();
    if (record.isRecordOrNull()) {
      all.add(leaves.next());
    }
    boolean lacks = mayLack || record.isRecordOrNull();
    record.own().forEach(component -> all.addAll(look(component, leaves, lacks)));
    if (!record.isRecordOrNull() && !(mayLack ? uses(method.graph().body(), all) : isRead(all))) {
      found.add(record.type());
    }
    return all;
  }

  private boolean isRead(List<Value> leaves) {
    Region body = method.graph().body();
    boolean isHandedOn = method.graph().results().containsAll(leaves);
    return body.steps().stream().anyMatch(new HandedRecord(leaves, body)::isReadBy)
        || !isHandedOn && body.yields().stream().anyMatch(leaves::contains);
  }

  /** Whether anything is done with leaves other than to hand them on. */
  private static boolean uses(Region region, List<Value> leaves) {
    return region.steps().stream()
        .anyMatch(
            step ->
                step.operands().stream().anyMatch(leaves::contains)
                    || step.regions().stream().anyMatch(each -> uses(each, leaves)));
  }
}
