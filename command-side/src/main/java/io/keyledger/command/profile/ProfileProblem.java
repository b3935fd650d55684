package io.keyledger.command.profile;

/**
 * One mistake in a hub profile.
 *
 * @param file as the caller named it
 * @param line and {@code column} count from 1; both are 0 when the file as a whole is meant
 * @param text what is wrong, and what to do
 */
public record ProfileProblem(String file, int line, int column, String text) {

    static ProfileProblem ofFile(String file, String text) {
        return new ProfileProblem(file, 0, 0, text);
    }

    /** {@code hubnity.yaml:23:11: routes[4].scope is …}, as editors and terminals link it. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + text : file + ":" + line + ":" + column + ": " + text;
    }
}
