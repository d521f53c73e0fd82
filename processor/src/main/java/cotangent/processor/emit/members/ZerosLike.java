package cotangent.processor.emit.members;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.graph.Type;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The helper that makes an array of zeros in the shape of an array, and null for null. */
public final class ZerosLike {
  private ZerosLike() {}

  /** Returns a method for each type. */
  public static List<MethodSpec> methods(Collection<Type> types) {
    return types.stream().map(ZerosLike::method).toList();
  }

  private static MethodSpec method(Type type) {
    TypeName name = TypeText.name(type);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(CompanionMembers.ZEROS_LIKE)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(name);
    if (type.rank() == 1) {
      return method
          .addParameter(name, "array")
          .addStatement("return array == null ? null : new $L[array.length]", type.leaf())
          .build();
    }
    String brackets = "[]".repeat(type.rank() - 1);
    return method
        .addParameter(name, "rows")
        .beginControlFlow("if (rows == null)")
        .addStatement("return null")
        .endControlFlow()
        .addStatement("$T zeros = new $L[rows.length]$L", name, type.leaf(), brackets)
        .beginControlFlow("for (int i = 0; i < rows.length; i++)")
        .addStatement("zeros[i] = $L(rows[i])", CompanionMembers.ZEROS_LIKE)
        .endControlFlow()
        .addStatement("return zeros")
        .build();
  }
}
