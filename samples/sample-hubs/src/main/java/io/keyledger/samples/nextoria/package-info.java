/** Nextoria Hub's projects, tasks, clients, invoices, files and analytics. */
@NullMarked
package io.keyledger.samples.nextoria;

import org.jspecify.annotations.NullMarked;
