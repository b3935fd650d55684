package io.keyledger.server.page;

import java.util.List;
import java.util.Map;

/** What a person gets to see. */
public sealed interface PageAnswer {

    /**
     * A page.
     *
     * @param template below the folder of all pages, without its ending
     * @param model what the template shows; nothing in it is null
     * @param leadsTo where, other than here, its forms may lead (CSP {@code form-action}): browsers
     *     apply that to redirects as well
     */
    record Shown(int status, String template, Map<String, Object> model, List<String> leadsTo)
            implements PageAnswer {

        public Shown {
            model = Map.copyOf(model);
            leadsTo = List.copyOf(leadsTo);
        }
    }

    /**
     * Another page, to be read (303 See Other): a browser never sends a form on to it.
     *
     * @param location relative to this page, or whole
     */
    record Elsewhere(String location) implements PageAnswer {}

    /** A page whose forms lead nowhere else. */
    static Shown show(String template, Map<String, Object> model) {
        return new Shown(200, template, model, List.of());
    }
}
