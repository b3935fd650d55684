package io.keyledger.samples.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invents people, companies and dates. The same seed always tells the same story. */
public final class Invention {

    /** Everything happens in the months before this. */
    private static final Instant END = Instant.parse("2026-11-20T16:00:00Z");

    private static final List<String> FIRST =
            List.of(
                    "Ada", "Bo", "Chiara", "Daniel", "Elif", "Freja", "Goran", "Hanna", "Ivo", "Jonas",
                    "Karin", "Luca", "Maja", "Nils", "Olga", "Pavel", "Rosa", "Sven", "Tuva", "Zoë");
    private static final List<String> LAST =
            List.of(
                    "Nyström", "Lindqvist", "Rossi", "Okafor", "Yılmaz", "Jensen", "Novák", "Berg", "Marić",
                    "Schmidt", "Nowak", "O'Brien", "Larsen", "Dubois", "Petrova", "Silva");
    private static final List<String> COMPANIES =
            List.of(
                    "Nordwind", "Blue Harbour", "Kastell", "Fjord & Co", "Lumen", "Brightside", "Oakridge",
                    "Vela", "Polar", "Steinweg", "Marigold", "Tern");
    private static final List<String> FORMS = List.of("GmbH", "AB", "ApS", "Ltd", "S.r.l.", "SAS");

    private final Random random;

    public Invention(String workspace) {
        this.random = new Random(workspace.hashCode());
    }

    public int number(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public String firstName() {
        return oneOf(FIRST);
    }

    public String lastName() {
        return oneOf(LAST);
    }

    public String company() {
        return oneOf(COMPANIES) + " " + oneOf(FORMS);
    }

    /** An address that belongs to nobody (RFC 2606); the number keeps it apart from others. */
    public String email(String first, int number) {
        return first.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + number + "@example.com";
    }

    public String phone() {
        return "+45 %02d %02d %02d %02d"
                .formatted(number(20, 99), number(0, 99), number(0, 99), number(0, 99));
    }

    /** The moment of the nth of so many things, in order. */
    public Instant moment(int nth, int of) {
        Duration span = Duration.ofDays(180).dividedBy(of);
        return END.minus(span.multipliedBy(of - nth)).plusSeconds(number(0, 600));
    }

    public LocalDate day(Instant near, int plusDays) {
        return near.atZone(ZoneOffset.UTC).toLocalDate().plusDays(number(0, plusDays));
    }
}
