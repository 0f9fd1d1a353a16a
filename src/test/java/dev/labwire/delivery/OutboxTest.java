package dev.labwire.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.labwire.job.MovableClock;
import dev.labwire.net.smtp.ScriptedSmtp;
import dev.labwire.net.smtp.ScriptedSmtp.Step;
import dev.labwire.storage.Writes;
import dev.labwire.timeline.Newsroom;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails on their way: none lost, none sent twice. */
@QuarkusTest
class OutboxTest {

    private static final String DELIVERIES = "/api/v1/admin/deliveries";

    @Inject
    Newsroom newsroom;

    @Inject
    Outbox outbox;

    @Inject
    DeliveryStore store;

    @Inject
    Writes writes;

    @Inject
    MovableClock clock;

    @Inject
    Postman postman;

    @BeforeEach
    void emptyHouse() {
        newsroom.clear();
        clock.set("2026-05-19T08:00:00Z");
    }

    @AfterEach
    void realTime() {
        clock.release();
    }

    private static ScriptedSmtp smtp() {
        return PostOffice.smtp();
    }

    private boolean put(String occasion) {
        return outbox.put(new Dispatch(
                Channel.MAIL,
                "test",
                occasion,
                "jane@example.org",
                Dispatch.REGULAR,
                "news",
                "Subject: " + occasion + "\r\n\r\ntext\r\n",
                clock.instant()));
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password");
    }

    private static ValidatableResponse deliveries(String query) {
        return admin().get(DELIVERIES + query).then().statusCode(200);
    }

    private static String id() {
        return deliveries("").extract().jsonPath().getString("items[0].id");
    }

    @Test
    void aMailIsSentOnce() {
        put("one");
        postman.go();
        clock.advance(Duration.ofDays(1));
        postman.go();

        assertThat(smtp().accepted()).hasSize(1);
        deliveries("?state=sent").body("items", hasSize(1)).body("items[0].subject", equalTo("news"));
    }

    @Test
    void thereIsOneMailForOneOccasion() {
        assertThat(put("one")).isTrue();
        assertThat(put("one")).isFalse();
        postman.go();
        assertThat(put("one")).isFalse();
        postman.go();

        assertThat(smtp().accepted()).hasSize(1);
    }

    @Test
    void whatIsUndoneBeforeItIsCommittedIsNotSent() {
        try {
            writes.run(() -> {
                put("one");
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException killed) {
            // the mail went with the rest
        }
        postman.go();

        assertThat(smtp().accepted()).isEmpty();
    }

    @Test
    void whatTheServerPostponesIsSentLater() {
        smtp().on(Step.RCPT, "451 greylisted");
        put("one");
        postman.go();
        deliveries("?state=pending")
                .body("items[0].attempts", equalTo(1))
                .body("items[0].lastCode", equalTo(451))
                .body("items[0].lastError", containsString("greylisted"));
        smtp().behave();
        postman.go();
        assertThat(smtp().accepted()).as("not before its time").isEmpty();

        clock.advance(Duration.ofMinutes(3));
        postman.go();
        assertThat(smtp().accepted()).hasSize(1);
        admin().get(DELIVERIES + "/" + id()).then().body("log.outcome", contains("postponed", "accepted"));
    }

    @Test
    void whatTheServerPostponesForDaysIsADeadLetter() {
        smtp().on(Step.RCPT, "451 later");
        put("one");
        for (int hour = 0; hour < 80; hour++) {
            postman.go();
            clock.advance(Duration.ofHours(1));
        }
        deliveries("?state=dead").body("items", hasSize(1));
        smtp().behave();

        admin().post(DELIVERIES + "/" + id() + "/retry").then().statusCode(200).body("state", equalTo("pending"));
        postman.go();
        assertThat(smtp().accepted()).hasSize(1);
    }

    @Test
    void whatTheServerRefusesIsADeadLetter() {
        smtp().on(Step.DOT, "554 spam");
        put("one");
        postman.go();
        clock.advance(Duration.ofDays(2));
        postman.go();

        assertThat(smtp().whole()).as("offered once").hasSize(1);
        deliveries("?state=dead").body("items[0].lastCode", equalTo(554));
    }

    @Test
    void aServerThatIsAwayForDaysCostsNothing() {
        smtp().on(Step.GREETING, "421 closed");
        put("one");
        for (int hour = 0; hour < 100; hour++) {
            postman.go();
            clock.advance(Duration.ofHours(1));
        }
        deliveries("?state=pending").body("items[0].attempts", equalTo(0));
        smtp().behave();
        postman.go();

        assertThat(smtp().accepted()).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsNotAskedForEachMail() {
        smtp().on(Step.GREETING, "421 closed");
        for (int number = 0; number < 50; number++) {
            put("mail " + number);
        }
        int before = smtp().connections();
        postman.go();

        assertThat(smtp().connections() - before).isLessThanOrEqualTo(4);
        smtp().behave();
        clock.advance(Duration.ofHours(1));
        postman.go();
        assertThat(smtp().accepted()).hasSize(50).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"DOT, drop", "DOT, gibberish"})
    void aMailWhoseFateNobodySawIsNotSentAgain(Step step, String reply) {
        smtp().on(step, reply);
        put("one");
        postman.go();
        smtp().behave();
        clock.advance(Duration.ofDays(1));
        postman.go();

        assertThat(smtp().whole()).hasSize(1);
        deliveries("?state=unknown").body("items", hasSize(1));
    }

    @Test
    void anAdminMaySendAgainWhatIsUnknown() {
        smtp().on(Step.DOT, ScriptedSmtp.DROP);
        put("one");
        postman.go();
        smtp().behave();
        admin().post(DELIVERIES + "/" + id() + "/retry").then().statusCode(200);
        postman.go();

        assertThat(smtp().whole()).hasSize(2).allMatch(smtp().whole().get(0)::equals);
        deliveries("?state=sent").body("items", hasSize(1));
    }

    @Test
    void anAdminMayLayItAside() {
        smtp().on(Step.DOT, ScriptedSmtp.DROP);
        put("one");
        postman.go();
        smtp().behave();
        admin().post(DELIVERIES + "/" + id() + "/dismiss")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));
        postman.go();

        deliveries("?state=unknown").body("items", hasSize(0));
        admin().post(DELIVERIES + "/" + id() + "/dismiss").then().statusCode(409);
        admin().post(DELIVERIES + "/" + id() + "/retry").then().statusCode(409);
    }

    @Test
    void aProcessThatDiesBeforeTheEndOfTheMessageLosesNothing() {
        put("one");
        store.claimMails(List.of(), 1).get(0);
        clock.advance(Duration.ofHours(1));
        postman.go();

        assertThat(smtp().accepted()).hasSize(1);
        deliveries("?state=sent").body("items", hasSize(1));
    }

    @Test
    void aProcessThatDiesAtTheEndOfTheMessageLeavesItUnknown() {
        put("one");
        Claimed claim = store.claimMails(List.of(), 1).get(0);
        assertThat(store.begin(claim)).isTrue();
        store.releaseAll();
        postman.go();

        assertThat(smtp().accepted()).isEmpty();
        deliveries("?state=unknown").body("items[0].lastError", containsString("not seen"));
    }

    @Test
    void whoHasLostTheClaimMayNotEndTheMessage() {
        put("one");
        Claimed first = store.claimMails(List.of(), 1).get(0);
        store.releaseAll();
        Claimed second = store.claimMails(List.of(), 1).get(0);

        assertThat(store.begin(first)).isFalse();
        assertThat(store.begin(second)).isTrue();
        assertThat(store.begin(second)).as("once only").isFalse();
    }

    @Test
    void whatWasCalledOffIsNotSentThoughSomebodyHadItInHand() {
        put("one");
        Claimed claim = store.claimMails(List.of(), 1).get(0);
        outbox.cancel(Channel.MAIL, "jane@example.org", "test", "unsubscribed");

        assertThat(store.begin(claim)).isFalse();
        postman.go();
        assertThat(smtp().accepted()).isEmpty();
        deliveries("?state=cancelled").body("items[0].lastError", equalTo("unsubscribed"));
    }

    @Test
    void whatWasCalledOffWhileItWasHandedOverIsNotTriedAgain() {
        put("one");
        Claimed claim = store.claimMails(List.of(), 1).get(0);
        store.begin(claim);
        outbox.cancel(Channel.MAIL, "jane@example.org", "test", "unsubscribed");
        store.settle(claim, Outcome.of(Outcome.Type.POSTPONED, 451, "later"), clock.instant(), Duration.ZERO, true);
        clock.advance(Duration.ofDays(1));
        postman.go();

        assertThat(smtp().accepted()).isEmpty();
        deliveries("?state=cancelled").body("items", hasSize(1));
    }

    @Test
    void whatNobodyWantsAnyMoreCanNotBeRetried() {
        smtp().on(Step.RCPT, "550 no such");
        put("one");
        postman.go();
        outbox.cancel(Channel.MAIL, "jane@example.org", "test", "unsubscribed");

        admin().post(DELIVERIES + "/" + id() + "/retry").then().statusCode(409);
    }

    @Test
    void aClockThatWasAheadDoesNotHoldMailsBack() {
        clock.set("2026-07-19T08:00:00Z");
        smtp().on(Step.RCPT, "451 later");
        put("one");
        postman.go();
        smtp().behave();
        clock.set("2026-05-19T08:00:00Z");
        store.replan();
        postman.go();

        assertThat(smtp().accepted()).hasSize(1);
    }

    @Test
    void aSessionThatBreaksOffIsThatMailsAffairAndManyAreTheServers() {
        smtp().on(Step.RCPT, ScriptedSmtp.DROP);
        put("one");
        postman.go();
        deliveries("?state=pending").body("items[0].attempts", equalTo(1));
        for (int number = 0; number < 30; number++) {
            put("mail " + number);
        }
        int before = smtp().connections();
        postman.go();

        assertThat(smtp().connections() - before).isLessThan(15);
    }

    @Inject
    DeliveryContents contents;

    @Test
    void oneThatCanNotBeReadDoesNotHoldUpTheOthers() {
        put("one");
        put("two");
        writes.run(() -> contents.update("packed = 'nonsense' where deliveryId = (select min(d.id) from Delivery d)"));
        postman.go();

        assertThat(smtp().accepted()).singleElement().asString().startsWith("Subject: two");
        deliveries("?state=pending")
                .body("items[0].attempts", equalTo(1))
                .body("items[0].lastError", containsString("log"));
    }

    @Test
    void theLogIsForgottenInTheEnd() {
        put("one");
        postman.go();
        clock.advance(Duration.ofDays(91));

        assertThat(store.forgetSettled(Duration.ofDays(90))).isEqualTo(1);
        assertThat(newsroom.count("delivery") + newsroom.count("delivery_attempt") + newsroom.count("delivery_content"))
                .isZero();
    }

    @Test
    void urgentMailsOvertake() {
        for (int number = 0; number < 20; number++) {
            put("mail " + number);
        }
        outbox.put(new Dispatch(
                Channel.MAIL,
                "confirmation",
                "urgent",
                "john@example.org",
                Dispatch.URGENT,
                "now",
                "Subject: urgent\r\n\r\n",
                clock.instant()));
        // soon nothing more is offered to such a server: what was, was taken first
        smtp().on(Step.RCPT, ScriptedSmtp.DROP);
        postman.go();

        deliveries("?kind=confirmation").body("items", hasSize(1)).body("items[0].attempts", equalTo(1));
        deliveries("?kind=test&limit=50").body("items.findAll { it.attempts == 0 }.size()", greaterThan(10));
    }

    @Test
    void whatWasSentLongAgoIsEmptied() {
        put("one");
        postman.go();
        clock.advance(Duration.ofDays(8));

        assertThat(store.forgetContents(Duration.ofDays(7))).isEqualTo(1);
        assertThat(store.forgetContents(Duration.ofDays(7))).isZero();
        put("one");
        postman.go();
        assertThat(smtp().accepted()).hasSize(1);
    }

    @Inject
    Grumbler grumbler;

    @Test
    void whatTheServerSaidIsKeptThoughWhoHearsOfItFails() {
        put(Grumbler.SORE_POINT);
        postman.go();
        clock.advance(Duration.ofDays(1));
        postman.go();

        assertThat(grumbler.heard()).isPositive();
        assertThat(smtp().accepted()).hasSize(1);
        deliveries("?state=sent").body("items", hasSize(1));
    }

    /** Fails when it hears of a certain delivery. */
    @Singleton
    static class Grumbler {

        static final String SORE_POINT = "sore point";

        private final AtomicInteger heard = new AtomicInteger();

        int heard() {
            return heard.get();
        }

        @Transactional
        void hear(@Observes Settled settled) {
            if (settled.occasion().equals(SORE_POINT)) {
                heard.incrementAndGet();
                throw new IllegalStateException("not again");
            }
        }
    }

    @Test
    void theLogIsPaged() {
        for (int number = 0; number < 5; number++) {
            put("mail " + number);
        }
        String next = deliveries("?limit=3")
                .body("items", hasSize(3))
                .extract()
                .jsonPath()
                .getString("next");
        deliveries("?limit=3&cursor=" + next).body("items", hasSize(2)).body("next", nullValue());
        deliveries("?endpoint=jane@example.org&kind=test&channel=mail").body("items", hasSize(5));
        deliveries("?endpoint=nobody@example.org").body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "state=lost, state",
        "channel=pigeon, channel",
        "limit=0, limit",
        "limit=501, limit",
        "limit=ten, limit",
        "cursor=x, cursor"
    })
    void aWrongParameterIsNamed(String query, String field) {
        admin().get(DELIVERIES + "?" + query).then().statusCode(400).body("errors[0].field", equalTo(field));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        admin().get(DELIVERIES + "/nothing").then().statusCode(404);
        admin().post(DELIVERIES + "/nothing/retry").then().statusCode(404);
    }
}
