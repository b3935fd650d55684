package io.keyledger.server.dataplane;

import io.keyledger.verdict.VerificationRequest;
import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one question, from behind the start of its object to its end. */
final class QuestionParser {

    private static final Pattern HUB = Pattern.compile("[a-z][a-z0-9-]{1,30}");

    private final JsonParser parser;
    private final String at;

    private @Nullable String token;
    private @Nullable String hub;
    private @Nullable String method;
    private @Nullable String path;
    private @Nullable List<String> scopes;
    private @Nullable Integer cost;
    private @Nullable String address;
    private @Nullable String proof;
    private @Nullable String url;

    /**
     * @param at what comes before a field's name when it is to blame, such as {@code requests[3].}
     */
    QuestionParser(JsonParser parser, String at) {
        this.parser = parser;
        this.at = at;
    }

    Question question() {
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            read(field);
        }
        if (token == null) {
            throw refused(
                    ErrorCode.FIELD_MISSING, "token", "The credential to verify is required.");
        }
        requireMethodAndPathTogether();
        ProofAttempt attempt = attempt();
        return new Question(
                token,
                new VerificationRequest(
                        hub,
                        method,
                        path,
                        scopes == null ? List.of() : scopes,
                        cost == null ? 1 : cost,
                        address),
                attempt);
    }

    /** Null when nobody tries to prove anything. */
    private @Nullable ProofAttempt attempt() {
        if (proof == null) {
            return null;
        }
        if (method == null || url == null) {
            throw refused(
                    ErrorCode.FIELD_MISSING,
                    method == null ? "method" : "url",
                    "A proof is checked against the method and the URL of its request.");
        }
        return new ProofAttempt(proof, method, url);
    }

    private void read(String field) {
        switch (field) {
            case "token" -> token = once(field, token, requiredText(field));
            case "hub" -> hub = once(field, hub, hubId(text(field)));
            case "method" -> method = once(field, method, capitals(text(field)));
            case "path" -> path = once(field, path, ownPath(text(field)));
            case "scopes" -> scopes = once(field, scopes, names(field));
            case "cost" -> cost = once(field, cost, count(field));
            case "dpop" -> proof = once(field, proof, text(field));
            case "url" -> url = once(field, url, wholeUrl(text(field)));
            case "address" -> address = once(field, address, ipAddress(text(field)));
            default ->
                    throw new RequestRefused(
                            ErrorCode.FIELD_UNKNOWN,
                            at.isEmpty() ? null : at.substring(0, at.length() - 1),
                            "The fields are token, hub, method, path, scopes, cost, address, dpop and"
                                    + " url.");
        }
    }

    private <T> @Nullable T once(String field, @Nullable T before, @Nullable T now) {
        if (before != null) {
            throw refused(ErrorCode.FIELD_REPEATED, field, ErrorCode.FIELD_REPEATED.text());
        }
        return now;
    }

    private String requiredText(String field) {
        String text = text(field);
        if (text == null || text.isEmpty()) {
            throw invalid(field, "The credential to verify is required, not empty.");
        }
        return text;
    }

    /** A string; null when the field is null, which is as good as absent. */
    private @Nullable String text(String field) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value != JsonToken.VALUE_STRING) {
            throw invalid(field, "A string is expected.");
        }
        return parser.getString();
    }

    private @Nullable String hubId(@Nullable String id) {
        if (id != null && !HUB.matcher(id).matches()) {
            throw invalid("hub", "A hub's id is expected, such as hubnity.");
        }
        return id;
    }

    private @Nullable String capitals(@Nullable String name) {
        if (name == null) {
            return null;
        }
        boolean capitals = !name.isEmpty() && name.length() <= 32;
        for (int i = 0; i < name.length() && capitals; i++) {
            char c = name.charAt(i);
            capitals = (c >= 'A' && c <= 'Z') || c == '-';
        }
        if (!capitals) {
            throw invalid("method", "An HTTP method in capitals is expected, such as GET.");
        }
        return name;
    }

    private @Nullable String ownPath(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.startsWith("/") || text.length() > Limits.REQUEST_LINE) {
            throw invalid("path", "The hub's own path is expected; it starts with a slash.");
        }
        if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            throw invalid("path", "The path is expected without its query.");
        }
        return text;
    }

    private @Nullable String wholeUrl(@Nullable String text) {
        if (text != null && (!Target.isAbsolute(text) || text.length() > Limits.REQUEST_LINE)) {
            throw invalid("url", "The request's whole URL is expected, as its client sees it.");
        }
        return text;
    }

    private @Nullable List<String> names(String field) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value != JsonToken.START_ARRAY) {
            throw invalid(field, "An array of scope names is expected.");
        }
        List<String> names = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            names.add(name(field, names.size()));
        }
        return names;
    }

    private String name(String field, int before) {
        if (before == Limits.SCOPES) {
            throw invalid(field, "At most 100 scopes are expected.");
        }
        String name = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        if (name.isEmpty() || name.length() > Limits.SCOPE_NAME) {
            throw invalid(
                    field + "[" + before + "]",
                    "A scope's name of 1 to 200 characters is expected.");
        }
        return name;
    }

    private @Nullable Integer count(String field) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        boolean whole =
                value == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() == JsonParser.NumberType.INT;
        int count = whole ? parser.getIntValue() : -1;
        if (count < 0 || count > Limits.COST) {
            throw invalid(field, "A whole number from 0 to 1000000 is expected.");
        }
        return count;
    }

    private @Nullable String ipAddress(@Nullable String text) {
        if (text != null
                && !NetUtil.isValidIpV4Address(text)
                && !NetUtil.isValidIpV6Address(text)) {
            throw invalid("address", "An IP address is expected.");
        }
        return text;
    }

    private void requireMethodAndPathTogether() {
        if (method == null && path != null) {
            throw refused(
                    ErrorCode.FIELD_MISSING, "method", "A path is judged with its method only.");
        }
        if (path == null && method != null && proof == null) {
            throw refused(
                    ErrorCode.FIELD_MISSING, "path", "A method is judged with its path only.");
        }
    }

    private RequestRefused invalid(String field, String text) {
        return refused(ErrorCode.FIELD_INVALID, field, text);
    }

    private RequestRefused refused(ErrorCode code, String field, String text) {
        return new RequestRefused(code, at + field, text);
    }
}
