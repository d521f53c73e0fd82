package cotangent.processor.read.names;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import cotangent.processor.report.Refusal;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** Finds of what {@code new Visitor<>() { .. }} is, by what its methods take and return. */
public final class DiamondBodies {
  private final Names names;
  private final Types types;

  public DiamondBodies(Names names) {
    this.names = names;
    this.types = names.program().types();
  }

  /** Returns the type with its arguments; nothing where the methods don't tell all of them. */
  public Optional<DeclaredType> told(TypeElement type, ClassTree body) {
    DeclaredType generic = (DeclaredType) type.asType();
    List<TypeVariable> variables =
        generic.getTypeArguments().stream().map(TypeVariable.class::cast).toList();
    Inference inference = new Inference(types, variables);
    try {
      for (Tree member : body.getMembers()) {
        if (member instanceof MethodTree method && method.getReturnType() != null) {
          names.members().methods(type, method.getName().toString()).stream()
              .filter(each -> each.getParameters().size() == method.getParameters().size())
              .forEach(each -> learn(inference, generic, each, method));
        }
      }
    } catch (Refusal | WrongJava notCertain) {
      return Optional.empty();
    }
    return inference.isComplete()
        ? Optional.of((DeclaredType) inference.put(generic))
        : Optional.empty();
  }

  private void learn(
      Inference inference, DeclaredType generic, ExecutableElement declared, MethodTree method) {
    ExecutableType type = (ExecutableType) types.asMemberOf(generic, declared);
    inference.learn(type.getReturnType(), names.type(method.getReturnType()));
    List<? extends TypeMirror> parameters = type.getParameterTypes();
    for (int i = 0; i < parameters.size(); i++) {
      inference.learn(parameters.get(i), names.type(method.getParameters().get(i).getType()));
    }
  }
}
