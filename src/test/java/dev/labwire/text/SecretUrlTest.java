package dev.labwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:SECRET@a.example/feed",
                "https://SECRET@a.example/feed",
                "https://u:p@SECRET@a.example/",
                "https://a.example/?token=SECRET",
                "https://a.example/?x=1&api_key=SECRET&y=2",
                "https://a.example/?token=abc'SECRET",
                "https://a.example/?token=\"SECRET",
                "https://a.example/?token=abc SECRET",
                "https://a.example/?token=a<SECRET",
                "https://a.example/?token<=SECRET",
                "https://a.example/?to%6Ben=SECRET",
                "https://a.example/?a[token]=SECRET",
                "https://a.example/?+token=SECRET",
                "https://a.example/?x=1;token=SECRET",
                "https://a.example/#token=SECRET",
                "https://a.example/?PassWord=SECRET",
                "https://a.example/?u=http://x:SECRET@b.example/",
                "https://a.example/?u=ftp%3A%2F%2Fx%3ASECRET%40b.example",
                "https://a.example/?url=http%3A%2F%2Fb.example%2F%3Ftoken%3DSECRET",
                "https://a.example/?url=http%253A%252F%252Fb.example%252F%253Ftoken%253DSECRET",
            })
    void aSecretIsNotShown(String address) {
        String shown = SecretUrl.redacted(address);

        assertThat(shown).doesNotContain("SECRET").contains("a.example");
        assertThat(SecretUrl.isRedacted(shown)).isTrue();
        assertThat(SecretUrl.redacted(shown)).as("blanked once and for all").isEqualTo(shown);
        assertThat(SecretUrl.restored(shown, address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/",
                "https://a.example/feed?x=1&y=2#part",
                "https://a.example/keys/monkey?page=2",
                "https://a.example/@user/feed",
                "https://a.example/?q=a@b.example",
                "https://[::1]:8080/feed",
            })
    void whatIsNoneStays(String address) {
        assertThat(SecretUrl.redacted(address)).isEqualTo(address);
        assertThat(SecretUrl.isRedacted(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not followed: ftp://u:SECRET@h/",
                "not followed: //u:SECRET@h/",
                "not followed: http:/u:SECRET@h/",
                "not followed: http://u:p/SECRET@h",
                "more than 5 redirects from http://u:SECRET@h:1/?a=b",
                "from http://h/?token=SECRET and on",
            })
    void aSentenceShowsNoneEither(String sentence) {
        assertThat(SecretUrl.redactedIn(sentence)).doesNotContain("SECRET");
    }

    @Test
    void aSentenceWithoutOneStaysAsItIs() {
        String sentence = "the name www.anthropic.com does not resolve; mail a@b.example";
        assertThat(SecretUrl.redactedIn(sentence)).isEqualTo(sentence);
    }

    @Test
    void anotherAddressIsNotTakenForIt() {
        assertThat(SecretUrl.restored("https://***@b.example/", "https://u:p@a.example/"))
                .isEqualTo("https://***@b.example/");
        assertThat(SecretUrl.restored("https://a.example/", "https://u:p@a.example/"))
                .isEqualTo("https://a.example/");
    }
}
