package dev.labwire.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are taken, and how they are kept. */
class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jane@example.org, jane@example.org",
        "' Jane.Doe+News@Example.ORG ', jane.doe+news@example.org",
        "o'neil@example.org, o'neil@example.org",
        "jane@münchen.example, jane@xn--mnchen-3ya.example",
        "jane@localhost, jane@localhost",
    })
    void anAddressIsKeptInOneForm(String given, String kept) {
        assertThat(EmailAddress.of(given).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jane",
                "@example.org",
                "jane@",
                "jane doe@example.org",
                "Jane <jane@example.org>",
                "jane@example.org, john@example.org",
                "jane@example.org\r\nBcc: all@example.org",
                "jane\r\n@example.org",
                "jane@exam\nple.org",
                "jane..doe@example.org",
                ".jane@example.org",
                "\"jane\"@example.org",
                "jane@example..org",
                "jane@-example.org",
                "jane@[127.0.0.1]",
                "jane@example.org.",
                "जेन@example.org",
                "jane@exa mple.org"
            })
    void whatIsNoAddressIsRefused(String given) {
        assertThatThrownBy(() -> EmailAddress.of(given)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressLongerThanMailAllowsIsRefused() {
        assertThatThrownBy(() -> EmailAddress.of("j".repeat(65) + "@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmailAddress.of("jane@" + "a.".repeat(130) + "org"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
