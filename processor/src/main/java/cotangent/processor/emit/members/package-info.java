/**
 * The private members that a companion turns out to need while its methods are printed: functions,
 * helpers, handles of what isn't accessible. Begin with {@link
 * cotangent.processor.emit.members.CompanionMembers}.
 */
@NullMarked
package cotangent.processor.emit.members;

import org.jspecify.annotations.NullMarked;
