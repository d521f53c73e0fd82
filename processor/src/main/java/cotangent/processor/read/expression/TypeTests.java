package cotangent.processor.read.expression;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.read.shape.Nameable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads {@code instanceof}, and casts of objects that were made in sight. */
public final class TypeTests {
  private static final String MISFIT = "java.lang.ClassCastException";

  private final Frame frame;
  private final Types types;

  public TypeTests(Frame frame) {
    this.frame = frame;
    this.types = frame.names().program().types();
  }

  /**
   * Declares the variables of patterns in a condition of which parts may not be evaluated: they are
   * seen where all of it holds.
   */
  static void declareBindings(Frame frame, Tree condition) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void nothing) {
        TypeMirror type = frame.names().type(tree.getVariable().getType());
        Variable variable = new TypeTests(frame).binding(tree.getVariable(), type);
        if (!frame.shapes().isTakenApart(type)) {
          frame.environment().set(variable, frame.zero(tree, type));
        }
        return null;
      }
    }.scan(condition, null);
  }

  private Variable binding(VariableTree tree, TypeMirror type) {
    String name = tree.getName().toString();
    Variable known = frame.environment().named(name);
    return known != null && types.isSameType(known.type(), type)
        ? known
        : frame.environment().declare(name, type);
  }

  /** Reads {@code value instanceof Type}, with or without a variable. */
  public Term read(InstanceOfTree tree) {
    Tree pattern = tree.getPattern();
    if (pattern != null && !(pattern instanceof BindingPatternTree)) {
      throw Syntax.refusal(frame, tree);
    }
    Term value = frame.expressions().value(tree.getExpression());
    VariableTree variable = pattern == null ? null : ((BindingPatternTree) pattern).getVariable();
    TypeMirror type = frame.names().type(variable == null ? tree.getType() : variable.getType());
    Value is = is(tree, value, type);
    if (variable != null) {
      bind(tree, variable, value, type, is);
    }
    return new Conversions(frame).term(is);
  }

  private Value is(Tree at, Term value, TypeMirror type) {
    if (value instanceof Term.Choice choice) {
      Value is = frame.draft().constant(false);
      for (int i = 0; i < choice.alternatives().size(); i++) {
        if (isKnown(choice.alternatives().get(i))) {
          if (fits(choice.alternatives().get(i), type)) {
            Value same =
                frame
                    .draft()
                    .apply(
                        Operations.AND,
                        frame.draft().apply(Operations.EQ, choice.tag(), frame.draft().constant(i)),
                        isThere(choice.alternatives().get(i)));
            is = frame.draft().apply(Operations.OR, is, same);
          }
        } else {
          throw Syntax.refusal(frame, at);
        }
      }
      return is;
    } else if (isKnown(value)) {
      return fits(value, type) ? isThere(value) : frame.draft().constant(false);
    } else if (value instanceof Term.Single single && !single.value().type().isScalar()) {
      return outside(at, single, type);
    }
    throw Syntax.refusal(frame, at);
  }

  private Value isThere(Term value) {
    return value instanceof Term.Indexed indexed && !indexed.isThere()
        ? frame.draft().apply(Operations.NE, indexed.index(), frame.draft().constant(0))
        : frame.draft().constant(true);
  }

  private static boolean isKnown(Term value) {
    return value.isObject() || value instanceof Term.Tuple;
  }

  private boolean fits(Term value, TypeMirror type) {
    if (value instanceof Term.Nothing) {
      return false;
    }
    return types.isSubtype(types.erasure(made(value)), types.erasure(type));
  }

  /** Gives the type of which an object was made. */
  private static TypeMirror made(Term value) {
    if (value instanceof Term.Tuple tuple) {
      return tuple.known();
    }
    ObjectClass of = Objects.of(value);
    if (of instanceof ObjectClass.Declared declared) {
      return declared.type();
    } else if (of instanceof ObjectClass.Library library) {
      return library.type();
    }
    return of instanceof ObjectClass.Closure closure
        ? closure.type()
        : ((ObjectClass.Anonymous) of).type();
  }

  private Value outside(Tree at, Term.Single value, TypeMirror type) {
    Nameable nameable = frame.shapes().nameable();
    Callee.Member.Access access =
        nameable.isClassNamed(type) ? Callee.Member.Access.NAMED : Callee.Member.Access.HANDLE;
    String name = nameable.erasure().of(type).toString();
    Value literal = new Value(new Type.Reference("java.lang.Class<?>"), "");
    frame
        .at(at)
        .call(
            new Callee.Member(Callee.Member.Kind.STATIC_FIELD, name, "class", access, List.of()),
            List.of(literal),
            List.of());
    Value is = new Value(Type.BOOLEAN, "");
    Callee test =
        new Callee.Member(Callee.Member.Kind.METHOD, "java.lang.Class", "isInstance", true);
    frame.at(at).call(test, List.of(is), List.of(literal, value.value()));
    return is;
  }

  private void bind(Tree at, VariableTree tree, Term value, TypeMirror type, Value is) {
    Variable variable = binding(tree, type);
    if (value instanceof Term.Single single) {
      Variable result = frame.environment().unnamed("", type);
      Term cast =
          frame
              .branches()
              .choose(
                  at,
                  is,
                  result,
                  () ->
                      frame
                          .environment()
                          .set(result, new Conversions(frame).cast(at, single, type)),
                  () -> frame.environment().set(result, frame.zero(at, type)));
      new Assignments(frame).bind(variable, cast);
    } else if (value instanceof Term.Choice choice) {
      frame.environment().set(variable, cast(at, narrowed(choice, type), type));
    } else {
      boolean fits = fits(value, type);
      frame.environment().set(variable, fits ? cast(at, value, type) : frame.zero(at, type));
    }
  }

  /** Gives the objects of a choice that are of a type. */
  private Term narrowed(Term.Choice choice, TypeMirror type) {
    List<Term> fitting = new ArrayList<>();
    Value tag = frame.draft().constant(0);
    for (int i = 0; i < choice.alternatives().size(); i++) {
      if (fits(choice.alternatives().get(i), type)) {
        if (!fitting.isEmpty()) {
          Value isThis =
              frame.draft().apply(Operations.EQ, choice.tag(), frame.draft().constant(i));
          Value number = frame.draft().constant(fitting.size());
          tag = frame.draft().apply(Operations.SELECT, isThis, number, tag);
        }
        fitting.add(choice.alternatives().get(i));
      }
    }
    return fitting.size() == 1 ? fitting.get(0) : new Term.Choice(type, tag, fitting);
  }

  /** Reads the cast of an object that was made in sight. */
  Term cast(Tree at, Term value, TypeMirror type) {
    if (value instanceof Term.Tuple) {
      return new Conversions(frame).to(at, value, type);
    }
    boolean isRecord = frame.shapes().isTakenApart(type);
    if (!(type instanceof DeclaredType)
        || !isRecord && types.isSubtype(types.erasure(value.type()), types.erasure(type))) {
      return value.as(type);
    }
    return new Objects(frame)
        .each(
            at,
            value,
            type,
            one -> {
              if (isKnown(one) && !fits(one, type)) {
                throw misfit(at);
              }
              if (one instanceof Term.Single) {
                return new Conversions(frame).to(at, one, type);
              }
              return isRecord && one instanceof Term.Fixed record
                  ? new Term.Tuple(type, record.fields())
                  : one;
            })
        .as(type);
  }

  private Diverged misfit(Tree at) {
    Callee callee = new Callee.Member(Callee.Member.Kind.NEW, MISFIT, "", true);
    Value thrown = new Value(new Type.Reference(MISFIT), "");
    frame.at(at).call(callee, List.of(thrown), List.of());
    frame.at(at).throwing(thrown);
    return new Diverged();
  }
}
