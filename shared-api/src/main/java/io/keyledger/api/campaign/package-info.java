/**
 * Campaigns: containers of rows, with the schema of the rows and the filters that keys are bound
 * to.
 */
@NullMarked
package io.keyledger.api.campaign;

import org.jspecify.annotations.NullMarked;
