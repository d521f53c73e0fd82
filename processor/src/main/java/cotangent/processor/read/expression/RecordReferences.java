package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.Erasure;
import cotangent.processor.read.shape.Nameable;
import cotangent.processor.read.shape.PlainRecords;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Passes records that are held by their components to code that isn't looked into, and back. */
public final class RecordReferences {
  private final Frame frame;

  public RecordReferences(Frame frame) {
    this.frame = frame;
  }

  /** Returns one value; a record is made of its components. */
  public Value pack(Tree at, Term term) {
    Whole.require(term);
    if (!(term instanceof Term.Tuple tuple)) {
      return frame.single(term);
    }
    TypeElement record = element(tuple.known());
    List<Value> components =
        tuple.components().stream().map(component -> pack(at, component)).toList();
    Value made = new Value(frame.shapes().reference(tuple.known(), frame.names().position(at)), "");
    if (Component.isTensor(record)) {
      Callee wrap =
          new Callee.Member(
              Callee.Member.Kind.STATIC_METHOD, record.getQualifiedName().toString(), "wrap", true);
      AbsentTensors.of(frame.reading()).give(frame.at(at), wrap, components, made);
      return made;
    }
    Callee.Member.Access access = access(record, tuple);
    Callee.Member callee =
        new Callee.Member(
            Callee.Member.Kind.NEW,
            frame.names().program().nameOf(record),
            "",
            access,
            access == Callee.Member.Access.NAMED ? List.of() : constructor(tuple.known()));
    boolean onlyKeeps = new PlainRecords(frame.names().program()).onlyKeeps(record);
    return frame
        .at(at)
        .call(onlyKeeps ? callee.keeping() : callee, List.of(made), components)
        .get(0);
  }

  private Callee.Member.Access access(TypeElement record, Term.Tuple tuple) {
    Nameable nameable = frame.shapes().nameable();
    if (!frame.reading().isAccessible(record)) {
      return Callee.Member.Access.PRIVATE;
    }
    boolean fits = tuple.components().stream().allMatch(each -> nameable.isWhole(each.type()));
    return fits ? Callee.Member.Access.NAMED : Callee.Member.Access.HANDLE;
  }

  /** Returns the signature of a record's canonical constructor. */
  private List<Type> constructor(TypeMirror record) {
    Erasure erasure = frame.shapes().nameable().erasure();
    List<Type> types = new ArrayList<>();
    Records.components(record)
        .forEach(component -> types.add(erasure.of(component.accessor().getReturnType())));
    types.add(new Type.Reference("void"));
    return types;
  }

  /** Takes a record apart; gives any other value as it is. */
  public Term unpack(Tree at, TypeMirror type, Value value) {
    if (!frame.shapes().isTakenApart(type)) {
      return new Term.Single(type, value);
    }
    frame.shapes().of(type, frame.names().position(at));
    List<Term> components = new ArrayList<>();
    for (Component component : Records.components(type)) {
      new PlainRecords(frame.names().program())
          .require(element(type), component.accessor(), type, frame.names().position(at));
      TypeMirror componentType = frame.shapes().component((DeclaredType) type, component);
      Callee.Member.Access access =
          frame.shapes().nameable().access(component.accessor(), type, List.of(), componentType);
      Callee callee =
          new Callee.Member(
              Callee.Member.Kind.COMPONENT,
              frame.names().program().nameOf(element(type)),
              component.name(),
              access,
              access == Callee.Member.Access.NAMED
                  ? List.of()
                  : frame.shapes().nameable().erasure().signature(component.accessor()));
      Value read =
          new Value(
              frame.shapes().reference(componentType, frame.names().position(at)),
              component.name());
      if (Component.isTensor(type)) {
        AbsentTensors.of(frame.reading()).take(frame.draft(), callee, value, read);
      } else {
        frame.draft().at(Position.NONE).call(callee, List.of(read), List.of(value));
      }
      components.add(unpack(at, componentType, read));
    }
    return new Term.Tuple(type, components);
  }

  private static TypeElement element(TypeMirror type) {
    return (TypeElement) ((DeclaredType) type).asElement();
  }
}
