/** The language that both sides share: commands, events, queries and their values. */
@NullMarked
package io.keyledger.api;

import org.jspecify.annotations.NullMarked;
