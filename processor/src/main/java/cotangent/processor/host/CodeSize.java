package cotangent.processor.host;

import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/** Measures code by its characters, without comments and white space: layout is not size. */
final class CodeSize {
  /** What may look like a comment or a blank, and isn't; then comments and blanks. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<text>\"{3}(?:[^\"\\\\]++|\\\\.|\"(?!\"\"))*+\"{3}"
              + "|\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+')"
              + "|//[^\n]*+|/[*](?:[^*]++|[*](?!/))*+[*]/|\\s++",
          Pattern.DOTALL);

  private CodeSize() {}

  /** Returns the size of the source of a method; 0 where that isn't at hand. */
  static int of(Element method, Trees trees) {
    TreePath path = trees.getPath(method);
    if (path == null) {
      return 0;
    }
    SourcePositions positions = trees.getSourcePositions();
    long start = positions.getStartPosition(path.getCompilationUnit(), path.getLeaf());
    long end = positions.getEndPosition(path.getCompilationUnit(), path.getLeaf());
    try {
      CharSequence text = path.getCompilationUnit().getSourceFile().getCharContent(true);
      return start < 0 || end < start ? 0 : of(text.subSequence((int) start, (int) end));
    } catch (IOException e) {
      return 0;
    }
  }

  /** Returns how many characters of a text are neither in comments nor white space. */
  static int of(CharSequence source) {
    int size = source.length();
    for (Matcher part = PARTS.matcher(source); part.find(); ) {
      size -= part.start("text") < 0 ? part.end() - part.start() : 0;
    }
    return size;
  }
}
