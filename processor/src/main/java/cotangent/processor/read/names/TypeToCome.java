package cotangent.processor.read.names;

import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeVisitor;

/** A type that is none yet: where an expression goes, or what is generated, will tell. */
public interface TypeToCome extends BareType {
  @Override
  default TypeKind getKind() {
    return TypeKind.OTHER;
  }

  @Override
  default <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
    return visitor.visitUnknown(this, parameter);
  }
}
