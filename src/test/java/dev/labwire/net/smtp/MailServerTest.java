package dev.labwire.net.smtp;

import static dev.labwire.net.smtp.ScriptedSmtp.DROP;
import static dev.labwire.net.smtp.ScriptedSmtp.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.labwire.net.smtp.Handover.Result;
import dev.labwire.net.smtp.ScriptedSmtp.Step;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a message after a server did this or that to it. */
class MailServerTest {

    private static final String MESSAGE = "Subject: news\r\n\r\nfirst line\r\n.a line that begins with a dot\r\n";

    private static final Map<String, String> TLS = Map.of(
            "mail.smtp.ssl.enable", "true", "mail.smtp.ssl.trust", "*", "mail.smtp.ssl.checkserveridentity", "false");

    /** A server whose replies are waited for a second at most. */
    private record Account(int port, Optional<String> user, Optional<String> password, Map<String, String> more)
            implements SmtpAccount {

        static Account at(int port) {
            return new Account(port, Optional.empty(), Optional.empty(), Map.of());
        }

        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public Properties session() {
            Properties properties = new Properties();
            properties.put("mail.smtp.timeout", "1000");
            properties.put("mail.smtp.connectiontimeout", "1000");
            properties.put("mail.smtp.from", "digest@labwire.example");
            properties.put("mail.smtp.auth", String.valueOf(user.isPresent()));
            properties.putAll(more);
            return properties;
        }
    }

    @Nested
    class WithOneThatMisbehaves {

        private final ScriptedSmtp smtp = new ScriptedSmtp();
        private final MailServer server = new MailServer(Account.at(smtp.port()));

        @AfterEach
        void close() throws IOException {
            smtp.close();
        }

        private Handover offer() {
            return server.offer("jane@example.org", MESSAGE, () -> true);
        }

        @Test
        void aMessageArrivesAsItWas() {
            assertThat(offer().result()).isEqualTo(Result.ACCEPTED);
            assertThat(smtp.accepted()).containsExactly(MESSAGE);
        }

        @ParameterizedTest
        @CsvSource({
            "GREETING, 554 no,        UNREACHABLE",
            "GREETING, 421 busy,      UNREACHABLE",
            "GREETING, drop,          UNREACHABLE",
            "GREETING, hang,          UNREACHABLE",
            "EHLO,     drop,          UNREACHABLE",
            "MAIL,     451 later,     UNREACHABLE",
            "MAIL,     550 not you,   UNREACHABLE",
            "MAIL,     hang,          UNREACHABLE",
            "RCPT,     450 later,     POSTPONED",
            "RCPT,     550 no such,   REFUSED",
            "RCPT,     421 closing,   POSTPONED",
            "RCPT,     drop,          POSTPONED",
            "DATA,     451 later,     POSTPONED",
            "DATA,     554 no,        REFUSED",
            "DATA,     hang,          POSTPONED",
            "DOT,      451 later,     POSTPONED",
            "DOT,      554 spam,      REFUSED",
            "DOT,      421 closing,   POSTPONED",
            "DOT,      drop,          UNKNOWN",
            "DOT,      hang,          UNKNOWN",
            "DOT,      gibberish,     UNKNOWN",
        })
        void whatIsKnownAfterwards(Step step, String reply, Result known) {
            smtp.on(step, reply);

            assertThat(offer().result()).isEqualTo(known);
        }

        @Test
        void aMessageThatBreaksOffHalfwayWasNotTaken() {
            smtp.on(Step.BODY, DROP);

            Handover handover =
                    server.offer("jane@example.org", "Subject: long\r\n\r\n" + "x\r\n".repeat(10_000_000), () -> true);

            assertThat(handover.result()).isEqualTo(Result.POSTPONED);
        }

        @Test
        void whoCanNotWriteItDownDoesNotCompleteIt() {
            Handover handover = server.offer("jane@example.org", MESSAGE, () -> {
                throw new IllegalStateException("the disk is full");
            });

            assertThat(handover.result()).isEqualTo(Result.POSTPONED);
            assertThat(smtp.whole()).isEmpty();
        }

        @Test
        void theSessionGoesOnInSecretWhereTheServerOffersIt() {
            smtp.offeringTls();
            Account account = new Account(
                    smtp.port(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(
                            "mail.smtp.starttls.enable", "true",
                            "mail.smtp.starttls.required", "true",
                            "mail.smtp.ssl.trust", "*",
                            "mail.smtp.ssl.checkserveridentity", "false"));

            Handover handover = new MailServer(account).offer("jane@example.org", MESSAGE, () -> true);

            assertThat(handover.result()).isEqualTo(Result.ACCEPTED);
            assertThat(smtp.secured()).isEqualTo(1);
            assertThat(smtp.accepted()).containsExactly(MESSAGE);
        }

        @Test
        void aVerdictCountsThoughTheConnectionBreaksRightBehindIt() {
            smtp.on(Step.DOT, "550 spam").on(Step.AFTER, DROP);

            assertThat(offer()).returns(Result.REFUSED, Handover::result).returns(550, Handover::code);
        }

        @Test
        void anAcceptedMessageStaysAcceptedThoughTheConnectionBreaksRightBehindIt() {
            smtp.on(Step.AFTER, DROP);

            assertThat(offer().result()).isEqualTo(Result.ACCEPTED);
            smtp.behave();
            assertThat(offer().result()).isEqualTo(Result.ACCEPTED);
        }

        @Test
        void whoChangesHisMindBeforeTheEndHasSentNothing() {
            AtomicInteger asked = new AtomicInteger();

            Handover handover = server.offer("jane@example.org", MESSAGE, () -> asked.incrementAndGet() > 1);

            assertThat(handover.result()).isEqualTo(Result.ABANDONED);
            assertThat(asked).hasValue(1);
            assertThat(smtp.whole()).isEmpty();
        }

        @Test
        void nobodyIsAskedWhenTheServerDoesNotTakeTheMessage() {
            AtomicInteger asked = new AtomicInteger();
            smtp.on(Step.RCPT, "550 no such");

            server.offer("jane@example.org", MESSAGE, () -> asked.incrementAndGet() > 0);

            assertThat(asked).hasValue(0);
        }

        @Test
        void aConnectionServesManyMessages() {
            for (int count = 0; count < 5; count++) {
                assertThat(offer().result()).isEqualTo(Result.ACCEPTED);
            }

            assertThat(smtp.connections()).isEqualTo(1);
        }

        @Test
        void aConnectionThatTheServerHasClosedMeanwhileIsReplaced() throws IOException {
            offer();
            smtp.dropAll();

            assertThat(offer().result()).isEqualTo(Result.ACCEPTED);
            assertThat(smtp.accepted()).hasSize(2);
        }

        @Test
        void aRefusalDoesNotSpoilTheConnection() {
            smtp.on(Step.RCPT, "550 no such");
            offer();
            smtp.behave();

            assertThat(offer().result()).isEqualTo(Result.ACCEPTED);
            assertThat(smtp.connections()).isEqualTo(1);
        }

        @Test
        void aServerThatIsNotThereIsUnreachable() throws IOException {
            smtp.close();

            assertThat(offer().result()).isEqualTo(Result.UNREACHABLE);
        }

        @Test
        void whatTheServerSaidIsKept() {
            smtp.on(Step.RCPT, "550 5.1.1 no such mailbox");

            assertThat(offer().detail()).contains("no such mailbox");
        }

        @Test
        void aServerThatHangsIsNotWaitedForLongerThanSet() {
            smtp.on(Step.DOT, HANG);
            long start = System.nanoTime();

            offer();

            assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        }
    }

    /** GreenMail, with certificates and passwords. */
    @Nested
    class WithARealOne {

        private final ServerSetup plain = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP);
        private final ServerSetup secure = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS);
        private final GreenMail mail = new GreenMail(new ServerSetup[] {plain, secure});

        WithARealOne() {
            mail.start();
            mail.setUser("digest", "digest", "right");
        }

        @AfterEach
        void stop() {
            mail.stop();
        }

        @Test
        void aMessageArrivesOverTls() throws Exception {
            assertThat(offer(mail.getSmtps().getPort(), TLS, null).result()).isEqualTo(Result.ACCEPTED);
            assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("news");
        }

        @Test
        void aCertificateThatNobodyVouchesForIsNotTrusted() {
            Handover handover = offer(mail.getSmtps().getPort(), Map.of("mail.smtp.ssl.enable", "true"), null);

            assertThat(handover.result()).isEqualTo(Result.UNREACHABLE);
            assertThat(mail.getReceivedMessages()).isEmpty();
        }

        @Test
        void aServerWithoutTlsGetsNothingWhereTlsIsRequired() {
            Handover handover = offer(
                    mail.getSmtp().getPort(),
                    Map.of("mail.smtp.starttls.enable", "true", "mail.smtp.starttls.required", "true"),
                    null);

            assertThat(handover.result()).isEqualTo(Result.UNREACHABLE);
            assertThat(mail.getReceivedMessages()).isEmpty();
        }

        @Test
        void whoKnowsThePasswordMaySend() {
            assertThat(offer(mail.getSmtps().getPort(), TLS, "right").result()).isEqualTo(Result.ACCEPTED);
        }

        @Test
        void aWrongPasswordSaysNothingOfTheMessage() {
            Handover handover = offer(mail.getSmtps().getPort(), TLS, "wrong");

            assertThat(handover.result()).isEqualTo(Result.UNREACHABLE);
            assertThat(handover.detail()).contains("password");
            assertThat(mail.getReceivedMessages()).isEmpty();
        }

        private Handover offer(int port, Map<String, String> more, @Nullable String password) {
            Account account = new Account(
                    port, Optional.ofNullable(password).map(any -> "digest"), Optional.ofNullable(password), more);
            return new MailServer(account).offer("jane@example.org", MESSAGE, () -> true);
        }
    }
}
