/** The finished jar as its users meet it: processes, HTTP, signals. */
@NullMarked
package io.keyledger.server.system;

import org.jspecify.annotations.NullMarked;
