package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** What came of reading an authorization request whose app and address are known. */
sealed interface Reading {

    /** The request is in order, and is carried from page to page in this form. */
    record Understood(AskedAccess asked, CarriedRequest carried) implements Reading {}

    /** The app gets an error (RFC 6749 §4.1.2.1). */
    record Refused(ReturnAddress back, ErrorObject error) implements Reading {}

    /** The app had pushed the request (RFC 9126), and it was taken: once, so go on with it. */
    record Taken(CarriedRequest carried) implements Reading {}
}
