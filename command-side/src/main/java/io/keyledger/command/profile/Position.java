package io.keyledger.command.profile;

import org.snakeyaml.engine.v2.exceptions.Mark;

/** A place in a text; line and column count from 1. */
record Position(int line, int column) {

    static final Position START = new Position(1, 1);

    static Position of(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
