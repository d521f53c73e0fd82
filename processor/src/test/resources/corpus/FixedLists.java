package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists that neither grow nor shrink, which throw what their kind throws. */
class FixedLists {
  /** Asks for an element that may not be there; which exception says so depends on the list. */
  static double picked(List<Double> list, int k, double x) {
    try {
      return list.get(k) * x;
    } catch (ArrayIndexOutOfBoundsException e) {
      return x * x * 5 + e.getMessage().length();
    } catch (IndexOutOfBoundsException e) {
      return x * x * 7 + 0.5 * e.getMessage().length();
    }
  }

  @Differentiable
  static double none(double x, int k) {
    return picked(List.of(), k, x);
  }

  @Differentiable
  static double one(double x, int k) {
    return picked(List.of(x), k, x);
  }

  @Differentiable
  static double two(double x, int k) {
    return picked(List.of(x, 2.0), k, x);
  }

  @Differentiable
  static double three(double x, int k) {
    return picked(List.of(x, 2.0, x), k, x);
  }

  @Differentiable
  static double copied(double[] x, int k) {
    List<Double> all = new ArrayList<>();
    for (double each : x) all.add(each * each);
    return picked(List.copyOf(all), k, x[0]);
  }

  @Differentiable
  static double ofArray(double[] x, int k) {
    Double[] all = new Double[x.length];
    for (int i = 0; i < x.length; i++) all[i] = x[i];
    return picked(List.of(all), k, x[0]);
  }

  @Differentiable
  static double part(double x, int k) {
    return picked(List.of(x, 2.0, x).subList(0, 2), k, x);
  }

  @Differentiable
  static double array(double x, int k) {
    return picked(Arrays.asList(x, 2.0), k, x);
  }

  @Differentiable
  static double partOfArray(double x, int k) {
    return picked(Arrays.asList(x, 2.0, x * 3).subList(1, 3), k, x);
  }

  /** The message depends on the JDK. */
  @Differentiable
  static double copies(double x, int k) {
    try {
      return Collections.nCopies(2, x * x).get(k);
    } catch (ArrayIndexOutOfBoundsException e) {
      return x * 5;
    } catch (IndexOutOfBoundsException e) {
      return x * 7;
    }
  }

  @Differentiable
  static double single(double x, int k) {
    return picked(Collections.singletonList(x), k, x);
  }

  @Differentiable
  static double empty(double x, int k) {
    return picked(Collections.emptyList(), k, x);
  }

  @Differentiable
  static double streamed(double x, int k) {
    return picked(Stream.of(x, 2 * x, 3 * x).filter(v -> v > 1).toList(), k, x);
  }

  @Differentiable
  static double collected(double x, int k) {
    List<Double> all =
        Stream.of(x, 2 * x, 3 * x).filter(v -> v > 1).collect(Collectors.toUnmodifiableList());
    return picked(all, k, x);
  }

  @Differentiable
  static double shown(double x, int k) {
    return picked(Collections.unmodifiableList(List.of(x, 2.0)), k, x);
  }

  @Differentiable
  static double either(double x, int k) {
    return picked(x > 0 ? List.of(x, 2.0) : Collections.singletonList(x), k, x);
  }

  /** One list after the other, of different kinds. */
  @Differentiable
  static double replaced(double[] x, int k) {
    List<Double> last = Collections.emptyList();
    double sum = 0;
    for (double each : x) {
      sum += picked(last, k, each);
      last = sum > 1 ? List.of(each, sum) : Arrays.asList(sum, each, 2 * each);
    }
    return sum;
  }

  /** What lists without null say when they are asked for it. */
  static double holding(List<Double> list, Double element, double x) {
    try {
      return (list.contains(element) ? x * x : x * 3) + list.indexOf(element);
    } catch (NullPointerException e) {
      return x * x * 5;
    }
  }

  static Double orNull(double x, int k) {
    return k > 1 ? null : x;
  }

  @Differentiable
  static double asked(double x, int k) {
    return holding(List.of(x, 2.0), orNull(x, k), x);
  }

  @Differentiable
  static double askedForNull(double x) {
    return holding(List.of(x, 2.0, 3.0), null, x);
  }

  @Differentiable
  static double askedPart(double x, int k) {
    return holding(List.of(x, 2.0, 3.0).subList(0, 2), orNull(x, k), x);
  }

  @Differentiable
  static double askedCopy(double x, int k) {
    return holding(List.copyOf(new ArrayList<>(List.of(x, 1.0))), orNull(x, k), x);
  }

  @Differentiable
  static double askedView(double x, int k) {
    return holding(Collections.unmodifiableList(List.of(x, 2.0)), orNull(x, k), x);
  }

  @Differentiable
  static double askedCopies(double x, int k) {
    return holding(Collections.nCopies(2, x), orNull(x, k), x);
  }

  @Differentiable
  static double askedArray(double x, int k) {
    return holding(Arrays.asList(x, 2.0, orNull(x, k + 1)), orNull(x, k), x);
  }

  @Differentiable
  static double askedStream(double x, int k) {
    return holding(Stream.of(x, 2 * x).toList(), orNull(x, k), x);
  }

  @Differentiable
  static double askedCollected(double x, int k) {
    List<Double> all = Stream.of(x, 2 * x).collect(Collectors.toUnmodifiableList());
    return holding(all, orNull(x, k), x);
  }

  @Differentiable
  static double askedForAll(double x, int k) {
    List<Double> some = new ArrayList<>();
    some.add(orNull(x, k));
    try {
      return List.of(x, 2.0).containsAll(some) ? x * x : x * 3;
    } catch (NullPointerException e) {
      return x * 5;
    }
  }

  record Mass(double kilos) {}

  static Mass massOrNull(double x, int k) {
    return k > 1 ? null : new Mass(x);
  }

  @Differentiable
  static double ofNumbers(double x, int k) {
    try {
      return List.of(x, orNull(x, k)).get(1) * x;
    } catch (NullPointerException e) {
      return x * 5;
    }
  }

  @Differentiable
  static double ofMany(double x, int k) {
    try {
      return List.of(x, x, x, x, x, x, x, x, x, x, orNull(x, k)).get(10) * x;
    } catch (NullPointerException e) {
      return x * 5;
    }
  }

  @Differentiable
  static double ofRecords(double x, int k) {
    try {
      return List.of(new Mass(x), massOrNull(x, k)).get(0).kilos * x;
    } catch (NullPointerException e) {
      return x * 5;
    }
  }

  @Differentiable
  static double ofRecordsInAnArray(double x, int k) {
    Mass[] all = {new Mass(x), massOrNull(x, k)};
    try {
      return List.of(all).get(0).kilos * x;
    } catch (NullPointerException e) {
      return x * 5;
    }
  }

  @Differentiable
  static double copiedRecords(double x, int k) {
    List<Mass> all = new ArrayList<>();
    all.add(new Mass(x));
    all.add(massOrNull(2 * x, k));
    try {
      return List.copyOf(all).get(1).kilos * x;
    } catch (NullPointerException e) {
      return x * 5;
    }
  }

  @Differentiable
  static double copiedNumbers(double x, int k) {
    List<Double> all = new ArrayList<>();
    all.add(x);
    all.add(orNull(2 * x, k));
    try {
      return List.copyOf(all).get(1) * x;
    } catch (NullPointerException e) {
      return x * 5;
    }
  }

  @Differentiable
  static double collectedRecords(double x, int k) {
    try {
      return Stream.of(new Mass(x), massOrNull(2 * x, k))
              .collect(Collectors.toUnmodifiableList())
              .get(1)
              .kilos
          * x;
    } catch (NullPointerException e) {
      return x * 5;
    }
  }

  @Differentiable
  static double ofRows(double[] x, int k) {
    double[] row = k > 1 ? null : x;
    try {
      return List.of(x, row).get(1)[0] * x[0];
    } catch (NullPointerException e) {
      return x[0] * 5;
    }
  }

  @Differentiable
  static double ofManyRows(double[] x, int k) {
    double[] row = k > 1 ? null : x;
    try {
      return List.of(x, x, x, x, x, x, x, x, x, x, row).get(10)[0] * x[0];
    } catch (NullPointerException e) {
      return x[0] * 5;
    }
  }

  /** Changes a list, if it lets itself be changed. */
  static double changed(List<Double> list, int how, double x) {
    try {
      switch (Math.floorMod(how, 7)) {
        case 0 -> list.add(x);
        case 1 -> list.set(0, x * x);
        case 2 -> list.clear();
        case 3 -> list.remove(0);
        case 4 -> list.addAll(List.of(x, 1.0));
        case 5 -> list.add(0, x);
        default -> list.removeIf(each -> each > 1);
      }
    } catch (UnsupportedOperationException e) {
      return x * x * 5;
    }
    return sum(list);
  }

  static double sum(List<Double> list) {
    double sum = 0;
    int i = 1;
    for (double each : list) sum += each * i++;
    return sum;
  }

  @Differentiable
  static double changedTwo(double x, int k) {
    return changed(List.of(x, 2.0), k, x);
  }

  @Differentiable
  static double changedCopy(double x, int k) {
    return changed(List.copyOf(Arrays.asList(x, 2.0, 3.0)), k, x);
  }

  @Differentiable
  static double changedStreamed(double x, int k) {
    return changed(Stream.of(x, 2.0).toList(), k, x);
  }

  @Differentiable
  static double changedPerhaps(double x, int k) {
    return changed(x > 0 ? List.of(x, 2.0) : new ArrayList<>(List.of(x, 1.0)), k, x);
  }

  /** Sets an element, or adds one. */
  static double setOrAdded(List<Double> list, int how, double x) {
    try {
      if (how > 2) list.add(x);
      else list.set(0, x * 3);
    } catch (UnsupportedOperationException e) {
      return x * x * 5;
    }
    return sum(list);
  }

  @Differentiable
  static double setInAnArray(double x, int k) {
    return setOrAdded(Arrays.asList(x, 2.0), k, x);
  }

  @Differentiable
  static double setInOne(double x, int k) {
    return setOrAdded(Collections.singletonList(x), k, x);
  }

  @Differentiable
  static double setInCopies(double x, int k) {
    return setOrAdded(Collections.nCopies(2, x), k, x);
  }

  @Differentiable
  static double sortedOrNot(double x, int k) {
    List<Double> list = k > 1 ? List.of(x, 2.0) : Arrays.asList(x, 1.0);
    try {
      Collections.sort(list);
    } catch (UnsupportedOperationException e) {
      return x * 7;
    }
    return list.get(0) * x;
  }
}
