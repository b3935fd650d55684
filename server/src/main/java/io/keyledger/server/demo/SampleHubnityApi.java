package io.keyledger.server.demo;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A small part of Hubnity's API: members, projects and timesheets of an invented organization. */
@RestController
@OnDemo
@RequestMapping("/hubnity/v1")
final class SampleHubnityApi {

    @GetMapping("/members")
    Map<String, List<Member>> members() {
        return Map.of(
                "data",
                List.of(
                        new Member("mem_1001", "Ada Holm", "ada@example.com", "admin"),
                        new Member("mem_1002", "Bo Lindqvist", "bo@example.com", "member"),
                        new Member("mem_1003", "Chiara Rossi", "chiara@example.com", "member")));
    }

    @GetMapping("/projects")
    Map<String, List<Project>> projects() {
        return Map.of(
                "data",
                List.of(
                        new Project("prj_2001", "Website relaunch", "mem_1001"),
                        new Project("prj_2002", "Payroll migration", "mem_1003")));
    }

    @GetMapping("/timesheets")
    Map<String, List<Timesheet>> timesheets() {
        return Map.of(
                "data",
                List.of(
                        new Timesheet("tsh_3001", "mem_1001", "2026-W46", 2_280),
                        new Timesheet("tsh_3002", "mem_1002", "2026-W46", 2_400)));
    }

    /** Somebody who works in the organization. */
    record Member(String id, String name, String email, String role) {}

    /** Something that time is booked on. */
    record Project(String id, String name, String lead) {}

    /** A week of somebody's time. */
    record Timesheet(String id, String member, String week, int minutes) {}
}
