/**
 * Hub profiles as people write them: YAML in, {@code HubProfile} or every mistake with its line
 * out.
 */
@NullMarked
package io.keyledger.command.profile;

import org.jspecify.annotations.NullMarked;
