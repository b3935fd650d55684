package io.keyledger.samples.hubnity;

import io.keyledger.samples.data.Invention;
import io.keyledger.samples.data.Tenants.Furnishing;
import io.keyledger.samples.data.Tenants.Making;
import java.sql.Date;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Twenty-four people who book their time on eight projects. */
@Component
class HubnityFurnishing implements Furnishing {

    private static final int MEMBERS = 24;
    private static final int WEEKS = 4;
    private static final int ENTRIES = 120;
    private static final List<String> PROJECTS =
            List.of(
                    "Website relaunch",
                    "Payroll migration",
                    "Mobile app",
                    "Customer portal",
                    "Data warehouse",
                    "Office move",
                    "ISO 27001",
                    "Onboarding");
    private static final List<String> NOTES =
            List.of("Design review", "Pairing", "Planning", "Support", "Release", "Interviews");

    @Override
    public String hub() {
        return "hubnity";
    }

    @Override
    public void furnish(Invention invention, Making making) {
        for (int i = 0; i < MEMBERS; i++) {
            member(i, invention, making);
        }
        for (int i = 0; i < PROJECTS.size(); i++) {
            making.row(
                    HubnityCollections.PROJECTS,
                    "prj_" + (2001 + i),
                    invention.moment(i, PROJECTS.size()),
                    Map.of(
                            "name",
                            PROJECTS.get(i),
                            "lead",
                            someone(invention),
                            "status",
                            "active"));
        }
        for (int i = 0; i < MEMBERS * WEEKS; i++) {
            timesheet(i, invention, making);
        }
        for (int i = 0; i < ENTRIES; i++) {
            entry(i, invention, making);
        }
    }

    private static void member(int i, Invention invention, Making making) {
        String first = i == 0 ? "Ada" : invention.firstName();
        String last = i == 0 ? "Holm" : invention.lastName();
        making.row(
                HubnityCollections.MEMBERS,
                "mem_" + (1001 + i),
                invention.moment(i, MEMBERS),
                Map.of(
                        "name",
                        first + " " + last,
                        "email",
                        invention.email(first, 1001 + i),
                        "role",
                        i == 0 ? "admin" : invention.oneOf(List.of("member", "manager")),
                        "active",
                        invention.number(1, 10) > 1));
    }

    private static void timesheet(int i, Invention invention, Making making) {
        making.row(
                HubnityCollections.TIMESHEETS,
                "tsh_" + (3001 + i),
                invention.moment(i, MEMBERS * WEEKS),
                Map.of(
                        "member",
                        "mem_" + (1001 + i % MEMBERS),
                        "week",
                        "2026-W" + (43 + i / MEMBERS),
                        "minutes",
                        invention.number(30, 44) * 60,
                        "status",
                        i / MEMBERS < WEEKS - 1 ? "approved" : "submitted"));
    }

    private static void entry(int i, Invention invention, Making making) {
        Instant at = invention.moment(i, ENTRIES);
        making.row(
                HubnityCollections.TIME_ENTRIES,
                "ent_" + (4001 + i),
                at,
                Map.of(
                        "member", someone(invention),
                        "project", "prj_" + invention.number(2001, 2000 + PROJECTS.size()),
                        "day", Date.valueOf(invention.day(at, 1)),
                        "minutes", invention.number(1, 16) * 30,
                        "note", invention.oneOf(NOTES)));
    }

    private static String someone(Invention invention) {
        return "mem_" + invention.number(1001, 1000 + MEMBERS);
    }
}
