package cotangent.maven;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Verifies all derivatives that were generated for the classes of a project, in a process of its
 * own, with the class path of the tests. The build fails where anything is wrong.
 */
@Mojo(
    name = "verify",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class VerifyMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init") // Maven sets it
  private MavenProject project;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts = List.of();

  /** Says at how many points each method is called. */
  @Parameter(property = "cotangent.points", defaultValue = "5")
  private int points;

  /** Gives the seed from which points are drawn. */
  @Parameter(property = "cotangent.seed", defaultValue = "1")
  private long seed;

  /** Says whether the build fails as well where something could not be drawn or compared. */
  @Parameter(property = "cotangent.complete", defaultValue = "false")
  private boolean complete;

  /** Says where a page with the verdicts is written. */
  @Parameter(
      property = "cotangent.html",
      defaultValue = "${project.build.directory}/gradients.html")
  @SuppressWarnings("NullAway.Init") // Maven sets it
  private File html;

  /** Says that nothing is to be done. */
  @Parameter(property = "cotangent.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    String classes = project.getBuild().getOutputDirectory();
    if (skip || !new File(classes).isDirectory()) {
      getLog().info(skip ? "skipped" : "there are no classes");
      return;
    }
    try {
      Verifier verifier = new Verifier(classPath(), getLog());
      int code = verifier.run(arguments(classes));
      if (code != 0) {
        throw new MojoFailureException("derivatives are not right: " + verifier.verdict());
      }
    } catch (IOException | DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("derivatives cannot be verified", e);
    }
  }

  private List<String> arguments(String classes) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--points", Integer.toString(points)));
    arguments.addAll(List.of("--seed", Long.toString(seed)));
    arguments.addAll(List.of("--html", html.getPath()));
    if (complete) {
      arguments.add("--complete");
    }
    arguments.add(classes);
    return arguments;
  }

  /** The project's classes and what its tests need, before what the verification needs. */
  private Set<String> classPath() throws DependencyResolutionRequiredException {
    Set<String> path = new LinkedHashSet<>(project.getTestClasspathElements());
    pluginArtifacts.stream()
        .filter(artifact -> !artifact.getGroupId().startsWith("org.apache.maven"))
        .map(artifact -> artifact.getFile().getPath())
        .forEach(path::add);
    return path;
  }
}
