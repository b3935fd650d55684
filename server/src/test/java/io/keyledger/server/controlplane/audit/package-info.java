@NullMarked
package io.keyledger.server.controlplane.audit;

import org.jspecify.annotations.NullMarked;
