/** The annotation processor: it reads what javac has parsed, and writes Java. */
module cotangent.processor {
  requires com.grack.nanojson;
  requires com.palantir.javapoet;
  requires cotangent;
  requires java.compiler;
  requires jdk.compiler;
  requires static com.google.auto.service;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      cotangent.processor.DifferentiableProcessor;
}
