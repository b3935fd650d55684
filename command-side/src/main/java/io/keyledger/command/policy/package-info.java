/** How a policy refuses, and the policies that several aggregates share. */
@NullMarked
package io.keyledger.command.policy;

import org.jspecify.annotations.NullMarked;
