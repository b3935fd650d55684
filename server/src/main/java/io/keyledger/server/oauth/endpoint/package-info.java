/** Endpoints that apps call themselves, and documents that anybody may read. */
@NullMarked
package io.keyledger.server.oauth.endpoint;

import org.jspecify.annotations.NullMarked;
