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
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
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
  private static final String HOLDER = "holder";
  private static final String FROM = "from";
  private static final String SIZE = "size";

  /** How often the holder had changed when the part was made; it is of no use after the next. */
  private static final String SINCE = "since";

  private static final String SHOWN = ObjectClass.Library.SHOWN;

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

  private final Frame frame;
  private final Program program;
  private final Draft draft;

  ListViews(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
    this.draft = frame.draft();
  }

  private static boolean has(Term term, String key) {
    return term instanceof Term.Fixed fixed
        && fixed.of() instanceof ObjectClass.Library library
        && library.fields().contains(key);
  }

  /** Whether a term is a list that shows another one. */
  static boolean isView(Term term) {
    return isPart(term) || isReadOnly(term);
  }

  /** Whether a term is a part of a list. */
  static boolean isPart(Term term) {
    return has(term, HOLDER);
  }

  /** Whether a term is a list that can be read only, and shows another one. */
  static boolean isReadOnly(Term term) {
    return has(term, SHOWN);
  }

  /** Returns the list that a list that can only be read shows. */
  static Term shown(Term view) {
    return ((Term.Fixed) view).field(SHOWN);
  }

  /** Returns the list that holds the elements which a list shows. */
  static Term holder(Term list) {
    return isReadOnly(list)
        ? holder(shown(list))
        : isPart(list) ? ((Term.Fixed) list).field(HOLDER) : list;
  }

  /** Returns a list that shows another one, and can only be read. */
  Term readOnly(Term list) {
    return isReadOnly(list)
        ? list
        : new Term.Fixed(list(list), library(list, SHOWN), List.of(list));
  }

  /** Returns all of an array as a list whose elements can be written. */
  Term all(Term list, Value size) {
    Term zero = number(draft.constant(0));
    return part(list, zero, number(size), zero);
  }

  private Term part(Term holder, Term from, Term size, Term since) {
    ObjectClass of = library(holder, HOLDER, FROM, SIZE, SINCE);
    return new Term.Fixed(list(holder), of, List.of(holder, from, size, since));
  }

  private ObjectClass library(Term list, String... fields) {
    return new ObjectClass.Library(list(list), List.of(fields));
  }

  private DeclaredType list(Term shown) {
    TypeElement list = program.elements().getTypeElement("java.util.List");
    List<? extends TypeMirror> elements =
        ((ObjectClass.Library) Objects.of(shown)).type().getTypeArguments();
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
    if (isReadOnly(list)) {
      return readOnly(part(at, shown(list), from, to));
    }
    Lists lists = new Lists(frame);
    Value size = isPart(list) ? get(list, SIZE) : lists.size(at, list);
    Value start = frame.single(from);
    Value end = frame.single(to);
    Callee check =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "cotangent.Sublists", "check", true);
    frame.at(at).call(check, List.of(), List.of(size, start, end));
    Term count = number(draft.apply(Operations.SUB, end, start));
    if (!isPart(list)) {
      return part(list, from, count, number(lists.changes(at, list)));
    }
    Term first = number(draft.apply(Operations.ADD, get(list, FROM), start));
    return part(holder(list), first, count, ((Term.Fixed) list).field(SINCE));
  }

  /** Throws what the library throws where the holder has changed since a part was made. */
  void requireSame(Tree at, Term list) {
    if (isPart(list)) {
      new Lists(frame).requireSame(at, holder(list), get(list, SINCE));
    }
  }

  /** Returns where the elements of a list are that shows another one. */
  Sections.Section section(Tree at, Term list) {
    if (isReadOnly(list)) {
      return new Lists(frame).section(at, shown(list));
    }
    Term array = new Lists(frame).section(at, holder(list)).array();
    return new Sections.Section(array, get(list, FROM), get(list, SIZE));
  }

  /** Whether a method changes a list, whatever list it is. */
  static boolean changes(String method) {
    return CHANGES.contains(method);
  }

  /** Throws what the library throws where a list that can only be read is changed. */
  void requireWritable(Tree at, Term list, String method) {
    if (isReadOnly(list) && changes(method)) {
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
        && Lists.isGrowing(holder(part))
        && Lists.isGrowing(
            java.util.Objects.requireNonNullElse(
                frame.imagined(() -> frame.expressions().value(select.getExpression())), part));
  }
}
