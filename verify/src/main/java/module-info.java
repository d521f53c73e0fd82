/** Holds what runs methods and their generated derivatives against each other. */
module cotangent.verify {
  requires java.management;
  requires cotangent;
  requires jdk.unsupported; // to copy objects without asking their constructors
  requires org.objectweb.asm;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;

  exports cotangent.verify;
}
