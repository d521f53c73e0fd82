package cotangent.processor.host;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The source files of a program, parsed by the javac of the JDK that everything runs on. */
final class ParsedFiles implements SourceFiles {
  private final Elements elements;
  private final Method fileOf;
  private final JavaCompiler parser;
  private final Map<URI, CompilationUnitTree> units = new HashMap<>();
  private final SourcePositions positions;

  private ParsedFiles(Elements elements, Method fileOf, JavaCompiler parser) {
    this.elements = elements;
    this.fileOf = fileOf;
    this.parser = parser;
    this.positions = Trees.instance(task(List.of())).getSourcePositions();
  }

  /** Begins; empty on machines before Java 18, which don't know where a class comes from. */
  static Optional<ParsedFiles> of(Elements elements) {
    JavaCompiler parser = ToolProvider.getSystemJavaCompiler();
    try {
      Method fileOf = Elements.class.getMethod("getFileObjectOf", Element.class);
      return parser == null
          ? Optional.empty()
          : Optional.of(new ParsedFiles(elements, fileOf, parser));
    } catch (NoSuchMethodException tooOld) {
      return Optional.empty();
    }
  }

  @Override
  public SourcePositions positions() {
    return positions;
  }

  @Override
  public @Nullable CompilationUnitTree of(TypeElement outermost) {
    JavaFileObject file;
    try {
      file = (JavaFileObject) fileOf.invoke(elements, outermost);
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return null;
    }
    if (file == null || file.getKind() != JavaFileObject.Kind.SOURCE) {
      return null;
    }
    return units.computeIfAbsent(file.toUri(), uri -> parsed(file));
  }

  private CompilationUnitTree parsed(JavaFileObject file) {
    try {
      return task(List.of(new Text(file))).parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compiler itself will say what is wrong with a file. */
  private JavacTask task(List<JavaFileObject> sources) {
    List<String> options = List.of("-proc:none");
    return (JavacTask)
        parser.getTask(Writer.nullWriter(), null, said -> {}, options, null, sources);
  }

  /** A file of another compiler: javac needs no more of it than its text. */
  private static final class Text extends SimpleJavaFileObject {
    private final FileObject file;

    Text(JavaFileObject file) {
      super(file.toUri(), Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return file.getCharContent(ignoreEncodingErrors);
    }
  }
}
