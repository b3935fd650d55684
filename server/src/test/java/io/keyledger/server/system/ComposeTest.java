package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What can be known of docker-compose.yml without Docker. */
class ComposeTest {

    private static final Path ROOT = Path.of("..");

    private Map<String, Object> compose = Map.of();

    @BeforeEach
    void read() throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        compose = map(new Yaml(strict).load(Files.readString(ROOT.resolve("docker-compose.yml"))));
    }

    @Test
    void itHasKeyledgerItsDatabaseAndTheGateways() {
        assertThat(services().keySet())
                .containsExactlyInAnyOrder("postgres", "keyledger", "api", "nginx", "caddy");
        assertThat(list(service("nginx").get("profiles"))).containsExactly("gateway");
        assertThat(service("keyledger")).doesNotContainKey("profiles");
        assertThat(service("postgres")).doesNotContainKey("profiles");
    }

    @Test
    void everythingThatIsReferredToIsThere() {
        services().values().stream().map(ComposeTest::map).forEach(this::assertComplete);
    }

    private void assertComplete(Map<String, Object> service) {
        assertThat(service.containsKey("image")).isTrue();
        for (Object secret : list(service.get("secrets"))) {
            Object name = secret instanceof Map<?, ?> full ? full.get("source") : secret;
            assertThat(map(compose.get("secrets"))).containsKey(String.valueOf(name));
        }
        for (Object network : list(service.get("networks"))) {
            assertThat(map(compose.get("networks"))).containsKey(String.valueOf(network));
        }
        for (Object volume : list(service.get("volumes"))) {
            assertVolume(String.valueOf(volume).split(":", -1)[0]);
        }
        if (service.get("depends_on") instanceof Map<?, ?> needed) {
            assertThat(services()).containsKeys(strings(needed.keySet()));
        }
    }

    private void assertVolume(String source) {
        if (source.startsWith("./")) {
            assertThat(ROOT.resolve(source)).isRegularFile();
        } else {
            assertThat(map(compose.get("volumes"))).containsKey(source);
        }
    }

    @Test
    void everySettingIsOneThatTheOperationsPageKnows() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operations.md"));
        List<String> settings =
                list(service("keyledger").get("command")).stream()
                        .map(String::valueOf)
                        .map(argument -> argument.substring(2, argument.indexOf('=')))
                        .filter(name -> !name.equals("spring.config.import"))
                        .map(name -> name.replaceAll("\\[0]", "[n]"))
                        .toList();

        assertThat(settings).hasSizeGreaterThan(6);
        for (String setting : settings) {
            String family = setting.substring(0, setting.lastIndexOf('.'));
            assertThat(page.contains(setting) || page.contains(family)).as(setting).isTrue();
        }
    }

    @Test
    void nothingIsOpenToOthersThanThisMachine() {
        assertThat(services().values().stream().flatMap(it -> list(map(it).get("ports")).stream()))
                .hasSize(3)
                .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:"));
        assertThat(service("api")).doesNotContainKey("ports");
        assertThat(service("postgres")).doesNotContainKey("ports");
    }

    @Test
    void noSecretIsWrittenDown() {
        assertThat(map(compose.get("secrets")).values())
                .allSatisfy(secret -> assertThat(map(secret)).containsOnlyKeys("environment"));
    }

    @Test
    void onlyTheGatewaysNetworkMayAskAboutRequests() {
        String subnet =
                String.valueOf(
                        map(list(map(map(map(compose.get("networks")).get("inside")).get("ipam"))
                                                .get("config"))
                                        .getFirst())
                                .get("subnet"));

        assertThat(list(service("keyledger").get("command")))
                .contains("--keyledger.data-plane.forward-auth.callers=loopback," + subnet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateways/nginx/keyledger.conf", "gateways/caddy/Caddyfile"})
    void theGatewaysNameServicesOfIt(String file) throws IOException {
        assertThat(Files.readString(ROOT.resolve(file))).contains("keyledger:8081", "api:8080");
        assertThat(
                        Stream.of("nginx", "caddy")
                                .flatMap(it -> list(service(it).get("volumes")).stream()))
                .anyMatch(volume -> String.valueOf(volume).startsWith("./" + file + ":"));
    }

    @Test
    void theImageRunsTheJarThatTheBuildMakes() throws IOException {
        assertThat(Files.readString(ROOT.resolve("Dockerfile")))
                .contains("server/target/keyledger-server.jar", "USER keyledger");
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).contains(".env");
    }

    private Map<String, Object> services() {
        return map(compose.get("services"));
    }

    private Map<String, Object> service(String name) {
        return map(services().get(name));
    }

    private static String[] strings(Set<?> values) {
        return values.stream().map(String::valueOf).toArray(String[]::new);
    }

    @SuppressWarnings("unchecked") // YAML's mappings have strings as keys here
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked") // of whatever
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
