package io.keyledger.resourceserver.web;

import io.keyledger.resourceserver.FieldsRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The fields that a failure blames. */
final class FieldErrors {

    private FieldErrors() {}

    /** The messages for each field; empty when the failure blames none. */
    static Map<String, List<String>> of(Exception failure) {
        return switch (failure) {
            case FieldsRefusedException refused -> refused.errors();
            case BindException binding -> ofBinding(binding);
            case MissingServletRequestParameterException missing ->
                    Map.of(missing.getParameterName(), List.of("is required"));
            case MethodArgumentTypeMismatchException mismatch when !isInPath(mismatch) ->
                    Map.of(mismatch.getName(), List.of("cannot be read"));
            default -> Map.of();
        };
    }

    private static boolean isInPath(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static Map<String, List<String>> ofBinding(BindException binding) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (FieldError error : binding.getFieldErrors()) {
            String message = error.getDefaultMessage();
            errors.computeIfAbsent(error.getField(), _ -> new ArrayList<>())
                    .add(message == null ? "is invalid" : message);
        }
        return errors;
    }
}
