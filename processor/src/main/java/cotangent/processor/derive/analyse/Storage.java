package cotangent.processor.derive.analyse;

import cotangent.processor.alias.Aliases;
import cotangent.processor.alias.Cell;
import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to the memory of an array: whether it is written, changes after a step, outlives
 * the method. Which values are the same memory is known from {@link Aliases}, as far as the
 * method's arguments are different arrays.
 */
public final class Storage {
  private final Aliases aliases;
  private final Places places;
  private final boolean recursive;
  private final boolean isOfOneBody;
  private final Graph graph;
  private final LaterElements later;
  private @Nullable Places everywhere;

  /**
   * @param recursive whether the places are those of a function that calls itself
   */
  public Storage(Graph graph, Places places, boolean recursive) {
    this(graph, new Aliases(graph, places, Aliases.Policy.APART), places, recursive, false);
  }

  private Storage(
      Graph graph, Aliases aliases, Places places, boolean recursive, boolean isOfOneBody) {
    this.graph = graph;
    this.aliases = aliases;
    this.places = places;
    this.recursive = recursive;
    this.isOfOneBody = isOfOneBody;
    this.later = new LaterElements(places, aliases);
  }

  /** The same, but doesn't take two arrays for one just because both may be null. */
  public static Storage withNullsApart(Graph graph, Places places) {
    return new Storage(
        graph, new Aliases(graph, places, Aliases.Policy.APART_BUT_FOR_NULL), places, false, false);
  }

  /**
   * The same, for one who knows what leaves the body, or a function that is called in it: names
   * that arrays have in functions say nothing of how long they are needed.
   */
  public static Storage forLending(Graph graph, Places places) {
    return new Storage(
        graph, new Aliases(graph, places, Aliases.Policy.APART_BUT_FOR_NULL), places, false, true);
  }

  public Cell of(Value array) {
    return aliases.of(array);
  }

  boolean knows(Value array) {
    return aliases.knows(array);
  }

  /** Returns the cell of the innermost arrays: where the numbers are. */
  public Cell leaf(Value array) {
    return aliases.leaf(array);
  }

  /**
   * Whether what a step read may be overwritten after it, so that reading it again at the end would
   * be wrong.
   *
   * @param within where the backward half follows at once, the step after whose end nothing counts;
   *     else null
   */
  public boolean mayChangeAfter(Step.Read read, @Nullable Step within) {
    return mayChangeAfter(read, of(read.array()), read.array(), within);
  }

  /** Whether what a step writes is still there when the method ends. */
  public boolean isKept(Step.Write write) {
    return !mayChangeAfter(write, of(write.array()), write.array(), null);
  }

  /** Whether an array or its rows may be overwritten after a step that uses it. */
  public boolean mayChangeAfter(Step step, Value array) {
    return aliases.all(array).stream()
        .anyMatch(cell -> mayChangeAfter(step, cell, cell == of(array) ? array : null, null));
  }

  /**
   * @param array the array that the cell is of; null where it is of those inside
   */
  private boolean mayChangeAfter(
      Step step, Cell cell, @Nullable Value array, @Nullable Step within) {
    if (cell.writes().stream().allMatch(Storage::isFirst)) {
      return false;
    }
    if (recursive && isShared(cell)) {
      return true;
    }
    Region home = home(cell);
    return cell.writes().stream()
        .filter(write -> array == null || !isForNewerArrays(write, array))
        .filter(write -> mayFollow(write, step, home, within))
        .anyMatch(write -> array == null || !isElsewhere(write, step));
  }

  private boolean isElsewhere(Step write, Step access) {
    return write instanceof Step.Write other
        && (access instanceof Step.Read || access instanceof Step.Write)
        && places.knows(write)
        && places.knows(access)
        && later.spare(access, other);
  }

  /** Whether a step writes to new arrays only. */
  private static boolean isFirst(Step write) {
    return write instanceof Step.Clone
        || write instanceof Step.Call call
            && Aliases.givesNew(call)
            && TensorKernels.target(call) == null;
  }

  private boolean mayFollow(Step write, Step read, @Nullable Region home, @Nullable Step within) {
    if (isFirst(write)) {
      return false;
    }
    if (!places.knows(write) || !places.knows(read)) {
      return !isInOneCall(write);
    }
    if (within != null && !places.within(places.region(write), within)) {
      return false;
    }
    if (isForLaterArrays(write, read)) {
      return false;
    }
    if (places.after(write, read)) {
      return true;
    }
    for (Region r = places.region(read); r != null && r != home; r = places.parent(r)) {
      if (within != null && places.owner(r) == within) {
        return false;
      }
      if (places.isLoopBody(r) && places.within(places.region(write), r)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a step of a function writes only to what the same call of it has made. Where the body
   * of the graph reads an array, no call is under way: each is over, or makes arrays of its own.
   */
  private boolean isInOneCall(Step write) {
    if (!places.bodies().equals(List.of(graph.body()))) {
      return false;
    }
    if (everywhere == null) {
      everywhere = Places.throughout(graph);
    }
    return !places.knows(write) && everywhere.knows(write) && !makers(write, everywhere).isEmpty();
  }

  /**
   * Whether a step that writes after another one has run does so in arrays that were made since. In
   * a loop, that is what fills the next array, which gets the name of the one before.
   */
  private boolean isForLaterArrays(Step write, Step read) {
    List<Step> makers = makers(write);
    return !makers.isEmpty() && makers.stream().noneMatch(made -> isBetween(made, read, write));
  }

  /** Whether a step writes only to arrays that are made when another one is at hand already. */
  private boolean isForNewerArrays(Step write, Value array) {
    Value holder = holder(array, places);
    Region region = places.region(holder);
    Step definition = places.definition(holder);
    List<Step> makers = places.knows(write) ? makers(write) : List.of();
    return region != null
        && !makers.isEmpty()
        && makers.stream()
            .allMatch(
                made ->
                    places.within(places.region(made), region)
                        && (definition == null || places.isBefore(definition, made)));
  }

  private List<Step> makers(Step write) {
    return makers(write, places);
  }

  /** Returns the steps that make the arrays that a step writes to; empty if that isn't certain. */
  private List<Step> makers(Step write, Places places) {
    List<Step> makers = new ArrayList<>();
    for (Value array : written(write)) {
      Step made = places.definition(holder(array, places));
      if (made == null || !makesNew(made)) {
        return List.of();
      }
      makers.add(made);
    }
    return makers;
  }

  /** Returns what an array is a row of, or a row of a row, if rows stay where they are. */
  private Value holder(Value array, Places places) {
    Value holder = array;
    while (places.definition(holder) instanceof Step.Read row
        && of(row.array()).writes().isEmpty()) {
      holder = row.array();
    }
    return holder;
  }

  /** Returns the arrays that a step writes to, by itself. */
  public static List<Value> written(Step step) {
    Value target = TensorKernels.target(step);
    return target == null ? Accesses.of(step).written() : List.of(target);
  }

  /** Whether each step that may write to an array does so to what was made right before. */
  boolean writesToNew(Value array) {
    return of(array).writes().stream()
        .allMatch(write -> isFirst(write) || places.knows(write) && !makers(write).isEmpty());
  }

  private static boolean makesNew(Step step) {
    return step instanceof Step.NewArray
        || step instanceof Step.ZerosLike
        || step instanceof Step.Clone
        || step instanceof Step.Call call && Aliases.givesNew(call);
  }

  /** Whether a step makes an array, or may run after that and before it is written to. */
  private boolean isBetween(Step made, Step step, Step write) {
    Region home = Objects.requireNonNull(places.region(made));
    Step last = write;
    for (Region r = places.region(write); r != home; r = places.parent(r)) {
      last = Objects.requireNonNull(places.owner(r));
    }
    return places.within(places.region(step), home)
        && (made == step || places.isBefore(made, step))
        && !places.after(step, last);
  }

  /** Whether anything may change an array or its rows. */
  public boolean isWritten(Value array) {
    return aliases.all(array).stream().anyMatch(cell -> isWritten(array, cell));
  }

  /**
   * Whether a step may change the arrays so deep inside another one. What other code may do that is
   * given the outer one isn't counted: most often it only reads.
   */
  public boolean isWritten(Value array, int depth) {
    boolean wasThere = places.isParameterOfBody(array);
    return aliases.inside(array, depth).writes().stream()
        .anyMatch(write -> isOwn(write) && isSeen(write, wasThere));
  }

  private boolean isWritten(Value array, Cell cell) {
    boolean wasThere = places.isParameterOfBody(array);
    return cell.writes().stream().anyMatch(write -> isSeen(write, wasThere));
  }

  private boolean isSeen(Step write, boolean wasThere) {
    return !isFirst(write) && !(wasThere && !makers(write).isEmpty());
  }

  private static boolean isOwn(Step write) {
    return !(write instanceof Step.Call) || TensorKernels.target(write) != null;
  }

  /**
   * Whether the method itself may change an array or its rows: by its own steps, or by giving it to
   * other code. What other code may do to an array that it knows anyway isn't counted.
   */
  public boolean isWrittenHere(Value array) {
    return aliases.all(array).stream().anyMatch(this::isWrittenHere);
  }

  /** Whether a step of the method may change the arrays so deep inside another one. */
  public boolean isWrittenHere(Value array, int depth) {
    Cell cell = aliases.inside(array, depth);
    return cell.writes().stream()
        .anyMatch(write -> !isFirst(write) && isOwn(write) && sees(write, cell));
  }

  private boolean isWrittenHere(Cell cell) {
    return cell.writes().stream().anyMatch(write -> !isFirst(write) && sees(write, cell));
  }

  /** Whether a step may write to an array that was there before the method. */
  private boolean sees(Step write, Cell cell) {
    if (!Accesses.of(write).written().isEmpty()) {
      return makers(write).isEmpty();
    }
    return write instanceof Step.Call
        && write.operands().stream()
            .anyMatch(operand -> operand.type().isArray() && aliases.all(operand).contains(cell));
  }

  /** Whether two arrays may be the same, or have rows or numbers in common. */
  public boolean mayShare(Value one, Value other) {
    return aliases.all(one).stream().anyMatch(aliases.all(other)::contains);
  }

  /** Whether every array of the cell is made by one {@code new} of this graph, row by row. */
  boolean isMadeHere(Cell cell) {
    int made = 0;
    for (Value value : cell.values()) {
      Step definition = places.definition(value);
      if (definition instanceof Step.NewArray) {
        made++;
      } else if (!places.knows(value) || definition == null) {
        return false;
      } else if (!(definition instanceof Step.Branch || definition instanceof Step.Loop)) {
        return false;
      }
    }
    return made > 0;
  }

  /** Whether other activations of a recursive function see the memory. */
  private boolean isShared(Cell cell) {
    for (Cell c = cell; c != null; c = c.owner()) {
      for (Value value : c.values()) {
        if (!places.knows(value) || places.isParameterOfBody(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns the region that makes and forgets every array of the cell in one run; null where arrays
   * outlive the method.
   */
  public @Nullable Region home(Cell cell) {
    Cell found = cell.root();
    Region home = null;
    for (Cell c = found; c != null; c = c.owner()) {
      if (aliases.isOutliving(c)) {
        return null;
      }
      for (Value value : c.values()) {
        Region region = places.region(value);
        if (region != null) {
          home = home == null ? region : places.common(home, region);
        } else if (!isOfOneBody) {
          return null;
        }
      }
    }
    return home;
  }

  /** Whether arrays of the cell are rows of others. */
  public boolean isElement(Cell cell) {
    return cell.owner() != null;
  }

  /** Whether no other name for an array exists, and no array holds it. */
  public boolean isAlone(Value array) {
    Cell cell = of(array);
    return cell.values().size() == 1 && cell.owner() == null;
  }

  /**
   * Whether a step makes an array of zeros that nothing is written to in the forward half, and that
   * is forgotten when the region ends: a shadow, which the backward half can make when it needs it.
   */
  public boolean makesUnwrittenZeros(Step step) {
    if (!(step instanceof Step.NewArray || step instanceof Step.ZerosLike)) {
      return false;
    }
    Value array = step.results().get(0);
    return of(array).writes().isEmpty() && array.type().rank() == 1 && isAlone(array);
  }

  /** Whether an array may have other names, in code that can't be looked into. */
  public boolean isForeign(Value array) {
    return aliases.isForeign(array);
  }
}
