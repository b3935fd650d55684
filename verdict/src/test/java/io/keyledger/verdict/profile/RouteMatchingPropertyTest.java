package io.keyledger.verdict.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.Route;
import io.keyledger.verdict.Hubs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The route table against one regular expression for each route, tried in the declared order. */
class RouteMatchingPropertyTest {

    private static final int PATHS = 150;
    private static final List<String> WORDS = List.of("a", "b", "aa", "Ab", "a.b", "x:y", "~", "@");
    private static final List<String> METHODS = List.of("GET", "POST", "HEAD", "ANY", "PATCH");

    static IntStream seeds() {
        return IntStream.range(0, 250);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameRouteAsByRegularExpressions(int seed) {
        Random random = new Random(seed);
        List<Route> routes =
                Stream.generate(() -> route(random)).limit(random.nextInt(150)).toList();
        CompiledProfile profile =
                CompiledProfile.compile(Hubs.hubnity(Hubs.HUNDRED_A_MINUTE, routes), 1, 1);
        List<Pattern> patterns = routes.stream().map(it -> regex(it.pattern())).toList();

        for (int i = 0; i < PATHS; i++) {
            String method = METHODS.get(random.nextInt(METHODS.size()));
            String path = path(random, routes);
            assertThat(profile.route(method, path))
                    .as("seed %d: %s %s in %s", seed, method, path, routes)
                    .isSameAs(reference(routes, patterns, method, path));
        }
    }

    /** Paths must hit and miss, at first and at later routes, or the comparison shows nothing. */
    @Test
    void pathsHitAndMiss() {
        int hits = 0;
        int laterHits = 0;
        for (int seed = 0; seed < PATHS; seed++) {
            Random random = new Random(seed);
            List<Route> routes = Stream.generate(() -> route(random)).limit(40).toList();
            List<Pattern> patterns = routes.stream().map(it -> regex(it.pattern())).toList();
            Route hit = reference(routes, patterns, "GET", path(random, routes));
            hits += hit == null ? 0 : 1;
            laterHits += routes.indexOf(hit) > 9 ? 1 : 0;
        }
        assertThat(hits).isBetween(PATHS / 4, PATHS * 3 / 4);
        assertThat(laterHits).isGreaterThan(PATHS / 10);
    }

    private static @Nullable Route reference(
            List<Route> routes, List<Pattern> patterns, String method, String path) {
        boolean asGet = method.equals("HEAD") && noneMatches(routes, patterns, path);
        String judged = asGet ? "GET" : method;
        for (int i = 0; i < routes.size(); i++) {
            String declared = routes.get(i).method();
            if ((declared.equals("ANY") || declared.equals(judged))
                    && patterns.get(i).matcher(path).matches()) {
                return routes.get(i);
            }
        }
        return null;
    }

    private static boolean noneMatches(List<Route> routes, List<Pattern> patterns, String path) {
        return IntStream.range(0, routes.size())
                .filter(i -> routes.get(i).method().equals("HEAD"))
                .noneMatch(i -> patterns.get(i).matcher(path).matches());
    }

    private static Pattern regex(String pattern) {
        boolean open = pattern.endsWith("/**");
        String fixed = open ? pattern.substring(0, pattern.length() - 3) : pattern;
        String regex =
                Stream.of(fixed.split("/", -1))
                        .map(it -> it.startsWith("{") ? "[^/]+" : Pattern.quote(it))
                        .collect(Collectors.joining("/"));
        return Pattern.compile(regex + (open ? "(/.*)?" : ""));
    }

    private static Route route(Random random) {
        List<String> segments = new ArrayList<>();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            segments.add(random.nextInt(4) == 0 ? "{p" + i + "}" : word(random));
        }
        if (segments.isEmpty() || random.nextInt(8) == 0) {
            segments.add("");
        } else if (segments.size() > 1 && random.nextInt(6) == 0) {
            segments.add("**");
        }
        String method = METHODS.get(random.nextInt(METHODS.size()));
        return new Route(method, "/" + String.join("/", segments), null, 1);
    }

    /** One that a declared pattern matches, or one that is a word away from it. */
    private static String path(Random random, List<Route> routes) {
        String pattern =
                routes.isEmpty() ? "/a" : routes.get(random.nextInt(routes.size())).pattern();
        String path =
                Stream.of(pattern.substring(1).split("/", -1))
                        .map(it -> it.equals("**") ? rest(random) : it)
                        .map(it -> it.startsWith("{") ? word(random) : it)
                        .collect(Collectors.joining("/", "/", ""));
        return switch (random.nextInt(4)) {
            case 0 -> path.endsWith("/") ? path + "a" : path + "/" + word(random);
            case 1 -> path.replaceFirst("[^/]+", word(random));
            default -> path.replaceFirst("(?<=.)/$", random.nextBoolean() ? "" : "/");
        };
    }

    private static String rest(Random random) {
        return Stream.generate(() -> word(random))
                .limit(random.nextInt(4))
                .collect(Collectors.joining("/"));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
