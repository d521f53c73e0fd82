package cotangent.processor.read.shape;

import cotangent.processor.read.names.BareType;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** The type of a record in a companion: javac doesn't know it yet while it is read. */
public final class GeneratedRecord implements BareType {
  private final String name;
  private final TypeShape.Composite shape;

  /**
   * @param name the qualified name
   */
  public GeneratedRecord(String name, List<String> components, List<TypeShape> shapes) {
    this.name = name;
    this.shape = new TypeShape.Composite(this, components, shapes);
  }

  public TypeShape shape() {
    return shape;
  }

  /** Returns the index of a component; -1 where there is none. */
  public int indexOf(String component) {
    return shape.names().indexOf(component);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GeneratedRecord record && record.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public TypeKind getKind() {
    return TypeKind.OTHER;
  }

  @Override
  public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
    return visitor.visitUnknown(this, parameter);
  }
}
