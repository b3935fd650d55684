/** The keys that access tokens are signed with, and those that anybody may check them by. */
@NullMarked
package io.keyledger.server.oauth.keys;

import org.jspecify.annotations.NullMarked;
