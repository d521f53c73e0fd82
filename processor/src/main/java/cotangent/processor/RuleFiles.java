package cotangent.processor;

import cotangent.processor.graph.Mode;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.read.request.DeclaredRules;
import cotangent.processor.read.request.Rule;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * The files by which rules that were compiled earlier are found: one for each method and mode,
 * since the class path can't be listed. It holds the method's parameters, the class of the rule,
 * and the rule's name.
 */
final class RuleFiles {
  /** It has a name that a package could have: javac doesn't look into other folders of jars. */
  private static final String FOLDER = "cotangent.rules";

  private final Filer writing;
  private final Filer reading;

  /**
   * @param writing is told what is generated, as build tools require
   * @param reading javac's own, which may look at the class path
   */
  RuleFiles(Filer writing, Filer reading) {
    this.writing = writing;
    this.reading = reading;
  }

  void write(Rule rule, ClassReport report) {
    String name = nameFor(rule.original(), rule.mode());
    TypeElement owner = Owner.of(rule.method());
    try (Writer writer =
        writing.createResource(StandardLocation.CLASS_OUTPUT, FOLDER, name, owner).openWriter()) {
      writer.write(parameters(rule.original()) + "\n");
      writer.write(owner.getQualifiedName() + "\n" + rule.method().getSimpleName() + "\n");
    } catch (FilerException exists) {
      // written in an earlier round
    } catch (IOException e) {
      report.add(Problem.NOT_WRITTEN, rule.position(), name, Objects.toString(e.getMessage()));
    }
  }

  /** Finds a rule that was compiled earlier. */
  Optional<ExecutableElement> find(RuledMethod original, Mode mode, Program program) {
    String name = nameFor(original, mode);
    Stream<Optional<ExecutableElement>> found =
        Stream.concat(
            Stream.of(read(StandardLocation.CLASS_PATH, FOLDER, name, original, mode, program)),
            program.elements().getAllModuleElements().stream()
                .filter(module -> !isOfJava(module))
                .map(
                    module ->
                        read(
                            StandardLocation.MODULE_PATH,
                            module.getQualifiedName() + "/" + FOLDER,
                            name,
                            original,
                            mode,
                            program)));
    return found.flatMap(Optional::stream).findFirst();
  }

  private static boolean isOfJava(ModuleElement module) {
    String name = module.getQualifiedName().toString();
    return module.isUnnamed() || name.startsWith("java.") || name.startsWith("jdk.");
  }

  private Optional<ExecutableElement> read(
      Location location,
      String folder,
      String name,
      RuledMethod original,
      Mode mode,
      Program program) {
    List<String> lines;
    try (InputStream file = reading.getResource(location, folder, name).openInputStream()) {
      // Eclipse's compiler gives the bytes of what is in a jar, but not its text.
      lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException | RuntimeException none) {
      return Optional.empty(); // javac throws all kinds, for a module that isn't on the path too
    }
    if (lines.size() != 3 || !lines.get(0).equals(parameters(original))) {
      return Optional.empty();
    }
    return Optional.ofNullable(program.elements().getTypeElement(lines.get(1)))
        .flatMap(type -> DeclaredRules.published(type, lines.get(2), original, mode, program));
  }

  private static String nameFor(RuledMethod original, Mode mode) {
    TypeElement owner = original.owner();
    String hash = Integer.toHexString(parameters(original).hashCode());
    return owner.getQualifiedName()
        + "."
        + original.method().getSimpleName()
        + "-"
        + mode
        + "-"
        + hash;
  }

  private static String parameters(RuledMethod original) {
    ExecutableElement constructor = original.constructor();
    return (constructor == null ? "" : "new " + types(constructor)) + types(original.method());
  }

  private static String types(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> parameter.asType().toString())
        .toList()
        .toString();
  }
}
