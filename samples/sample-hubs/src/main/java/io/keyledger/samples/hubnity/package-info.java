/** Hubnity's members, projects, timesheets and time entries. */
@NullMarked
package io.keyledger.samples.hubnity;

import org.jspecify.annotations.NullMarked;
