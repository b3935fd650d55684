/**
 * What pages of the console say of plans, limits and graces, in words that a person understands.
 */
@NullMarked
package io.keyledger.server.console.words;

import org.jspecify.annotations.NullMarked;
