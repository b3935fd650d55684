/** What happened, who did it and why: searched, and taken away as a file. */
@NullMarked
package io.keyledger.server.controlplane.audit;

import org.jspecify.annotations.NullMarked;
