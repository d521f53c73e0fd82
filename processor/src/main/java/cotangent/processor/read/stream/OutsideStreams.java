package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads streams that begin in code which can't be looked into, as {@code random.doubles(n)} or that
 * of a set: what comes before the first function is called as it stands, and all that it gives is
 * gathered before a function sees any of it. So it must have an end, and the functions must not
 * change what it draws from.
 */
final class OutsideStreams {
  /** Calls that begin a stream of what is there, which ends. */
  private static final Set<String> COLLECTED = Set.of("stream", "chars", "codePoints");

  /** What may make a stream end early. */
  private static final Set<String> SHORT =
      Set.of("limit", "takeWhile", "findFirst", "findAny", "anyMatch", "allMatch", "noneMatch");

  /** How the names of calls begin that change a collection. */
  private static final List<String> CHANGING =
      List.of(
          "add", "remove", "put", "poll", "pop", "push", "offer", "clear", "set", "merge",
          "compute", "retain", "replace", "sort");

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

  private Chain checked(MethodInvocationTree tree, Chain chain) {
    List<MethodInvocationTree> before = Chain.calls(chain.source());
    List<String> names = before.stream().map(Chain::name).toList();
    if (names.contains("parallelStream") || names.contains("parallel")) {
      throw frame.refusal(tree, Problem.PARALLEL_STREAM);
    }
    boolean isCollected = names.stream().anyMatch(COLLECTED::contains);
    boolean ends = isCollected || names.contains("limit");
    List<MethodInvocationTree> calls = new ArrayList<>(chain.stages());
    if (chain.source() != chain.end()) {
      calls.add(chain.end());
    }
    for (MethodInvocationTree call : calls) {
      if (!ends && SHORT.contains(Chain.name(call))) {
        throw frame.refusal(
            call,
            Problem.STREAM,
            Chain.name(call) + " of a stream that may have no end",
            "write limit in front of the first function");
      }
      call.getArguments().forEach(argument -> requireApart(argument, chain.source(), isCollected));
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

  /** Requires that a function doesn't change, or draw from, what the elements come from. */
  private void requireApart(ExpressionTree function, ExpressionTree source, boolean isCollected) {
    Set<String> names = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        names.add(tree.getName().toString());
        return null;
      }
    }.scan(source, null);
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        String member = tree.getIdentifier().toString();
        boolean isLeft = isCollected && CHANGING.stream().noneMatch(member::startsWith);
        boolean isOfVariable = tree.getExpression() instanceof IdentifierTree;
        return isLeft && isOfVariable ? null : super.visitMemberSelect(tree, nothing);
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        String name = tree.getName().toString();
        if (names.contains(name) && isVariable(name)) {
          throw frame.refusal(
              tree,
              Problem.STREAM,
              "a function that uses " + name + ", which the stream draws from,",
              "write a loop");
        }
        return null;
      }
    }.scan(function, null);
  }

  /** Whether a name is that of an object or array: a number doesn't change. */
  private boolean isVariable(String name) {
    var variable = frame.environment().named(name);
    return variable == null
        ? !Character.isUpperCase(name.charAt(0))
        : !variable.type().getKind().isPrimitive();
  }

  /** Reads a source: gathers what it gives. */
  StreamSource read(ExpressionTree tree) {
    Sources sources = new Sources(frame);
    Term stream = frame.expressions().value(tree);
    TypeKind kind = Sources.kind(types.erasure(stream.type()).toString());
    String gather = kind == TypeKind.DECLARED ? "toList" : "toArray";
    ResolvedMethod method = frame.names().implied(stream.type(), gather, List.of(), tree);
    Term all = frame.calling().on(tree, method, stream, List.of());
    return kind == TypeKind.DECLARED ? sources.list(tree, all) : sources.array(tree, all);
  }
}
