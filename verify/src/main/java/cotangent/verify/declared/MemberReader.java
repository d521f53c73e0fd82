package cotangent.verify.declared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads a method or constructor of a class file. */
final class MemberReader extends MethodVisitor {
  private static final String TEXT = "Ljava/lang/String;";
  private static final Set<Integer> TO_WHOLE =
      Set.of(Opcodes.F2I, Opcodes.F2L, Opcodes.D2I, Opcodes.D2L);

  private static final Set<String> ROUNDING = Set.of("floor", "ceil", "rint", "round");

  private final String name;
  private final String descriptor;
  private final Consumer<Declared> told;
  private final Hint[] hints;
  private final @Nullable String[] names;
  private final int[] slots;
  private int named;
  private int visible = -1;
  private int invisible = -1;
  private Hint result = Hint.NONE;
  private final List<String> derivatives = new ArrayList<>();
  private final List<String> wrt = new ArrayList<>();
  private boolean asked;
  private boolean single;
  private boolean shares;
  private boolean takesShared;
  private boolean stores;
  private boolean rounds;
  private final List<Declared.Callee> calls = new ArrayList<>();
  private final Set<String> statics = new HashSet<>();

  MemberReader(int access, String name, String descriptor, Consumer<Declared> told) {
    super(Opcodes.ASM9);
    this.name = name;
    this.descriptor = descriptor;
    this.told = told;
    Type[] types = Type.getArgumentTypes(descriptor);
    hints = new Hint[types.length];
    Arrays.fill(hints, Hint.NONE);
    names = new @Nullable String[types.length];
    slots = new int[types.length];
    int slot = (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    for (int i = 0; i < types.length; i++) {
      slots[i] = slot;
      slot += types[i].getSize();
    }
    single = descriptor.matches(".*[(\\[)FIJDZ;]F.*|.*\\)F");
  }

  @Override
  public void visitParameter(@Nullable String parameter, int access) {
    if (named < names.length) {
      names[named++] = parameter;
    }
  }

  @Override
  public void visitLocalVariable(
      String local, String type, @Nullable String signature, Label start, Label end, int index) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == index && names[i] == null) {
        names[i] = local;
      }
    }
  }

  @Override
  public void visitAnnotableParameterCount(int count, boolean isVisible) {
    if (isVisible) {
      visible = count;
    } else {
      invisible = count;
    }
  }

  @Override
  public @Nullable AnnotationVisitor visitParameterAnnotation(
      int parameter, String type, boolean isVisible) {
    int count = isVisible ? visible : invisible;
    int at = count < 0 ? parameter : parameter + hints.length - count;
    return at < 0 || at >= hints.length ? null : Hints.reader(type, hints[at], h -> hints[at] = h);
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
    if (!type.equals("Lcotangent/Differentiable;")) {
      return Hints.reader(type, result, hint -> result = hint);
    }
    asked = true;
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitArray(String element) {
        return new AnnotationVisitor(Opcodes.ASM9) {
          @Override
          public void visit(@Nullable String unnamed, Object value) {
            wrt.add((String) value);
          }

          @Override
          public void visitEnum(@Nullable String unnamed, String enumeration, String constant) {
            derivatives.add(constant);
          }
        };
      }
    };
  }

  /**
   * Notes numbers of lower precision, which differences must allow for, and what arrays are given.
   */
  @Override
  public void visitInsn(int opcode) {
    stores |= opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    rounds |= TO_WHOLE.contains(opcode);
    single |=
        opcode == Opcodes.D2F
            || opcode >= Opcodes.FADD && opcode <= Opcodes.FREM && opcode % 4 == Opcodes.FADD % 4;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String field, String type) {
    shares |= opcode == Opcodes.PUTSTATIC;
    boolean takesObject = type.startsWith("[") || type.startsWith("L") && !type.equals(TEXT);
    if (opcode == Opcodes.PUTSTATIC || opcode == Opcodes.GETSTATIC && takesObject) {
      statics.add(owner.replace('/', '.') + "." + field);
    }
    takesShared |= opcode == Opcodes.GETSTATIC && type.startsWith("[");
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String called, String type, boolean isInterface) {
    single |= type.endsWith(")F");
    rounds |= owner.matches("java/lang/(Strict)?Math") && ROUNDING.contains(called);
    called(owner, called, type);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String called, String type, Handle bootstrap, Object... arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Handle body) {
        called(body.getOwner(), body.getName(), body.getDesc());
      }
    }
  }

  private void called(String owner, String member, String type) {
    calls.add(new Declared.Callee(owner.replace('/', '.'), member, type));
  }

  @Override
  public void visitEnd() {
    List<Declared.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < hints.length; i++) {
      String known = names[i];
      parameters.add(new Declared.Parameter(known == null ? "" : known, hints[i]));
    }
    Declared.Asked request = asked ? new Declared.Asked(derivatives, wrt) : null;
    told.accept(
        new Declared(
            name,
            descriptor,
            parameters,
            result,
            request,
            new Declared.Body(single, shares || takesShared && stores, rounds, calls, statics)));
  }
}
