package io.keyledger.resourceserver.replica;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.resourceserver.judge.TruthUnknownException;
import io.keyledger.resourceserver.remote.DataPlaneClient;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the data plane for the facts about a credential. A profile crosses the wire once. */
final class FactsSource {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataPlaneClient client;
    private final Map<String, CompiledProfile> seen = new ConcurrentHashMap<>();

    FactsSource(DataPlaneClient client) {
        this.client = client;
    }

    /**
     * The facts as they are now; nothing when the hub has no such credential.
     *
     * @throws TruthUnknownException when they cannot be had
     */
    Optional<Facts> facts(String credential, String hub) {
        CompiledProfile known = seen.get(hub);
        JsonNode answer =
                client.post(
                        "/v1/replica/facts",
                        JSON.createObjectNode()
                                .put("token", credential)
                                .put("hub", hub)
                                .put("profileVersion", known == null ? 0 : known.version()));
        try {
            return answer.required("known").booleanValue()
                    ? Optional.of(read(answer, known))
                    : Optional.empty();
        } catch (RuntimeException e) {
            throw new TruthUnknownException("the facts cannot be understood", e);
        }
    }

    private Facts read(JsonNode answer, @Nullable CompiledProfile known) {
        JsonNode profile = answer.required("profile");
        CompiledProfile current =
                profile.isNull()
                        ? Objects.requireNonNull(known)
                        : CompiledProfile.compile(
                                JSON.treeToValue(profile, HubProfile.class),
                                answer.required("profileVersion").intValue(),
                                answer.required("profilePosition").longValue());
        seen.put(current.hub(), current);
        return new Facts(
                answer.required("handle").stringValue(),
                credential(answer.required("credential")),
                JSON.treeToValue(answer.required("standing"), WorkspaceStanding.class),
                current);
    }

    private static Credential credential(JsonNode json) {
        JsonNode filter = json.required("filter");
        return new Credential(
                json.required("id").stringValue(),
                kind(json.required("kind").stringValue()),
                json.required("workspace").stringValue(),
                json.required("generation").intValue(),
                Set.copyOf(texts(json.required("scopes"))),
                json.required("validUntil").longValue(),
                json.required("revoked").booleanValue(),
                AddressBlocks.of(texts(json.required("allowedCidrs"))),
                filter.isNull() ? null : JSON.treeToValue(filter, AccessFilter.class),
                delegation(json.path("delegation")),
                json.required("position").longValue());
    }

    private static @Nullable Delegation delegation(JsonNode json) {
        return json.isObject() ? JSON.treeToValue(json, Delegation.class) : null;
    }

    private static CredentialKind kind(String label) {
        return Stream.of(CredentialKind.values())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(it -> texts.add(it.stringValue()));
        return List.copyOf(texts);
    }
}
