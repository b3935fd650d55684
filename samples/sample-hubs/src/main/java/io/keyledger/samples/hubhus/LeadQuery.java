package io.keyledger.samples.hubhus;

import io.keyledger.resourceserver.FieldsRefusedException;
import io.keyledger.resourceserver.rows.SqlCondition;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query of a list of leads: {@code status}, any select ({@code source}, {@code product}),
 * and the ranges {@code created_at_from}, {@code created_at_to}, {@code updated_at_from}, {@code
 * updated_at_to} (a day, or an instant; from is included, to is not).
 */
final class LeadQuery {

    private static final Set<String> SELECTS = Set.of("status", "source", "product");
    private static final Map<String, String> RANGES =
            Map.of(
                    "created_at_from", "created_at >= ?",
                    "created_at_to", "created_at < ?",
                    "updated_at_from", "updated_at >= ?",
                    "updated_at_to", "updated_at < ?");
    private static final Set<String> PAGING = Set.of("page", "per_page");

    private final StringBuilder sql = new StringBuilder("(campaign_id = ?");
    private final List<Object> parameters = new ArrayList<>();
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    private LeadQuery(String campaign) {
        parameters.add(campaign);
    }

    /**
     * @throws FieldsRefusedException when a parameter is not known, or cannot be read
     */
    static SqlCondition of(String campaign, Map<String, String> query) {
        LeadQuery reading = new LeadQuery(campaign);
        query.forEach(reading::read);
        if (!reading.errors.isEmpty()) {
            throw new FieldsRefusedException(reading.errors);
        }
        return new SqlCondition(reading.sql + ")", reading.parameters);
    }

    private void read(String name, String value) {
        String range = RANGES.get(name);
        if (SELECTS.contains(name)) {
            add(name + " = ?", value.replace("\0", ""));
        } else if (range != null) {
            readRange(name, range, value);
        } else if (!PAGING.contains(name)) {
            errors.put(name, List.of("is no filter of this list"));
        }
    }

    private void readRange(String name, String condition, String value) {
        Instant instant = instant(value);
        if (instant == null) {
            errors.put(name, List.of("must be a date such as 2026-11-30, or an instant"));
        } else {
            add(condition, Timestamp.from(instant));
        }
    }

    private void add(String condition, Object parameter) {
        sql.append(" and ").append(condition);
        parameters.add(parameter);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
