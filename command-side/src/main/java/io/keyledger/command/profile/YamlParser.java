package io.keyledger.command.profile;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 with bounds on everything that a hostile or broken file could make large: its
 * length, its depth, its aliases and what they expand to.
 */
final class YamlParser {

    static final int LONGEST = 1 << 20;
    static final int DEEPEST = 40;
    private static final int MOST_ALIASES = 50;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setCodePointLimit(LONGEST)
                    .setMaxAliasesForCollections(MOST_ALIASES)
                    .setAllowNonScalarKeys(false)
                    .build();

    private final Problems problems;

    YamlParser(Problems problems) {
        this.problems = problems;
    }

    /** Null when {@code source} is no usable YAML; then there is at least one problem more. */
    @Nullable YamlDocument parse(String source) {
        if (source.length() > LONGEST) {
            problems.addForFile("is longer than 1 MB. A profile describes one hub; split it up.");
            return null;
        }
        try {
            return isWithinDepth(source) ? compose(source) : null;
        } catch (MarkedYamlEngineException e) {
            problems.add(positionOf(e), YamlSyntax.explain(e));
        } catch (YamlEngineException e) {
            problems.addForFile("is not a usable YAML file: " + e.getMessage());
        }
        return null;
    }

    private @Nullable YamlDocument compose(String source) {
        Iterator<Node> documents = new Compose(SETTINGS).composeAllFromString(source).iterator();
        if (!documents.hasNext()) {
            problems.addForFile("is empty. Start from a copy of a profile that works.");
            return null;
        }
        Node first = documents.next();
        if (documents.hasNext()) {
            problems.add(
                    positionOf(documents.next().getStartMark()),
                    "a second document starts behind '---'. Write one profile in each file.");
            return null;
        }
        return new YamlToJson(problems).convert(first);
    }

    /** The parser's own events are flat, so that this cannot overflow the stack. */
    private boolean isWithinDepth(String source) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(source)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                problems.add(
                        positionOf(event.getStartMark()),
                        "is nested more than " + DEEPEST + " levels deep. No profile needs that.");
                return false;
            }
        }
        return true;
    }

    private static Position positionOf(MarkedYamlEngineException e) {
        return positionOf(e.getProblemMark().or(e::getContextMark));
    }

    private static Position positionOf(Optional<Mark> mark) {
        return mark.map(Position::of).orElse(Position.START);
    }
}
