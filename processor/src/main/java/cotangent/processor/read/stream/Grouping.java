package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.call.Lists;
import cotangent.processor.read.call.MapCalls;
import cotangent.processor.read.call.MapViews;
import cotangent.processor.read.call.Maps;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.JavaExceptions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.loop.CountedAction;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads collectors that make a map. Elements are put into lists by their keys, and what becomes of
 * each list is asked behind that: the same as if it were asked meanwhile.
 */
final class Grouping {
  private final Frame frame;
  private final Program program;
  private final Draft draft;
  private final MethodInvocationTree at;
  private final StreamPipeline pipeline;
  private final StreamFunctions functions;
  private final Maps maps;
  private final Downstream downstream;

  /** Reads what becomes of the elements of one group. */
  interface Downstream {
    Term collected(ExpressionTree collector, StreamPipeline elements);
  }

  Grouping(Frame frame, MethodInvocationTree at, StreamPipeline pipeline, Downstream downstream) {
    this.downstream = downstream;
    this.frame = frame;
    this.program = frame.names().program();
    this.draft = frame.draft();
    this.at = at;
    this.pipeline = pipeline;
    this.functions = pipeline.functions();
    this.maps = new Maps(frame);
  }

  /** Reads {@code groupingBy}. */
  Term groups(List<? extends ExpressionTree> arguments) {
    StreamFunctions.Given classifier = functions.given(arguments.get(0));
    TypeMirror key = type(element -> called(classifier, "Function", element));
    String kind = arguments.size() == 3 ? kind(arguments.get(1)) : "hashed";
    Term groups = maps.fresh(at, map(kind, key, lists()), kind);
    return grouped(groups, element -> key(classifier, element), downstream(arguments));
  }

  /** Reads {@code partitioningBy}, whose map has both keys from the beginning. */
  Term parts(List<? extends ExpressionTree> arguments) {
    StreamFunctions.Given predicate = functions.given(arguments.get(0));
    TypeMirror key = type(element -> called(predicate, "Predicate", element));
    Term parts = maps.fresh(at, map("fixed", key, lists()), "linked");
    for (boolean each : new boolean[] {false, true}) {
      Term value = functions.boxed(at, new Conversions(frame).term(draft.constant(each)));
      maps.put(at, parts, "put", value, emptyList());
    }
    return grouped(
        parts, element -> called(predicate, "Predicate", element), downstream(arguments));
  }

  private static @Nullable ExpressionTree downstream(List<? extends ExpressionTree> arguments) {
    return arguments.size() == 1 ? null : arguments.get(arguments.size() - 1);
  }

  private Term grouped(Term groups, Function<Term, Term> key, @Nullable ExpressionTree downstream) {
    Passes passes = new Passes(frame);
    passes.pass(
        at,
        () -> {
          pipeline.each(
              Set.of(),
              each -> {
                Term element = functions.boxed(at, each);
                Value place = maps.place(at, groups, key.apply(element), this::emptyList);
                add(maps.value(at, groups, place), element);
              });
          return groups;
        });
    return downstream == null ? groups : passes.pass(downstream, () -> reduced(groups, downstream));
  }

  private void add(Term group, Term element) {
    TypeMirror nothing = program.types().getNoType(TypeKind.VOID);
    Term unused =
        new Objects(frame)
            .each(
                at,
                group,
                nothing,
                list -> {
                  new Lists(frame).append(at, list, element);
                  return frame.nothing();
                });
  }

  /** Replaces the list of each key by what a collector makes of it. */
  private Term reduced(Term groups, ExpressionTree collector) {
    MapViews views = new MapViews(frame);
    MapViews.Snapshot all = views.begin(at, groups, false);
    Function<Value, Term> reduced =
        index -> {
          StreamSource group = new Sources(frame).list(at, views.value(at, all, index));
          Term result = downstream.collected(collector, new StreamPipeline(frame, at, group));
          return functions.boxed(at, result);
        };
    Term sample = frame.imagined(() -> reduced.apply(draft.constant(0)));
    if (sample == null) {
      throw frame.refusal(collector, Problem.STREAM, "this collector", "write a loop");
    }
    DeclaredType type = (DeclaredType) groups.type();
    TypeMirror key = type.getTypeArguments().get(0);
    DeclaredType result =
        program.types().getDeclaredType((TypeElement) type.asElement(), key, seen(sample.type()));
    Term map = maps.alongside(at, groups, result);
    new CountedAction(frame, at)
        .repeat(
            draft.constant(0),
            views.length(at, all),
            Set.of(),
            index -> maps.write(at, map, views.place(at, all, index), reduced.apply(index)));
    return map;
  }

  /** Reads {@code toMap}. */
  Term entries(List<? extends ExpressionTree> arguments) {
    StreamFunctions.Given keys = functions.given(arguments.get(0));
    StreamFunctions.Given values = functions.given(arguments.get(1));
    StreamFunctions.Given merging =
        arguments.size() == 2 ? null : functions.given(arguments.get(2));
    TypeMirror key = type(element -> called(keys, "Function", element));
    TypeMirror value = type(element -> called(values, "Function", element));
    String kind = arguments.size() == 4 ? kind(arguments.get(3)) : "hashed";
    Term map = maps.fresh(at, map(kind, key, seen(value)), kind);
    pipeline.each(
        Set.of(),
        each -> {
          Term element = functions.boxed(at, each);
          Term one = called(keys, "Function", element);
          Term other = called(values, "Function", element);
          if (merging == null) {
            requireNew(map, one, other);
            maps.put(at, map, "put", one, other);
          } else {
            List<TypeMirror> typed = List.of(other.type());
            MapCalls.Change change =
                old -> functions.call(merging, "BinaryOperator", typed, old, other);
            Term unused = new MapCalls(frame).merged(at, map, value, one, other, change);
          }
        });
    return map;
  }

  /** Throws what the library throws where two elements have one key. */
  private void requireNew(Term map, Term key, Term value) {
    Value place = maps.find(at, map, key);
    Runnable fail =
        () -> {
          Value old = frame.calling().told(at, maps.value(at, map, place));
          List<Object> text =
              List.of(
                  "Duplicate key ",
                  frame.calling().told(at, key),
                  " (attempted merging values ",
                  old,
                  " and ",
                  frame.calling().told(at, value),
                  ")");
          JavaExceptions.throwIf(
              frame, at, draft.constant(true), "java.lang.IllegalStateException", text);
        };
    frame.branches().branch(at, maps.isThere(place), fail, Frame.NOTHING);
  }

  private Term key(StreamFunctions.Given classifier, Term element) {
    Term key = called(classifier, "Function", element);
    Value value = frame.single(key);
    if (!value.type().isScalar()) {
      Value isNull = draft.apply(Operations.EQ, value, draft.constant(value.type(), null));
      List<String> text = List.of("element cannot be mapped to a null key");
      JavaExceptions.throwIf(frame, at, isNull, "java.lang.NullPointerException", text);
    }
    return key;
  }

  private Term called(StreamFunctions.Given function, String type, Term element) {
    return functions.boxed(at, functions.call(function, type, List.of(element.type()), element));
  }

  /** Returns the type of what a function makes of the elements. */
  private TypeMirror type(Function<Term, Term> function) {
    TypeMirror[] type = new TypeMirror[1];
    Term unused =
        frame.imagined(
            () -> {
              pipeline.each(
                  Set.of(), each -> type[0] = function.apply(functions.boxed(at, each)).type());
              return frame.nothing();
            });
    if (type[0] == null) {
      throw frame.refusal(at, Problem.STREAM, "a map of these elements", "write a loop");
    }
    return type[0];
  }

  private String kind(ExpressionTree factory) {
    String text =
        factory.toString().replaceAll("\\s|java\\.util\\.|\\(\\)->new|<>\\(\\)|::new", "");
    return switch (text) {
      case "HashMap" -> "hashed";
      case "LinkedHashMap" -> "linked";
      case "TreeMap" -> "sorted";
      default -> throw frame.refusal(factory, Problem.STREAM, "this map", "write a loop");
    };
  }

  private DeclaredType map(String kind, TypeMirror key, TypeMirror value) {
    String name =
        switch (kind) {
          case "hashed" -> "java.util.HashMap";
          case "linked" -> "java.util.LinkedHashMap";
          case "sorted" -> "java.util.TreeMap";
          default -> "java.util.Map";
        };
    return program.types().getDeclaredType(program.elements().getTypeElement(name), key, value);
  }

  private DeclaredType of(String name, TypeMirror... arguments) {
    return program.types().getDeclaredType(program.elements().getTypeElement(name), arguments);
  }

  private DeclaredType lists() {
    return of("java.util.List", new Collecting(frame, at, pipeline).element());
  }

  private Term emptyList() {
    TypeMirror element = lists().getTypeArguments().get(0);
    return new Lists(frame).empty(at, of("java.util.ArrayList", element));
  }

  /** Returns the interface of a collection, which is what types of the source name. */
  TypeMirror seen(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return type;
    }
    TypeMirror[] arguments = declared.getTypeArguments().toArray(TypeMirror[]::new);
    return switch (((TypeElement) declared.asElement()).getQualifiedName().toString()) {
      case "java.util.ArrayList" -> of("java.util.List", arguments);
      case "java.util.HashMap" -> of("java.util.Map", arguments);
      default -> type;
    };
  }
}
