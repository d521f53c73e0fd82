package cotangent.processor.read.shape;

import cotangent.processor.graph.Type;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The erased types by which members that can't be named are found. */
public record Erasure(Program program) {

  /** Returns the types of a method's parameters, and of what it returns. */
  public List<Type> signature(ExecutableElement method) {
    List<Type> signature = new ArrayList<>();
    method.getParameters().forEach(parameter -> signature.add(of(parameter.asType())));
    signature.add(of(method.getReturnType()));
    return signature;
  }

  public Type of(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return Type.array(of(array.getComponentType()));
    }
    TypeMirror erased = program.types().erasure(type);
    if (erased instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && Program.isLocal(element)) {
      return new Type.Reference(program.nameOf(element));
    }
    String name = Spelling.of(erased);
    return Arrays.stream(Type.Scalar.values())
        .filter(scalar -> scalar.toString().equals(name))
        .map(Type.class::cast)
        .findFirst()
        .orElse(new Type.Reference(name));
  }
}
