package io.keyledger.query.replay;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.hub.HubEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.api.workspace.WorkspaceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger that is a list. */
public final class MemoryLedger implements LedgerReader {

    private final List<LedgerEntry> entries = new ArrayList<>();

    public void append(Instant at, Object event) {
        entries.add(new LedgerEntry(entries.size() + 1L, at, event));
    }

    /** As it is now, whatever comes. */
    public MemoryLedger copy() {
        MemoryLedger copy = new MemoryLedger();
        copy.entries.addAll(entries);
        return copy;
    }

    @Override
    public List<LedgerEntry> of(String subject, Instant until) {
        List<LedgerEntry> own =
                entries.stream().filter(it -> subject(it.event()).equals(subject)).toList();
        int count = own.size();
        while (count > 0 && own.get(count - 1).at().isAfter(until)) {
            count--;
        }
        return own.subList(0, count);
    }

    @Override
    public Optional<LedgerEntry> last(String subject, Instant until) {
        List<LedgerEntry> own = of(subject, until);
        return own.isEmpty() ? Optional.empty() : Optional.of(own.getLast());
    }

    @Override
    public Optional<LedgerEntry> first(String subject) {
        return of(subject, WHENEVER).stream().findFirst();
    }

    private static String subject(Object event) {
        return switch (event) {
            case HubEvent it -> it.hub().value();
            case WorkspaceEvent it -> it.workspace().value();
            case CampaignEvent it -> it.campaign().value();
            case ApiKeyEvent it -> it.key().value();
            case OAuthAppEvent it -> it.app().value();
            case AccountEvent it -> it.account().value();
            case GrantEvent it -> it.grant().value();
            default -> throw new IllegalArgumentException("not an event: " + event);
        };
    }
}
