package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a graph's text, one after the other. */
final class GraphTokens {
  private static final String NAME =
      "%\\d+|[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}.#]*";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|-?(?:\\d[\\d.]*(?:E-?\\d+)?[fL]?|(?:NaN|Infinity)f?\\b)|"
              + NAME
              + "|[-={}()\\[\\],@]");
  private static final Pattern SPACE = Pattern.compile("(?:\\s|//[^\n]*)*");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private int position;

  /** A result with its type, where that is written. */
  record Named(@Nullable Type given, String name) {
    Type type() {
      if (given == null) {
        throw new IllegalArgumentException("the type of " + name + " must be written");
      }
      return given;
    }
  }

  GraphTokens(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int at = skipSpace(0);
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw new IllegalArgumentException("unknown character at: " + text.substring(at));
      }
      tokens.add(matcher.group());
      starts.add(at);
      at = skipSpace(matcher.end());
    }
  }

  private int skipSpace(int from) {
    Matcher matcher = SPACE.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? matcher.end() : from;
  }

  static boolean isName(String token) {
    return token.matches(NAME);
  }

  boolean atEnd() {
    return position == tokens.size();
  }

  String peek(int ahead) {
    int index = position + ahead;
    return index < tokens.size() ? tokens.get(index) : "";
  }

  String next() {
    String token = peek(0);
    position++;
    return token;
  }

  boolean accept(String token) {
    boolean found = peek(0).equals(token);
    position += found ? 1 : 0;
    return found;
  }

  /** Accepts a word that isn't reserved: it is one where a name follows. */
  boolean acceptWord(String word) {
    return isName(peek(1)) && accept(word);
  }

  void expect(String token) {
    if (!accept(token)) {
      throw error("expected " + token);
    }
  }

  /** Takes a number, a truth value or a string. */
  Object literal() {
    String token = next();
    if (token.startsWith("\"")) {
      return unquoted(token);
    } else if (token.equals("true") || token.equals("false")) {
      return Boolean.valueOf(token);
    }
    try {
      if (token.endsWith("f")) {
        return Float.valueOf(token.substring(0, token.length() - 1));
      } else if (token.endsWith("L")) {
        return Long.valueOf(token.substring(0, token.length() - 1));
      }
      return token.matches("-?\\d+") ? (Object) Integer.valueOf(token) : Double.valueOf(token);
    } catch (NumberFormatException e) {
      position--;
      throw error("no constant");
    }
  }

  private static String unquoted(String token) {
    StringBuilder content = new StringBuilder();
    for (int i = 1; i < token.length() - 1; i++) {
      char c = token.charAt(i);
      if (c == '\\' && token.charAt(i + 1) == 'u') {
        c = (char) Integer.parseInt(token.substring(i + 2, i + 6), 16);
        i += 5;
      } else if (c == '\\') {
        c = token.charAt(++i);
      }
      content.append(c);
    }
    return content.toString();
  }

  IllegalArgumentException error(String message) {
    int start = position < starts.size() ? starts.get(position) : text.length();
    long line = text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return new IllegalArgumentException(
        "line " + line + ", at '" + peek(0) + "': " + message + " in\n" + text);
  }
}
