package io.keyledger.query.verification;

/**
 * What nodes tell each other. Messages share one queue with the announcements of changes, so
 * whoever has heard a message has heard every change that was committed before it.
 */
sealed interface NodeMessage {

    /** The channel on which nodes speak. */
    String CHANNEL = "keyledger_nodes";

    /**
     * A node proves to itself that its channel is alive, and tells the others that it may judge
     * from memory.
     *
     * @param sentAt by the node's own monotonic clock; means nothing to others
     */
    record Beat(String node, long sentAt, long leaseMillis) implements NodeMessage {

        @Override
        public String toString() {
            return "beat " + node + " " + sentAt + " " + leaseMillis;
        }
    }

    /**
     * Have you all heard what came before this?
     *
     * @param number grows with each question of a node
     */
    record Question(String node, long number) implements NodeMessage {

        @Override
        public String toString() {
            return "question " + node + " " + number;
        }
    }

    /** We have heard all that came before that question, and so before the asker's earlier ones. */
    record Answer(String node, String asker, long number) implements NodeMessage {

        @Override
        public String toString() {
            return "answer " + node + " " + asker + " " + number;
        }
    }

    /** A node has stopped judging for good. */
    record Farewell(String node) implements NodeMessage {

        @Override
        public String toString() {
            return "farewell " + node;
        }
    }

    /** What only a newer release understands. */
    record Unknown() implements NodeMessage {}

    static NodeMessage parse(String message) {
        String[] words = message.split(" ", -1);
        return switch (words[0]) {
            case "beat" -> new Beat(words[1], Long.parseLong(words[2]), Long.parseLong(words[3]));
            case "question" -> new Question(words[1], Long.parseLong(words[2]));
            case "answer" -> new Answer(words[1], words[2], Long.parseLong(words[3]));
            case "farewell" -> new Farewell(words[1]);
            default -> new Unknown();
        };
    }
}
