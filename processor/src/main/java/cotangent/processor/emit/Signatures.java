package cotangent.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.graph.Port;
import java.util.List;

/** What the declarations in a companion are made of: types and annotations. */
final class Signatures {
  private Signatures() {}

  static TypeName type(Port port) {
    return port instanceof Port.Composite composite
        ? TypeText.name(composite.type())
        : TypeText.name(((Port.Leaf) port).type());
  }

  static AnnotationSpec suppressing(List<String> warnings) {
    CodeBlock names =
        warnings.stream()
            .map(warning -> CodeBlock.of("$S", warning))
            .collect(CodeBlock.joining(", ", "{", "}"));
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", warnings.size() == 1 ? CodeBlock.of("$S", warnings.get(0)) : names)
        .build();
  }

  /** Makes the last parameter take a variable number of arguments. */
  static void variadic(MethodSpec.Builder spec, Port last) {
    spec.varargs();
    if (isGeneric(type(last))) {
      spec.addAnnotation(SafeVarargs.class); // nothing is ever stored into it
      spec.addAnnotation(suppressing(List.of("varargs")));
    }
  }

  private static boolean isGeneric(TypeName type) {
    return type instanceof ArrayTypeName array
        ? isGeneric(array.componentType())
        : type instanceof ParameterizedTypeName;
  }

  static boolean isNumber(Port port) {
    return port instanceof Port.Leaf leaf && leaf.type().isScalar();
  }
}
