package io.keyledger.api.hub;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection of rows that an access filter may narrow, such as the leads of a campaign.
 *
 * @param name the collection as the hub calls it: {@code leads}
 * @param container what a filtered credential is bound to, as the hub calls it: {@code campaign}
 * @param parameter the route parameter that names the container: {@code campaign}
 * @param query the query parameters that lists of rows understand, with what they mean, for the
 *     public documentation; {@value #EACH_SELECT} stands for each field that is one of several
 *     options
 */
public record RowCollection(
        String name, String container, String parameter, Map<String, String> query) {

    /** Stands for each field of type select. */
    public static final String EACH_SELECT = "{select}";

    /** In a text: what people call the field. */
    public static final String LABEL = "{label}";

    /** A collection that was published before there was documentation has no query. */
    public RowCollection(
            String name, String container, String parameter, @Nullable Map<String, String> query) {
        this.name = name;
        this.container = container;
        this.parameter = parameter;
        this.query = query == null ? Map.of() : Ordered.copyOf(query);
    }

    /** A collection whose lists understand no query parameters. */
    public RowCollection(String name, String container, String parameter) {
        this(name, container, parameter, Map.of());
    }
}
