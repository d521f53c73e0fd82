/**
 * What the generated class is called and must declare, apart from its methods: its name, the
 * warnings it suppresses, the exceptions it throws. Begin with {@link
 * cotangent.processor.companion.CompanionName}. {@code Remedies} says what to write where there can
 * be no companion, since a derivative would be lost.
 */
@NullMarked
package cotangent.processor.companion;

import org.jspecify.annotations.NullMarked;
