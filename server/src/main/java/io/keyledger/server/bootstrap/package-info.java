/** What a first start does: publishes the hub profiles and makes the operator key. */
@NullMarked
package io.keyledger.server.bootstrap;

import org.jspecify.annotations.NullMarked;
