package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.AskedRecords;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.RecordReferences;
import cotangent.processor.read.expression.Records;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.LibraryMethods;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** Makes text of objects that are held by their parts: as records, or by their own method. */
final class Texts {
  private static final Set<String> CLASSES =
      Set.of(
          "java.io.PrintStream",
          "java.lang.String",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.util.Objects");

  private static final Set<String> METHODS =
      Set.of(
          "append",
          "format",
          "formatted",
          "insert",
          "print",
          "printf",
          "println",
          "toString",
          "valueOf");

  private final Frame frame;

  public Texts(Frame frame) {
    this.frame = frame;
  }

  /** Returns what a method is given that only tells of it. */
  public List<Term> told(Tree at, ResolvedMethod method, List<Term> arguments) {
    boolean tells =
        CLASSES.contains(method.owner().getQualifiedName().toString())
            && METHODS.contains(method.element().getSimpleName().toString());
    return tells ? arguments.stream().map(each -> told(at, each)).toList() : arguments;
  }

  private Term told(Tree at, Term term) {
    AskedRecords.of(frame.reading()).ask(term);
    if (term instanceof Term.Tuple tuple) {
      return new Term.Single(tuple.known(), new RecordReferences(frame).pack(at, tuple));
    }
    return isTold(term) ? new Term.Single(string(), of(at, term)) : term;
  }

  /** Returns a value that Java makes the text of. */
  public Value of(Tree at, Term term) {
    AskedRecords.of(frame.reading()).ask(term);
    if (term instanceof Term.Choice choice && isTold(choice)) {
      return ofChoice(at, choice);
    } else if (Equality.isRecord(term) && !(term instanceof Term.Tuple) && !hasOwn(term)) {
      TypeMirror type = Objects.of(term).type();
      return new RecordReferences(frame).pack(at, Records.apart(frame, at, term, type));
    }
    return isTold(term)
        ? frame.single(frame.calling().call(at, toText(), term, List.of()))
        : new RecordReferences(frame).pack(at, term);
  }

  private Value ofChoice(Tree at, Term.Choice choice) {
    Value isNull = new Objects(frame).areSame(at, choice, new Term.Nothing(choice.type()));
    return frame.single(
        frame
            .branches()
            .either(
                at,
                isNull,
                string(),
                () -> new Term.Single(string(), frame.draft().constant(Type.STRING, "null")),
                () -> new Objects(frame).each(at, choice, string(), each -> text(at, each))));
  }

  private Term text(Tree at, Term term) {
    return frame.calling().call(at, toText(), term, List.of()).as(string());
  }

  /** Whether an object has a method that makes text of it. */
  private boolean isTold(Term term) {
    if (term instanceof Term.Choice choice) {
      return choice.alternatives().stream()
          .allMatch(each -> each instanceof Term.Nothing || isTold(each));
    }
    return Equality.isRecord(term) || hasOwn(term);
  }

  private ResolvedMethod toText() {
    return LibraryMethods.of(frame.names().program(), "java.lang.Object", "toString", 0);
  }

  private TypeMirror string() {
    return new Conversions(frame).string();
  }

  private boolean hasOwn(Term term) {
    return (term instanceof Term.Fixed || term instanceof Term.Mutable)
        && Objects.of(term) instanceof ObjectClass.Declared declared
        && frame
            .names()
            .program()
            .classes()
            .implementation(declared.element(), toText().element())
            .flatMap(frame.names().program()::source)
            .isPresent();
  }
}
