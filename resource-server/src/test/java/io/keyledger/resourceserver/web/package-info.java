/** What clients of a protected application see. */
@NullMarked
package io.keyledger.resourceserver.web;

import org.jspecify.annotations.NullMarked;
