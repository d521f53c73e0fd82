package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.call.Lists;
import cotangent.processor.read.call.MapViews;
import cotangent.processor.read.call.Meanwhile;
import cotangent.processor.read.call.OptionalValues;
import cotangent.processor.read.call.Section;
import cotangent.processor.read.call.Sections;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.OpenFunction;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Supertypes;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads what streams are made of: ranges, arrays, numbers, lists. */
final class Sources {
  private final Frame frame;
  private final Types types;

  Sources(Frame frame) {
    this.frame = frame;
    this.types = frame.names().program().types();
  }

  /** Returns the class whose static method makes a stream; else the list that is one; else null. */
  private @Nullable String owner(ExpressionTree tree) {
    if (!(tree instanceof MethodInvocationTree call)) {
      return null;
    }
    Optional<TypeElement> owner = new NamedValues(frame).typeNamed(Chain.receiver(call));
    if (owner.isPresent()) {
      return owner.get().getQualifiedName().toString();
    }
    String name = Chain.name(call);
    boolean mayBeOfList = name.equals("stream") || name.equals("parallelStream");
    return mayBeOfList && call.getArguments().isEmpty() && isList(Chain.receiver(call)) ? "" : null;
  }

  /** Whether a call makes a stream. */
  boolean isStream(ExpressionTree tree) {
    String owner = owner(tree);
    return owner != null
        && (owner.isEmpty()
            || owner.startsWith("java.util.stream.")
            || owner.equals("java.util.Arrays")
                && Chain.name((MethodInvocationTree) tree).equals("stream"));
  }

  /** Whether a stream would have to be looked into: it calls functions, or has real numbers. */
  boolean isRead(Chain chain) {
    boolean calls =
        chain.stages().stream()
            .flatMap(stage -> stage.getArguments().stream())
            .anyMatch(Chain::isFunction);
    return calls || "java.util.Arrays".equals(owner(chain.source())) && isOfReals(chain.source());
  }

  private boolean isOfReals(ExpressionTree source) {
    ExpressionTree argument = ((MethodInvocationTree) source).getArguments().get(0);
    Term array = frame.imagined(() -> frame.expressions().value(argument));
    return array != null && array.type().toString().equals("double[]");
  }

  private boolean isList(ExpressionTree tree) {
    Term value = frame.imagined(() -> frame.expressions().value(tree));
    return value != null && hasStream(value);
  }

  /**
   * Whether something is an array, or a list, a view of a map or an {@code Optional}, of which all
   * elements are known.
   */
  boolean isGoneThrough(Term term) {
    return term.type() instanceof ArrayType || hasStream(term);
  }

  private boolean hasStream(Term term) {
    return isList(term.type())
        || MapViews.isView(term)
        || Sections.has(term)
        || OptionalValues.isOptional(term);
  }

  private boolean isList(TypeMirror type) {
    TypeMirror list = frame.names().program().elements().getTypeElement("java.util.List").asType();
    return type.getKind() == TypeKind.DECLARED
        && types.isSubtype(types.erasure(type), types.erasure(list));
  }

  /** Reads a source. */
  StreamSource read(MethodInvocationTree call) {
    String name = Chain.name(call);
    List<? extends ExpressionTree> arguments = call.getArguments();
    String owner = owner(call);
    if (name.equals("parallelStream") || name.equals("stream") && "".equals(owner)) {
      Term list = frame.expressions().value(Chain.receiver(call));
      return list(call, new Lists(frame).present(call, list));
    } else if (name.equals("range") || name.equals("rangeClosed")) {
      return range(call, name.equals("rangeClosed"));
    } else if (name.equals("stream")) {
      Term array = frame.expressions().value(arguments.get(0));
      return arguments.size() == 1
          ? array(call, array)
          : part(call, array, arguments.get(1), arguments.get(2));
    }
    if (name.equals("concat")) {
      return StreamSource.joined(frame.draft().constant(0), kind(owner), arguments);
    } else if (name.equals("generate") || name.equals("iterate")) {
      return new EndlessSources(frame, call).read(kind(owner));
    } else if (!name.equals("of")) {
      throw unsupported(call, "a stream that begins by " + name, "write a loop");
    }
    List<Term> elements = new ArrayList<>();
    arguments.forEach(argument -> elements.add(frame.expressions().value(argument)));
    return elements.size() == 1 && holdsElements(elements.get(0), owner)
        ? array(call, elements.get(0))
        : packed(call, owner, elements);
  }

  /** Whether an array is one of a stream's elements, and not an element: one of numbers is. */
  private static boolean holdsElements(Term given, @Nullable String owner) {
    return given.type() instanceof ArrayType array
        && !(array.getComponentType().getKind().isPrimitive()
            && "java.util.stream.Stream".equals(owner));
  }

  private StreamSource range(MethodInvocationTree call, boolean closed) {
    TypeMirror number = types.getPrimitiveType(TypeKind.INT);
    Value from = frame.single(frame.expressions().value(call.getArguments().get(0), number));
    Value to = frame.single(frame.expressions().value(call.getArguments().get(1), number));
    if (!"java.util.stream.IntStream".equals(owner(call))) {
      throw unsupported(call, "a range of a LongStream", "use an IntStream");
    }
    if (!closed) {
      return new StreamSource(from, to, TypeKind.INT, index -> new Term.Single(number, index));
    }
    StreamSource source = new ClosedRange(frame.draft()).between(from, to, number);
    if (source == null) {
      throw unsupported(call, "a range from the smallest int", "write a loop");
    }
    return source;
  }

  StreamSource array(ExpressionTree call, Term array) {
    Term elements = new Arrays(frame).array(call, array);
    Value length = new Arrays(frame).length(call, elements);
    return elements(call, elements, frame.draft().constant(0), length);
  }

  private StreamSource part(
      MethodInvocationTree call, Term array, ExpressionTree from, ExpressionTree to) {
    Term elements = new Arrays(frame).array(call, array);
    Value start = frame.expressions().index(from);
    Value end = frame.expressions().index(to);
    Callee check =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "cotangent.Streams", "part", true);
    Value length = new Arrays(frame).length(call, elements);
    frame.at(call).call(check, List.of(), List.of(length, start, end));
    return elements(call, elements, start, end);
  }

  private StreamSource elements(ExpressionTree call, Term array, Value from, Value to) {
    TypeMirror element = Arrays.element(array);
    return new StreamSource(
        from,
        to,
        element.getKind(),
        index -> new Arrays(frame).read(call, new Arrays.ElementPlace(array, index, element)));
  }

  private StreamSource packed(
      MethodInvocationTree call, @Nullable String owner, List<Term> elements) {
    if ("java.util.stream.Stream".equals(owner)) {
      return objects(call, elements);
    }
    TypeMirror number = types.getPrimitiveType(kind(owner));
    List<Term> numbers =
        elements.stream().map(each -> new Conversions(frame).to(call, each, number)).toList();
    return array(call, new Arrays(frame).packed(call, types.getArrayType(number), numbers));
  }

  StreamSource list(ExpressionTree call, Term list) {
    if (Sections.has(list)) {
      if (!(list.type() instanceof DeclaredType type)) {
        throw frame.refusal(
            call, Problem.STREAM, "a list whose type isn't written", "keep it in a variable");
      }
      TypeMirror element = type.getTypeArguments().get(0);
      StreamSource source =
          new StreamSource(
              frame.draft().constant(0),
              size(call, list),
              TypeKind.DECLARED,
              index -> {
                Section section = new Sections(frame).of(call, list);
                Arrays.ElementPlace place = section.place(frame, index);
                return new Arrays(frame).element(call, place).as(element);
              });
      return source.checked(Meanwhile.require(frame, call, list));
    }
    if (MapViews.isView(list)) {
      return view(call, list);
    } else if (OptionalValues.isOptional(list)) {
      return optional(call, list);
    }
    if (!(list instanceof Term.Single)) {
      throw unsupported(call, "a stream of this list", "write a loop");
    }
    TypeMirror number = types.getPrimitiveType(TypeKind.INT);
    Value size = frame.single(call(call, list, "size", List.of()));
    return new StreamSource(
        frame.draft().constant(0),
        size,
        TypeKind.DECLARED,
        index -> call(call, list, "get", List.of(new Term.Single(number, index))));
  }

  /** Returns a stream of one element, or of none. */
  private StreamSource optional(ExpressionTree call, Term optional) {
    OptionalValues values = new OptionalValues(frame);
    Draft draft = frame.draft();
    Value isPresent = values.isPresent(optional);
    Value count = draft.apply(Operations.SELECT, isPresent, draft.constant(1), draft.constant(0));
    List<? extends TypeMirror> of = ((DeclaredType) optional.type()).getTypeArguments();
    return new StreamSource(
        draft.constant(0),
        count,
        of.isEmpty() ? TypeKind.DOUBLE : TypeKind.DECLARED,
        index -> {
          Term value = values.value(call, optional);
          return of.isEmpty() ? value : value.as(of.get(0));
        });
  }

  /** Returns the primitive type of the elements of a class of streams, or {@code DECLARED}. */
  static TypeKind kind(@Nullable String owner) {
    return switch (Objects.toString(owner)) {
      case "java.util.stream.DoubleStream" -> TypeKind.DOUBLE;
      case "java.util.stream.IntStream" -> TypeKind.INT;
      case "java.util.stream.LongStream" -> TypeKind.LONG;
      default -> TypeKind.DECLARED;
    };
  }

  /** Reads {@code Stream.of}. */
  private StreamSource objects(MethodInvocationTree call, List<Term> elements) {
    Conversions conversions = new Conversions(frame);
    List<TypeMirror> given = new ArrayList<>();
    elements.forEach(
        each -> {
          boolean isNumber = each.type().getKind().isPrimitive();
          given.add(isNumber ? conversions.box(frame.single(each).type()) : each.type());
        });
    List<TypeMirror> common =
        call.getTypeArguments().isEmpty()
            ? common(given)
            : List.of(frame.names().type(call.getTypeArguments().get(0)));
    if (common.size() != 1 || common.get(0) instanceof OpenFunction) {
      throw unsupported(call, "a stream of these elements", "make a list of them first");
    }
    TypeMirror element = common.get(0);
    NullableNumbers nullable = new NullableNumbers(frame.draft());
    boolean areNumbers =
        conversions.isBoxed(element) && elements.stream().noneMatch(nullable::mayBeNull);
    TypeMirror stored = areNumbers ? types.unboxedType(element) : element;
    List<Term> held = elements.stream().map(each -> conversions.to(call, each, stored)).toList();
    Term array = new Arrays(frame).packed(call, types.getArrayType(stored), held);
    StreamSource all = array(call, array);
    return new StreamSource(
        all.from(),
        frame.draft().constant(elements.size()),
        TypeKind.DECLARED,
        index -> all.element().apply(index).as(element));
  }

  private List<TypeMirror> common(List<TypeMirror> given) {
    return given.stream().allMatch(each -> types.isSameType(each, given.get(0)))
        ? given.subList(0, Math.min(1, given.size()))
        : new Supertypes(types).common(given);
  }

  private Value size(ExpressionTree call, Term list) {
    return Lists.isList(list)
        ? new Lists(frame).size(call, list)
        : new Sections(frame).of(call, list).size();
  }

  private StreamSource view(ExpressionTree call, Term view) {
    MapViews views = new MapViews(frame);
    MapViews.Snapshot all = views.begin(call, view);
    TypeMirror element = ((DeclaredType) view.type()).getTypeArguments().get(0);
    StreamSource source =
        new StreamSource(
            frame.draft().constant(0),
            views.length(call, all),
            TypeKind.DECLARED,
            index -> views.element(call, view, all, index).as(element));
    return source.checked(Meanwhile.require(frame, call, all.map()));
  }

  private Term call(ExpressionTree at, Term receiver, String name, List<Term> arguments) {
    List<TypeMirror> given = arguments.stream().<TypeMirror>map(Term::type).toList();
    ResolvedMethod method = frame.names().implied(receiver.type(), name, given, at);
    return frame.calling().on(at, method, receiver, arguments);
  }

  private RuntimeException unsupported(ExpressionTree at, String what, String instead) {
    return frame.refusal(at, Problem.STREAM, what, instead);
  }
}
