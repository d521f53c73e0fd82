package cotangent.processor.read.shape;

import cotangent.processor.read.names.TypeToCome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type of a record in a companion: javac doesn't know it yet while it is read. */
public final class GeneratedRecord implements TypeToCome {
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
}
