package io.keyledger.server.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.server.datadirectory.DataDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo.json} in the data directory: what there is to try, for people and scripts. */
final class DemoFile {

    static final String NAME = "demo.json";

    private static final TypeReference<LinkedHashMap<String, Entry>> ENTRIES =
            new TypeReference<>() {};

    private final DataDirectory directory;
    private final JsonMapper mapper;
    private final SecretMint mint;

    DemoFile(DataDirectory directory, JsonMapper mapper, SecretMint mint) {
        this.directory = directory;
        this.mapper = mapper;
        this.mint = mint;
    }

    DemoPlan read() {
        Map<String, DemoHub> hubs = new LinkedHashMap<>();
        entries().forEach((hub, entry) -> hubs.put(hub, entry.demo(mint)));
        return new DemoPlan(hubs);
    }

    void write(DemoPlan plan, DemoAddresses addresses) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        plan.hubs().forEach((hub, demo) -> entries.put(hub, Entry.of(demo, hub, addresses)));
        directory.write(
                NAME, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(entries) + "\n");
    }

    private Map<String, Entry> entries() {
        return directory
                .read(NAME)
                .<Map<String, Entry>>map(text -> mapper.readValue(text, ENTRIES))
                .orElseGet(Map::of);
    }

    /**
     * One hub in the file.
     *
     * @param key the secret that the client sends as Bearer
     * @param baseUrl where the hub's API stands in the demo
     * @param exampleRequest a command line that works
     * @param console where the person signs in
     * @param oauth absent where the hub has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            WorkspaceId workspace,
            ApiKeyId keyId,
            String key,
            String baseUrl,
            String exampleRequest,
            @Nullable String console,
            @Nullable DemoPerson person,
            @Nullable OAuthEntry oauth) {

        static Entry of(DemoHub demo, String hub, DemoAddresses addresses) {
            String secret = demo.secret().plaintext();
            return new Entry(
                    demo.workspace(),
                    demo.key(),
                    secret,
                    addresses.baseUrl(hub),
                    addresses.exampleRequest(hub, secret),
                    addresses.console(hub),
                    demo.person(),
                    demo.app() == null ? null : OAuthEntry.of(demo.app(), addresses));
        }

        DemoHub demo(SecretMint mint) {
            return new DemoHub(
                    workspace,
                    keyId,
                    mint.recognise(key),
                    person,
                    oauth == null ? null : oauth.demo(mint));
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Entry[" + workspace + "]";
        }
    }

    /**
     * The app that there is to try OAuth with.
     *
     * @param redirectUri where it gets people back
     */
    record OAuthEntry(OAuthAppId clientId, String clientSecret, String redirectUri) {

        static OAuthEntry of(DemoApp demo, DemoAddresses addresses) {
            return new OAuthEntry(
                    demo.app(),
                    demo.clientSecret().plaintext(),
                    addresses.controlPlane() + DemoCallback.PATH);
        }

        DemoApp demo(SecretMint mint) {
            return new DemoApp(clientId, mint.recognise(clientSecret));
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "OAuthEntry[" + clientId + "]";
        }
    }
}
