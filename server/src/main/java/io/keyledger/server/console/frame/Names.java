package io.keyledger.server.console.frame;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.node.OnCommandNode;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Names for those who act, where history has ids. */
@Component
@OnCommandNode
public class Names {

    private static final String PERSON = "account:";
    private static final String KEY = "key:";
    private static final String ITSELF = "system:";

    private final AccountDirectory accounts;
    private final OAuthAppDirectory apps;
    private final Inventory inventory;

    Names(AccountDirectory accounts, OAuthAppDirectory apps, Inventory inventory) {
        this.accounts = accounts;
        this.apps = apps;
        this.inventory = inventory;
    }

    /** Who it was: the name of a person or key; what history has, when there is no name. */
    public String ofActor(String actor) {
        if (actor.startsWith(ITSELF)) {
            return "Keyledger";
        }
        return after(PERSON, actor)
                .flatMap(this::ofAccount)
                .or(() ->
                        after(KEY, actor)
                                .flatMap(inventory::key)
                                .map(KeyView::name)
                                .map("the key “%s”"::formatted))
                .orElse(actor);
    }

    /** A person's name, whether their account is closed or not. */
    public Optional<String> ofAccount(String account) {
        return read(account, AccountId::new).flatMap(accounts::find).map(AccountStanding::name);
    }

    /** The name of what history has the id of, in this field; nothing for all other fields. */
    Optional<String> of(String field, String id) {
        return switch (field) {
            case "account" -> ofAccount(id);
            case "app" -> read(id, OAuthAppId::new).flatMap(apps::find).map(OAuthAppStanding::name);
            default -> Optional.empty();
        };
    }

    private static Optional<String> after(String prefix, String actor) {
        return actor.startsWith(prefix)
                ? Optional.of(actor.substring(prefix.length()))
                : Optional.empty();
    }

    private static <T> Optional<T> read(String id, Function<String, T> form) {
        try {
            return Optional.of(form.apply(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
