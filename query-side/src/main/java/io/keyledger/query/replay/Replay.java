package io.keyledger.query.replay;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what credentials could do at past instants: replays what had happened to them, and to what
 * they depended on, from the ledger itself. No read model has to remember anything for it.
 */
public final class Replay {

    private static final Comparator<LedgerEntry> ORDER =
            Comparator.comparingLong(LedgerEntry::position);

    private final LedgerReader ledger;

    public Replay(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Whose the key is, and since when, whatever has become of it; nothing when there is none. */
    public Optional<Owner> ownerOf(ApiKeyId key) {
        return ledger.first(key.value())
                .map(first -> {
                    ApiKeyIssued issued = (ApiKeyIssued) first.event();
                    return new Owner(issued.workspace().value(), issued.hub().value(), first.at());
                });
    }

    /** Whose the grant is: the workspace's that the app may reach. */
    public Optional<Owner> ownerOf(GrantId grant) {
        return ledger.first(grant.value())
                .map(GrantStart::of)
                .map(it -> new Owner(it.workspace(), it.hub(), it.at()));
    }

    /** What a key could do at an instant; nothing when there was no such key yet. */
    public Optional<Rights> rights(ApiKeyId key, Instant at) {
        List<LedgerEntry> own = ledger.of(key.value(), at);
        return own.isEmpty() ? Optional.empty() : Optional.of(rights(own, at));
    }

    private Rights rights(List<LedgerEntry> own, Instant at) {
        LedgerEntry first = own.getFirst();
        ApiKeyIssued issued = (ApiKeyIssued) first.event();
        PastKey key = new PastKey(issued, first.at());
        List<LedgerEntry> all = new ArrayList<>(own);
        all.addAll(bound(issued.filter(), first.position(), at));
        all.stream().sorted(ORDER).forEach(key::on);
        return key.rights(at, around(issued.workspace().value(), issued.hub().value(), at));
    }

    /** What the filter was when the key was bound to it counts by position, whatever clocks say. */
    private List<LedgerEntry> bound(@Nullable FilterBinding binding, long issued, Instant at) {
        return binding == null
                ? List.of()
                : ledger.of(binding.campaign().value(), LedgerReader.WHENEVER).stream()
                        .filter(it -> it.position() < issued || !it.at().isAfter(at))
                        .toList();
    }

    /** What a grant's tokens could do at an instant; nothing when there was no such grant yet. */
    public Optional<Rights> rights(GrantId grant, Instant at) {
        List<LedgerEntry> own = ledger.of(grant.value(), at);
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(rights(GrantStart.of(own.getFirst()), own, at));
    }

    private Rights rights(GrantStart start, List<LedgerEntry> own, Instant at) {
        List<LedgerEntry> all = new ArrayList<>(own);
        all.addAll(ledger.of(start.app(), at));
        if (start.account() != null) {
            all.addAll(ledger.of(start.account(), at));
        }
        PastGrant grant = new PastGrant(start);
        all.stream().sorted(ORDER).forEach(grant::on);
        return grant.rights(at, around(start.workspace(), start.hub(), at));
    }

    private Surroundings around(String workspace, String hub, Instant at) {
        return new Surroundings(
                PastWorkspace.standing(ledger.of(workspace, at)),
                ledger.last(hub, at).map(Replay::profile).orElse(null));
    }

    private static CompiledProfile profile(LedgerEntry entry) {
        HubProfilePublished published = (HubProfilePublished) entry.event();
        return CompiledProfile.compile(published.profile(), published.version(), entry.position());
    }

    /**
     * Whose a credential is.
     *
     * @param since when there is one
     */
    public record Owner(String workspace, String hub, Instant since) {}
}
