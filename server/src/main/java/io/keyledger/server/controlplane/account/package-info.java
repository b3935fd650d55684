/** People in the admin API: their accounts, their passwords, and the workspaces they belong to. */
@NullMarked
package io.keyledger.server.controlplane.account;

import org.jspecify.annotations.NullMarked;
