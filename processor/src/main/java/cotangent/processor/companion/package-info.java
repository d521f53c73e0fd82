/**
 * What the generated class is called and must declare, apart from its methods: its name, the
 * warnings it suppresses, the exceptions it throws. Begin with {@link
 * cotangent.processor.companion.CompanionName}.
 */
@NullMarked
package cotangent.processor.companion;

import org.jspecify.annotations.NullMarked;
