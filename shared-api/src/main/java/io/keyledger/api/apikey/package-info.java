/** API keys: long-lived credentials with one or two live secrets. */
@NullMarked
package io.keyledger.api.apikey;

import org.jspecify.annotations.NullMarked;
