package io.keyledger.server.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells what was wrong with a request that never reached its endpoint. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException exception) {
        return answer(
                switch (exception.getCause()) {
                    case BodyTooLargeException _ -> Problems.of(ProblemCode.TOO_LARGE);
                    case JacksonException read
                            when read.getCause() instanceof BodyTooLargeException ->
                            Problems.of(ProblemCode.TOO_LARGE);
                    case UnrecognizedPropertyException unknown -> unknownField(unknown);
                    case DatabindException mismatch when !path(mismatch).isEmpty() ->
                            Problems.of(
                                    ProblemCode.INVALID_FIELD,
                                    "The field " + path(mismatch) + " has the wrong type or form.",
                                    path(mismatch));
                    case JacksonException malformed when malformed.getLocation() != null ->
                            malformed(malformed);
                    case null, default -> Problems.of(ProblemCode.MALFORMED_JSON);
                },
                HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException exception) {
        return answer(
                Problems.of(
                        ProblemCode.INVALID_PARAMETER,
                        "The parameter " + exception.getName() + " has the wrong form.",
                        exception.getName()),
                HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException exception) {
        return answer(
                Problems.of(
                        ProblemCode.INVALID_PARAMETER,
                        "The parameter " + exception.getParameterName() + " is missing.",
                        exception.getParameterName()),
                HttpHeaders.EMPTY);
    }

    @ExceptionHandler({
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class
    })
    ResponseEntity<ProblemDetail> noSuchCall(Exception exception) {
        ErrorResponse response = (ErrorResponse) exception;
        return answer(Problems.of(code(response.getStatusCode())), response.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsupported(HttpMediaTypeNotSupportedException exception) {
        String taken =
                exception.getSupportedMediaTypes().stream()
                        .filter(type -> !type.isWildcardSubtype())
                        .map(MediaType::toString)
                        .distinct()
                        .collect(Collectors.joining(" or "));
        return answer(
                Problems.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        taken.isEmpty() ? null : "Send the body as " + taken + ".",
                        null),
                exception.getHeaders());
    }

    private static ProblemDetail unknownField(UnrecognizedPropertyException unknown) {
        String known =
                unknown.getKnownPropertyIds() == null
                        ? ""
                        : unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "));
        return Problems.of(
                ProblemCode.UNKNOWN_FIELD,
                "This call does not know the field %s. It knows: %s."
                        .formatted(Problems.shown(path(unknown)), known),
                Problems.shown(path(unknown)));
    }

    private static ProblemDetail malformed(JacksonException malformed) {
        return Problems.of(
                ProblemCode.MALFORMED_JSON,
                "The body is not well-formed JSON at line %d, column %d."
                        .formatted(
                                malformed.getLocation().getLineNr(),
                                malformed.getLocation().getColumnNr()),
                null);
    }

    private static String path(JacksonException exception) {
        List<JacksonException.Reference> path = exception.getPath();
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static ProblemCode code(HttpStatusCode status) {
        return switch (status.value()) {
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemCode.NOT_FOUND;
        };
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
