package cotangent.processor.read.stream;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.Lists;
import cotangent.processor.read.call.MapViews;
import cotangent.processor.read.call.Maps;
import cotangent.processor.read.call.Meanwhile;
import cotangent.processor.read.call.Queues;
import cotangent.processor.read.call.Sections;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.loop.CountedAction;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.type.TypeMirror;

/**
 * Reads {@code forEach} and {@code replaceAll} of lists, queues and maps that are made in the
 * method: loops, as those over streams are.
 */
public final class ForEachCalls {
  private final Frame frame;
  private final StreamFunctions functions;

  public ForEachCalls(Frame frame) {
    this.frame = frame;
    this.functions = new StreamFunctions(frame);
  }

  /** Reads a call; returns nothing for any other one. */
  public Optional<Term> read(MethodInvocationTree tree) {
    if (tree.getArguments().size() != 1
        || !(tree.getMethodSelect() instanceof MemberSelectTree select)
        || !Set.of("forEach", "replaceAll").contains(select.getIdentifier().toString())) {
      return Optional.empty();
    }
    Term seen = frame.imagined(() -> frame.expressions().value(select.getExpression()));
    boolean replaces = select.getIdentifier().contentEquals("replaceAll");
    if (seen == null || !isKnown(seen, replaces)) {
      return Optional.empty();
    }
    Term all = frame.expressions().value(select.getExpression());
    StreamFunctions.Given function = functions.given(tree.getArguments().get(0));
    if (Maps.isMap(all)) {
      overMap(tree, all, function, replaces);
    } else if (MapViews.isView(all)) {
      overView(tree, all, function);
    } else {
      overElements(tree, all, function, replaces);
    }
    return Optional.of(frame.nothing());
  }

  private static boolean isKnown(Term term, boolean replaces) {
    return Maps.isMap(term)
        || Lists.isList(term) && (!replaces || Lists.isWritable(term))
        || !replaces && (MapViews.isView(term) || Queues.isQueue(term));
  }

  private static List<? extends TypeMirror> types(Term collection) {
    return ((ObjectClass.Library) Objects.of(collection)).type().getTypeArguments();
  }

  private void overElements(
      MethodInvocationTree at, Term all, StreamFunctions.Given function, boolean replaces) {
    Lists lists = new Lists(frame);
    Sections sections = new Sections(frame);
    Arrays arrays = new Arrays(frame);
    boolean isList = Lists.isList(all);
    Value length = isList ? lists.size(at, all) : sections.of(at, all).size();
    Value before = isList ? lists.changes(at, all) : length;
    List<TypeMirror> type = List.copyOf(types(all));
    Runnable check = isList ? Frame.NOTHING : Meanwhile.require(frame, at, all);
    Runnable same = isList ? () -> lists.requireSame(at, all, before) : Frame.NOTHING;
    new CountedAction(frame, at)
        .repeat(
            frame.draft().constant(0),
            length,
            Set.of(),
            index -> {
              same.run();
              Arrays.ElementPlace place = sections.of(at, all).place(frame, index);
              Term element = arrays.element(at, place).as(type.get(0));
              if (replaces) {
                arrays.write(at, place, functions.call(function, "UnaryOperator", type, element));
              } else {
                functions.call(function, "Consumer", type, element);
              }
              check.run();
            });
    if (!Lists.isPart(all)) { // whose iterator looks in front of each element only
      same.run();
    }
  }

  private void overView(MethodInvocationTree at, Term view, StreamFunctions.Given function) {
    MapViews views = new MapViews(frame);
    MapViews.Snapshot all = views.begin(at, view);
    List<TypeMirror> type = List.copyOf(types(view));
    repeat(
        at,
        all,
        index -> functions.call(function, "Consumer", type, views.element(at, view, all, index)));
  }

  private void overMap(
      MethodInvocationTree at, Term map, StreamFunctions.Given function, boolean replaces) {
    MapViews views = new MapViews(frame);
    MapViews.Snapshot all = views.begin(at, map, true);
    List<TypeMirror> types = List.copyOf(types(map));
    String type = replaces ? "BiFunction" : "BiConsumer";
    repeat(
        at,
        all,
        index -> {
          Term key = views.key(at, all, index);
          Term given = functions.call(function, type, types, key, views.value(at, all, index));
          if (replaces) {
            views.replace(at, all, index, given);
          }
        });
  }

  private void repeat(MethodInvocationTree at, MapViews.Snapshot all, Consumer<Value> action) {
    MapViews views = new MapViews(frame);
    new CountedAction(frame, at)
        .repeat(frame.draft().constant(0), views.length(at, all), Set.of(), action);
    views.requireSame(at, all);
  }
}
