/** OAuth apps, people and grants on a real PostgreSQL. */
@NullMarked
package io.keyledger.query.oauth;

import org.jspecify.annotations.NullMarked;
