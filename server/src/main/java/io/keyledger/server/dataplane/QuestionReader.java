package io.keyledger.server.dataplane;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads the bodies of verify and verify:batch. Strict: what it does not know, it refuses. */
final class QuestionReader {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(8)
                                    .maxNumberLength(20)
                                    .maxNameLength(100)
                                    .maxStringLength(Limits.BODY)
                                    .build())
                    .build();

    private QuestionReader() {}

    /**
     * @throws RequestRefused when the body is not one well-formed question
     */
    static Question one(ByteBuf body) {
        return read(body, parser -> new QuestionParser(parser, "").question());
    }

    /**
     * @throws RequestRefused when the body is not a well-formed batch
     */
    static List<Question> batch(ByteBuf body) {
        return read(body, QuestionReader::batch);
    }

    private static List<Question> batch(JsonParser parser) {
        List<Question> questions = null;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            if (!field.equals("requests")) {
                throw new RequestRefused(
                        ErrorCode.FIELD_UNKNOWN, null, "The only field is requests.");
            }
            if (questions != null) {
                throw refused(ErrorCode.FIELD_REPEATED, field, ErrorCode.FIELD_REPEATED.text());
            }
            questions = questions(parser);
        }
        if (questions == null) {
            throw refused(ErrorCode.FIELD_MISSING, "requests", ErrorCode.FIELD_MISSING.text());
        }
        return questions;
    }

    private static List<Question> questions(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw refused(ErrorCode.FIELD_INVALID, "requests", "An array of requests is expected.");
        }
        List<Question> questions = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (questions.size() == Limits.BATCH_QUESTIONS) {
                throw refused(
                        ErrorCode.BATCH_TOO_LARGE, "requests", ErrorCode.BATCH_TOO_LARGE.text());
            }
            String at = "requests[" + questions.size() + "]";
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw refused(ErrorCode.FIELD_INVALID, at, "An object is expected.");
            }
            questions.add(new QuestionParser(parser, at + ".").question());
        }
        if (questions.isEmpty()) {
            throw refused(ErrorCode.FIELD_INVALID, "requests", "At least one request is expected.");
        }
        return questions;
    }

    private static <T> T read(ByteBuf body, Reading<T> reading) {
        byte[] bytes = ByteBufUtil.getBytes(body);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RequestRefused(ErrorCode.JSON_MALFORMED);
            }
            T read = reading.read(parser);
            if (parser.nextToken() != null) {
                throw new RequestRefused(ErrorCode.JSON_MALFORMED);
            }
            return read;
        } catch (StreamConstraintsException e) {
            throw new RequestRefused(
                    ErrorCode.JSON_MALFORMED,
                    null,
                    "The body is nested too deep, or a part is too long.");
        } catch (JacksonException e) {
            throw new RequestRefused(ErrorCode.JSON_MALFORMED);
        } finally {
            // It held credentials.
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static RequestRefused refused(ErrorCode code, String field, String text) {
        return new RequestRefused(code, field, text);
    }

    /** Reads something from behind the start of the outermost object. */
    private interface Reading<T> {
        T read(JsonParser parser);
    }
}
