package cotangent.processor.read.names;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are declared in methods. javac doesn't know them while processors run, but says
 * what can be named at a statement, for which it analyses a copy of the method: so their members
 * are known, and which tree of the source each of them is. For other compilers, which don't say it,
 * they are made {@link FromTree}.
 */
final class LocalTypes {
  private final Trees trees;
  private final Elements elements;
  private final Map<ExecutableElement, Map<String, TypeElement>> inMethods = new HashMap<>();
  private final Map<Element, Tree> sources = new LinkedHashMap<>();
  private final Map<TypeElement, String> names = new HashMap<>();

  LocalTypes(Trees trees, Elements elements) {
    this.trees = trees;
    this.elements = elements;
  }

  /** Whether a class is declared in a method, or is a member of one that is. */
  static boolean isLocal(TypeElement type) {
    Element outer = type;
    while (outer instanceof TypeElement inner && inner.getNestingKind() == NestingKind.MEMBER) {
      outer = inner.getEnclosingElement();
    }
    return outer instanceof TypeElement outermost && outermost.getNestingKind().isNested();
  }

  /** Returns the source of a class or member; null where it isn't one of these. */
  @Nullable Tree tree(Element element) {
    return element instanceof FromTree made ? made.tree() : sources.get(element);
  }

  /** Returns the name of a class's file. */
  String name(TypeElement type) {
    return Objects.requireNonNull(names.get(type));
  }

  /** Returns the ones that are known so far. */
  List<TypeElement> known() {
    List<TypeElement> all = new ArrayList<>();
    for (Element each : sources.keySet()) {
      if (each instanceof TypeElement type) {
        all.add(type);
      }
    }
    return all;
  }

  /**
   * Returns the classes that are declared in a method, by their names; without those that are seen
   * only where others aren't, and those whose name means something else in another place.
   */
  Map<String, TypeElement> in(ExecutableElement method, @Nullable MethodTree tree) {
    Map<String, TypeElement> known = inMethods.get(method);
    if (known == null) {
      List<ClassTree> declared = tree == null ? List.of() : declared(tree.getBody());
      known = tree == null || declared.isEmpty() ? Map.of() : found(method, tree, declared);
      inMethods.put(method, known);
    }
    return known;
  }

  private static List<ClassTree> declared(@Nullable Tree body) {
    List<ClassTree> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        if (!tree.getSimpleName().isEmpty()) {
          found.add(tree);
        }
        return null;
      }
    }.scan(body, null);
    return found;
  }

  /** Returns the name of the file of a class, in which javac counts those of one name. */
  private String binaryName(TypeElement owner, ClassTree tree) {
    int index = 1;
    for (Tree member : ((ClassTree) Objects.requireNonNull(trees.getTree(owner))).getMembers()) {
      List<ClassTree> declared = member instanceof ClassTree ? List.of() : declared(member);
      for (ClassTree each : declared) {
        if (each == tree) {
          return elements.getBinaryName(owner) + "$" + index + tree.getSimpleName();
        }
        index += each.getSimpleName().equals(tree.getSimpleName()) ? 1 : 0;
      }
    }
    throw new IllegalStateException(tree.getSimpleName() + " is not declared in " + owner);
  }

  private Map<String, TypeElement> found(
      ExecutableElement method, MethodTree source, List<ClassTree> declared) {
    Map<String, TypeElement> found = new HashMap<>();
    Map<String, ClassTree> left = new LinkedHashMap<>();
    Set<String> several = new HashSet<>();
    for (ClassTree each : declared) {
      String name = each.getSimpleName().toString();
      if (left.put(name, each) != null) {
        several.add(name);
      }
    }
    Set<String> beyond = BeyondScope.mentioned(source);
    left.keySet().stream().filter(beyond::contains).forEach(several::add);
    left.keySet().removeAll(several);
    TreePath owner = trees.getPath(Owner.of(method));
    for (int i = declared.size() - 1; i >= 0 && owner != null; i--) {
      ClassTree last = declared.get(i);
      boolean isAlone =
          Mentioned.in(List.of(last)).stream()
              .noneMatch(name -> found.containsKey(name) || several.contains(name));
      if (left.containsValue(last) && isAlone) {
        see(Owner.of(method), TreePath.getPath(owner, last), left, found);
      }
    }
    return found;
  }

  /**
   * Finds the classes that are seen at one of them. Those that were found already have other
   * elements here, so what mentions them isn't looked for.
   */
  private void see(
      TypeElement around,
      TreePath path,
      Map<String, ClassTree> left,
      Map<String, TypeElement> found) {
    for (Element seen : trees.getScope(path).getLocalElements()) {
      String name = seen.getSimpleName().toString();
      ClassTree tree = left.get(name);
      if (seen instanceof TypeElement type && isLocal(type) && tree != null) {
        left.remove(name);
        found.put(name, type);
        note(type, tree, binaryName(around, tree));
      }
    }
  }

  private void note(TypeElement type, ClassTree tree, String name) {
    sources.put(type, tree);
    names.put(type, name);
    for (Tree member : tree.getMembers()) {
      for (Element each : type.getEnclosedElements()) {
        if (each instanceof TypeElement inner
            && member instanceof ClassTree innerTree
            && inner.getSimpleName().contentEquals(innerTree.getSimpleName())) {
          note(inner, innerTree, name + "$" + inner.getSimpleName());
        } else if (!(each instanceof FromTree) && isSame(each, member)) {
          sources.putIfAbsent(each, member);
        }
      }
    }
  }

  private static boolean isSame(Element element, Tree tree) {
    if (tree instanceof VariableTree field) {
      return element instanceof VariableElement && element.getSimpleName().equals(field.getName());
    }
    return tree instanceof MethodTree method
        && element instanceof ExecutableElement executable
        && (method.getReturnType() == null
            ? element.getKind() == ElementKind.CONSTRUCTOR
            : element.getSimpleName().equals(method.getName()))
        && haveSameParameters(executable, method);
  }

  private static boolean haveSameParameters(ExecutableElement element, MethodTree tree) {
    if (element.getParameters().size() != tree.getParameters().size()) {
      return false;
    }
    for (int i = 0; i < tree.getParameters().size(); i++) {
      String written = plain(tree.getParameters().get(i).getType().toString());
      if (!written.equals(plain(element.getParameters().get(i).asType().toString()))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text of a type without annotations, type arguments and what is around it. */
  private static String plain(String type) {
    String text = type.replace("...", "[]");
    String before;
    do {
      before = text;
      text = text.replaceAll("<[^<>]*>", "");
    } while (!text.equals(before));
    return text.replaceAll("@[\\w.]+(\\([^)]*\\))?", "")
        .replaceAll("[\\w$]+\\.", "")
        .replaceAll("\\s", "");
  }

  /** Returns the class of the compilation around a local one. */
  Optional<TypeElement> outermost(TypeElement local) {
    for (Element e = local; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type && !isLocal(type)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
