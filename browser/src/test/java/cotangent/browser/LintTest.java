package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.AbstractCommandLineRunner;
import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.Environment;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lints the scripts of pages, as the modules that they are. */
class LintTest {
  private static final Path SCRIPTS =
      Path.of("../processor/src/main/resources/cotangent/processor/page");

  @Test
  void scriptsAreWithoutFault() throws IOException {
    List<SourceFile> scripts = new ArrayList<>();
    Sources.in(SCRIPTS, ".js").forEach(file -> scripts.add(SourceFile.fromFile(file.toString())));
    CompilerOptions options = new CompilerOptions();
    options.setLanguageIn(LanguageMode.UNSTABLE);
    options.setLanguageOut(LanguageMode.NO_TRANSPILE);
    options.setChecksOnly(true);
    options.setCheckSymbols(true);
    options.setCheckSuspiciousCode(true);
    options.setWarningLevel(DiagnosticGroups.CHECK_VARIABLES, CheckLevel.ERROR);
    options.setWarningLevel(DiagnosticGroups.UNUSED_LOCAL_VARIABLE, CheckLevel.ERROR);
    options.setWarningLevel(DiagnosticGroups.CONST, CheckLevel.ERROR);
    options.setWarningLevel(DiagnosticGroups.MODULE_LOAD, CheckLevel.ERROR);
    Compiler compiler = new Compiler(System.err);
    compiler.disableThreads();
    List<SourceFile> outside =
        new ArrayList<>(AbstractCommandLineRunner.getBuiltinExterns(Environment.BROWSER));
    outside.add(SourceFile.fromCode("dagre.js", "/** @externs */ var dagre;"));
    compiler.compile(outside, scripts, options);

    assertThat(compiler.getErrors()).isEmpty();
    assertThat(compiler.getWarnings()).isEmpty();
  }
}
