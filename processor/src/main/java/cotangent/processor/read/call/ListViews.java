package cotangent.processor.read.call;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.FixedList;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads lists that show what another one holds: a part of it, through which its elements can be
 * written, or all of it, which can only be read.
 */
final class ListViews {
  private static final Set<String> CHANGES =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "remove",
          "removeAll",
          "removeFirst",
          "removeIf",
          "removeLast",
          "replaceAll",
          "retainAll",
          "set",
          "sort");

  /** What lists that never change throw for, whatever is in them. */
  private static final Set<String> ALWAYS_THROWING =
      Set.of(
          "add",
          "addAll",
          "clear",
          "remove",
          "removeAll",
          "removeIf",
          "replaceAll",
          "retainAll",
          "set",
          "sort");

  private final Frame frame;
  private final Program program;
  private final Draft draft;

  ListViews(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
    this.draft = frame.draft();
  }

  /** Returns a list that shows another one, and can only be read. */
  Term readOnly(Term list) {
    return ListTerms.isReadOnly(list)
        ? list
        : new Term.Fixed(list(list), library(list, ObjectClass.Library.SHOWN), List.of(list));
  }

  /** Returns all of an array as a list whose elements can be written. */
  Term all(Term list, Value size) {
    ObjectClass of = library(list, ListTerms.HOLDER, ListTerms.FROM, ListTerms.SIZE);
    Term zero = number(draft.constant(0));
    Term all = new Term.Fixed(list(list), of, List.of(list, zero, number(size)));
    return ListTerms.as(FixedList.ARRAY, all);
  }

  private Term begun(Tree at, Term holder, Term from, Term size) {
    ObjectClass of =
        library(holder, ListTerms.HOLDER, ListTerms.FROM, ListTerms.SIZE, ListTerms.SINCE);
    Term since = number(new Lists(frame).changes(at, holder));
    return new Term.Fixed(list(holder), of, List.of(holder, from, size, since));
  }

  private ObjectClass library(Term list, String... fields) {
    return new ObjectClass.Library(list(list), List.of(fields));
  }

  private DeclaredType list(Term shown) {
    TypeElement list = program.elements().getTypeElement("java.util.List");
    List<? extends TypeMirror> elements =
        ((ObjectClass.Library) Objects.of(ListTerms.holders(shown).get(0)))
            .type()
            .getTypeArguments();
    return program.types().getDeclaredType(list, elements.toArray(TypeMirror[]::new));
  }

  private Term number(Value value) {
    return new Conversions(frame).term(value);
  }

  private Value get(Term view, String key) {
    return frame.single(((Term.Fixed) view).field(key));
  }

  /** Reads {@code list.subList(from, to)}. */
  Term part(Tree at, Term list, Term from, Term to) {
    if (list instanceof Term.Choice) {
      return new Objects(frame).each(at, list, list(list), one -> part(at, one, from, to));
    } else if (ListTerms.isReadOnly(list)) {
      return readOnly(part(at, ListTerms.shown(list), from, to));
    }
    Value size =
        ListTerms.isPart(list) ? get(list, ListTerms.SIZE) : new Lists(frame).size(at, list);
    Value start = frame.single(from);
    Value end = frame.single(to);
    Callee check =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "cotangent.Sublists", "check", true);
    frame.at(at).call(check, List.of(), List.of(size, start, end));
    Term count = number(draft.apply(Operations.SUB, end, start));
    if (!ListTerms.isPart(list)) {
      return begun(at, list, from, count);
    }
    Term.Fixed part = (Term.Fixed) list;
    List<Term> fields = new ArrayList<>(part.fields());
    fields.set(1, number(draft.apply(Operations.ADD, get(list, ListTerms.FROM), start)));
    fields.set(2, count);
    return ListTerms.as(FixedList.NONE, new Term.Fixed(part.type(), part.of(), fields));
  }

  /** Whether a method changes a list, whatever list it is. */
  static boolean changes(String method) {
    return CHANGES.contains(method);
  }

  /** Throws what the library throws where a list is changed in a way in which it never is. */
  void requireWritable(Tree at, Term list, String method) {
    boolean isOfArray = ListTerms.isPart(list);
    boolean isFixed =
        switch (ListTerms.kind(list)) {
          case ARRAY -> isOfArray ? method.equals("add") : ALWAYS_THROWING.contains(method);
          case WITHOUT_NULL -> ALWAYS_THROWING.contains(method);
          case SINGLE, COPIES, EMPTY -> method.equals("add") || method.equals("set");
          case NONE -> ListTerms.isReadOnly(list) && changes(method);
        };
    if (isFixed) {
      LibraryExceptions.fail(frame, at, "java.lang.UnsupportedOperationException");
    }
  }

  /**
   * Whether a call is {@code list.subList(from, to).clear()}: nobody else has the part then, which
   * wouldn't know that it is empty.
   */
  boolean clearsPart(Tree at, Term part) {
    return at instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree clear
        && clear.getExpression() instanceof MethodInvocationTree inner
        && inner.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("subList")
        && ListTerms.isGrowing(ListTerms.holder(part))
        && ListTerms.isGrowing(
            java.util.Objects.requireNonNullElse(
                frame.imagined(() -> frame.expressions().value(select.getExpression())), part));
  }
}
