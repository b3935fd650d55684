package io.keyledger.api.token;

import java.util.ArrayList;
import java.util.List;

/**
 * The live peppers. New digests are made under the current one; a credential that was digested
 * under an older one is still recognised.
 *
 * @param all the current pepper first, then the older ones; ids are distinct
 */
public record Peppers(List<Pepper> all) {

    public Peppers {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("at least one pepper is needed");
        }
        if (all.stream().map(Pepper::id).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two peppers have the same id");
        }
    }

    public static Peppers of(Pepper current, List<Pepper> older) {
        List<Pepper> all = new ArrayList<>();
        all.add(current);
        all.addAll(older);
        return new Peppers(all);
    }

    /** The pepper that new digests are made under. */
    public Pepper current() {
        return all.getFirst();
    }
}
