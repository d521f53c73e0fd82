package cotangent.processor.read.names;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import cotangent.processor.report.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Elements.Origin;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The program under compilation, as far as annotation processors see it. */
public final class Program {
  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final FieldAssignments assignments = new FieldAssignments();
  private final StableNames stableNames = new StableNames();

  private Decisions decisions = new Decisions(stableNames);
  private final Map<TypeElement, Names> names = new HashMap<>();
  private final Classes classes;
  private final LocalTypes locals;

  private boolean missesTypes;

  public Program(Trees trees, Types types, Elements elements) {
    this(trees, types, elements, Set.of());
  }

  /**
   * @param sources the qualified names of the top-level classes whose source is in this compilation
   */
  public Program(Trees trees, Types types, Elements elements, Set<String> sources) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
    this.classes = new Classes(this, sources);
    this.locals = new LocalTypes(trees, elements);
  }

  /** The classes whose source is in this compilation. */
  public Classes classes() {
    return classes;
  }

  public Trees trees() {
    return trees;
  }

  public Types types() {
    return types;
  }

  public Elements elements() {
    return elements;
  }

  /** Finds the method of a type that a lambda expression can have. */
  public Optional<Functional> functional(TypeMirror target) {
    return Functional.of(target, elements, types);
  }

  /**
   * Begins to look at another class for which something is generated: what is decided from here on
   * is apart from what was decided before. What is known of the program stays.
   */
  public void begin() {
    decisions = new Decisions(stableNames);
    missesTypes = false;
  }

  Decisions decisions() {
    return decisions;
  }

  /** Carries out an action that only asks: what it decides about trees isn't noted. */
  public <T> T unnoted(Supplier<T> action) {
    Decisions noted = decisions;
    boolean missed = missesTypes;
    decisions = new Decisions(stableNames);
    try {
      return action.get();
    } finally {
      decisions = noted;
      missesTypes = missed;
    }
  }

  /** What classes assign to their fields. */
  /** Whether the source around a field puts other elements into the array that is in it. */
  public boolean exchangesElements(VariableElement field) {
    Tree all = tree(Classes.outermost(Owner.of(field)));
    return all == null
        || !assignments.toElementsOf(field.getSimpleName().toString(), all).isEmpty();
  }

  FieldAssignments assignments() {
    return assignments;
  }

  /** Whether a type was named that doesn't exist, or not yet: a processor may make it. */
  public boolean missesTypes() {
    return missesTypes;
  }

  /** Notes a name that should be that of a class, but isn't. */
  void noteMissing(Tree name) {
    String simple =
        name instanceof MemberSelectTree select
            ? select.getIdentifier().toString()
            : name.toString();
    missesTypes |= Character.isUpperCase(simple.charAt(0));
  }

  /** Whether a class, by its qualified name, can be named where another one is. */
  public boolean canName(String name, TypeElement from) {
    return elements.getTypeElement(moduleOf(from), name) != null;
  }

  /** Returns the module of a class, which may be the unnamed one. */
  public ModuleElement moduleOf(TypeElement type) {
    return elements.getModuleOf(type);
  }

  /** What names mean in a class whose source is in this compilation. */
  public Optional<Names> names(TypeElement type) {
    Names known = names.get(type);
    if (known == null) {
      TreePath path =
          locals.tree(type) == null
              ? trees.getPath(type)
              : locals.outermost(type).map(trees::getPath).orElse(null);
      if (path == null) {
        return Optional.empty();
      }
      known = new Names(this, type, path);
      names.put(type, known);
    }
    return Optional.of(known);
  }

  /** Returns the place where a class is declared. */
  public Position position(TypeElement type) {
    return names(type).map(names -> names.positionOf(type)).orElse(Position.NONE);
  }

  /**
   * Returns the modifiers of a class or member: those too that another processor, such as Lombok,
   * has added to the source since javac read it.
   */
  public Set<Modifier> modifiers(Element element) {
    Set<Modifier> modifiers = new HashSet<>(element.getModifiers());
    Tree tree = tree(element);
    if (tree instanceof ClassTree type) {
      modifiers.addAll(type.getModifiers().getFlags());
    } else if (tree instanceof MethodTree method) {
      modifiers.addAll(method.getModifiers().getFlags());
    } else if (tree instanceof VariableTree variable) {
      modifiers.addAll(variable.getModifiers().getFlags());
    }
    return modifiers;
  }

  /** Returns the place where something is declared, in whatever class. */
  public Position positionOf(Element element) {
    TreePath path = trees.getPath(element);
    return path == null
        ? Position.NONE
        : Place.position(path.getLeaf(), path.getCompilationUnit(), trees);
  }

  /** Returns the source of a class or member; null where there is none. */
  public @Nullable Tree tree(Element element) {
    Tree local = locals.tree(element);
    return local != null ? local : trees.getTree(element);
  }

  private @Nullable MethodTree methodTree(ExecutableElement method) {
    return (MethodTree) tree(method);
  }

  /** Returns the classes that are declared in a method, by their names. */
  Map<String, TypeElement> localTypes(ExecutableElement method) {
    return locals.in(method, methodTree(method));
  }

  /** Returns the classes declared in methods that were met so far. */
  List<TypeElement> localTypes() {
    return locals.known();
  }

  /** Whether a class is declared in a method, or is a member of one that is. */
  public static boolean isLocal(TypeElement type) {
    return LocalTypes.isLocal(type);
  }

  /** Whether objects of a class can be thrown. */
  public boolean isThrowable(TypeElement type) {
    TypeMirror throwable = elements.getTypeElement("java.lang.Throwable").asType();
    return types.isSubtype(types.erasure(type.asType()), throwable);
  }

  /**
   * Returns the name by which a class is known; one without a name that others can use has that of
   * its class file.
   */
  public String nameOf(TypeElement type) {
    return isLocal(type) ? locals.name(type) : type.getQualifiedName().toString();
  }

  /** Finds the source of a method or constructor, where it has a body in this compilation. */
  public Optional<Source> source(ExecutableElement method) {
    if (elements.getOrigin(method) != Origin.EXPLICIT
        || Component.isTextOfTensor(method)
        || Retold.isOfLists(Owner.of(method))) {
      return Optional.empty();
    }
    return retold(method);
  }

  /** Finds the source of a method, be it one that is retold for lists. */
  public Optional<Source> retold(ExecutableElement method) {
    return declaration(method).filter(source -> source.tree().getBody() != null);
  }

  /** Finds where a method is declared in this compilation, whether it has a body or not. */
  public Optional<Source> declaration(ExecutableElement method) {
    MethodTree tree = methodTree(method);
    return tree == null
        ? Optional.empty()
        : names(Owner.of(method))
            .map(namesThere -> new Source(method, tree, namesThere.in(method)));
  }
}
