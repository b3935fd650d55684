/** The messages of OAuth: forms are read strictly, answers are written as the RFCs say. */
@NullMarked
package io.keyledger.server.oauth.message;

import org.jspecify.annotations.NullMarked;
