package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import cotangent.Dimensions;
import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Agreement.Kind;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorOperation;
import cotangent.processor.op.TensorOperations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.DeclaredFields;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.sizes.DeclaredShapes;
import cotangent.processor.read.sizes.KnownShapes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Notes in the graph which sizes agree, and which have to. */
public final class ShapeNotes {
  private static final int LONGEST_TEXT = 32;

  private final Frame frame;

  public ShapeNotes(Frame frame) {
    this.frame = frame;
  }

  private void write(Tree at, Kind kind, String what, ShapeSheet sheet, List<String> limits) {
    frame
        .at(at)
        .call(new Agreement(kind, what, sheet.subjects(), limits), List.of(), sheet.leaves());
  }

  /**
   * Notes what an operation on tensors requires, and the size of its result.
   *
   * @param result null before it is read: what is compared then comes before exceptions of its own,
   *     behind which nothing would be reached
   */
  void operation(
      Tree at,
      ResolvedMethod method,
      @Nullable Term receiver,
      List<Term> given,
      @Nullable Term result) {
    boolean isOfUser =
        Component.isOfLibrary(method.owner())
            && !Component.isOfLibrary(frame.names().owner())
            && !frame.environment().areMisfitsCaught();
    if (!isOfUser) {
      return;
    }
    TypeMirror type = receiver == null ? method.owner().asType() : receiver.known();
    String owner = simpleName(type);
    List<String> parameters =
        method.element().getParameters().stream()
            .map(parameter -> parameter(parameter.asType(), owner))
            .collect(Collectors.toCollection(ArrayList::new));
    if (method.element().isVarArgs()) {
      parameters.replaceAll(parameter -> parameter.replaceFirst("\\[]$", "..."));
    }
    String name = method.element().getSimpleName().toString();
    TensorOperation row = TensorOperations.of(owner, name, parameters).orElse(null);
    if (row == null || row.asksNothing()) {
      return;
    } else if (method.element().isVarArgs() && !method.spread()) {
      ofArray(at, row, given, result);
    } else if (result != null || !row.limits().isEmpty()) {
      operation(at, row, receiver, given, result);
    }
  }

  /** Notes the size of a matrix whose rows are given as an array. */
  private void ofArray(Tree at, TensorOperation row, List<Term> given, @Nullable Term result) {
    if (row.name().equals("ofRows") && result != null) {
      ShapeSheet sheet = new ShapeSheet();
      sheet.add("its rows", given.get(0), "k, n", false);
      sheet.add("", result, "k, n", true);
      write(at, Kind.OPERATION, row.name(), sheet, List.of());
    }
  }

  private void operation(
      Tree at,
      TensorOperation row,
      @Nullable Term receiver,
      List<Term> given,
      @Nullable Term result) {
    ShapeSheet sheet = new ShapeSheet();
    List<String> shapes = shapes(row, given.size());
    List<? extends ExpressionTree> trees =
        at instanceof MethodInvocationTree call ? call.getArguments() : List.of();
    if (receiver != null) {
      sheet.add(receiver(at), receiver, shapes.get(0), false);
    }
    int first = receiver == null ? 0 : 1;
    for (int i = 0; i < given.size(); i++) {
      String text = i < trees.size() ? text(trees.get(i)) : "what it is given";
      sheet.add(text, given.get(i), shapes.get(i + first), false);
    }
    sheet.add("", result, result(row, given.size()), true);
    write(at, Kind.OPERATION, row.name(), sheet, result == null ? row.limits() : List.of());
  }

  /** Returns the shapes of all that an operation is given; some take any number of vectors. */
  private static List<String> shapes(TensorOperation row, int given) {
    List<String> shapes = new ArrayList<>(row.shapes());
    int needed = given + (row.isStatic() ? 0 : 1);
    while (shapes.size() < needed) {
      boolean isSame = shapes.get(0).equals(shapes.get(shapes.size() - 1));
      shapes.add(isSame ? shapes.get(0) : "k" + shapes.size());
    }
    return shapes;
  }

  private static String result(TensorOperation row, int given) {
    if (row.name().equals("ofRows")) {
      return given + ", n";
    } else if (row.name().equals("concat")) {
      return String.join(" + ", shapes(row, given).subList(0, given + 1));
    }
    return row.result();
  }

  private static String receiver(Tree at) {
    boolean isWritten =
        at instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree;
    return isWritten
        ? text(((MemberSelectTree) ((MethodInvocationTree) at).getMethodSelect()).getExpression())
        : "what it is called on";
  }

  private static String text(ExpressionTree tree) {
    String text = tree.toString();
    if (text.length() <= LONGEST_TEXT && text.indexOf('\n') < 0) {
      return text;
    }
    return tree instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
        ? "the result of "
            + (select.toString().matches("[A-Z]\\w*\\.\\w+") ? select : select.getIdentifier())
        : tree instanceof ParenthesizedTree inner ? text(inner.getExpression()) : "what is chosen";
  }

  private static String parameter(TypeMirror type, String owner) {
    if (type instanceof TypeVariable) {
      return owner;
    }
    return type instanceof ArrayType array
        ? parameter(array.getComponentType(), owner) + "[]"
        : simpleName(type);
  }

  private static String simpleName(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : type.toString();
  }

  /** Notes what was checked about the inputs of the annotated method when it began. */
  public void given(
      Tree at,
      ExecutableElement method,
      @Nullable Term self,
      Map<VariableElement, Term> fields,
      List<Term> arguments) {
    Map<VariableElement, Term> all = parameters(method, arguments);
    all.putAll(fields);
    if (self instanceof Term.Tuple && method.getEnclosingElement() instanceof TypeElement type) {
      all.putAll(components(type, self));
    }
    agree(at, Kind.GIVEN, "", all, null, null);
    all.values().forEach(term -> objects(at, term));
  }

  /** Notes what is known of a field of the object, or a constant, which is read only now. */
  void given(Tree at, VariableElement field, Term term) {
    agree(at, Kind.GIVEN, "", Map.of(field, term), null, null);
  }

  /** Notes that each record has its own sizes. */
  private void objects(Tree at, Term term) {
    if (term instanceof Term.Columns columns) {
      record(columns.form()).ifPresent(type -> elements(at, type, columns));
      return;
    } else if (term instanceof Term.Fixed list && list.of() instanceof ObjectClass.Library) {
      term.parts().forEach(part -> objects(at, part));
      return;
    }
    record(term)
        .ifPresent(
            type -> {
              Map<VariableElement, Term> all = components(type, term);
              agree(at, Kind.GIVEN, Agreement.OBJECT, all, null, null);
              all.values().forEach(component -> objects(at, component));
            });
  }

  private void elements(Tree at, TypeElement type, Term.Columns columns) {
    Map<VariableElement, Term> all = components(type, columns.form());
    Set<String> names =
        all.keySet().stream()
            .flatMap(field -> DeclaredShapes.of(field).stream())
            .flatMap(ShapeNotes::names)
            .collect(Collectors.toSet());
    Iterator<Value> arrays = columns.arrays().iterator();
    ShapeSheet sheet = new ShapeSheet();
    all.forEach(
        (field, form) -> {
          List<Value> own = form.leaves().stream().map(leaf -> arrays.next()).toList();
          String name = field.getSimpleName().toString();
          String shape = DeclaredShapes.of(field).map(Dimensions::toString).orElse(name);
          if (names.contains(name) || !shape.equals(name)) {
            sheet.addEach(name, form, shape, own);
          }
        });
    write(at, Kind.GIVEN, Agreement.ELEMENTS, sheet, List.of());
  }

  /**
   * Notes what a helper says about the sizes of its parameters.
   *
   * @return whether it says anything; then {@link #done} has to follow
   */
  boolean called(Tree at, ExecutableElement method, List<Term> arguments) {
    return !frame.environment().areMisfitsCaught()
        && agree(at, Kind.DECLARED, "", parameters(method, arguments), null, null);
  }

  /**
   * Notes what a generated method checks of its arguments, whoever calls it.
   *
   * @param method the original
   * @return whether it checks anything; then {@link #done} has to follow
   */
  boolean checked(Tree at, ExecutableElement method, List<Term> arguments) {
    return !frame.environment().areMisfitsCaught()
        && agree(at, Kind.DECLARED, Agreement.CHECKED, parameters(method, arguments), null, null);
  }

  /** Notes that the Jacobian of a vector by another one has a row for each element of the first. */
  void jacobian(Tree at, Term of, String by, Term vector, Term jacobian) {
    ShapeSheet sheet = new ShapeSheet();
    sheet.add("the value", of, "m", false);
    sheet.add(by, vector, "n", false);
    sheet.add("", jacobian, "m, n", true);
    write(at, Kind.OPERATION, "a Jacobian", sheet, List.of());
  }

  void done(Tree at) {
    write(at, Kind.DONE, "", new ShapeSheet(), List.of());
  }

  /** Notes what a method says about the sizes of its result. */
  public void returned(Tree at, ExecutableElement method, List<Term> arguments, Term result) {
    Optional<Dimensions> shape = DeclaredShapes.ofResult(method);
    if (shape.isPresent() && !frame.environment().areMisfitsCaught()) {
      agree(at, Kind.DECLARED, "", parameters(method, arguments), result, shape.get());
      done(at);
    }
  }

  /** Notes what a record says about the sizes of its components. */
  void made(Tree at, Term made) {
    Optional<TypeElement> type =
        frame.environment().areMisfitsCaught() ? Optional.empty() : record(made);
    if (type.isPresent()
        && agree(at, Kind.DECLARED, "", components(type.get(), made), null, null)) {
      done(at);
    }
  }

  /** Writes down the sizes of what has them; returns whether there is anything. */
  private boolean agree(
      Tree at,
      Kind kind,
      String what,
      Map<VariableElement, Term> all,
      @Nullable Term result,
      @Nullable Dimensions ofResult) {
    Map<VariableElement, Dimensions> shapes = new LinkedHashMap<>();
    KnownShapes known = new KnownShapes(frame.names().program());
    all.keySet().forEach(each -> known.of(each).ifPresent(shape -> shapes.put(each, shape)));
    if (shapes.isEmpty()) {
      return false;
    }
    Set<String> names =
        shapes.values().stream().flatMap(ShapeNotes::names).collect(Collectors.toSet());
    ShapeSheet sheet = new ShapeSheet();
    all.forEach(
        (variable, term) -> {
          String name = variable.getSimpleName().toString();
          Dimensions shape = shapes.get(variable);
          if (shape != null || names.contains(name)) {
            sheet.add(name, term, shape == null ? name : shape.toString(), false);
          }
        });
    if (ofResult != null) {
      sheet.add("the result", result, ofResult.toString(), false);
    }
    write(at, kind, what, sheet, List.of());
    return true;
  }

  private static Stream<String> names(Dimensions shape) {
    return IntStream.range(0, shape.rank()).mapToObj(shape::names).flatMap(Set::stream);
  }

  private static Map<VariableElement, Term> parameters(
      ExecutableElement method, List<Term> arguments) {
    Map<VariableElement, Term> all = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(arguments.size(), method.getParameters().size()); i++) {
      all.put(method.getParameters().get(i), arguments.get(i));
    }
    return all;
  }

  private static Optional<TypeElement> record(Term term) {
    return term instanceof Term.Tuple
            && term.known() instanceof DeclaredType declared
            && declared.asElement().getKind() == ElementKind.RECORD
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }

  private static Map<VariableElement, Term> components(TypeElement record, Term term) {
    Map<VariableElement, Term> all = new LinkedHashMap<>();
    List<VariableElement> fields = DeclaredFields.inObjects(record);
    for (int i = 0; i < Math.min(fields.size(), term.parts().size()); i++) {
      all.put(fields.get(i), term.parts().get(i));
    }
    return all;
  }
}
