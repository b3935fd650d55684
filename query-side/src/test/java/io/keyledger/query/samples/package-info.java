/** Events to test read models with: the life of one workspace and one key. */
@NullMarked
package io.keyledger.query.samples;

import org.jspecify.annotations.NullMarked;
