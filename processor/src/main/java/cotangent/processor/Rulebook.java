package cotangent.processor;

import cotangent.processor.graph.Mode;
import cotangent.processor.read.frame.GivenRules;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.read.request.DeclaredRules;
import cotangent.processor.read.request.Rule;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The methods of this compilation that compute derivatives of others. Classes are known by their
 * names, since elements don't live longer than a round.
 */
final class Rulebook {
  private static final String PULLBACKS = "cotangent.tensor.Pullbacks";

  private final RuleFiles files;
  private final Set<String> classes = new LinkedHashSet<>();

  /** Which method is the rule for which one: names, to find rules given twice. */
  private final Map<String, String> taken = new HashMap<>();

  Rulebook(RuleFiles files) {
    this.files = files;
  }

  /**
   * Checks the rules of a class, lists them in files, and remembers them.
   *
   * @return that this is done
   */
  boolean adds(TypeElement type, Program program, ClassReport report) {
    classes.add(type.getQualifiedName().toString());
    for (Rule rule : DeclaredRules.of(type, program, report)) {
      String name = shown(rule.method());
      String other = taken.putIfAbsent(key(rule.original(), rule.mode()), name);
      if (other == null) {
        files.write(rule, report);
      } else if (!other.equals(name)) {
        String original = shown(rule.original().method());
        report.add(Problem.RULE_TWICE, rule.position(), other, name, original);
      }
    }
    return true;
  }

  private static String shown(ExecutableElement method) {
    return method.getEnclosingElement() + "." + method;
  }

  private static String key(RuledMethod original, Mode mode) {
    return mode + " of " + original.key();
  }

  /** Returns all rules, as elements of one program. */
  InProgram in(Program program) {
    return new InProgram(program);
  }

  /** The rules that a program was asked for. */
  final class InProgram implements GivenRules {
    private final Program program;
    private final Map<RuledMethod, String> keys = new HashMap<>();
    private final Map<String, ExecutableElement> own = new HashMap<>();
    private final Map<String, ExecutableElement> ofLibrary = new HashMap<>();
    private final Map<String, Optional<ExecutableElement>> published = new HashMap<>();
    private final Set<Element> origins = new LinkedHashSet<>();
    private boolean isRead;

    private InProgram(Program program) {
      this.program = program;
    }

    @Override
    public Optional<ExecutableElement> rule(RuledMethod original, Mode mode) {
      if (!isRead) {
        isRead = true;
        classes.forEach(name -> read(name, own));
      }
      String key = mode + " of " + keys.computeIfAbsent(original, RuledMethod::key);
      if (Component.isOfLibrary(original.owner())) {
        return Optional.ofNullable(ofLibrary().get(key));
      }
      ExecutableElement found = own.get(key);
      if (found != null) {
        origins.add(found.getEnclosingElement());
        return Optional.of(found);
      }
      return DeclaredRules.canBeFor(original)
          ? published.computeIfAbsent(key, k -> files.find(original, mode, program))
          : Optional.empty();
    }

    /** Returns the classes of this compilation whose rules were used. */
    Set<Element> origins() {
      return origins;
    }

    /**
     * Returns the rules for kernels of the library of tensors, whose source comes with the
     * compiler.
     */
    private Map<String, ExecutableElement> ofLibrary() {
      if (ofLibrary.isEmpty()) {
        read(PULLBACKS, ofLibrary);
      }
      return ofLibrary;
    }

    private void read(String name, Map<String, ExecutableElement> into) {
      TypeElement type = program.elements().getTypeElement(name);
      if (type != null) {
        for (Rule rule : DeclaredRules.of(type, program, new ClassReport())) {
          into.putIfAbsent(key(rule.original(), rule.mode()), rule.method());
        }
      }
    }
  }
}
