package io.keyledger.server.oauth.hub;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.hub.OAuthRules.ScopeAlias;
import io.keyledger.api.hub.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How apps may write a hub's scopes: as the catalogue has them, or with the hub's alias. */
public final class ScopeSpelling {

    private final HubProfile profile;
    private final @Nullable ScopeAlias alias;

    ScopeSpelling(HubProfile profile) {
        this.profile = profile;
        OAuthRules rules = Objects.requireNonNull(profile.oauth());
        this.alias = rules.scopeAlias();
    }

    /** As the hub's guide spells it. */
    public String written(String scope) {
        return alias == null ? scope : scope.replace(alias.to(), alias.from());
    }

    /** The scope of the catalogue that is meant; nothing when there is none. */
    public Optional<String> meant(String written) {
        return names().stream()
                .filter(scope -> scope.equals(written))
                .findFirst()
                .or(() ->
                        names().stream()
                                .filter(scope -> written(scope).equals(written))
                                .findFirst());
    }

    /** Every scope of the hub, as its guide spells it. */
    public List<String> all() {
        return names().stream().map(this::written).toList();
    }

    private List<String> names() {
        return profile.scopes().stream().map(Scope::name).toList();
    }
}
