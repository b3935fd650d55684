/** API keys: issuing, describing, rotating and revoking them, and the rules of each. */
@NullMarked
package io.keyledger.command.apikey;

import org.jspecify.annotations.NullMarked;
