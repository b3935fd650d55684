/** OAuth apps in the admin API. */
@NullMarked
package io.keyledger.server.controlplane.oauthapp;

import org.jspecify.annotations.NullMarked;
