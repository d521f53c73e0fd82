package cotangent.verify.declared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * What a class file declares: the annotations are kept there, and so are the names of parameters
 * where the compiler was asked for them ({@code -parameters}, or {@code -g}).
 *
 * @param members methods and constructors in the order of the source
 * @param fields what is said of fields and components, by their names
 */
public record ClassFile(String className, List<Declared> members, Map<String, Hint> fields) {
  private static final int ASM = Opcodes.ASM9;
  private static final ClassValue<ClassFile> KNOWN =
      new ClassValue<>() {
        @Override
        protected ClassFile computeValue(Class<?> type) {
          return read(type);
        }
      };

  public ClassFile {
    members = List.copyOf(members);
    fields = Map.copyOf(fields);
  }

  /** Reads the file of a class; returns nothing for a class that has none. */
  public static ClassFile of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static ClassFile read(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in == null ? new ClassFile(type.getName(), List.of(), Map.of()) : read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a class file. */
  public static ClassFile read(InputStream in) throws IOException {
    List<Declared> members = new ArrayList<>();
    Map<String, Hint> fields = new LinkedHashMap<>();
    ClassReader reader = new ClassReader(in);
    reader.accept(new Classes(members, fields), ClassReader.SKIP_FRAMES);
    return new ClassFile(reader.getClassName().replace('/', '.'), members, fields);
  }

  /** Whether derivatives of a method are asked for. */
  public boolean hasAnnotated() {
    return members.stream().anyMatch(member -> member.asked() != null);
  }

  /**
   * Whether methods of it write static fields, or write arrays and use static ones, once it is
   * initialised.
   */
  public boolean sharesState() {
    return members.stream()
        .anyMatch(each -> each.body().shares() && !each.name().equals("<clinit>"));
  }

  /** Finds a method, or a constructor by the name {@code <init>}. */
  public Optional<Declared> member(String name, String descriptor) {
    return members.stream()
        .filter(each -> each.name().equals(name) && each.descriptor().equals(descriptor))
        .findFirst();
  }

  private static final class Classes extends ClassVisitor {
    private final List<Declared> members;
    private final Map<String, Hint> fields;

    Classes(List<Declared> members, Map<String, Hint> fields) {
      super(ASM);
      this.members = members;
      this.fields = fields;
    }

    @Override
    public FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      return new FieldVisitor(ASM) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
          return Hints.reader(type, fields.getOrDefault(name, Hint.NONE), h -> fields.put(name, h));
        }
      };
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(
        String name, String descriptor, @Nullable String signature) {
      return new RecordComponentVisitor(ASM) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
          return Hints.reader(type, fields.getOrDefault(name, Hint.NONE), h -> fields.put(name, h));
        }
      };
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MemberReader(access, name, descriptor, members::add);
    }
  }
}
