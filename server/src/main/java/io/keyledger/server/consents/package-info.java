/** A person's own page: the apps that act for them, each to be withdrawn. */
@NullMarked
package io.keyledger.server.consents;

import org.jspecify.annotations.NullMarked;
