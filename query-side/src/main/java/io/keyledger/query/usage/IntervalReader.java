package io.keyledger.query.usage;

import io.keyledger.verdict.VerdictCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Puts the rows of an interval, one for each code, together. */
final class IntervalReader implements ResultSetExtractor<List<UsageInterval>> {

    @Override
    public List<UsageInterval> extractData(ResultSet rows) throws SQLException {
        List<UsageInterval> intervals = new ArrayList<>();
        while (rows.next()) {
            UsageInterval next = interval(rows);
            if (!intervals.isEmpty() && intervals.getLast().start().equals(next.start())) {
                next = intervals.removeLast().and(next);
            }
            intervals.add(next);
        }
        return intervals;
    }

    private static UsageInterval interval(ResultSet row) throws SQLException {
        return new UsageInterval(
                row.getTimestamp("at").toInstant(),
                Map.of(VerdictCode.valueOf(row.getString("code")), row.getLong("requests")),
                headroom(row.getArray("headroom")));
    }

    private static @Nullable Headroom headroom(@Nullable Array array) throws SQLException {
        return array != null && array.getArray() instanceof Long[] pair
                ? new Headroom(pair[0], pair[1])
                : null;
    }
}
