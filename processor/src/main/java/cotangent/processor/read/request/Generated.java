package cotangent.processor.read.request;

import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Mode;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.names.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The members of a companion, and the method that each is for: no two may be the same. */
final class Generated {

  /** What two methods would both generate. */
  record Clash(Request other, String member) {}

  private final Types types;
  private final TypeMirror workspace;
  private final Map<String, Request> members = new HashMap<>();

  Generated(Program program) {
    this.types = program.types();
    this.workspace = program.elements().getTypeElement("cotangent.Workspace").asType();
  }

  /** Adds the members for a request, unless one is there already. */
  Optional<Clash> add(Request request) {
    List<String> wanted = membersFor(request);
    for (String member : wanted) {
      Request other = members.get(member);
      if (other != null) {
        return Optional.of(new Clash(other, member));
      }
    }
    wanted.forEach(member -> members.put(member, request));
    return Optional.empty();
  }

  private List<String> membersFor(Request request) {
    String name = request.method().getSimpleName().toString();
    String record = CamelCase.capital(name);
    String number = request.overload() == 1 ? "" : String.valueOf(request.overload());
    List<String> all = new ArrayList<>(List.of(signature(request, name, Stream.of(), Stream.of())));
    for (Mode mode : request.derivatives().stream().sorted().toList()) {
      if (mode.isDerived()) {
        all.addAll(signatures(request, name + mode.suffix(), taken(request, mode)));
      } else {
        all.add(name + mode.suffix() + number + "()");
      }
      all.add(record + mode.record() + number);
      if (mode == Mode.GRADIENT && taken(request, Mode.GRADIENT_ADDED).findAny().isPresent()) {
        Stream<TypeMirror> arrays = taken(request, Mode.GRADIENT_ADDED);
        all.addAll(signatures(request, name + Mode.GRADIENT_ADDED.suffix(), arrays));
      }
    }
    return all;
  }

  private static Stream<TypeMirror> taken(Request request, Mode mode) {
    return switch (mode.takes()) {
      case NOTHING -> Stream.of();
      case ARRAYS -> wrt(request).filter(Kind::isAddedTo);
      case SEED -> seed(request);
      case TANGENTS -> wrt(request);
    };
  }

  private static Stream<TypeMirror> seed(Request request) {
    TypeMirror result = request.method().getReturnType();
    return result.getKind() == TypeKind.VOID ? Stream.of() : Stream.of(result);
  }

  private static Stream<TypeMirror> wrt(Request request) {
    return Stream.concat(
        request.fields().stream().map(ResolvedField::type),
        request.wrt().stream().map(VariableElement::asType));
  }

  /** Returns the methods of a derivative: most have an overload that takes a workspace first. */
  private List<String> signatures(Request request, String name, Stream<TypeMirror> more) {
    List<TypeMirror> last = more.toList();
    return List.of(
        signature(request, name, Stream.of(), last.stream()),
        signature(request, name, Stream.of(workspace), last.stream()));
  }

  private String signature(
      Request request, String name, Stream<TypeMirror> first, Stream<TypeMirror> more) {
    Stream<TypeMirror> receiver =
        request.isStatic() ? Stream.of() : Stream.of(Owner.of(request.method()).asType());
    Stream<TypeMirror> parameters =
        request.method().getParameters().stream().map(VariableElement::asType);
    return Stream.of(first, receiver, parameters, more)
        .flatMap(part -> part)
        .map(type -> Spelling.of(types.erasure(type)))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
