package io.keyledger.api.hub;

/** Whether a secret can be seen again after the answer that created it. */
public enum SecretVisibility {
    /** The plaintext is in the answer that creates it and nowhere else. */
    SHOWN_ONCE,
    /** An encrypted copy is kept until revocation, and each reveal is an event. */
    RECOVERABLE
}
