/** The question that is put about each request, whoever answers it. */
@NullMarked
package io.keyledger.resourceserver.judge;

import org.jspecify.annotations.NullMarked;
