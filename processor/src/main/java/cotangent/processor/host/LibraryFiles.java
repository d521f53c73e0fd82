package cotangent.processor.host;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The source of the library of tensors, and of what is retold of Java's own, which are resources of
 * the compiler.
 */
final class LibraryFiles implements SourceFiles {
  private static final String FOLDER = "/cotangent/processor/library/";

  private final Map<String, @Nullable CompilationUnitTree> units = new HashMap<>();

  @Override
  public SourcePositions positions() {
    return Trees.instance(task(List.of())).getSourcePositions();
  }

  @Override
  public @Nullable CompilationUnitTree of(TypeElement outermost) {
    String name = outermost.getSimpleName().toString();
    if (!units.containsKey(name)) {
      units.put(name, parsed(name));
    }
    return units.get(name);
  }

  private static @Nullable CompilationUnitTree parsed(String name) {
    try (InputStream text = LibraryFiles.class.getResourceAsStream(FOLDER + name + ".java")) {
      return text == null
          ? null
          : task(List.of(new Text(name, new String(text.readAllBytes(), StandardCharsets.UTF_8))))
              .parse()
              .iterator()
              .next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavacTask task(List<JavaFileObject> sources) {
    return (JavacTask)
        ToolProvider.getSystemJavaCompiler()
            .getTask(Writer.nullWriter(), null, said -> {}, List.of("-proc:none"), null, sources);
  }

  /** A file of the library. */
  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("cotangent:" + FOLDER + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
