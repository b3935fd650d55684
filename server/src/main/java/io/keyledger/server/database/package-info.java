/**
 * Brings PostgreSQL: the embedded default or the operator's own, its roles, its schema, its pools.
 */
@NullMarked
package io.keyledger.server.database;

import org.jspecify.annotations.NullMarked;
