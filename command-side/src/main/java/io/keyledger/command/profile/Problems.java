package io.keyledger.command.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonPointer;

/** Gathers the problems of one file. */
final class Problems {

    private static final Comparator<ProfileProblem> BY_PLACE =
            Comparator.comparingInt(ProfileProblem::line)
                    .thenComparingInt(ProfileProblem::column)
                    .thenComparing(ProfileProblem::text);

    private final String file;
    private final List<ProfileProblem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Position position, String text) {
        found.add(new ProfileProblem(file, position.line(), position.column(), text));
    }

    void addForFile(String text) {
        found.add(ProfileProblem.ofFile(file, text));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    InvalidHubProfileException toException() {
        return new InvalidHubProfileException(found.stream().distinct().sorted(BY_PLACE).toList());
    }

    /** A place as people write it: {@code routes[4].scope}. */
    static String nameOf(JsonPointer place) {
        StringBuilder name = new StringBuilder();
        for (JsonPointer at = place; !at.matches(); at = at.tail()) {
            appendSegment(name, at);
        }
        return name.isEmpty() ? "the profile" : name.toString();
    }

    private static void appendSegment(StringBuilder name, JsonPointer at) {
        if (at.mayMatchElement() && !name.isEmpty()) {
            name.append('[').append(at.getMatchingIndex()).append(']');
        } else {
            name.append(name.isEmpty() ? "" : ".").append(at.getMatchingProperty());
        }
    }
}
