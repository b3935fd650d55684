package io.keyledger.server.console.frame;

import io.keyledger.server.node.OnCommandNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Writes a page only when all of it is there. Spring asks nobody what to tell when a view fails, so
 * this asks {@link ConsoleErrors}: people get a page, and never half of one.
 */
@Component
@OnCommandNode
class ConsoleViews extends ThymeleafViewResolver {

    private final ConsoleErrors errors;

    ConsoleViews(ISpringTemplateEngine engine, ConsoleErrors errors) {
        this.errors = errors;
        setTemplateEngine(engine);
        setViewNames(new String[] {"console/*"});
        setCharacterEncoding(StandardCharsets.UTF_8.name());
        setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        setProducePartialOutputWhileProcessing(false);
    }

    @Override
    protected View loadView(String name, Locale locale) throws Exception {
        return new Whole(super.loadView(name, locale));
    }

    /**
     * The page of an error is shown by itself: should it fail too, the program's answer is told.
     */
    private void tell(
            RuntimeException defect, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        ModelAndView page = errors.failed(defect, request);
        response.resetBuffer();
        response.setStatus(Objects.requireNonNull(page.getStatus()).value());
        super.loadView(Objects.requireNonNull(page.getViewName()), Locale.ENGLISH)
                .render(page.getModel(), request, response);
    }

    /** A view, or why there is none. */
    private final class Whole implements View {

        private final View view;

        Whole(View view) {
            this.view = view;
        }

        @Override
        public @Nullable String getContentType() {
            return view.getContentType();
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws Exception {
            try {
                view.render(model, request, response);
            } catch (RuntimeException defect) {
                tell(defect, request, response);
            }
        }
    }
}
