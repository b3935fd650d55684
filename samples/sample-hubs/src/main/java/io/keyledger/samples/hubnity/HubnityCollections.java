package io.keyledger.samples.hubnity;

import static io.keyledger.samples.rows.Field.oneOf;
import static io.keyledger.samples.rows.Field.optional;
import static io.keyledger.samples.rows.Field.required;

import io.keyledger.samples.rows.Collection;
import io.keyledger.samples.rows.FieldType;
import java.util.List;
import java.util.Map;

/** What Hubnity's API has. */
final class HubnityCollections {

    static final Collection MEMBERS =
            new Collection(
                    "hubnity_member",
                    "mem_",
                    List.of(
                            required("name", FieldType.TEXT),
                            required("email", FieldType.EMAIL),
                            oneOf("role", "admin", "manager", "member"),
                            optional("active", FieldType.FLAG)));

    static final Collection PROJECTS =
            new Collection(
                    "hubnity_project",
                    "prj_",
                    List.of(
                            required("name", FieldType.TEXT),
                            optional("lead", FieldType.TEXT),
                            oneOf("status", "active", "archived")));

    static final Collection TIMESHEETS =
            new Collection(
                    "hubnity_timesheet",
                    "tsh_",
                    List.of(
                            required("member", FieldType.TEXT),
                            required("week", FieldType.TEXT),
                            required("minutes", FieldType.COUNT),
                            oneOf("status", "open", "submitted", "approved")));

    static final Collection TIME_ENTRIES =
            new Collection(
                    "hubnity_time_entry",
                    "ent_",
                    List.of(
                            required("member", FieldType.TEXT),
                            required("project", FieldType.TEXT),
                            required("day", FieldType.DAY),
                            required("minutes", FieldType.COUNT),
                            optional("note", FieldType.TEXT)));

    static final Map<String, Collection> BY_PATH =
            Map.of(
                    "members", MEMBERS,
                    "projects", PROJECTS,
                    "timesheets", TIMESHEETS,
                    "time-entries", TIME_ENTRIES);

    private HubnityCollections() {}
}
