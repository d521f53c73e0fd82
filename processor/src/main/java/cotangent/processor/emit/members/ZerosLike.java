package cotangent.processor.emit.members;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.graph.Type;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The helper that makes an array of zeros in the shape of an array of rows. */
public final class ZerosLike {
  private ZerosLike() {}

  /** Gives a method for each type. */
  public static List<MethodSpec> methods(Collection<Type> types) {
    return types.stream().map(ZerosLike::method).toList();
  }

  private static MethodSpec method(Type type) {
    TypeName name = TypeText.name(type);
    String brackets = "[]".repeat(type.rank() - 1);
    String row =
        type.rank() == 2
            ? "new " + type.leaf() + "[rows[i].length]"
            : Members.ZEROS_LIKE + "(rows[i])";
    return MethodSpec.methodBuilder(Members.ZEROS_LIKE)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(name)
        .addParameter(name, "rows")
        .addStatement("$T zeros = new $L[rows.length]$L", name, type.leaf(), brackets)
        .beginControlFlow("for (int i = 0; i < rows.length; i++)")
        .beginControlFlow("if (rows[i] != null)")
        .addStatement("zeros[i] = $L", row)
        .endControlFlow()
        .endControlFlow()
        .addStatement("return zeros")
        .build();
  }
}
