package cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.emit.members.CompanionMembers;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Sum;
import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Writes the checks that what is added to a sum has the shape of what is already in it. */
final class SumShapes {
  private final Sum sum;
  private final CompanionMembers members;
  private final RecordSums records;
  private final List<String> parameters;
  private final List<Port> derivatives;

  /**
   * @param parameters the names of what a call is given
   */
  SumShapes(Sum sum, CompanionMembers members, RecordSums records, List<String> parameters) {
    this.sum = sum;
    this.members = members;
    this.records = records;
    this.parameters = parameters;
    this.derivatives = sum.outputs().subList(1, sum.outputs().size());
  }

  /**
   * Returns the checks of what one call is given.
   *
   * @param own gives the text that means a field of the sum
   */
  List<CodeBlock> ofCall(UnaryOperator<String> own) {
    return checks(i -> own.apply(derivatives.get(i).name()), this::argument);
  }

  /** Returns the checks of another sum. */
  List<CodeBlock> ofOther(String other) {
    return checks(
        i -> derivatives.get(i).name(),
        i -> CodeBlock.of("$L.$L", other, derivatives.get(i).name()));
  }

  private List<CodeBlock> checks(IntFunction<String> own, IntFunction<CodeBlock> more) {
    List<CodeBlock> checks = new ArrayList<>();
    for (int i = 0; i < derivatives.size(); i++) {
      Port port = derivatives.get(i);
      if (!Signatures.isNumber(port)) {
        checks.add(records.check(port, own.apply(i), more.apply(i), sum.wrt().get(i).name()));
      }
    }
    return checks;
  }

  /** Returns the expression for what a derivative is by: a parameter, or a field of the object. */
  private CodeBlock argument(int derivative) {
    int index = sum.primal().wrt().get(derivative);
    int first = sum.primal().receiver().inputs();
    int passed = sum.primal().receiver().parameters().size();
    if (index >= first) {
      return CodeBlock.of("$L", parameters.get(index - first + passed));
    }
    String name = sum.wrt().get(derivative).name();
    String object = parameters.get(0);
    for (Step read : sum.primal().receiver().reads()) {
      if (read instanceof Step.Call call
          && call.callee() instanceof Callee.Member member
          && member.kind() == Callee.Member.Kind.FIELD
          && member.name().equals(name)) {
        return field(member, call, object);
      }
    }
    return CodeBlock.of("$L.$L()", object, name);
  }

  private CodeBlock field(Callee.Member member, Step.Call read, String object) {
    Type type = read.operands().get(0).type();
    if (!member.accessible()) {
      String reader = members.hidden().method(member, List.of(type), read.results().get(0).type());
      return CodeBlock.of("$L($L)", reader, object);
    } else if (member.signature().isEmpty() || member.signature().get(0).equals(type)) {
      return CodeBlock.of("$L.$L", object, member.name());
    }
    return CodeBlock.of(
        "(($T) $L).$L", TypeText.name(member.signature().get(0)), object, member.name());
  }
}
