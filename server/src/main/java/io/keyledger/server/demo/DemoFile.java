package io.keyledger.server.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.api.account.AccountId;
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
     * @param oauth absent where the hub has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            WorkspaceId workspace,
            ApiKeyId keyId,
            String key,
            String baseUrl,
            String exampleRequest,
            @Nullable OAuthEntry oauth) {

        static Entry of(DemoHub demo, String hub, DemoAddresses addresses) {
            String secret = demo.secret().plaintext();
            return new Entry(
                    demo.workspace(),
                    demo.key(),
                    secret,
                    addresses.baseUrl(hub),
                    addresses.exampleRequest(hub, secret),
                    demo.oauth() == null ? null : OAuthEntry.of(demo.oauth(), addresses));
        }

        DemoHub demo(SecretMint mint) {
            return new DemoHub(
                    workspace, keyId, mint.recognise(key), oauth == null ? null : oauth.demo(mint));
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Entry[" + workspace + "]";
        }
    }

    /**
     * What there is to try OAuth with.
     *
     * @param email what the person signs in with
     * @param redirectUri where the app gets people back
     */
    record OAuthEntry(
            OAuthAppId clientId,
            String clientSecret,
            AccountId account,
            String email,
            String password,
            String redirectUri) {

        static OAuthEntry of(DemoOAuth demo, DemoAddresses addresses) {
            return new OAuthEntry(
                    demo.app(),
                    demo.clientSecret().plaintext(),
                    demo.account(),
                    demo.email(),
                    demo.password(),
                    addresses.controlPlane() + DemoCallback.PATH);
        }

        DemoOAuth demo(SecretMint mint) {
            return new DemoOAuth(clientId, mint.recognise(clientSecret), account, email, password);
        }

        /** Leaves secret and password out. */
        @Override
        public String toString() {
            return "OAuthEntry[" + clientId + "]";
        }
    }
}
