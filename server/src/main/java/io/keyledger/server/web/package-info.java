/**
 * What holds for every request to the control plane: limits, headers, JSON, the API's description.
 */
@NullMarked
package io.keyledger.server.web;

import org.jspecify.annotations.NullMarked;
