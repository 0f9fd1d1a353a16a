package dev.labwire.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.labwire.delivery.PostOffice;
import dev.labwire.delivery.Postman;
import dev.labwire.job.MovableClock;
import dev.labwire.timeline.Newsroom;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people get the digest, change it and get rid of it. */
@QuarkusTest
@WithTestResource(value = PostOffice.class, scope = TestResourceScope.GLOBAL)
class SubscriptionsTest {

    private static final String JANE = "jane@example.org";

    @Inject
    Newsroom newsroom;

    @Inject
    MovableClock clock;

    @Inject
    Postman postman;

    @Inject
    SubscriptionStore store;

    @BeforeEach
    void emptyHouse() {
        newsroom.clear();
        clock.set("2026-05-19T12:00:00Z");
    }

    @AfterEach
    void realTime() {
        clock.release();
    }

    private Response subscribe(Map<String, Object> body) {
        return given().contentType("application/json").body(body).post("/api/v1/subscriptions");
    }

    private String confirmationOf(String address) {
        postman.go();
        return Inbox.only(address).link("/subscriptions/confirm");
    }

    private void confirmed(Map<String, Object> body) {
        subscribe(body).then().statusCode(202);
        given().post(confirmationOf(String.valueOf(body.get("email")))).then().statusCode(200);
        PostOffice.smtp().accepted().clear();
    }

    private List<Map<String, Object>> subscriptions() {
        return given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .get("/api/v1/admin/subscriptions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    @Test
    void nobodyIsSubscribedWithoutPressingTheButtonInTheMail() {
        subscribe(Map.of("email", JANE, "timeZone", "Europe/Berlin", "deliverAt", "07:30"))
                .then()
                .statusCode(202);
        String link = confirmationOf(JANE);
        assertThat(subscriptions()).isEmpty();

        given().get(link).then().statusCode(200).body(containsString("<form method=\"post\">"), containsString(JANE));
        assertThat(subscriptions()).as("opening the link is not enough").isEmpty();

        given().post(link).then().statusCode(200).body(containsString("Confirmed"), containsString("May 20, 2026"));
        assertThat(subscriptions()).singleElement().satisfies(subscription -> assertThat(subscription)
                .containsEntry("email", JANE)
                .containsEntry("state", "active")
                .containsEntry("timeZone", "Europe/Berlin")
                .containsEntry("nextDueAt", "2026-05-20T05:30:00Z"));
    }

    @Test
    void confirmingAgainChangesNothing() {
        confirmed(Map.of("email", JANE));
        Object before = subscriptions();
        subscribe(Map.of("email", JANE, "deliverAt", "18:00"));
        String link = confirmationOf(JANE);
        given().post(link).then().statusCode(200);
        given().post(link).then().statusCode(200);

        assertThat(subscriptions()).hasSize(1).isNotEqualTo(before);
        assertThat(subscriptions().get(0)).containsEntry("deliverAt", "18:00");
    }

    @Test
    void aConfirmationThatIsTooOldLeadsNowhere() {
        subscribe(Map.of("email", JANE));
        String link = confirmationOf(JANE);
        clock.advance(Duration.ofHours(49));

        given().get(link).then().statusCode(404);
        given().post(link).then().statusCode(404);
        assertThat(subscriptions()).isEmpty();
    }

    @Test
    void aStrangerLearnsNothingFromTheAnswer() {
        String unknown = subscribe(Map.of("email", JANE))
                .then()
                .statusCode(202)
                .extract()
                .asString();
        given().post(confirmationOf(JANE));

        assertThat(subscribe(Map.of("email", JANE))
                        .then()
                        .statusCode(202)
                        .extract()
                        .asString())
                .isEqualTo(unknown);
    }

    @Test
    void anAddressGetsAFewConfirmationsADayAndNoMore() {
        for (int count = 0; count < 10; count++) {
            subscribe(Map.of("email", JANE)).then().statusCode(202);
        }
        postman.go();
        assertThat(Inbox.to(JANE)).hasSize(3);

        clock.advance(Duration.ofHours(25));
        subscribe(Map.of("email", JANE)).then().statusCode(202);
        postman.go();
        assertThat(Inbox.to(JANE)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "email, not an address",
        "timeZone, Europe/Atlantis",
        "timeZone, +05:30",
        "deliverAt, 7.30",
        "deliverAt, 24:00",
        "language, tlh",
    })
    void aWrongFieldIsNamed(String field, String value) {
        Map<String, Object> body = new HashMap<>(Map.of("email", JANE));
        body.put(field, value);

        subscribe(body).then().statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        subscribe(Map.of("email", "x", "timeZone", "y", "filter", Map.of("kind", "dance", "colour", "red")))
                .then()
                .statusCode(400)
                .body("errors", hasSize(4))
                .body("errors.field", hasItem("filter.kind"))
                .body("errors.field", hasItem("filter.colour"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "{\"email\":1,\"x\":2}", "{\"email\":\"jane@example.org\",\"filter\":7}", "null"})
    void nonsenseIsRefused(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anAddressWithALineBreakReachesNobody() {
        subscribe(Map.of("email", "jane@example.org\r\nBcc: all@example.org"))
                .then()
                .statusCode(400);
        postman.go();
        assertThat(Inbox.all()).isEmpty();
    }

    @Test
    void theConfirmationIsInTheLanguageOfTheLabels() {
        subscribe(Map.of("email", "asha@example.org", "language", "hi", "timeZone", "Asia/Kolkata"));
        postman.go();

        Inbox.Mail mail = Inbox.only("asha@example.org");
        assertThat(mail.subject()).isEqualTo("अपने दैनिक सार की पुष्टि करें");
        assertThat(mail.plain()).contains("asha@example.org", "Asia/Kolkata");
    }

    @Test
    void aSubscriptionEndsByOneClickWithoutCookies() {
        confirmed(Map.of("email", JANE));
        String link = editionLink("/unsubscribe");

        given().get(link).then().statusCode(200).body(containsString("<form method=\"post\">"));
        assertThat(subscriptions().get(0))
                .as("opening the link changes nothing")
                .containsEntry("state", "active");

        Response answer = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(link);
        answer.then().statusCode(200).body(containsString("no more digests"));
        assertThat(answer.cookies()).isEmpty();
        assertThat(subscriptions().get(0)).containsEntry("state", "unsubscribed");
        given().post(link).then().statusCode(200);
        given().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
    }

    @Test
    void theButtonOfAMailProgramMaySendAnything() {
        confirmed(Map.of("email", JANE));
        String link = editionLink("/unsubscribe");

        given().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        assertThat(subscriptions().get(0)).containsEntry("state", "unsubscribed");
    }

    @Test
    void whatWaitsIsNotSentToWhoHasLeft() {
        confirmed(Map.of("email", JANE, "whenQuiet", true));
        clock.set("2026-05-20T08:00:00Z");
        compose();
        String link = newsletterLink();
        compose();
        given().post(link).then().statusCode(200);
        clock.set("2026-05-21T08:00:00Z");
        compose();
        postman.go();

        assertThat(Inbox.all()).as("only the one that told the link").hasSize(1);
    }

    private String newsletterLink() {
        postman.go();
        return Inbox.only(JANE).link("/unsubscribe");
    }

    /** A link of the kind in the edition of the next day. */
    private String editionLink(String path) {
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .post("/api/v1/admin/subscriptions/" + subscriptions().get(0).get("id") + "/test")
                .then()
                .statusCode(202);
        postman.go();
        return Inbox.only(JANE).link(path);
    }

    private void compose() {
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .post("/api/v1/admin/digest/compose")
                .then()
                .statusCode(200);
    }

    @Test
    void settingsAreChangedByALinkWithoutAnAccount() {
        confirmed(Map.of("email", JANE));
        String link = editionLink("/subscriptions/manage");

        given().get(link).then().statusCode(200).body(containsString("value=\"07:30\""), not(containsString(JANE)));
        given().formParam("timeZone", "Asia/Tokyo")
                .formParam("deliverAt", "06:15")
                .formParam("language", "ja")
                .formParam("whenQuiet", "on")
                .formParam("filter", "type=people_move&organization=Anthropic")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("保存しました"));
        assertThat(subscriptions().get(0))
                .containsEntry("timeZone", "Asia/Tokyo")
                .containsEntry("deliverAt", "06:15")
                .containsEntry("language", "ja")
                .containsEntry("whenQuiet", true)
                .containsEntry("filter", Map.of("type", List.of("people_move"), "organization", List.of("Anthropic")))
                .containsEntry("nextDueAt", "2026-05-19T21:15:00Z");
    }

    @Test
    void aFormWithAMistakeIsShownAgainAndChangesNothing() {
        confirmed(Map.of("email", JANE));
        String link = editionLink("/subscriptions/manage");

        given().formParam("timeZone", "Mars/Olympus")
                .formParam("filter", "kind=<script>")
                .post(link)
                .then()
                .statusCode(400)
                .body(containsString("timeZone: must be a zone"), not(containsString("<script>")));
        assertThat(subscriptions().get(0)).containsEntry("timeZone", "UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subscriptions/confirm", "/unsubscribe", "/subscriptions/manage"})
    void aForgedLinkLeadsToAPlainPage(String path) {
        for (String token : List.of("", "x", "VS5hYmMuMTc3OTE5MjAwMA.AAAA", "%00", "a".repeat(3000))) {
            for (Response answer : List.of(
                    given().get(path + "?token=" + token),
                    given().contentType("application/x-www-form-urlencoded").post(path + "?token=" + token))) {
                answer.then()
                        .statusCode(404)
                        .contentType(containsString("text/html"))
                        .body(containsString("There is nothing here"));
            }
        }
        given().get(path).then().statusCode(404);
    }

    @Test
    void pagesBehindLinksAreNotKeptAndGiveNothingAway() {
        confirmed(Map.of("email", JANE));

        given().get(editionLink("/unsubscribe"))
                .then()
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex");
    }

    @Test
    void peopleSubscribeOnAPageToo() {
        given().get("/subscriptions").then().statusCode(200).body(containsString("name=\"email\""));
        given().formParam("email", JANE)
                .formParam("timeZone", "Europe/Berlin")
                .formParam("deliverAt", "08:00")
                .formParam("language", "de")
                .formParam("filter", "")
                .post("/subscriptions")
                .then()
                .statusCode(202);
        given().post(confirmationOf(JANE)).then().statusCode(200);
        assertThat(subscriptions().get(0)).containsEntry("language", "de").containsEntry("deliverAt", "08:00");
        given().formParam("email", "\"><script>")
                .post("/subscriptions")
                .then()
                .statusCode(400)
                .body(containsString("email: must be a mail address"), not(containsString("\"><script>")));
    }

    @Test
    void anAdminImportsWhoHasAgreedElsewhere() {
        String csv = """
                email,timeZone,deliverAt,language,whenQuiet,filter
                jane@example.org,Europe/Berlin,06:00,de,true,type=deal&organization=xai
                nobody,Europe/Berlin,06:00,de,true,
                john@example.org,,,,,
                """;
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/admin/subscriptions")
                .then()
                .statusCode(200)
                .body("imported", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(2))
                .body("rejected[0].errors[0].field", equalTo("email"));
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType("application/json")
                .body(List.of(Map.of("email", "ann@example.org"), Map.of("mail", "x")))
                .post("/api/v1/admin/subscriptions")
                .then()
                .statusCode(200)
                .body("imported", equalTo(1))
                .body("rejected[0].line", equalTo(2));
        assertThat(subscriptions())
                .extracting(subscription -> subscription.get("email"))
                .containsExactly("ann@example.org", JANE, "john@example.org");
    }

    @Test
    void whoHasUnsubscribedIsNotImported() {
        confirmed(Map.of("email", JANE));
        given().post(editionLink("/unsubscribe")).then().statusCode(200);
        for (int days : List.of(0, 40)) {
            clock.advance(Duration.ofDays(days));
            store.forget();
            given().auth()
                    .preemptive()
                    .basic("admin", "test-password")
                    .contentType("application/json")
                    .body(List.of(Map.of("email", JANE)))
                    .post("/api/v1/admin/subscriptions")
                    .then()
                    .body("imported", equalTo(0))
                    .body("rejected[0].errors[0].message", containsString("has unsubscribed"));
        }
        assertThat(newsroom.count("delivery where endpoint = '" + JANE + "'"))
                .as("forgotten")
                .isZero();
    }

    @Test
    void anAdminPausesAndResumes() {
        confirmed(Map.of("email", JANE, "whenQuiet", true));
        String path = "/api/v1/admin/subscriptions/" + subscriptions().get(0).get("id");
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .post(path + "/pause")
                .then()
                .statusCode(200);
        clock.set("2026-05-20T08:00:00Z");
        compose();
        postman.go();
        assertThat(Inbox.all()).isEmpty();

        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .post(path + "/resume")
                .then()
                .statusCode(200);
        clock.set("2026-05-21T08:00:00Z");
        compose();
        postman.go();
        assertThat(Inbox.all()).hasSize(1);
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .delete(path)
                .then()
                .statusCode(204);
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .post(path + "/resume")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/admin/subscriptions",
        "POST, /api/v1/admin/subscriptions",
        "POST, /api/v1/admin/subscriptions/x/pause",
        "POST, /api/v1/admin/subscriptions/x/resume",
        "POST, /api/v1/admin/subscriptions/x/test",
        "DELETE, /api/v1/admin/subscriptions/x",
        "POST, /api/v1/admin/digest/compose",
        "GET, /api/v1/admin/deliveries",
        "GET, /api/v1/admin/deliveries/x",
        "POST, /api/v1/admin/deliveries/send",
        "POST, /api/v1/admin/deliveries/x/retry",
        "POST, /api/v1/admin/deliveries/x/dismiss",
        "GET, /api/v1/admin/webhooks",
        "POST, /api/v1/admin/webhooks",
        "GET, /api/v1/admin/webhooks/x",
        "DELETE, /api/v1/admin/webhooks/x",
        "POST, /api/v1/admin/webhooks/x/enable",
        "POST, /api/v1/admin/webhooks/x/disable",
        "POST, /api/v1/admin/webhooks/x/rotate",
        "POST, /api/v1/admin/webhooks/x/test",
    })
    void theseAreTheAdminsOnly(String method, String path) {
        given().contentType("application/json")
                .body("[]")
                .request(method, path)
                .then()
                .statusCode(401);
    }

    @Test
    void theAddressOfWhoLeftLongAgoIsForgotten() {
        confirmed(Map.of("email", JANE));
        String link = editionLink("/unsubscribe");
        given().post(link);
        clock.advance(Duration.ofDays(29));
        store.forget();
        assertThat(subscriptions().get(0)).containsEntry("email", JANE);

        clock.advance(Duration.ofDays(2));
        store.forget();
        assertThat(subscriptions().get(0)).containsEntry("email", "");
        given().post(link).then().statusCode(200);
        PostOffice.smtp().accepted().clear();
        confirmed(Map.of("email", JANE));
        assertThat(subscriptions()).hasSize(2);
    }
}
