package cotangent.processor.read;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Members;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calls the members of a program compiled in memory, private ones too. */
record LoadedMembers(ReadProgram program) implements Members {

  @Override
  public Object call(Callee.Member member, List<Object> operands) {
    try {
      return switch (member.kind()) {
        case CONCATENATION -> concatenation(operands);
        case CAST -> type(member).cast(operands.get(0));
        case STATIC_FIELD -> member.name().equals("class") ? type(member) : field(member).get(null);
        case FIELD -> field(member).get(operands.get(0));
        case NEW -> construct(type(member), operands);
        case STATIC_METHOD -> invoke(member, null, operands);
        case METHOD, COMPONENT ->
            invoke(member, operands.get(0), operands.subList(1, operands.size()));
      };
    } catch (InvocationTargetException e) {
      throw LoadedMembers.<RuntimeException>unchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable any) throws T {
    throw (T) any;
  }

  private static String concatenation(List<Object> operands) {
    StringBuilder text = new StringBuilder();
    operands.forEach(text::append);
    return text.toString();
  }

  private Class<?> type(Callee.Member member) throws ClassNotFoundException {
    String name = member.owner();
    while (true) {
      try {
        return program.load(name);
      } catch (ClassNotFoundException e) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
          throw e;
        }
        name = name.substring(0, dot) + "$" + name.substring(dot + 1);
      }
    }
  }

  private Field field(Callee.Member member) throws ReflectiveOperationException {
    Field field = type(member).getDeclaredField(member.name());
    field.setAccessible(true);
    return field;
  }

  private static Object construct(Class<?> type, List<Object> arguments)
      throws ReflectiveOperationException {
    for (var constructor : type.getDeclaredConstructors()) {
      if (fits(constructor, arguments)) {
        open(constructor);
        return constructor.newInstance(arguments.toArray());
      }
    }
    throw new NoSuchMethodException(type + " " + arguments);
  }

  private Object invoke(Callee.Member member, Object receiver, List<Object> arguments)
      throws ReflectiveOperationException {
    if (receiver == null && member.kind() == Callee.Member.Kind.METHOD) {
      throw new NullPointerException();
    }
    List<Method> all = new ArrayList<>(Arrays.asList(type(member).getDeclaredMethods()));
    all.addAll(Arrays.asList(type(member).getMethods()));
    for (Method method : all) {
      if (method.getName().equals(member.name()) && fits(method, arguments)) {
        open(method);
        return method.invoke(receiver, arguments.toArray());
      }
    }
    throw new NoSuchMethodException(member + " " + arguments);
  }

  private static void open(AccessibleObject member) {
    try {
      member.setAccessible(true);
    } catch (RuntimeException publicOfTheLibrary) {
      // reachable as it is
    }
  }

  private static boolean fits(Executable executable, List<Object> arguments) {
    Class<?>[] types = executable.getParameterTypes();
    if (types.length != arguments.size()) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      Object argument = arguments.get(i);
      Class<?> boxed = MethodType.methodType(types[i]).wrap().returnType();
      if (argument == null ? types[i].isPrimitive() : !boxed.isInstance(argument)) {
        return false;
      }
    }
    return true;
  }
}
