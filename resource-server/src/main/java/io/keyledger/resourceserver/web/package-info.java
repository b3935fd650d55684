/** Stands between the servlet container and an application, and speaks as the hub does. */
@NullMarked
package io.keyledger.resourceserver.web;

import org.jspecify.annotations.NullMarked;
