/** A data plane, hubs and an application to test with. */
@NullMarked
package io.keyledger.resourceserver.examples;

import org.jspecify.annotations.NullMarked;
