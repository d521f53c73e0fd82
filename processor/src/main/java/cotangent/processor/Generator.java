package cotangent.processor;

import cotangent.processor.companion.CompanionName;
import cotangent.processor.host.Options;
import cotangent.processor.read.frame.GivenRules;
import cotangent.processor.read.names.Program;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Defects;
import cotangent.processor.report.Written;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Makes the source of a companion, or none where nothing can be generated. */
interface Generator {

  /**
   * Generates the companion of one class.
   *
   * @param verify how far derivatives are proved
   * @param rules the methods that compute derivatives of others
   * @param report is told of all that is refused
   * @param defects takes what goes wrong
   */
  Optional<Written> generate(
      TypeElement type,
      CompanionName name,
      Program program,
      GivenRules rules,
      Options.Verify verify,
      ClassReport report,
      Defects defects);
}
