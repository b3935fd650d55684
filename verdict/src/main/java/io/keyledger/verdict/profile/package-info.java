/** Hub profiles compiled for judging: routes, scopes, entitlements and error bodies. */
@NullMarked
package io.keyledger.verdict.profile;

import org.jspecify.annotations.NullMarked;
