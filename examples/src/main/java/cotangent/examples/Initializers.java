package cotangent.examples;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import cotangent.examples.Recursive.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Finds the variables with an initial value in Java sources, as trees with the types that they are
 * declared with.
 */
final class Initializers extends TreeScanner<Void, List<Initializers.Variable>> {
  /**
   * An expression: a word with what it consists of.
   *
   * @param word the name of a method or a variable, else what kind of expression it is
   * @param parts receiver and arguments, operands
   */
  record Expression(String word, List<Expression> parts) {
    /** Lists the words of all its parts. */
    Stream<String> words() {
      return Stream.concat(Stream.of(word), parts.stream().flatMap(Expression::words));
    }

    /** Makes the binary tree of the first part to the left and the next sibling to the right. */
    static Node binary(List<Expression> siblings, List<String> words) {
      if (siblings.isEmpty()) {
        return null;
      }
      Expression first = siblings.get(0);
      return new Node(
          Math.max(0, words.indexOf(first.word)),
          binary(first.parts, words),
          binary(siblings.subList(1, siblings.size()), words));
    }
  }

  /**
   * A variable.
   *
   * @param type what it is declared as
   * @param value its initial value
   */
  record Variable(String type, Expression value) {}

  /** Reads all sources below a folder, in the order of their names. */
  static List<Variable> read(Path folder) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(folder)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<Variable> variables = new ArrayList<>();
    try (var files = javac.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      new Initializers().scan(task.parse(), variables);
    }
    return variables;
  }

  @Override
  public Void visitVariable(VariableTree tree, List<Variable> variables) {
    if (tree.getType() != null && tree.getInitializer() != null) {
      variables.add(new Variable(tree.getType().toString(), expression(tree.getInitializer())));
    }
    return super.visitVariable(tree, variables);
  }

  private static Expression expression(ExpressionTree tree) {
    if (tree instanceof IdentifierTree name) {
      return new Expression(name.getName().toString(), List.of());
    } else if (tree instanceof MemberSelectTree select) {
      return new Expression(
          select.getIdentifier().toString(), List.of(expression(select.getExpression())));
    } else if (tree instanceof MethodInvocationTree call) {
      Expression method = expression(call.getMethodSelect());
      List<Expression> parts = new ArrayList<>(method.parts());
      call.getArguments().forEach(argument -> parts.add(expression(argument)));
      return new Expression(method.word() + "()", parts);
    }
    return new Expression(tree.getKind().name(), parts(tree));
  }

  /** The expressions directly below one. */
  private static List<Expression> parts(ExpressionTree tree) {
    List<Expression> parts = new ArrayList<>();
    tree.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void scan(Tree below, Void none) {
            if (below instanceof ExpressionTree part) {
              parts.add(expression(part));
            }
            return null;
          }
        },
        null);
    return parts;
  }
}
