package cotangent.processor.host.local;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The values of constant expressions in local classes. javac computes them, with the values of the
 * constants that they name beside them; an expression that names anything else is no constant.
 */
final class Constants {
  private final LocalModel model;
  private final Map<Tree, Optional<Object>> known = new IdentityHashMap<>();

  Constants(LocalModel model) {
    this.model = model;
  }

  /**
   * Returns the value of an expression; null where it is no constant, or none that is seen through.
   *
   * @param type the text of a primitive type, or that of a string
   * @param place the class in which it is written
   */
  @Nullable Object value(ExpressionTree tree, String type, LocalClass place) {
    Optional<Object> value = known.get(tree);
    if (value == null) {
      known.put(tree, Optional.empty()); // should it name itself
      Named named = new Named(place);
      named.scan(tree, null);
      String wanted = "static final " + type + " wanted = " + tree + ";";
      value = named.isConstant ? computed(definitions(named.fields) + wanted) : Optional.empty();
      known.put(tree, value);
    }
    return value.orElse(null);
  }

  private static Optional<Object> computed(String members) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Holder.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "class Holder {\n" + members + "\n}";
          }
        };
    JavacTask task =
        (JavacTask)
            Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .getTask(
                    Writer.nullWriter(),
                    null,
                    said -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(file));
    try {
      List<Element> found = new ArrayList<>();
      task.analyze().forEach(found::add);
      return ElementFilter.typesIn(found).stream()
          .filter(type -> type.getQualifiedName().contentEquals("Holder"))
          .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
          .filter(field -> field.getSimpleName().contentEquals("wanted"))
          .findFirst()
          .map(VariableElement::getConstantValue);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds the constants that an expression names, to define them anew. */
  private final class Named extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final LocalClass place;
    private final Map<List<String>, VariableElement> fields = new LinkedHashMap<>();
    private boolean isConstant = true;

    Named(LocalClass place) {
      this.place = place;
    }

    private void note(ExpressionTree tree, @Nullable VariableElement field) {
      isConstant &= field != null && field.getConstantValue() != null;
      if (isConstant) {
        fields.put(List.of(tree.toString().split("\\.")), Objects.requireNonNull(field));
      }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
      boolean isType = tree.getName().contentEquals("String"); // of a cast
      if (!isType) {
        VariableElement field = model.field(place, tree);
        boolean isOwn = field instanceof LocalField;
        note(tree, isOwn || !isVariable(tree.getName().toString()) ? field : null);
      }
      return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
      note(tree, model.field(place, tree));
      return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
      isConstant = false;
      return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
      isConstant = false;
      return null;
    }

    /** Whether a name may be that of a variable of the method, which isn't looked for here. */
    private boolean isVariable(String name) {
      boolean[] found = new boolean[1];
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
          found[0] |= tree.getName().contentEquals(name);
          return super.visitVariable(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
          return null;
        }
      }.scan(model.methodAround(place), null);
      return found[0];
    }
  }

  /** Returns a field for each simple name, and a class for each part of the others. */
  private String definitions(Map<List<String>, VariableElement> fields) {
    StringBuilder text = new StringBuilder();
    Map<String, Map<List<String>, VariableElement>> inside = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          if (name.size() > 1) {
            inside
                .computeIfAbsent(name.get(0), key -> new LinkedHashMap<>())
                .put(name.subList(1, name.size()), field);
          } else {
            Object constant = Objects.requireNonNull(field.getConstantValue());
            String value = model.elements().getConstantExpression(constant);
            text.append("static final " + field.asType() + " " + name.get(0) + " = " + value + ";");
          }
        });
    inside.forEach(
        (name, members) -> text.append("static class " + name + " {" + definitions(members) + "}"));
    return text.toString();
  }
}
