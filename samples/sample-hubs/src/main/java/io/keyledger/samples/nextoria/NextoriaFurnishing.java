package io.keyledger.samples.nextoria;

import io.keyledger.samples.data.Invention;
import io.keyledger.samples.data.Tenants.Furnishing;
import io.keyledger.samples.data.Tenants.Making;
import java.sql.Date;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An agency with a dozen clients. */
@Component
class NextoriaFurnishing implements Furnishing {

    private static final int CLIENTS = 12;
    private static final int PROJECTS = 20;
    private static final int TASKS = 120;
    private static final int INVOICES = 40;
    private static final int FILES = 30;
    private static final List<String> WORK =
            List.of("Brand refresh", "Web shop", "Annual report", "Campaign film", "SEO audit");
    private static final List<String> TITLES =
            List.of("Kick-off", "Wireframes", "Copy", "Review", "Hand-over", "Retrospective");
    private static final List<String> NAMES =
            List.of("brief.pdf", "logo.svg", "contract.pdf", "moodboard.png");

    @Override
    public String hub() {
        return "nextoria";
    }

    @Override
    public void furnish(Invention invention, Making making) {
        for (int i = 0; i < CLIENTS; i++) {
            client(i, invention, making);
        }
        for (int i = 0; i < PROJECTS; i++) {
            project(i, invention, making);
        }
        for (int i = 0; i < TASKS; i++) {
            task(i, invention, making);
        }
        for (int i = 0; i < INVOICES; i++) {
            invoice(i, invention, making);
        }
        for (int i = 0; i < FILES; i++) {
            file(i, invention, making);
        }
    }

    private static void client(int i, Invention invention, Making making) {
        making.row(
                NextoriaCollections.CLIENTS,
                "cli_" + (1001 + i),
                invention.moment(i, CLIENTS),
                Map.of(
                        "name", invention.company(),
                        "email", invention.email("office", 1001 + i),
                        "country", invention.oneOf(List.of("DE", "DK", "SE", "IT", "FR"))));
    }

    private static void project(int i, Invention invention, Making making) {
        Instant at = invention.moment(i, PROJECTS);
        making.row(
                NextoriaCollections.PROJECTS,
                "proj_" + (2001 + i),
                at,
                Map.of(
                        "name", invention.oneOf(WORK) + " " + (2025 + i % 2),
                        "client_id", someClient(invention),
                        "status", invention.oneOf(List.of("active", "on_hold", "completed")),
                        "due_date", Date.valueOf(invention.day(at, 120))));
    }

    private static void task(int i, Invention invention, Making making) {
        making.row(
                NextoriaCollections.TASKS,
                "task_" + (3001 + i),
                invention.moment(i, TASKS),
                Map.of(
                        "project_id", someProject(invention),
                        "title", invention.oneOf(TITLES),
                        "status", invention.oneOf(List.of("todo", "in_progress", "done")),
                        "assignee", invention.firstName() + " " + invention.lastName()));
    }

    private static void invoice(int i, Invention invention, Making making) {
        Instant at = invention.moment(i, INVOICES);
        making.row(
                NextoriaCollections.INVOICES,
                "inv_" + (4001 + i),
                at,
                Map.of(
                        "client_id",
                        someClient(invention),
                        "number",
                        "2026-" + (101 + i),
                        "amount_cents",
                        invention.number(20, 900) * 1_000,
                        "currency",
                        "EUR",
                        "status",
                        i < INVOICES - 8 ? invention.oneOf(List.of("sent", "paid")) : "draft",
                        "due_date",
                        Date.valueOf(invention.day(at, 30))));
    }

    private static void file(int i, Invention invention, Making making) {
        String name = invention.oneOf(NAMES);
        making.row(
                NextoriaCollections.FILES,
                "file_" + (5001 + i),
                invention.moment(i, FILES),
                Map.of(
                        "project_id",
                        someProject(invention),
                        "name",
                        name,
                        "media_type",
                        name.endsWith("pdf") ? "application/pdf" : "image/png",
                        "size_bytes",
                        invention.number(4, 4_000) * 1_024,
                        "download_url",
                        "https://files.example.com/" + (5001 + i) + "/" + name));
    }

    private static String someClient(Invention invention) {
        return "cli_" + invention.number(1001, 1000 + CLIENTS);
    }

    private static String someProject(Invention invention) {
        return "proj_" + invention.number(2001, 2000 + PROJECTS);
    }
}
