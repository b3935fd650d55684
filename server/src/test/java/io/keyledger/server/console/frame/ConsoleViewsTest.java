package io.keyledger.server.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What people see when a template fails halfway: pages without what they are about. */
class ConsoleViewsTest {

    /** More than a response buffers. */
    private static final int MENU = 500;

    private final ConsolePages pages = new ConsolePages(new ConsoleFiles());

    @Test
    void aPageThatFailsHalfwayIsAPageThatSaysSo() throws Exception {
        MDC.put("correlationId", "request-4711");
        try {
            MockHttpServletResponse answer = ask("/fails");

            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(answer.getContentType()).isEqualTo("text/html;charset=UTF-8");
            assertThat(answer.getContentAsString())
                    .startsWith("<!DOCTYPE html>")
                    .contains("<h1>Something went wrong</h1>", "request-4711")
                    .containsOnlyOnce("<html")
                    .doesNotContain("Half of it");
        } finally {
            MDC.remove("correlationId");
        }
    }

    @Test
    void aWholePageIsShownAsItIs() throws Exception {
        MockHttpServletResponse answer = ask("/works");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("<h1>A title</h1>").endsWith("</html>\n");
    }

    /** There is no page left to show: whoever asked is told by what tells programs. */
    @Test
    void anErrorThatCannotBeShownEitherEndsTheRequest() {
        assertThatThrownBy(() -> mvc(new ConsoleErrors(new Frameless())).perform(get("/fails")))
                .hasRootCauseMessage("no frame");
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return mvc(new ConsoleErrors(pages)).perform(get(path)).andReturn().getResponse();
    }

    private MockMvc mvc(ConsoleErrors errors) {
        ConsoleViews views = new ConsoleViews(engine(), errors);
        return MockMvcBuilders.standaloneSetup(new Asked(pages)).setViewResolvers(views).build();
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }

    /** Pages whose frame has a long menu and stands before what fails. */
    @Controller
    @SuppressWarnings("unused") // Spring calls its methods
    private static final class Asked {

        private final ConsolePages pages;

        Asked(ConsolePages pages) {
            this.pages = pages;
        }

        @GetMapping("/fails")
        ModelAndView fails() {
            MenuItem item = new MenuItem("Half of it", "/half", false);
            return pages.outside("grants", Map.of("menu", Collections.nCopies(MENU, item)));
        }

        @GetMapping("/works")
        ModelAndView works() {
            return pages.outside("message", Map.of("title", "A title", "text", "A text"));
        }
    }

    private static final class Frameless extends ConsolePages {

        Frameless() {
            super(new ConsoleFiles());
        }

        @Override
        public ModelAndView outside(String template, Map<String, ?> model) {
            throw new IllegalStateException("no frame");
        }
    }
}
