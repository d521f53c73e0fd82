package cotangent;

import java.util.Collections;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * Makes {@link Keys} of maps that are sorted by some order, and shows parts of them. Used by
 * generated code.
 */
public final class SortedKeys {
  private SortedKeys() {}

  /**
   * Returns the keys of a new {@link TreeMap}, in the order of another object.
   *
   * @param order the order; null for their own
   * @return no keys yet
   */
  public static Keys by(Comparator<?> order) {
    @SuppressWarnings("unchecked") // it is asked for nothing but keys
    Comparator<Object> all = (Comparator<Object>) order;
    return new Keys(new TreeMap<>(all), true);
  }

  /**
   * Returns the keys of a new {@link TreeMap}, in the reverse of their own order.
   *
   * @return no keys yet
   */
  public static Keys downwards() {
    return new Keys(new TreeMap<>(Collections.reverseOrder()), true);
  }

  /**
   * Returns the keys of a new {@link TreeMap} that holds what another one holds, in its order.
   *
   * @param other the keys of that map
   * @return the same keys, for the same places
   */
  public static Keys as(Keys other) {
    return new Keys(new TreeMap<>(other.sortedPlaces()), true).withPlacesOf(other);
  }

  /**
   * Returns the keys of a {@link TreeMap} in the reverse order.
   *
   * @param all the keys
   * @return the same keys, also those that are put in later
   */
  public static Keys descending(Keys all) {
    return all.part(all.sortedPlaces().descendingMap());
  }

  /**
   * Returns the keys of a {@link TreeMap} up to another.
   *
   * @param all the keys
   * @param to the other one
   * @param inclusive whether it is among them
   * @return the keys, also those that are put in later
   */
  public static Keys head(Keys all, Object to, boolean inclusive) {
    return all.part(all.sortedPlaces().headMap(to, inclusive));
  }

  /**
   * Returns the keys of a {@link TreeMap} from another on.
   *
   * @param all the keys
   * @param from the other one
   * @param inclusive whether it is among them
   * @return the keys, also those that are put in later
   */
  public static Keys tail(Keys all, Object from, boolean inclusive) {
    return all.part(all.sortedPlaces().tailMap(from, inclusive));
  }

  /**
   * Returns the keys of a {@link TreeMap} between two others.
   *
   * @param all the keys
   * @param from where they begin
   * @param withFrom whether that is among them
   * @param to where they end
   * @param withTo whether that is among them
   * @return the keys, also those that are put in later
   * @throws IllegalArgumentException if they end before they begin
   */
  public static Keys sub(Keys all, Object from, boolean withFrom, Object to, boolean withTo) {
    return all.part(all.sortedPlaces().subMap(from, withFrom, to, withTo));
  }
}
