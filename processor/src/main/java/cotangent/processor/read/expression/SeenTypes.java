package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * The types that Java sees the operands of a call as. A value knows the class that it was made of;
 * where the program sees it as something wider, Java may choose another overload or field.
 */
public final class SeenTypes {
  private final Frame frame;
  private final Tree at;
  private final Elements elements;

  public SeenTypes(Frame frame, Tree at) {
    this.frame = frame;
    this.at = at;
    this.elements = frame.names().program().elements();
  }

  /**
   * Returns the method or constructor with the types, if they matter.
   *
   * @param types what Java sees the operands as
   */
  public Callee.Member in(Callee.Member member, List<Value> values, List<TypeMirror> types) {
    List<Type> seen = new ArrayList<>();
    boolean matters = false;
    for (int i = 0; i < values.size(); i++) {
      Type type = values.get(i).type();
      boolean isReceiver = member.isCalledOnObject() && i == 0;
      seen.add(
          types.get(i).getKind() == TypeKind.NULL
              ? type
              : frame.shapes().reference(types.get(i), frame.names().position(at)));
      matters |=
          !(type.isScalar() && seen.get(i).isScalar())
              && !erased(type).equals(erased(seen.get(i)))
              && (isReceiver
                  ? count(erased(type), member) != count(erased(seen.get(i)), member)
                  : count(member.owner(), member) > 1);
    }
    return matters ? member.seen(seen) : member;
  }

  /** Returns the field with the class that declares it, if a subclass hides it. */
  Callee.Member in(Callee.Member member, Value receiver, ResolvedField field) {
    Optional<TypeElement> type = type(erased(receiver.type()));
    while (type.isPresent() && !type.get().equals(field.owner())) {
      boolean hides =
          type.get().getEnclosedElements().stream()
              .anyMatch(each -> each.getKind().isField() && isNamed(each, member.name()));
      if (hides) {
        Type owner = frame.shapes().reference(field.owner().asType(), frame.names().position(at));
        return member.seen(List.of(owner));
      }
      type = type(frame.names().program().types().erasure(type.get().getSuperclass()).toString());
    }
    return member;
  }

  /**
   * Counts the methods of a class that have the same name, and that others can see: compilers don't
   * agree whether they tell of the rest.
   */
  private long count(String owner, Callee.Member member) {
    String name = member.kind() == Callee.Member.Kind.NEW ? "<init>" : member.name();
    return type(owner)
        .map(
            type ->
                elements.getAllMembers(type).stream()
                    .filter(each -> each instanceof ExecutableElement && isNamed(each, name))
                    .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
                    .count())
        .orElse(0L);
  }

  private Optional<TypeElement> type(String name) {
    return Optional.ofNullable(elements.getTypeElement(name));
  }

  private static boolean isNamed(Element element, String name) {
    return element.getSimpleName().contentEquals(name);
  }

  private static String erased(Type type) {
    String text = type.toString();
    int arguments = text.indexOf('<');
    return arguments < 0
        ? text
        : text.substring(0, arguments) + text.substring(text.lastIndexOf('>') + 1);
  }
}
