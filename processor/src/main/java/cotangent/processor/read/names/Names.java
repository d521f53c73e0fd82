package cotangent.processor.read.names;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import cotangent.processor.read.names.Candidates.Candidate;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What names mean in the methods of one class. Local variables are the caller's business: they come
 * before everything here. What can't be found throws {@link WrongJava}: javac will complain.
 */
public final class Names {
  private static final Set<String> INFERRED = Set.of("var", "val", "lombok.var", "lombok.val");

  private final Program program;
  private final Types types;
  private final TypeElement owner;
  private final CompilationUnitTree unit;
  private final VisibleMembers members;
  private final Imports imports;
  private final Library library;
  private final TypeNames typeNames;
  private final FieldNames fieldNames;
  private final Candidates candidates;
  private final UpperBounds bounds;
  private final Overloads overloads;
  private final boolean isOfLibrary;
  private final boolean isRetold;
  private final Map<Tree, Position> positions;
  private final TypeArguments arguments;
  private final Enclosing enclosing;

  Names(Program program, TypeElement owner, TreePath path) {
    this.program = program;
    this.types = program.types();
    this.owner = owner;
    this.unit = path.getCompilationUnit();
    this.isOfLibrary = Component.isOfLibrary(owner);
    this.isRetold = Retold.isIn(owner);
    this.positions = new IdentityHashMap<>();
    this.members = new VisibleMembers(program.trees(), types, program.trees().getScope(path));
    this.library = new Library(program.elements(), owner);
    this.imports = new Imports(owner, unit, library, members);
    this.typeNames =
        new TypeNames(program, library, members, imports, owner, this::unknownType, this::wrong);
    this.candidates = new Candidates(members, types);
    this.bounds = new UpperBounds(program.elements());
    this.fieldNames =
        new FieldNames(program, owner, unit, members, imports, bounds, this::unresolved);
    this.overloads =
        new Overloads(program, this::type, this::unresolved, this::wrong, this::position);
    this.arguments = TypeArguments.NONE;
    this.enclosing = Enclosing.of(owner, members);
  }

  private Names(Names outer, TypeNames typeNames, TypeArguments arguments, Enclosing enclosing) {
    this.program = outer.program;
    this.types = outer.types;
    this.owner = outer.owner;
    this.unit = outer.unit;
    this.isOfLibrary = outer.isOfLibrary;
    this.isRetold = outer.isRetold;
    this.positions = outer.positions;
    this.members = outer.members;
    this.library = outer.library;
    this.imports = outer.imports;
    this.typeNames = typeNames;
    this.fieldNames = outer.fieldNames;
    this.candidates = outer.candidates;
    this.bounds = outer.bounds;
    this.overloads = outer.overloads;
    this.arguments = arguments;
    this.enclosing = enclosing;
  }

  /**
   * Returns the names as they are in one method of the class: its type parameters count, and the
   * classes that it declares.
   */
  Names in(ExecutableElement method) {
    return method.getTypeParameters().isEmpty() && program.localTypes(method).isEmpty()
        ? this
        : new Names(this, typeNames.at(method), arguments, enclosing);
  }

  /**
   * Returns the names as they are in a method of an anonymous class: its type parameters are those
   * of the method that it overrides.
   */
  public Names in(MethodTree method, ExecutableElement overridden) {
    return method.getTypeParameters().isEmpty()
        ? this
        : new Names(this, typeNames.in(method, overridden), arguments, enclosing);
  }

  /** Returns the names as they are in a part of the class. */
  public Names at(Element place) {
    return new Names(this, typeNames.at(place), arguments, enclosing);
  }

  /** Returns the names as they are in a class without a name. */
  public Names inside(ClassTree body, DeclaredType above) {
    return new Names(this, typeNames, arguments, enclosing.inside(body, above));
  }

  /** Returns the classes in which simple names are looked for. */
  public Enclosing enclosing() {
    return enclosing;
  }

  /** Returns the names as they are where type variables stand for some types. */
  Names given(TypeArguments known) {
    return known.isEmpty() ? this : new Names(this, typeNames, known, enclosing);
  }

  /** Returns the names as they are in what is done with an object of a class. */
  public Names on(TypeMirror object) {
    return given(TypeArguments.ofObject(types, object, owner));
  }

  /** Returns what is known of a type: what its variables stand for here. */
  public TypeMirror known(TypeMirror type) {
    return arguments.in(type, types);
  }

  /** Returns what type variables stand for here. */
  public TypeArguments arguments() {
    return arguments;
  }

  public Program program() {
    return program;
  }

  /** Returns the class in which the names are written. */
  public TypeElement owner() {
    return owner;
  }

  public CompilationUnitTree unit() {
    return unit;
  }

  /** Returns the place of a tree, for messages. */
  public Position position(Tree tree) {
    return positions.computeIfAbsent(
        tree, key -> new Place(key, unit, isOfLibrary, isRetold).position(program.trees()));
  }

  /** Returns the place where a class of this file is declared. */
  Position positionOf(TypeElement type) {
    return position(Objects.requireNonNull(program.tree(type)));
  }

  /** Rejects a tree as wrong Java; the message is left to javac. */
  public WrongJava wrong(Tree tree) {
    return wrong(tree, new Decisions.Decision.Wrong());
  }

  private WrongJava wrong(Tree tree, Decisions.Decision decision) {
    if (isOfLibrary || isRetold) {
      throw new IllegalStateException(owner + ": " + tree); // javac will never see it
    }
    program.decisions().givesUp(tree, unit, decision);
    return new WrongJava(() -> program.decisions().insists(tree, unit, decision));
  }

  private WrongJava unresolved(Tree tree) {
    return wrong(tree, new Decisions.Decision.Unresolved());
  }

  private WrongJava unknownType(Tree tree) {
    program.noteMissing(tree);
    return unresolved(tree);
  }

  /** Returns the qualified names that an expression could be short for, were it a class. */
  public List<String> possibleNames(ExpressionTree tree) {
    return tree instanceof IdentifierTree identifier
        ? imports.possibleNames(identifier.getName().toString())
        : List.of(tree.toString());
  }

  /** Returns the qualified names of classes from which a static member would be imported. */
  public List<String> staticallyImportedFrom(String member) {
    return imports.staticQualifiers(member);
  }

  /** Notes which type an expression was given, to be compared with javac's own finding. */
  public void typed(Tree expression, TypeMirror type) {
    if (type.getKind() == TypeKind.OTHER) {
      return; // of a class that is yet to be generated
    }
    program.decisions().hasType(expression, unit, type);
  }

  /** Returns the type that a tree names. */
  public TypeMirror type(Tree tree) {
    TypeMirror type = typeNames.type(tree);
    if (type.getKind() == TypeKind.ERROR) {
      throw unknownType(tree);
    }
    program.decisions().names(tree, unit, type);
    return type;
  }

  /** Whether the type of a local variable is that of its value: {@code var}, or Lombok's. */
  public boolean isInferred(VariableTree variable) {
    return variable.getType() == null
        || variable.getType() instanceof ExpressionTree name
            && INFERRED.contains(name.toString())
            && typeNames
                .named(name)
                .filter(type -> type.getQualifiedName().toString().startsWith("lombok."))
                .isPresent();
  }

  /** Finds the class that an expression names, where it names one and not a variable. */
  public Optional<TypeElement> typeNamed(ExpressionTree tree) {
    if (leftmost(tree) instanceof IdentifierTree first && field(first).isPresent()) {
      return Optional.empty();
    }
    Optional<TypeElement> found = typeNames.named(tree);
    found.ifPresentOrElse(
        type -> program.decisions().refersTo(tree, unit, type), () -> program.noteMissing(tree));
    return found;
  }

  /** Whether what is known of a class that is declared here is all that there is to know. */
  public boolean declares(ClassTree tree) {
    return localClass(tree.getSimpleName().toString()).filter(tree::equals).isPresent();
  }

  /**
   * Returns the tree of the class declared in a method that a simple name means, if it means one.
   */
  public Optional<Tree> localClass(String name) {
    return typeNames.local(name).map(program::tree);
  }

  /** Whether an annotation is the one of a qualified name. */
  public boolean isAnnotation(AnnotationTree tree, String qualified) {
    return tree.getAnnotationType() instanceof ExpressionTree name
        && name.toString().endsWith(qualified.substring(qualified.lastIndexOf('.') + 1))
        && typeNamed(name)
            .filter(type -> type.getQualifiedName().contentEquals(qualified))
            .isPresent();
  }

  private static ExpressionTree leftmost(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select ? leftmost(select.getExpression()) : tree;
  }

  /** Finds the field that a simple name refers to, where it refers to one. */
  public Optional<ResolvedField> field(IdentifierTree tree) {
    return fieldNames.named(tree, enclosing);
  }

  /** Finds the field of a value: {@code receiver.name}, the length of an array excepted. */
  public ResolvedField field(TypeMirror receiver, MemberSelectTree tree) {
    return fieldNames.of(site(receiver, tree), tree).orElseThrow(() -> unresolved(tree));
  }

  /** Finds the field of a class: {@code Owner.name}. */
  public ResolvedField field(TypeElement ownerType, MemberSelectTree tree) {
    return field(ownerType.asType(), tree);
  }

  /**
   * Returns the fields of the class, inherited ones first, that its methods can name without saying
   * of what.
   */
  public List<ResolvedField> fields() {
    return fieldNames.all();
  }

  /** Finds the method that {@code name(arguments)} calls. */
  public ResolvedMethod method(String name, List<TypeMirror> arguments, Tree at) {
    Optional<Enclosing.Site> site = enclosing.ofMethod(name);
    if (site.isPresent()) {
      List<ExecutableElement> known = enclosing.methods(site.get(), name);
      return choose(Candidates.of(known, site.get().type()), arguments, at);
    }
    List<Candidate> imported = importedMethods(name, false);
    return choose(imported.isEmpty() ? importedMethods(name, true) : imported, arguments, at);
  }

  private List<Candidate> importedMethods(String name, boolean onDemand) {
    List<Candidate> found = new ArrayList<>();
    for (TypeElement type : imports.staticOwners(name, onDemand)) {
      candidates.of((DeclaredType) type.asType(), name).stream()
          .filter(candidate -> candidate.element().getModifiers().contains(Modifier.STATIC))
          .filter(candidate -> !found.contains(candidate))
          .forEach(found::add);
    }
    return found;
  }

  /** Returns the members that the class sees. */
  public VisibleMembers members() {
    return members;
  }

  /** Finds the method that {@code receiver.name(arguments)} calls; not for arrays. */
  public ResolvedMethod method(
      TypeMirror receiver, String name, List<TypeMirror> arguments, Tree at) {
    return choose(candidates.of(sites(receiver, at), name), arguments, at);
  }

  /** Finds the method of the class above that {@code super.name(arguments)} calls. */
  public ResolvedMethod methodAbove(
      TypeMirror type, String name, List<TypeMirror> arguments, Tree at) {
    return choose(candidates.above(site(type, at), name), arguments, at);
  }

  /** Finds the method that {@code Owner.name(arguments)} calls. */
  public ResolvedMethod method(
      TypeElement ownerType, String name, List<TypeMirror> arguments, Tree at) {
    return choose(candidates.of((DeclaredType) ownerType.asType(), name), arguments, at);
  }

  /** Finds a method that Java calls by itself. */
  public ResolvedMethod implied(
      TypeMirror receiver, String name, List<TypeMirror> arguments, Tree at) {
    return overloads.choose(candidates.of(sites(receiver, at), name), arguments, at);
  }

  /** Finds the constructor that {@code new type(arguments)} calls. */
  public ResolvedMethod constructor(TypeMirror type, List<TypeMirror> arguments, Tree at) {
    DeclaredType site = site(type, at);
    List<Candidate> all = Candidates.of(members.constructors((TypeElement) site.asElement()), site);
    ResolvedMethod found = choose(all, arguments, at);
    return new ResolvedMethod(found.element(), found.parameters(), type, found.spread());
  }

  /** Finds the constructor of the class above that a class calls, be it one without a name. */
  public ResolvedMethod constructorAbove(TypeMirror type, List<TypeMirror> arguments, Tree at) {
    List<Candidate> all = candidates.constructorsAbove(site(type, at));
    return at instanceof NewClassTree
        ? overloads.choose(all, arguments, at)
        : choose(all, arguments, at);
  }

  /** Returns the type of {@code new named<>(arguments)}, where a value of the target is wanted. */
  public TypeMirror inferred(
      TypeMirror named, @Nullable TypeMirror target, List<TypeMirror> arguments, Tree at) {
    ResolvedMethod constructor = constructor(named, arguments, at);
    return new WantedTypes(types, overloads::learnFromBodies)
        .inferred(named, target, constructor.element(), arguments);
  }

  /** Returns a generic method as it is meant where something of a type is wanted. */
  public ResolvedMethod wanted(ResolvedMethod method, @Nullable TypeMirror target) {
    return new WantedTypes(types, overloads::learnFromBodies).wanted(method, target);
  }

  private ResolvedMethod choose(List<Candidate> candidates, List<TypeMirror> arguments, Tree at) {
    ResolvedMethod found = overloads.choose(candidates, arguments, at);
    program.decisions().refersTo(at, unit, found.element());
    return new ResolvedMethod(
        found.element(), found.parameters(), bounds.of(found.result()), found.spread());
  }

  private Stream<DeclaredType> sites(TypeMirror type, Tree at) {
    site(type, at);
    return UpperBounds.sites(type);
  }

  /** Returns the class through which the members of a type are found. */
  private DeclaredType site(TypeMirror type, Tree at) {
    return UpperBounds.site(type).orElseThrow(() -> unresolved(at));
  }
}
