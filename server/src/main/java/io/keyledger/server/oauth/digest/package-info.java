/** The digests that stand for codes, tokens and client secrets. */
@NullMarked
package io.keyledger.server.oauth.digest;

import org.jspecify.annotations.NullMarked;
