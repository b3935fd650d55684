/**
 * IP addresses and blocks of them, as written in requests and commands; no name is ever looked up.
 */
@NullMarked
package io.keyledger.api.net;

import org.jspecify.annotations.NullMarked;
