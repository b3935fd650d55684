/** Collections of an API and the tables behind them, as far as all hubs are alike. */
@NullMarked
package io.keyledger.samples.rows;

import org.jspecify.annotations.NullMarked;
