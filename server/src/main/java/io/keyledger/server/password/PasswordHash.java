package io.keyledger.server.password;

/**
 * What is kept of a password. It travels beside the command that sets the password, and enters no
 * event.
 *
 * @param value of Argon2id, with its parameters and salt, in the PHC string format
 */
public record PasswordHash(String value) {

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
