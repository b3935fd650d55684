package io.keyledger.command.oauthapp;

import static io.keyledger.api.rejection.RejectionReason.LOGO_INVALID;

import io.keyledger.command.policy.Rejection;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A logo is the one URL that its image has; an app may do without. */
final class LogoPolicy {

    /** Of the URL of an image of the most bytes: four characters for three of them. */
    private static final int LONGEST = 44_000;

    private LogoPolicy() {}

    static Optional<Rejection> acceptable(@Nullable String logo) {
        return Rejection.when(logo != null && !isLogo(logo), LOGO_INVALID, "logo", logo);
    }

    private static boolean isLogo(String logo) {
        return logo.length() <= LONGEST
                && imageIn(logo).flatMap(Logos::url).filter(logo::equals).isPresent();
    }

    private static Optional<byte[]> imageIn(String logo) {
        try {
            return Optional.of(Base64.getDecoder().decode(logo.substring(logo.indexOf(',') + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
