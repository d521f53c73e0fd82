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
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
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
    return isTold(term) ? frame.single(text(at, term)) : new RecordReferences(frame).pack(at, term);
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
    return isWithout(term)
        ? named(term)
        : frame.calling().call(at, toText(), term, List.of()).as(string());
  }

  /** Whether an object has a method that makes text of it. */
  private boolean isTold(Term term) {
    if (term instanceof Term.Choice choice) {
      return choice.alternatives().stream()
          .allMatch(each -> each instanceof Term.Nothing || isTold(each));
    }
    return Equality.isRecord(term) || hasOwn(term) || isWithout(term);
  }

  /**
   * Whether an object has no text but that of its class and of a number that differs from run to
   * run.
   */
  private boolean isWithout(Term term) {
    return Objects.isMade(term)
        && !Equality.isRecord(term)
        && (Objects.of(term) instanceof ObjectClass.Closure
            || Objects.of(term) instanceof ObjectClass.Declared && !hasOwn(term));
  }

  /** Returns the text of the class of an object. */
  private Term named(Term object) {
    Program program = frame.names().program();
    ObjectClass of = Objects.of(object);
    TypeElement type =
        of instanceof ObjectClass.Closure closure
            ? closure.names().owner()
            : (TypeElement) of.type().asElement();
    String name = program.elements().getBinaryName(type).toString();
    String text = name + (of instanceof ObjectClass.Closure ? "$$Lambda" : "") + "@";
    return new Term.Single(string(), frame.draft().constant(Type.STRING, text));
  }

  private ResolvedMethod toText() {
    return LibraryMethods.of(frame.names().program(), "java.lang.Object", "toString", 0);
  }

  private TypeMirror string() {
    return new Conversions(frame).string();
  }

  private boolean hasOwn(Term term) {
    return Objects.isMade(term)
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
