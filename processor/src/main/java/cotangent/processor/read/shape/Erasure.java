package cotangent.processor.read.shape;

import cotangent.processor.graph.Type;
import cotangent.processor.read.names.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The erased types by which members are found that can't be named. */
public record Erasure(Types types) {

  /** Gives the types of a method's parameters, and of what it returns. */
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
    String name = Spelling.of(types.erasure(type));
    return Arrays.stream(Type.Scalar.values())
        .filter(scalar -> scalar.toString().equals(name))
        .map(Type.class::cast)
        .findFirst()
        .orElse(new Type.Reference(name));
  }
}
