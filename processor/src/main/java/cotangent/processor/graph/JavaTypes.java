package cotangent.processor.graph;

/** Finds the class of a type in the running JVM. */
final class JavaTypes {
  private JavaTypes() {}

  static Class<?> classOf(Type type) {
    if (type instanceof Type.Array array) {
      return classOf(array.element()).arrayType();
    } else if (type instanceof Type.Scalar scalar) {
      return scalar.primitive();
    }
    return classNamed(type.toString());
  }

  /**
   * What graphs need at run time is found by the loader of this class, which is not where javac
   * looks.
   */
  private static Class<?> loaded(String name) throws ClassNotFoundException {
    try {
      return Class.forName(name, false, JavaTypes.class.getClassLoader());
    } catch (ClassNotFoundException notOurs) {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    }
  }

  /** Finds a class by the name that source gives it; a nested one after its outer class. */
  static Class<?> classNamed(String name) {
    try {
      return loaded(name);
    } catch (ClassNotFoundException e) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        throw new IllegalArgumentException("no class " + name.replace('$', '.'), e);
      }
      return classNamed(name.substring(0, dot) + "$" + name.substring(dot + 1));
    }
  }
}
