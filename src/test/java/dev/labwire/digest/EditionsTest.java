package dev.labwire.digest;

import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.RELEASE;
import static dev.labwire.timeline.merge.Told.move;
import static dev.labwire.timeline.merge.Told.release;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.labwire.delivery.PostOffice;
import dev.labwire.delivery.Postman;
import dev.labwire.extraction.Status;
import dev.labwire.job.MovableClock;
import dev.labwire.net.smtp.ScriptedSmtp.Step;
import dev.labwire.storage.Writes;
import dev.labwire.timeline.Newsroom;
import dev.labwire.timeline.merge.Told;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What subscribers get, when, and how often. */
@QuarkusTest
class EditionsTest {

    private static final String JANE = "jane@example.org";
    private static final String A = "https://a.example/1";
    private static final String B = "https://b.example/1";

    @Inject
    Newsroom newsroom;

    @Inject
    SubscriptionStore store;

    @Inject
    ComposeStep step;

    @Inject
    EditionRepository editions;

    @Inject
    Writes writes;

    @Inject
    MovableClock clock;

    @Inject
    Postman postman;

    @BeforeEach
    void emptyHouse() {
        newsroom.clear();
        clock.set("2026-05-18T12:00:00Z");
    }

    @AfterEach
    void realTime() {
        clock.release();
    }

    private static Settings settings(String zone, String at, Map<String, List<String>> filter) {
        return new Settings(ZoneId.of(zone), LocalTime.parse(at), "en", false, filter);
    }

    private void subscribe(String address, Map<String, List<String>> filter) {
        store.subscribe(address, settings("UTC", "07:00", filter));
    }

    /** The mails of that day at eight, of which there may be none. */
    private List<Inbox.Mail> morning(String day) {
        PostOffice.smtp().accepted().clear();
        clock.set(day + "T08:00:00Z");
        run();
        return Inbox.all();
    }

    private Inbox.Mail onlyMailOf(String day) {
        List<Inbox.Mail> mails = morning(day);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private void run() {
        int some;
        do {
            some = step.runOnce(50);
        } while (some > 0);
        postman.go();
    }

    private void publish(String url, String day, Told... told) {
        newsroom.publish(url, day, told);
        newsroom.place();
    }

    private static Told joins(String to) {
        return move(JOIN, "jane-doe", null, to).on("2026-05-18");
    }

    @Test
    void anEditionTellsWhatIsNewWithItsSources() {
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic").saying("Jane Doe has joined Anthropic, the company said."));
        publish(B, "2026-05-18", joins("anthropic"), release(RELEASE, "gpt-5").on("2026-05-18"));

        Inbox.Mail mail = onlyMailOf("2026-05-19");

        assertThat(mail.subject())
                .startsWith("Labwire, May 19, 2026: Jane Doe joins Anthropic")
                .endsWith("(and 1 more)");
        assertThat(mail.plain())
                .contains("People moves", "Models", "Jane Doe joins Anthropic", "OpenAI releases GPT-5", "2 sources", A)
                .contains("> Jane Doe has joined Anthropic, the company said.");
        assertThat(mail.html())
                .contains("Jane Doe has joined Anthropic, the company said.", "href=\"" + A + "\"")
                .contains("https://labwire.example/events/");
    }

    @Test
    void aQuietDayBringsNoMailUnlessItIsWished() {
        subscribe(JANE, Map.of());
        store.subscribe("quiet@example.org", new Settings(ZoneId.of("UTC"), LocalTime.of(7, 0), "en", true, Map.of()));

        Inbox.Mail mail = onlyMailOf("2026-05-19");

        assertThat(mail.to()).isEqualTo("quiet@example.org");
        assertThat(mail.subject()).contains("all quiet");
        assertThat(mail.plain()).contains("Nothing new on your topics");
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic"));
        onlyMailOf("2026-05-19");
        publish(B, "2026-05-19", joins("anthropic"));

        assertThat(morning("2026-05-20")).isEmpty();
    }

    @Test
    void aRumourThatComesTrueIsToldAgainAsConfirmed() {
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic").as(Status.RUMORED));
        assertThat(onlyMailOf("2026-05-19").plain()).contains("rumour");
        publish(B, "2026-05-19", joins("anthropic"));

        assertThat(onlyMailOf("2026-05-20").plain()).contains("[now confirmed]").doesNotContain("Corrections");
    }

    @Test
    void aDenialIsACorrectionForWhoWasToldOtherwise() {
        subscribe(JANE, Map.of("status", List.of("reported", "confirmed")));
        publish(A, "2026-05-18", joins("anthropic").as(Status.REPORTED));
        onlyMailOf("2026-05-19");
        store.subscribe("new@example.org", settings("UTC", "07:00", Map.of("status", List.of("confirmed"))));
        publish(B, "2026-05-19", joins("anthropic").as(Status.DENIED).ownSource("anthropic"));

        Inbox.Mail mail = onlyMailOf("2026-05-20");

        assertThat(mail.to()).as("who was told nothing needs no correction").isEqualTo(JANE);
        assertThat(mail.plain()).contains("Corrections", "[denied]");
    }

    @Test
    void whatNobodyTellsOfAnyMoreIsTakenBack() {
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic"));
        onlyMailOf("2026-05-19");
        newsroom.change(A, 2);
        newsroom.place();

        assertThat(onlyMailOf("2026-05-20").plain())
                .contains("Corrections", "[withdrawn]", "No source stands behind this any more.");
        assertThat(morning("2026-05-21")).isEmpty();
    }

    @Test
    void whatWentIntoAnotherEventIsCorrectedWhenThatSaysOtherwise() {
        publish(B, "2026-05-10", move(JOIN, "john-roe", null, "xai").on("2026-05-10"));
        clock.set("2026-05-20T12:00:00Z");
        subscribe(JANE, Map.of("organization", List.of("anthropic")));
        publish(A, "2026-05-20", move(JOIN, "jane-doe", null, "anthropic").on("2026-05-20"));
        onlyMailOf("2026-05-21");
        String survivor = idOf("john-roe");
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType("application/json")
                .body(Map.of("events", List.of(idOf("jane-doe"))))
                .post("/api/v1/admin/events/" + survivor + "/merge")
                .then()
                .statusCode(200);

        assertThat(onlyMailOf("2026-05-22").plain())
                .contains("Corrections", "[corrected]", "John Roe joins", "We told you: Jane Doe joins Anthropic");
        assertThat(morning("2026-05-23")).isEmpty();
    }

    private static String idOf(String person) {
        return given().get("/api/v1/events?salience=any&person=" + person)
                .jsonPath()
                .getString("items[0].id");
    }

    @Test
    void whatIsToBeCorrectedIsNeverCutOff() {
        subscribe(JANE, Map.of());
        for (int number = 0; number < 40; number++) {
            newsroom.publish(
                    "https://a.example/" + number,
                    "2026-05-18",
                    move(JOIN, "person-" + number, null, "xai").on("2026-05-18"));
            if (number % 20 == 19) {
                newsroom.place();
                morning("2026-05-" + (19 + number / 20));
            }
        }
        for (int number = 0; number < 40; number++) {
            newsroom.change("https://a.example/" + number, 2);
        }
        newsroom.place();

        String mail = onlyMailOf("2026-05-22").plain();
        assertThat(mail.split("\\[withdrawn\\]", -1)).hasSize(41);
    }

    @Test
    void aFilterIsThatOfTheListOfEvents() {
        subscribe(JANE, Map.of("organization", List.of("xAI"), "type", List.of("people_move")));
        publish(
                A,
                "2026-05-18",
                joins("anthropic"),
                move(JOIN, "john-roe", null, "xai").on("2026-05-18"));

        assertThat(onlyMailOf("2026-05-19").plain()).contains("John Roe").doesNotContain("Jane Doe");
    }

    @Test
    void wordsAreLookedForInTheWholeEvent() {
        subscribe(JANE, Map.of("q", List.of("supercomputer")));
        publish(
                A,
                "2026-05-18",
                joins("anthropic").saying("She will build a supercomputer."),
                move(JOIN, "john-roe", null, "xai").on("2026-05-18"));

        assertThat(onlyMailOf("2026-05-19").plain()).contains("Jane Doe").doesNotContain("John Roe");
    }

    @Test
    void whatHappenedLongAgoIsCountedAndNotTold() {
        subscribe(JANE, Map.of());
        publish(
                A,
                "2026-05-18",
                joins("anthropic"),
                move(JOIN, "john-roe", null, "xai").on("2023-01-02"));

        assertThat(onlyMailOf("2026-05-19").plain())
                .contains("Jane Doe", "1 older happenings came onto the timeline")
                .doesNotContain("John Roe");
    }

    @Test
    void whatIsSurestAndToldByMostComesFirst() {
        subscribe(JANE, Map.of());
        publish(
                A,
                "2026-05-18",
                move(JOIN, "ann-poe", null, "xai").on("2026-05-18").as(Status.RUMORED));
        publish(B, "2026-05-18", joins("anthropic"));
        publish("https://c.example/1", "2026-05-18", joins("anthropic"));

        assertThat(onlyMailOf("2026-05-19").plain()).containsSubsequence("Jane Doe", "Ann Poe");
    }

    @Test
    void thirtyEventsAreShownAndTheOthersCounted() {
        subscribe(JANE, Map.of());
        for (int number = 0; number < 45; number++) {
            newsroom.publish(
                    "https://a.example/" + number,
                    "2026-05-18",
                    move(JOIN, "person-" + number, null, "xai").on("2026-05-18").saying("x".repeat(2000)));
        }
        newsroom.place();

        Inbox.Mail mail = onlyMailOf("2026-05-19");

        assertThat(mail.plain()).contains("15 more on the timeline");
        assertThat(mail.html().length())
                .as("Gmail cuts off what is longer than 102 KB")
                .isLessThan(100_000);
    }

    @Test
    void theWeekIsToldInNumbers() {
        subscribe(JANE, Map.of());
        publish(
                A,
                "2026-05-18",
                move(JOIN, "jane-doe", "openai", "anthropic").on("2026-05-17"),
                move(JOIN, "john-roe", "openai", "anthropic").on("2026-05-16"),
                move(JOIN, "ann-poe", "openai", "anthropic").on("2026-05-01"),
                release(RELEASE, "gpt-5").on("2026-05-18"));

        assertThat(onlyMailOf("2026-05-19").plain())
                .contains("moves between organisations: 2", "from OpenAI to Anthropic: 2", "models released: 1");
    }

    @Test
    void everySubscriberGetsOneEditionALocalDay() {
        clock.set("2026-05-18T16:00:00Z");
        store.subscribe("tokyo@example.org", settings("Asia/Tokyo", "07:00", Map.of()));
        store.subscribe("la@example.org", settings("America/Los_Angeles", "07:00", Map.of()));
        publish(A, "2026-05-18", joins("anthropic"));
        clock.set("2026-05-18T22:30:00Z");
        run();
        assertThat(Inbox.all()).extracting(Inbox.Mail::to).containsExactly("tokyo@example.org");
        assertThat(Inbox.only("tokyo@example.org").subject()).contains("May 19, 2026");

        clock.set("2026-05-19T14:30:00Z");
        run();
        assertThat(Inbox.only("la@example.org").subject()).contains("May 19, 2026");
        assertThat(Inbox.all()).hasSize(2);
    }

    @Test
    void aServiceThatWasDownSendsOneEditionWhenItIsBack() {
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic"));
        publish(B, "2026-05-18", move(JOIN, "john-roe", null, "xai").on("2026-05-20"));

        Inbox.Mail mail = onlyMailOf("2026-05-22");

        assertThat(mail.subject()).contains("May 22, 2026");
        assertThat(mail.plain()).contains("Jane Doe", "John Roe");
        assertThat(morning("2026-05-22")).isEmpty();
    }

    @Test
    void aClockThatIsSetBackBringsNoSecondEdition() {
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic"));
        onlyMailOf("2026-05-19");
        publish(B, "2026-05-18", move(JOIN, "john-roe", null, "xai").on("2026-05-18"));
        clock.set("2026-05-19T06:30:00Z");
        run();

        assertThat(morning("2026-05-19")).isEmpty();
        assertThat(onlyMailOf("2026-05-20").plain()).contains("John Roe");
    }

    @Test
    void aClockThatWasFarAheadDoesNotSilenceAnybody() {
        subscribe(JANE, Map.of());
        clock.set("2027-05-19T08:00:00Z");
        run();
        publish(A, "2026-05-18", joins("anthropic"));
        clock.set("2026-05-18T09:00:00Z");
        run();

        assertThat(onlyMailOf("2026-05-19").plain()).contains("Jane Doe");
    }

    @Test
    void whoMovesToAnotherZoneGetsNoDayTwice() {
        SubscriptionView view = store.subscribe(JANE, settings("Asia/Tokyo", "07:00", Map.of()));
        publish(A, "2026-05-18", joins("anthropic"));
        clock.set("2026-05-18T22:30:00Z");
        run();
        assertThat(Inbox.all()).hasSize(1);
        store.change(view.id(), settings("America/Los_Angeles", "07:00", Map.of()));
        publish(B, "2026-05-18", move(JOIN, "john-roe", null, "xai").on("2026-05-18"));
        clock.set("2026-05-19T15:00:00Z");
        run();
        assertThat(Inbox.all()).as("19 May was told of in Tokyo").hasSize(1);
        clock.set("2026-05-20T15:00:00Z");
        run();
        assertThat(Inbox.all()).hasSize(2);
    }

    @Test
    void aKillBeforeTheCommitLosesNothingAndDoublesNothing() {
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic"));
        clock.set("2026-05-19T08:00:00Z");
        try {
            writes.run(() -> {
                step.runOnce(50);
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException killed) {
            // what the step had written is undone
        }
        assertThat(newsroom.count("edition")).isZero();

        assertThat(morning("2026-05-19")).hasSize(1);
        assertThat(newsroom.count("edition")).isEqualTo(1);
    }

    @Test
    void anEditionStaysAsItWasSent() {
        store.keepPublic(settings("UTC", "07:00", Map.of()));
        publish(A, "2026-05-18", joins("anthropic"));
        morning("2026-05-19");
        newsroom.change(A, 2, move(JOIN, "jane-doe", null, "xai").on("2026-05-18"));
        newsroom.place();

        given().get("/digest/2026-05-19")
                .then()
                .statusCode(200)
                .body(containsString("Jane Doe joins Anthropic"), not(containsString("Xai")));
        morning("2026-05-20");
        given().get("/digest/2026-05-20").then().statusCode(200).body(containsString("Jane Doe joins Xai"));
        given().get("/digest").then().statusCode(200).body(containsString("/digest/2026-05-19"));
        given().get("/digest/2020-01-01").then().statusCode(404);
        given().get("/digest/nonsense").then().statusCode(404);
    }

    @Test
    void publicEditionsTellNobodysAddress() {
        store.keepPublic(settings("UTC", "07:00", Map.of()));
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic"));
        morning("2026-05-19");

        given().get("/digest/2026-05-19").then().body(not(containsString(JANE)), not(containsString("unsubscribe")));
    }

    @Test
    void aPreviewShowsWhatASubscriberWouldGet() {
        clock.set("2026-05-18T12:00:00Z");
        publish(A, "2026-05-18", joins("anthropic"));
        clock.set("2026-05-19T12:00:00Z");
        publish(B, "2026-05-19", move(JOIN, "john-roe", null, "xai").on("2026-05-19"));
        clock.set("2026-05-21T12:00:00Z");

        given().get("/digest/preview?date=2026-05-19&timeZone=UTC")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Jane Doe"), not(containsString("John Roe")));
        given().get("/digest/preview?date=2026-05-19&timeZone=UTC&deliverAt=13:00&format=text&language=fr")
                .then()
                .contentType("text/plain;charset=UTF-8")
                .body(containsString("John Roe"), containsString("Le résumé du jour"));
        given().get("/digest/preview?date=2026-05-19&organization=xai").then().body(not(containsString("Jane Doe")));
        given().get("/digest/preview?date=&timeZone=").then().statusCode(200).body(containsString("Nothing new"));
        publish(
                "https://c.example/1",
                "2026-05-21",
                move(JOIN, "ann-poe", null, "xai").on("2026-05-21"));
        given().get("/digest/preview").then().body(containsString("Ann Poe"), containsString("May 22, 2026"));
    }

    @ParameterizedTest
    @CsvSource({
        "date=19.5.2026, date",
        "date=+10000-01-01, date",
        "timeZone=Mars, timeZone",
        "deliverAt=noon, deliverAt",
        "language=xx, language",
        "format=pdf, format",
        "colour=red, filter.colour",
    })
    void aWrongParameterOfThePreviewIsNamed(String query, String field) {
        given().get("/digest/preview?" + query).then().statusCode(400).body("errors[0].field", equalTo(field));
    }

    @Test
    void anAddressThatIsRefusedThreeTimesGetsNoMore() {
        store.subscribe(JANE, new Settings(ZoneId.of("UTC"), LocalTime.of(7, 0), "en", true, Map.of()));
        PostOffice.smtp().on(Step.RCPT, "550 5.1.1 no such mailbox");
        for (int day = 19; day < 25; day++) {
            morning("2026-05-" + day);
        }
        PostOffice.smtp().behave();

        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .get("/api/v1/admin/subscriptions?state=suspended")
                .then()
                .body("items[0].email", equalTo(JANE))
                .body("items[0].reason", containsString("refused"));
        assertThat(newsroom.count("edition")).isEqualTo(3);
        assertThat(morning("2026-05-26")).isEmpty();
    }

    @Test
    void oneRefusalNowAndThenDoesNoHarm() {
        store.subscribe(JANE, new Settings(ZoneId.of("UTC"), LocalTime.of(7, 0), "en", true, Map.of()));
        for (int day = 10; day < 20; day++) {
            PostOffice.smtp().behave();
            if (day % 3 != 0) {
                PostOffice.smtp().on(Step.RCPT, "550 full");
            }
            clock.set("2026-06-" + day + "T08:00:00Z");
            run();
        }

        assertThat(newsroom.count("edition")).isEqualTo(10);
    }

    @Test
    void aFilterThatCanNotBeReadDoesNotHoldUpTheOthers() {
        subscribe("broken@example.org", Map.of("kind", List.of("dance")));
        subscribe(JANE, Map.of());
        publish(A, "2026-05-18", joins("anthropic"));

        assertThat(onlyMailOf("2026-05-19").to()).isEqualTo(JANE);
        assertThat(newsroom.count("edition")).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        run();
        assertThat(newsroom.count("edition")).isEqualTo(1);
    }
}
