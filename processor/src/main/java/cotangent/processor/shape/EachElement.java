package cotangent.processor.shape;

import cotangent.processor.graph.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sizes that each record in an array has for itself. All that is read at one index belongs to one
 * record, until that index is computed anew.
 */
final class EachElement {
  private final Set<Name> names = new HashSet<>();
  private final Map<Object, Map<Object, Map<Name, Name>>> known = new HashMap<>();

  Name declared(String text, Object scope) {
    Name name = Name.declared(text, scope, true);
    names.add(name);
    return name;
  }

  /** Returns sizes as the element has them that a key stands for. */
  List<Size> at(Object key, List<Size> sizes) {
    return names.isEmpty()
        ? sizes
        : sizes.stream()
            .map(size -> size.with(name -> names.contains(name) ? own(name, key) : null))
            .toList();
  }

  private Size own(Name name, Object key) {
    Map<Name, Name> record =
        known
            .computeIfAbsent(key, each -> new HashMap<>())
            .computeIfAbsent(name.scope(), each -> new IdentityHashMap<>());
    return Size.of(
        record.computeIfAbsent(name, each -> Name.declared(each.toString(), record, true)));
  }

  void forget(Collection<Value> indices) {
    known.keySet().removeAll(indices);
  }
}
