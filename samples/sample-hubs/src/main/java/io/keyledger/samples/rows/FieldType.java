package io.keyledger.samples.rows;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a member of a resource may hold. */
public enum FieldType {
    TEXT("must be a text of at most 500 characters") {
        @Override
        @Nullable Object read(Object json) {
            return json instanceof String text && text.length() <= LONGEST && text.indexOf('\0') < 0
                    ? text
                    : null;
        }
    },
    EMAIL("must be an e-mail address") {
        @Override
        @Nullable Object read(Object json) {
            return json instanceof String text
                            && text.length() <= LONGEST
                            && ADDRESS.matcher(text).matches()
                    ? text
                    : null;
        }
    },
    URL("must be an https URL") {
        @Override
        @Nullable Object read(Object json) {
            return json instanceof String text
                            && text.length() <= LONGEST
                            && HTTPS.matcher(text).matches()
                    ? text
                    : null;
        }
    },
    COUNT("must be a whole number, not negative") {
        @Override
        @Nullable Object read(Object json) {
            return json instanceof Integer number && number >= 0 ? number : null;
        }
    },
    FLAG("must be true or false") {
        @Override
        @Nullable Object read(Object json) {
            return json instanceof Boolean ? json : null;
        }
    },
    DAY("must be a date such as 2026-11-30") {
        @Override
        @Nullable Object read(Object json) {
            try {
                return json instanceof String text ? Date.valueOf(LocalDate.parse(text)) : null;
            } catch (DateTimeParseException _) {
                return null;
            }
        }

        @Override
        Object tell(Object stored) {
            return stored.toString();
        }
    },
    OBJECT("must be an object") {
        @Override
        @Nullable Object read(Object json) {
            return json instanceof Map ? JSON.writeValueAsString(json) : null;
        }

        @Override
        Object tell(Object stored) {
            return JSON.readTree(stored.toString());
        }
    },
    TEXTS("must be an array of texts") {
        @Override
        @Nullable Object read(Object json) {
            return json instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                    ? JSON.writeValueAsString(json)
                    : null;
        }

        @Override
        Object tell(Object stored) {
            return JSON.readTree(stored.toString());
        }
    };

    private static final int LONGEST = 500;
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern HTTPS = Pattern.compile("https://[^\\s/]+(/\\S*)?");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String demand;

    FieldType(String demand) {
        this.demand = demand;
    }

    /** For people: what a value must be. */
    String demand() {
        return demand;
    }

    /** How this type's parameter stands in SQL. */
    String parameter() {
        return this == OBJECT || this == TEXTS ? "cast(? as jsonb)" : "?";
    }

    /** What is to be stored for a JSON value; null when it is not of this type. */
    abstract @Nullable Object read(Object json);

    /** What a stored value looks like in JSON. */
    Object tell(Object stored) {
        return stored;
    }
}
