package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Retold;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Copies of collections that came from outside: they are made as in the source, and hold constants,
 * until a number or an object of the method meets a collection that isn't looked into. Then the
 * elements are copied one by one.
 */
final class CopiedCollections {
  private final Reading reading;
  private final Set<Tree> met = new LinkedHashSet<>();

  private CopiedCollections(Reading reading) {
    this.reading = reading;
  }

  /** Returns those of a method that is being read. */
  static CopiedCollections of(Reading reading) {
    return reading.part(CopiedCollections.class, CopiedCollections::new);
  }

  /** Whether a copy is made element by element; notes that it was met. */
  boolean isByElements(Frame frame, Tree copy, Term of) {
    met.add(copy);
    return of instanceof Term.Single
        && (Retold.isIn(frame.names().owner()) || reading.representations().isCopied(copy));
  }

  /**
   * Finds out that copies have to be made element by element, since something of the method meets
   * one.
   *
   * @throws Escape where some weren't made so
   */
  void meet(Frame frame, ResolvedMethod method, List<Term> arguments) {
    Representations found = reading.representations();
    boolean takesMade =
        reading.draft().haveUnknownReals(arguments)
            || arguments.stream()
                .anyMatch(each -> Objects.isMade(each) && !Chains.isFunction(each));
    List<Tree> open = met.stream().filter(each -> !found.isCopied(each)).toList();
    if (takesMade && !open.isEmpty() && isOfCollection(frame, method.owner())) {
      throw new Escape(all -> all.copy(open));
    }
  }

  private static boolean isOfCollection(Frame frame, TypeElement owner) {
    Program program = frame.names().program();
    TypeMirror type = program.types().erasure(owner.asType());
    return Stream.of("java.util.Collection", "java.util.Map")
        .map(name -> program.types().erasure(program.elements().getTypeElement(name).asType()))
        .anyMatch(above -> program.types().isSubtype(type, above));
  }
}
