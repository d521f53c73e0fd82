package cotangent.processor;

import com.google.auto.service.AutoService;
import cotangent.processor.host.Neighbours;
import cotangent.processor.host.Options;
import cotangent.processor.host.Wrappers;
import cotangent.processor.report.Problem;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor: generates the companion of each class with methods that are annotated
 * with {@link cotangent.Differentiable}, and knows the rules that are given by {@link
 * cotangent.DerivativeOf}.
 */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {
  private static final String DIFFERENTIABLE = "cotangent.Differentiable";
  private static final String DERIVATIVE_OF = "cotangent.DerivativeOf";
  private static final String SHAPE = "cotangent.Shape";
  private static final String BETWEEN = "cotangent.Between";
  private static final String CHECKPOINT = "cotangent.Checkpoint";

  /** Marks generated classes, and is ours to claim as well. */
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final Generator generator;
  private final boolean waits;
  private @Nullable Companions companions;
  private boolean asked;
  private boolean told;

  public DifferentiableProcessor() {
    this(Pipeline::companion, Neighbours.exist(DifferentiableProcessor.class));
  }

  /**
   * @param waits whether types that don't exist may still be made by another processor
   */
  DifferentiableProcessor(Generator generator, boolean waits) {
    this.generator = generator;
    this.waits = waits;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(DIFFERENTIABLE, DERIVATIVE_OF, SHAPE, BETWEEN, CHECKPOINT, GENERATED);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.supported();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    ProcessingEnvironment unwrapped = Wrappers.unwrap(environment);
    Options options = Options.of(environment);
    try {
      boolean lombokFollows = Neighbours.lombokFollows(DifferentiableProcessor.class);
      companions =
          Companions.in(unwrapped, environment.getFiler(), options, generator, waits, lombokFollows)
              .orElse(null);
    } catch (LinkageError noTrees) {
      companions = null;
    }
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // claiming them is right where nobody else has work
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<Element> methods = annotated(DIFFERENTIABLE, annotations, round);
    Set<Element> rules = annotated(DERIVATIVE_OF, annotations, round);
    if (companions != null) {
      companions.checkLocalClasses(ElementFilter.typesIn(round.getRootElements()));
      Set<Element> sized = annotated(SHAPE, annotations, round);
      sized.addAll(annotated(BETWEEN, annotations, round));
      companions.checkSizes(sized);
      companions.generate(methods, rules, round.processingOver());
    } else if (!told && (!methods.isEmpty() || !rules.isEmpty())) {
      told = true;
      Element first = (methods.isEmpty() ? rules : methods).iterator().next();
      String compiler = processingEnv.getClass().getName();
      error(Problem.NO_TREES.message(compiler, Runtime.version().feature()), first);
    }
    return claims(round);
  }

  private static Set<Element> annotated(
      String name, Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return annotations.stream()
        .filter(annotation -> annotation.getQualifiedName().contentEquals(name))
        .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void error(String message, Element at) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, at);
  }

  /**
   * An annotation that nobody claims is a warning under {@code -Xlint:processing}; but where all
   * are claimed, javac does not ask the processors that come after, unless it asked them before.
   */
  private boolean claims(RoundEnvironment round) {
    boolean asksOthers =
        !waits
            || asked
            || Neighbours.haveWork(round.getRootElements(), getSupportedAnnotationTypes());
    asked = true;
    return asksOthers;
  }
}
