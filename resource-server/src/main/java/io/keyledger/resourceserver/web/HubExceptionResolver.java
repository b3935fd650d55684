package io.keyledger.resourceserver.web;

import io.keyledger.api.hub.Refusal;
import io.keyledger.resourceserver.ResourceNotFoundException;
import io.keyledger.verdict.profile.RefusalFacts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells what goes wrong in a handler in the hub's words. The application's own exception handlers
 * come first.
 */
public final class HubExceptionResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(HubExceptionResolver.class);

    private final HubWords words;

    public HubExceptionResolver(HubWords words) {
        this.words = words;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        Accepted accepted = Accepted.of(request);
        if (accepted == null || response.isCommitted()) {
            return null;
        }
        try {
            response.resetBuffer();
            answer(response, accepted.surface().hub(), failure);
            return new ModelAndView();
        } catch (IOException _) {
            // The client is gone.
            return new ModelAndView();
        }
    }

    private void answer(HttpServletResponse response, String hub, Exception failure)
            throws IOException {
        Map<String, List<String>> errors = FieldErrors.of(failure);
        if (!errors.isEmpty()) {
            words.refuse(response, hub, Refusal.VALIDATION, RefusalFacts.errors(errors));
            return;
        }
        Refusal refusal = refusal(failure);
        if (refusal == Refusal.INTERNAL) {
            LOG.error("A request failed", failure);
        }
        words.refuse(response, hub, refusal, facts(refusal, failure));
    }

    private static RefusalFacts facts(Refusal refusal, Exception failure) {
        RefusalFacts usual = HubWords.usual(refusal);
        String text = ownText(failure);
        return text == null ? usual : usual.saying(text);
    }

    /** Where the hub's general text would lead astray: it speaks of the credential's field. */
    private static @Nullable String ownText(Exception failure) {
        return switch (failure) {
            case ResourceNotFoundException absent -> absent.text();
            case HttpMessageNotReadableException _ -> "The body of the request cannot be read.";
            default -> null;
        };
    }

    private static Refusal refusal(Exception failure) {
        return switch (failure) {
            case ResourceNotFoundException _ -> Refusal.RESOURCE_NOT_FOUND;
            case MethodArgumentTypeMismatchException _ -> Refusal.RESOURCE_NOT_FOUND;
            case HttpMessageNotReadableException _ -> Refusal.MALFORMED;
            case ErrorResponse response -> Statuses.refusal(response.getStatusCode().value());
            default -> Refusal.INTERNAL;
        };
    }
}
