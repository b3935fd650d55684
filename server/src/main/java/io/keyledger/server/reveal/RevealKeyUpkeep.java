package io.keyledger.server.reveal;

import io.keyledger.api.hub.HubProfile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Says at start which reveal keys are missing (nothing but revealing and issuing recoverable
 * secrets suffers), and seals anew, under the current key, what is sealed under an older one.
 */
final class RevealKeyUpkeep implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RevealKeyUpkeep.class);
    private static final int AT_ONCE = 200;

    private final RevealKeys keys;
    private final SealedSecretTable table;
    private final Supplier<List<HubProfile>> profiles;
    private final TransactionOperations transactions;

    RevealKeyUpkeep(
            RevealKeys keys,
            SealedSecretTable table,
            Supplier<List<HubProfile>> profiles,
            TransactionOperations transactions) {
        this.keys = keys;
        this.table = table;
        this.profiles = profiles;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        tellHubsWithoutKey();
        tellLostKeys();
        if (keys.all().size() > 1) {
            Thread.ofVirtual().name("reveal-key-upkeep").start(this::trySealAnew);
        }
    }

    private void tellHubsWithoutKey() {
        List<String> recoverable =
                profiles.get().stream()
                        .filter(Recoverable::is)
                        .map(profile -> profile.hub().value())
                        .toList();
        if (keys.all().isEmpty() && !recoverable.isEmpty()) {
            LOG.warn(
                    "No reveal key is configured, and these hubs keep secrets recoverable: {}. Their keys"
                            + " can be neither issued nor rotated nor revealed here. {}",
                    recoverable,
                    RevealKeySource.HOW_TO_MAKE_ONE);
        }
    }

    private void tellLostKeys() {
        Map<String, Long> lost = lost();
        if (!lost.isEmpty()) {
            LOG.warn(
                    "Secrets were sealed under reveal keys that this node does not have: {}. They work,"
                            + " and cannot be shown again. Add the keys to keyledger.reveal.keys after the"
                            + " current one (on the embedded database: restore the file {}), or rotate"
                            + " those keys",
                    lost,
                    RevealKeySource.FILE);
        }
    }

    /** How many secrets are sealed under each reveal key that this node does not have. */
    Map<String, Long> lost() {
        Map<String, Long> lost = new TreeMap<>(table.countByRevealKey());
        lost.keySet().removeAll(keys.ids());
        return lost;
    }

    private void trySealAnew() {
        try {
            sealAnew();
        } catch (RuntimeException e) {
            LOG.warn("Not everything was sealed anew; the older reveal keys are still needed", e);
        }
    }

    /** Several nodes may do so at once. */
    void sealAnew() {
        List<String> older = keys.ids().subList(1, keys.ids().size());
        int total = 0;
        int some;
        do {
            some = transactions.execute(_ -> sealAnewSomeOf(older));
            total += some;
        } while (some > 0);
        if (total > 0) {
            LOG.info(
                    "Sealed {} secrets anew under {}; {} can go",
                    total,
                    keys.ids().getFirst(),
                    older);
        }
    }

    private int sealAnewSomeOf(List<String> older) {
        List<SealedSecret> some = table.someUnder(older, AT_ONCE);
        some.stream().map(this::anew).forEach(table::replace);
        return some.size();
    }

    private SealedSecret anew(SealedSecret sealed) {
        String plaintext = SecretSeal.open(keys.find(sealed.revealKey()).orElseThrow(), sealed);
        RevealKey current = keys.current().orElseThrow();
        return SecretSeal.seal(current, sealed.key(), sealed.generation(), plaintext);
    }
}
