package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.loop.CountedAction;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Objects;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads streams that begin in code which can't be looked into, as {@code random.doubles(n)} or that
 * of a set: what comes before the first function is called as it stands, and asked for one element
 * after the other, so that everything is done in Java's order.
 */
final class OutsideStreams {
  private final Frame frame;
  private final Types types;

  OutsideStreams(Frame frame) {
    this.frame = frame;
    this.types = frame.names().program().types();
  }

  /** Takes apart a call that ends such a stream; null for any other. */
  @Nullable Chain chain(MethodInvocationTree tree) {
    Chain chain = Chain.ofStages(tree);
    return chain == null || !isStream(chain.source()) ? null : checked(tree, chain);
  }

  /** Takes apart such a stream that isn't ended; null for any other expression. */
  @Nullable Chain open(MethodInvocationTree tree) {
    Chain chain = Chain.openStages(tree);
    return isStream(chain.source()) ? checked(tree, chain) : null;
  }

  /** Whether a call hands functions to such a stream and doesn't end it. */
  boolean isKept(MethodInvocationTree tree) {
    Chain chain = Chain.openStages(tree);
    Sources sources = new Sources(frame);
    return !chain.stages().isEmpty()
        && chain.stages().stream().noneMatch(Chain::ends)
        && Chain.calls(chain.source()).stream().noneMatch(sources::isStream)
        && isStream(chain.source());
  }

  private Chain checked(MethodInvocationTree tree, Chain chain) {
    List<String> names = Chain.calls(chain.source()).stream().map(Chain::name).toList();
    if (names.contains("parallelStream") || names.contains("parallel")) {
      throw frame.refusal(tree, Problem.PARALLEL_STREAM);
    }
    return chain;
  }

  private boolean isStream(ExpressionTree tree) {
    boolean isExpression = tree instanceof MethodInvocationTree || tree instanceof IdentifierTree;
    if (!isExpression || new NamedValues(frame).typeNamed(tree).isPresent()) {
      return false;
    }
    Term value = frame.imagined(() -> frame.expressions().value(tree));
    TypeMirror base =
        frame.names().program().elements().getTypeElement("java.util.stream.BaseStream").asType();
    return value instanceof Term.Single single
        && single.type().getKind() == TypeKind.DECLARED
        && types.isSubtype(types.erasure(single.type()), types.erasure(base));
  }

  /** Reads a source. */
  StreamSource read(ExpressionTree tree) {
    return read(tree, frame.expressions().value(tree));
  }

  /** Reads a stream that is at hand. */
  StreamSource read(Tree at, Term stream) {
    TypeKind kind = Sources.kind(types.erasure(stream.type()).toString());
    String next = kind == TypeKind.DECLARED ? "next" : "next" + StreamFunctions.prefix(kind);
    Term iterator = call(at, stream, "iterator");
    return StreamSource.asked(
        frame.draft().constant(0),
        kind,
        () -> frame.single(call(at, iterator, "hasNext")),
        () -> {
          Passes.draws(frame.reading());
          return call(at, iterator, next);
        });
  }

  /** Lets the elements of a stream that is at hand into the one around it. */
  void flow(Tree at, Term stream, FlatSinks.Sink sink) {
    StreamSource source = read(at, stream);
    StreamLimits limits = new StreamLimits(frame);
    new CountedAction(frame, at)
        .repeatWhile(
            () -> limits.asks(at, sink.wanted().get(), Objects.requireNonNull(source.more())),
            sink.assigned(),
            () -> sink.action().accept(source.element().apply(source.from())));
  }

  private Term call(Tree at, Term receiver, String name) {
    ResolvedMethod method = frame.names().implied(receiver.type(), name, List.of(), at);
    return frame.calling().on(at, method, receiver, List.of());
  }
}
