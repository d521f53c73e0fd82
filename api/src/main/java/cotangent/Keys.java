package cotangent;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the keys of a map that a method makes, and for each the place of its value in an array.
 * Used by generated code: derivatives follow the values, while the keys are constant.
 *
 * <p>The keys are in a map of the class that the method itself has, and get there by the same
 * calls. So they come in the order of that map, which decides how a sum of its values is rounded.
 */
public final class Keys {
  private Map<Object, Integer> places;
  private final List<Object> given = new ArrayList<>();
  private final boolean takesNull;

  /** Of what these keys are a part; null where they are all. */
  private final @Nullable Keys shown;

  private int used;
  private int changes;

  Keys(Map<Object, Integer> places, boolean takesNull) {
    this(places, takesNull, null);
  }

  private Keys(Map<Object, Integer> places, boolean takesNull, @Nullable Keys shown) {
    this.places = places;
    this.takesNull = takesNull;
    this.shown = shown;
  }

  Keys withPlacesOf(Keys other) {
    used = other.shown == null ? other.used : other.shown.used;
    return this;
  }

  /**
   * Returns the keys of a new {@link HashMap}.
   *
   * @return no keys yet
   */
  public static Keys hashed() {
    return new Keys(new HashMap<>(), true);
  }

  /**
   * Returns the keys of a new {@link HashMap}.
   *
   * @param capacity how large the map is made
   * @param load how full it becomes before it is made larger
   * @return no keys yet
   */
  public static Keys hashed(int capacity, float load) {
    return new Keys(new HashMap<>(capacity, load), true);
  }

  /**
   * Returns the keys of a new {@link HashMap} that holds what another map holds.
   *
   * @param other the keys of that map
   * @return the same keys, for the same places
   */
  public static Keys hashed(Keys other) {
    return new Keys(new HashMap<>(other.places), true).withPlacesOf(other);
  }

  /**
   * Returns the keys of a new {@link LinkedHashMap}.
   *
   * @return no keys yet
   */
  public static Keys linked() {
    return new Keys(new LinkedHashMap<>(), true);
  }

  /**
   * Returns the keys of a new {@link LinkedHashMap}.
   *
   * @param capacity how large the map is made
   * @param load how full it becomes before it is made larger
   * @return no keys yet
   */
  public static Keys linked(int capacity, float load) {
    return new Keys(new LinkedHashMap<>(capacity, load), true);
  }

  /**
   * Returns the keys of a new {@link LinkedHashMap} that holds what another map holds.
   *
   * @param other the keys of that map
   * @return the same keys, for the same places
   */
  public static Keys linked(Keys other) {
    return new Keys(new LinkedHashMap<>(other.places), true).withPlacesOf(other);
  }

  /**
   * Returns the keys of a new {@link TreeMap}, in their own order.
   *
   * @return no keys yet
   */
  public static Keys sorted() {
    return new Keys(new TreeMap<>(), true);
  }

  /**
   * Returns the keys of a new {@link TreeMap} that holds what another map holds.
   *
   * @param other the keys of that map
   * @return the same keys, for the same places
   */
  public static Keys sorted(Keys other) {
    return new Keys(new TreeMap<>(other.places), true).withPlacesOf(other);
  }

  /**
   * Returns the keys of a new {@link java.util.EnumMap}, in the order of the constants.
   *
   * @return no keys yet
   */
  public static Keys ofEnum() {
    return new Keys(new TreeMap<>(), false);
  }

  /**
   * Returns the keys of a new {@link java.util.EnumMap} that holds what another map holds.
   *
   * @param other the keys of that map
   * @return the same keys, for the same places
   * @throws IllegalArgumentException if there are none, and that map isn't one of that class
   */
  public static Keys ofEnum(Keys other) {
    if (other.takesNull && other.places.isEmpty()) {
      throw new IllegalArgumentException("Specified map is empty");
    }
    return new Keys(new TreeMap<>(other.places), false).withPlacesOf(other);
  }

  /**
   * Returns the keys of a {@link Map#of()}; they are {@linkplain #give given} before all else.
   *
   * @return no keys yet
   */
  public static Keys fixed() {
    return new Keys(new HashMap<>(), true);
  }

  /**
   * Returns the keys of the map that {@link Map#copyOf} makes of another one.
   *
   * @param other the keys of that map
   * @return the same keys, for the same places
   * @throws NullPointerException if one of them is null
   */
  public static Keys fixed(Keys other) {
    return new Keys(Map.copyOf(other.places), true).withPlacesOf(other);
  }

  /**
   * Adds a key to those of a map that is made at once.
   *
   * @param key a key
   */
  public void give(Object key) {
    given.add(key);
  }

  /**
   * Makes the map of all keys that were given.
   *
   * @throws IllegalArgumentException if two of them are equal
   * @throws NullPointerException if one of them is null
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays have no type arguments
  public void fix() {
    Map.Entry[] entries = new Map.Entry[given.size()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = Map.entry(given.get(i), i);
    }
    places = Map.ofEntries(entries);
    used = entries.length;
  }

  /**
   * Returns the place of a key's value.
   *
   * @param key a key
   * @return the place, or -1 where the map hasn't that key
   */
  public int find(Object key) {
    Integer place = key == null && !takesNull ? null : places.get(key);
    return place == null ? -1 : place;
  }

  /**
   * Puts a key into the map.
   *
   * @param key a key
   * @return the place of its value, a new one where the map hadn't that key
   */
  public int put(Object key) {
    Integer place = places.putIfAbsent(key, used);
    return place == null ? added() : place;
  }

  /**
   * Finds the place of a key's value in the way of {@link Map#merge}, {@link Map#compute} and
   * {@link Map#computeIfAbsent}, for which a {@link HashMap} may move its keys first.
   *
   * @param key a key
   * @return the place, or -1 where the map hasn't that key
   */
  public int findComputed(Object key) {
    Integer place = places.computeIfAbsent(key, missing -> null);
    return place == null ? -1 : place;
  }

  /**
   * Puts a key into the map in the way of {@link Map#merge}, {@link Map#compute} and {@link
   * Map#computeIfAbsent}: in a {@link HashMap} it may get in before others.
   *
   * @param key a key that the map hasn't
   * @return the place of its value, a new one
   */
  public int putComputed(Object key) {
    places.computeIfAbsent(key, missing -> used);
    return added();
  }

  /**
   * Puts in the keys of another map in the way of {@link Map#putAll}, for which a {@link HashMap}
   * may grow first.
   *
   * @param other the keys of that map
   */
  public void putAll(Keys other) {
    Map<Object, Integer> all = new LinkedHashMap<>();
    for (Object key : other.places.keySet()) {
      Integer place = places.get(key);
      all.put(key, place == null ? added() : place);
    }
    places.putAll(all);
  }

  private int added() {
    changes++;
    return used++;
  }

  /**
   * Takes a key out of the map.
   *
   * @param key a key
   * @return the place of its value, which isn't used again, or -1 where the map hadn't that key
   */
  public int remove(Object key) {
    Integer place = key == null && !takesNull ? null : places.remove(key);
    if (place == null) {
      return -1;
    }
    changes++;
    return place;
  }

  /** Takes all keys out of the map. */
  public void clear() {
    changes++;
    places.clear();
  }

  /**
   * Returns how many keys there are.
   *
   * @return their number
   */
  public int size() {
    return places.size();
  }

  /**
   * Returns the places of all values.
   *
   * @return the places, in the order of the map
   */
  public int[] places() {
    int[] all = new int[places.size()];
    int i = 0;
    for (int place : places.values()) {
      all[i++] = place;
    }
    return all;
  }

  /**
   * Returns all keys.
   *
   * @return the keys, in the order of the map
   */
  public Object[] all() {
    return places.keySet().toArray();
  }

  /**
   * Returns how often keys were put in or taken out.
   *
   * @return a number that stays the same as long as the keys do
   */
  public int changes() {
    return shown == null ? changes : shown.changes();
  }

  /**
   * Requires that no key was put in or taken out meanwhile.
   *
   * @param before what {@link #changes} were then
   * @throws ConcurrentModificationException if there was one
   */
  public void requireSame(int before) {
    if (changes() != before) {
      throw new ConcurrentModificationException();
    }
  }

  /**
   * Returns the first key of a {@link TreeMap}.
   *
   * @return the key
   * @throws java.util.NoSuchElementException if there is none
   */
  public Object firstKey() {
    return sortedPlaces().firstKey();
  }

  /**
   * Returns the last key of a {@link TreeMap}.
   *
   * @return the key
   * @throws java.util.NoSuchElementException if there is none
   */
  public Object lastKey() {
    return sortedPlaces().lastKey();
  }

  /**
   * Returns the greatest key of a {@link TreeMap} that is not greater than another.
   *
   * @param key the other one
   * @return the key, or null where there is none
   */
  public Object floorKey(Object key) {
    return sortedPlaces().floorKey(key);
  }

  /**
   * Returns the least key of a {@link TreeMap} that is not less than another.
   *
   * @param key the other one
   * @return the key, or null where there is none
   */
  public Object ceilingKey(Object key) {
    return sortedPlaces().ceilingKey(key);
  }

  /**
   * Returns the greatest key of a {@link TreeMap} that is less than another.
   *
   * @param key the other one
   * @return the key, or null where there is none
   */
  public Object lowerKey(Object key) {
    return sortedPlaces().lowerKey(key);
  }

  /**
   * Returns the least key of a {@link TreeMap} that is greater than another.
   *
   * @param key the other one
   * @return the key, or null where there is none
   */
  public Object higherKey(Object key) {
    return sortedPlaces().higherKey(key);
  }

  Keys part(NavigableMap<Object, Integer> some) {
    return new Keys(some, true, shown == null ? this : shown);
  }

  NavigableMap<Object, Integer> sortedPlaces() {
    return (NavigableMap<Object, Integer>) places;
  }
}
