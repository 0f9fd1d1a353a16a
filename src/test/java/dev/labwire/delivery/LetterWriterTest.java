package dev.labwire.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.digest.Inbox.Mail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters on the wire, read by another library. */
@QuarkusTest
class LetterWriterTest {

    @Inject
    LetterWriter writer;

    private Mail written(String subject, String text, String html) {
        return Mail.of(message(subject, text, html));
    }

    private String message(String subject, String text, String html) {
        return writer.message(new Letter(
                "jane@example.org",
                subject,
                text,
                html,
                "edition.abc.2026-05-19@labwire.example",
                Instant.parse("2026-05-19T02:00:00Z"),
                ZoneId.of("Asia/Kolkata"),
                new Letter.MailingList(
                        "Labwire दैनिक सार",
                        "digest.labwire.example",
                        "https://labwire.example/unsubscribe?token=abc.def")));
    }

    @Test
    void everyHeaderOfAListIsThere() {
        Mail mail = written("News", "text", "<p>text</p>");

        assertThat(mail.header("From")).isEqualTo("Labwire <digest@labwire.example>");
        assertThat(mail.header("To")).isEqualTo("jane@example.org");
        assertThat(mail.header("Message-ID")).isEqualTo("<edition.abc.2026-05-19@labwire.example>");
        assertThat(mail.header("Date")).isEqualTo("Tue, 19 May 2026 07:30:00 +0530");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Unsubscribe")).isEqualTo("<https://labwire.example/unsubscribe?token=abc.def>");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Id")).endsWith(" <digest.labwire.example>");
        assertThat(mail.header("MIME-Version")).isEqualTo("1.0");
        assertThat(mail.message().getMimeType()).isEqualTo("multipart/alternative");
        assertThat(mail.types()).as("the plainest first").containsExactly("text/plain", "text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Andrej Karpathy joins Anthropic",
                "आंद्रेज कार्पथी एंथ्रोपिक में शामिल हुए, और प्री-ट्रेनिंग टीम का नेतृत्व करेंगे (और 12 अन्य)",
                "アンドレイ・カルパシー氏がアンソロピックに移籍、事前学習チームを率いる（ほか12件）",
                "安德烈·卡帕西加入 Anthropic，领导预训练团队（另有 12 条）",
                "Zoë Müller wechselt zu Mistral – für 1 Mrd. €",
                "🚀 GPT-5 👩🏽‍🔬 is out 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                "",
                "a very long subject that goes on and on without anything beyond ASCII until it has to be folded because no line of a"
                        + " header may be longer than that"
            })
    void textOfAnyScriptArrivesAsItWas(String words) {
        String text = (words + "\n").repeat(40);
        String html = "<p>" + words.repeat(300) + "</p>";

        Mail mail = written(words, text, html);

        assertThat(mail.subject() == null ? "" : mail.subject().strip()).isEqualTo(words);
        assertThat(mail.plain().replace("\r\n", "\n")).isEqualTo(text);
        assertThat(mail.html().replace("\r\n", "\n")).isEqualTo(html);
    }

    @Test
    void anyServerCanTakeTheBytes() {
        String raw = message("नमस्ते", "शब्द ".repeat(5000), "<p>" + "x".repeat(50_000) + "</p>");

        assertThat(raw.chars()).allMatch(c -> c < 127 && (c >= 32 || c == '\r' || c == '\n' || c == '\t'));
        assertThat(raw.split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
        assertThat(raw.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void aLineBreakInASubjectMakesNoHeader() {
        Mail mail = written("News\r\nBcc: all@example.org\n\u2028X-Evil: 1", "text", "text");

        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.header("X-Evil")).isNull();
        assertThat(mail.subject()).isEqualTo("News Bcc: all@example.org X-Evil: 1");
    }

    @Test
    void aLetterHasTheSameIdHoweverOftenItIsWritten() {
        assertThat(written("News", "text", "text").header("Message-ID"))
                .isEqualTo(written("News", "text", "text").header("Message-ID"));
    }
}
