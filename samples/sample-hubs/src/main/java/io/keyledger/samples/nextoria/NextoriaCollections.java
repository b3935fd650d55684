package io.keyledger.samples.nextoria;

import static io.keyledger.samples.rows.Field.oneOf;
import static io.keyledger.samples.rows.Field.optional;
import static io.keyledger.samples.rows.Field.readOnly;
import static io.keyledger.samples.rows.Field.required;

import io.keyledger.samples.rows.Collection;
import io.keyledger.samples.rows.FieldType;
import java.util.List;
import java.util.Map;

/** What Nextoria Hub's API has. */
final class NextoriaCollections {

    static final Collection PROJECTS =
            new Collection(
                    "nextoria_project",
                    "proj_",
                    "Project",
                    List.of(
                            required("name", FieldType.TEXT),
                            optional("client_id", FieldType.TEXT),
                            oneOf("status", "active", "on_hold", "completed"),
                            optional("due_date", FieldType.DAY)));

    static final Collection TASKS =
            new Collection(
                    "nextoria_task",
                    "task_",
                    "Task",
                    List.of(
                            required("project_id", FieldType.TEXT),
                            required("title", FieldType.TEXT),
                            oneOf("status", "todo", "in_progress", "done"),
                            optional("assignee", FieldType.TEXT),
                            optional("due_date", FieldType.DAY)));

    static final Collection CLIENTS =
            new Collection(
                    "nextoria_client",
                    "cli_",
                    "Client",
                    List.of(
                            required("name", FieldType.TEXT),
                            optional("email", FieldType.EMAIL),
                            optional("country", FieldType.TEXT)));

    static final Collection INVOICES =
            new Collection(
                    "nextoria_invoice",
                    "inv_",
                    "Invoice",
                    List.of(
                            required("client_id", FieldType.TEXT),
                            required("number", FieldType.TEXT),
                            required("amount_cents", FieldType.COUNT),
                            oneOf("currency", "EUR", "USD", "GBP"),
                            readOnly("status", FieldType.TEXT),
                            optional("due_date", FieldType.DAY)));

    static final Collection FILES =
            new Collection(
                    "nextoria_file",
                    "file_",
                    "File",
                    List.of(
                            readOnly("project_id", FieldType.TEXT),
                            readOnly("name", FieldType.TEXT),
                            readOnly("media_type", FieldType.TEXT),
                            readOnly("size_bytes", FieldType.COUNT),
                            readOnly("download_url", FieldType.URL)));

    static final Map<String, Collection> BY_PATH =
            Map.of(
                    "projects", PROJECTS,
                    "tasks", TASKS,
                    "clients", CLIENTS,
                    "invoices", INVOICES,
                    "files", FILES);

    private NextoriaCollections() {}
}
