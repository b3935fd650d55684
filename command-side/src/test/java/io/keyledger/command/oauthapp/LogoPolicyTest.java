package io.keyledger.command.oauthapp;

import static io.keyledger.api.rejection.RejectionReason.LOGO_INVALID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.policy.Rejection;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page shows a logo to a person who is about to consent: it must be an image and nothing else.
 */
class LogoPolicyTest {

    private static final int MOST_BYTES = 32 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {Images.PNG, Images.JPEG, Images.GIF, Images.WEBP})
    void anImageCanBeALogo(String logo) {
        assertThat(LogoPolicy.acceptable(logo)).isEmpty();
    }

    @Test
    void anAppCanDoWithoutALogo() {
        assertThat(LogoPolicy.acceptable(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logo.png",
                "https://client.example.com/logo.png",
                "javascript:alert(1)",
                "data:",
                "data:,",
                "data:image/png;base64,",
                "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
                "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
                "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
                "data:image/png;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
                "data:image/png;base64,%89PNG"
            })
    void whatIsNoImageCannotBeALogo(String logo) {
        assertRefused(logo);
    }

    /** Whoever believes the declared type must not show what the bytes are not. */
    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "image/gif", "image/svg+xml", "text/html", "IMAGE/PNG"})
    void anImageCannotBeDeclaredAsSomethingElse(String type) {
        assertRefused(Images.PNG.replace("image/png", type));
    }

    /** One image has one URL: nothing can be hidden in how it is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;charset=utf-8;base64,",
                "data:image/png;BASE64,",
                "DATA:image/png;base64,",
                " data:image/png;base64,",
                "data:image/png;base64, ",
                "data:image/png;base64,\n",
                "x,data:image/png;base64,"
            })
    void aUrlCannotBeWrittenInAnotherWay(String start) {
        assertRefused(Images.PNG.replace("data:image/png;base64,", start));
    }

    @Test
    void aUrlCannotLeaveItsPaddingOutOrGoOn() {
        assertRefused(Images.PNG.replace("==", ""));
        assertRefused(Images.PNG + "\"><script>");
    }

    @Test
    void anImageHasAtMost32Kilobytes() {
        assertThat(LogoPolicy.acceptable(dataUrl("image/png", png(MOST_BYTES)))).isEmpty();
        assertRefused(dataUrl("image/png", png(MOST_BYTES + 1)));
    }

    @Test
    void anEndlessUrlIsNotEvenDecoded() {
        assertRefused(dataUrl("image/png", png(10_000_000)));
    }

    @Test
    void aRefusalShowsNoMoreThanTheBeginning() {
        assertThat(LogoPolicy.acceptable(dataUrl("image/png", png(MOST_BYTES + 1))))
                .map(Rejection::offendingValue)
                .hasValueSatisfying(it -> assertThat(it).hasSizeLessThan(200));
    }

    @Test
    void anUploadedImageIsWrittenAsTheLogoThatIsAccepted() {
        assertThat(Logos.url(png(MOST_BYTES))).contains(dataUrl("image/png", png(MOST_BYTES)));
    }

    @Test
    void anUploadThatIsTooLargeOrNoImageIsNotWritten() {
        assertThat(Logos.url(png(MOST_BYTES + 1))).isEmpty();
        assertThat(Logos.url("<svg/>".getBytes(UTF_8))).isEmpty();
        assertThat(Logos.url(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 8, 11})
    void theFirstBytesOfAWebPImageAreNotEnough(int length) {
        assertThat(Logos.url(Arrays.copyOf(Images.bytesOf(Images.WEBP), length))).isEmpty();
    }

    private static byte[] png(int length) {
        return Arrays.copyOf(Images.bytesOf(Images.PNG), length);
    }

    private static String dataUrl(String type, byte[] image) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(image);
    }

    private static void assertRefused(String logo) {
        assertThat(LogoPolicy.acceptable(logo)).map(Rejection::reason).contains(LOGO_INVALID);
    }
}
