package dev.labwire.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.digest.SignedLinks.Purpose;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tokens that nobody can make up. */
@QuarkusTest
class SignedLinksTest {

    @Inject
    SignedLinks links;

    @Test
    void aTokenSaysWhatItWasMadeFor() {
        String token = links.token(Purpose.UNSUBSCRIBE, "abc");

        assertThat(links.read(Purpose.UNSUBSCRIBE, token)).get().returns("abc", SignedLinks.Grant::subject);
        assertThat(token).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void aTokenIsGoodForOnePurposeOnly() {
        String token = links.token(Purpose.UNSUBSCRIBE, "abc");

        assertThat(links.read(Purpose.MANAGE, token)).isEmpty();
        assertThat(links.read(Purpose.CONFIRM, token)).isEmpty();
    }

    @Test
    void anotherSubjectUnderTheSameSignatureIsRefused() {
        String[] parts = links.token(Purpose.UNSUBSCRIBE, "abc").split("\\.");
        String said = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(said.replace("abc", "abd").getBytes(StandardCharsets.UTF_8));

        assertThat(links.read(Purpose.UNSUBSCRIBE, other + "." + parts[1])).isEmpty();
    }

    @Test
    void aDamagedTokenIsRefusedWhereverItIsDamaged() {
        String token = links.token(Purpose.UNSUBSCRIBE, "abc");
        Random chance = new Random(5);
        for (int place = 0; place < token.length(); place++) {
            char other = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%\u0000"
                    .charAt(chance.nextInt(67));
            String damaged = token.substring(0, place) + other + token.substring(place + 1);
            if (!damaged.equals(token)) {
                assertThat(links.read(Purpose.UNSUBSCRIBE, damaged)).as(damaged).isEmpty();
            }
        }
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String text : new String[] {"", ".", "..", "a.b.c", "x", "a".repeat(100_000), "VS4u.", ".VS4u"}) {
            assertThat(links.read(Purpose.UNSUBSCRIBE, text)).isEmpty();
        }
    }
}
