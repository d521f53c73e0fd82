package java.util;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is done with maps and functions, retold. */
interface Map<K, V> {
  default V merge(
      K key, V value, BiFunction<? super V, ? super V, ? extends V> remappingFunction) {
    Objects.requireNonNull(value);
    V old = get(key);
    V merged = old == null ? value : remappingFunction.apply(old, value);
    if (merged == null) {
      remove(key);
    } else {
      put(key, merged);
    }
    return merged;
  }

  default V compute(K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
    V computed = remappingFunction.apply(key, get(key));
    if (computed == null) {
      remove(key);
    } else {
      put(key, computed);
    }
    return computed;
  }

  default V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
    V old = get(key);
    if (old != null) {
      return old;
    }
    V computed = mappingFunction.apply(key);
    if (computed != null) {
      put(key, computed);
    }
    return computed;
  }

  default V computeIfPresent(
      K key, BiFunction<? super K, ? super V, ? extends V> remappingFunction) {
    V old = get(key);
    return old == null ? null : compute(key, remappingFunction);
  }

  default void forEach(BiConsumer<? super K, ? super V> action) {
    for (Map.Entry<K, V> entry : entrySet()) {
      action.accept(entry.getKey(), entry.getValue());
    }
  }

  default void putAll(Map<? extends K, ? extends V> m) {
    for (Map.Entry<? extends K, ? extends V> entry : m.entrySet()) {
      put(entry.getKey(), entry.getValue());
    }
  }

  default void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    for (Map.Entry<K, V> entry : entrySet()) {
      entry.setValue(function.apply(entry.getKey(), entry.getValue()));
    }
  }

  /** How entries are compared. */
  interface Entry<K, V> {
    static <K extends Comparable<? super K>, V> Comparator<Map.Entry<K, V>> comparingByKey() {
      return (a, b) -> a.getKey().compareTo(b.getKey());
    }

    static <K, V extends Comparable<? super V>> Comparator<Map.Entry<K, V>> comparingByValue() {
      return (a, b) -> a.getValue().compareTo(b.getValue());
    }

    static <K, V> Comparator<Map.Entry<K, V>> comparingByKey(Comparator<? super K> cmp) {
      return (a, b) -> cmp.compare(a.getKey(), b.getKey());
    }

    static <K, V> Comparator<Map.Entry<K, V>> comparingByValue(Comparator<? super V> cmp) {
      return (a, b) -> cmp.compare(a.getValue(), b.getValue());
    }
  }
}
