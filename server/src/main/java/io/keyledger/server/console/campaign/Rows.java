package io.keyledger.server.console.campaign;

import io.keyledger.server.page.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rows of a form whose number is up to whoever fills it in. The fields of the third row of {@code
 * field} are named {@code field-2-name}, and so on.
 */
final class Rows {

    private Rows() {}

    /**
     * Reads rows for as long as there is a next one.
     *
     * @param each a field that every row has
     * @param row reads one by what its fields' names start with
     */
    static <T> List<T> read(Form form, String rows, String each, Function<String, T> row) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> rows + "-" + i + "-")
                .takeWhile(start -> !form.values(start + each).isEmpty())
                .map(row)
                .toList();
    }

    /** One more at the end. */
    static <T> List<T> with(List<T> rows, T blank) {
        List<T> more = new ArrayList<>(rows);
        more.add(blank);
        return more;
    }

    /**
     * All but one.
     *
     * @param index as a button says it; anything that is no row's leaves all of them
     */
    static <T> List<T> without(List<T> rows, String index) {
        return IntStream.range(0, rows.size())
                .filter(i -> !Integer.toString(i).equals(index))
                .mapToObj(rows::get)
                .toList();
    }
}
