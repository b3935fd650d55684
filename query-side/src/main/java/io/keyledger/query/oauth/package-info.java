/** OAuth apps, people and grants as they are now, in the tables that decide on requests. */
@NullMarked
package io.keyledger.query.oauth;

import org.jspecify.annotations.NullMarked;
