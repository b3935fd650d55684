/** What a service uses of Keyledger in its own code: annotations, arguments and exceptions. */
@NullMarked
package io.keyledger.resourceserver;

import org.jspecify.annotations.NullMarked;
