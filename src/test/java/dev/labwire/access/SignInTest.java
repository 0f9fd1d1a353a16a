package dev.labwire.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.labwire.job.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in with a browser, and what others might try with it. */
@QuarkusTest
class SignInTest {

    private static final String PAUSE = "/api/v1/admin/feeds/no-such-feed/pause";

    @Inject
    MovableClock clock;

    @Inject
    SignInPace pace;

    @AfterEach
    void tellTheRealTime() {
        clock.release();
        pace.ended("127.0.0.1", true);
    }

    @Test
    void whoSignsInIsLedToTheFeedsAndOutAgain() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/admin/feeds")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/sign-in?to=%2Fadmin%2Ffeeds"));
        Response signedIn = Browser.signIn("admin", "test-password");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/admin/feeds");

        Browser browser = Browser.signedIn();
        browser.with().get("/admin/feeds").then().statusCode(200).body(containsString("Sign out"));
        browser.with().get("/api/v1/admin/feeds").then().statusCode(200);

        browser.form("/admin/feeds").post("/sign-out").then().statusCode(303).cookie(SessionCookie.NAME, "");
        browser.with().get("/api/v1/admin/feeds").then().statusCode(401);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = Browser.signIn("admin", "test-password").headers().getValue("Set-Cookie");

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain");
        assertThat(cookie).as("labwire.public-url is an https address in tests").contains("Secure");
    }

    @Test
    void aWrongPasswordSaysNothingOfTheName() {
        String wrongPassword = Browser.signIn("admin", "wrong")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        String wrongName = Browser.signIn("nobody", "wrong")
                .then()
                .statusCode(401)
                .extract()
                .asString();

        assertThat(wrongPassword).isEqualTo(wrongName).contains("Wrong name or password");
    }

    @Test
    void aSessionThatSomebodyPlantedIsNotTakenOver() {
        String planted = "planted-by-an-attacker-1234567890123456789012";
        Response signedIn = given().redirects()
                .follow(false)
                .cookie(SessionCookie.NAME, planted)
                .formParam("name", "admin")
                .formParam("password", "test-password")
                .post("/sign-in");

        assertThat(signedIn.cookie(SessionCookie.NAME)).isNotEqualTo(planted).hasSizeGreaterThan(40);
        given().cookie(SessionCookie.NAME, planted)
                .get("/api/v1/admin/feeds")
                .then()
                .statusCode(401);
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHad() {
        Browser first = Browser.signedIn();
        first.with()
                .formParam("name", "admin")
                .formParam("password", "test-password")
                .post("/sign-in")
                .then()
                .statusCode(303);

        first.with().get("/api/v1/admin/feeds").then().statusCode(401);
    }

    @Test
    void aSessionEndsWhenItLiesIdleAndWhenItIsOld() {
        clock.set("2026-05-19T08:00:00Z");
        Browser browser = Browser.signedIn();
        clock.advance(Duration.ofHours(11));
        browser.with().get("/api/v1/admin/feeds").then().statusCode(200);
        clock.advance(Duration.ofHours(11));
        browser.with().get("/api/v1/admin/feeds").then().statusCode(200);
        clock.advance(Duration.ofHours(13));
        browser.with().get("/api/v1/admin/feeds").then().statusCode(401);

        Browser busy = Browser.signedIn();
        for (int halfDay = 0; halfDay < 15; halfDay++) {
            clock.advance(Duration.ofMinutes(11 * 60));
            busy.with().get("/api/v1/admin/feeds");
        }
        clock.advance(Duration.ofHours(4));
        busy.with().get("/api/v1/admin/feeds").then().statusCode(401);
    }

    @Test
    void aChangeInASessionNeedsTheWordOfItsForms() {
        Browser browser = Browser.signedIn();
        String word = browser.word("/admin/feeds");

        browser.with().post(PAUSE).then().statusCode(403).contentType("application/problem+json");
        browser.with().header(Csrf.HEADER, "guessed").post(PAUSE).then().statusCode(403);
        browser.with()
                .header(Csrf.HEADER, Browser.signedIn().word("/admin/feeds"))
                .post(PAUSE)
                .then()
                .statusCode(403);
        browser.with().header(Csrf.HEADER, word).post(PAUSE).then().statusCode(404);
        browser.with()
                .formParam("action", "pause")
                .post("/admin/feeds/x")
                .then()
                .statusCode(403);
        browser.with()
                .multiPart("file", "x.opml", "<opml/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/admin/import")
                .then()
                .statusCode(403);
        browser.with().post("/sign-out").then().statusCode(403);
    }

    @Test
    void anotherSiteCannotSignSomebodyInOrAct() {
        given().header("Origin", "https://evil.test")
                .formParam("name", "admin")
                .formParam("password", "test-password")
                .post("/sign-in")
                .then()
                .statusCode(403);
        Browser browser = Browser.signedIn();
        browser.form("/admin/feeds")
                .header("Sec-Fetch-Site", "cross-site")
                .post("/admin/feeds/x")
                .then()
                .statusCode(403);
    }

    @Test
    void theWayBackLeadsNowhereElse() {
        for (String elsewhere : List.of(
                "https://evil.test/",
                "//evil.test/",
                "/\\evil.test",
                "\\\\evil.test",
                "/%0d%0aSet-Cookie:a=b\r\nX: y",
                "javascript:alert(1)",
                "/a\nb",
                "evil")) {
            assertThat(SignInPages.local(elsewhere)).as(elsewhere).isEqualTo("/admin/feeds");
        }
        assertThat(SignInPages.local("/admin/audit?subject=feed:x")).isEqualTo("/admin/audit?subject=feed:x");
        given().queryParam("to", "\"><script>alert(1)</script>")
                .get("/sign-in")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")));
    }

    @Test
    void guessingIsSlowedAndLocksNobodyOut() {
        clock.set("2026-05-19T08:00:00Z");
        Browser browser = Browser.signedIn();
        String guesser = "203.0.113.9";
        assertThat(guesses(guesser, Duration.ofMinutes(10)))
                .as("in ten minutes, one after the other as fast as they may")
                .isBetween(100, 140);
        assertThat(pace.turn(guesser)).isZero();
        pace.ended(guesser, false);
        assertThat(pace.turn(guesser)).isPositive();
        assertThat(pace.turn("198.51.100.77")).as("another client").isZero();
        browser.with().get("/api/v1/admin/feeds").then().statusCode(200);

        clock.advance(Duration.ofSeconds(5));
        assertThat(pace.turn(guesser)).as("who waits gets a turn").isZero();
        pace.ended(guesser, true);
        assertThat(pace.turn(guesser)).as("a right password makes up for it").isZero();
        pace.ended(guesser, true);

        guesses(guesser, Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(16));
        assertThat(pace.turn(guesser)).as("it is forgotten after a while").isZero();
        pace.ended(guesser, true);

        guesses(guesser, Duration.ofMinutes(1));
        clock.advance(Duration.ofDays(-30));
        assertThat(pace.turn(guesser))
                .as("a clock that is set back keeps nobody out")
                .isZero();
        pace.ended(guesser, true);
    }

    private int guesses(String client, Duration time) {
        int guesses = 0;
        for (Duration spent = Duration.ZERO; spent.compareTo(time) < 0; ) {
            Duration wait = pace.turn(client);
            if (wait.isZero()) {
                pace.ended(client, false);
                guesses++;
            } else {
                clock.advance(wait);
                spent = spent.plus(wait);
            }
        }
        return guesses;
    }

    @Test
    void manyGuessesAtOnceGainNothing() {
        clock.set("2026-05-19T08:00:00Z");
        String guesser = "203.0.113.10";
        int lookedAt = 0;
        for (int attempt = 0; attempt < 300; attempt++) {
            lookedAt += pace.turn(guesser).isZero() ? 1 : 0;
        }
        assertThat(lookedAt).isEqualTo(5);
        for (int attempt = 0; attempt < lookedAt; attempt++) {
            pace.ended(guesser, false);
        }
        assertThat(pace.turn(guesser)).as("now the failures count").isPositive();
    }

    @Test
    void wrongPasswordsOverHttpAreCountedAndAnsweredWithTheTimeToComeBack() {
        clock.set("2026-05-19T08:00:00Z");
        given().auth()
                .preemptive()
                .basic("admin", "guess")
                .get("/api/v1/admin/feeds")
                .then()
                .statusCode(401);
        for (int underWay = 0; underWay < 5; underWay++) {
            assertThat(pace.turn("127.0.0.1")).isZero();
        }
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .get("/api/v1/admin/feeds")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "20");
        for (int underWay = 0; underWay < 5; underWay++) {
            pace.ended("127.0.0.1", true);
        }
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .get("/api/v1/admin/feeds")
                .then()
                .statusCode(200);
    }

    @Test
    void aFormThatIsNoneIsRefusedInWords() {
        for (String path : List.of(
                "/sign-in",
                "/sign-out",
                "/unsubscribe",
                "/subscriptions",
                "/subscriptions/confirm",
                "/admin/feeds/x")) {
            for (String form : List.of(
                    "name=admin&password=MyPass%zzword",
                    "name=%", "a=".repeat(300) + "&a=".repeat(300), "name=" + "x".repeat(100_000))) {
                given().contentType("application/x-www-form-urlencoded")
                        .auth()
                        .none()
                        .body(form)
                        .post(path)
                        .then()
                        .statusCode(org.hamcrest.Matchers.oneOf(400, 401, 413))
                        .contentType("application/problem+json")
                        .body(not(containsString("MyPass")));
            }
        }
        for (String type : List.of("multipart/form-data; boundary=", "multipart/x")) {
            for (String path : List.of("/unsubscribe", "/subscriptions/confirm", "/sign-in")) {
                given().config(asText("multipart/form-data", "multipart/x"))
                        .contentType(type)
                        .body("--B\r\nContent-Type: text/plain; charset=bogus\r\n\r\nx\r\n--B--")
                        .post(path)
                        .then()
                        .statusCode(org.hamcrest.Matchers.oneOf(400, 401, 404, 415));
            }
        }
        Browser.signIn("admin", "100% wrong & + odd = ü").then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .config(asText("multipart/form-data"))
                .contentType("multipart/form-data; boundary=BBB")
                .body("--BBB\r\nContent-Disp")
                .post("/admin/import")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anUnknownNameTakesAsLongAsAKnownOne() {
        long known = median("admin");
        long unknown = median("nobody");

        assertThat((double) unknown / known).as("both check a slow hash").isBetween(0.5, 2.0);
    }

    /** Of the time that the check takes, without the way there. */
    private long median(String name) {
        List<Long> times = new java.util.ArrayList<>();
        for (int attempt = 0; attempt < 9; attempt++) {
            long start = System.nanoTime();
            signIn.isRight("198.51.100." + attempt, name, "wrong");
            times.add(System.nanoTime() - start);
        }
        times.sort(null);
        return times.get(4);
    }

    @Inject
    SignIn signIn;

    @Test
    void aForgedHostOrForwardingHeaderChangesNothing() {
        given().redirects()
                .follow(false)
                .header(new Header("X-Forwarded-Host", "evil.test"))
                .header(new Header("X-Forwarded-Proto", "https"))
                .header(new Header("X-Forwarded-For", "127.0.0.1"))
                .header(new Header("Forwarded", "for=127.0.0.1;host=evil.test"))
                .accept("text/html")
                .get("/admin/feeds")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/sign-in?to=%2Fadmin%2Ffeeds"));
        given().header("Host", "evil.test")
                .auth()
                .preemptive()
                .basic("admin", "test-password")
                .get("/api/v1/admin/feeds.yaml")
                .then()
                .statusCode(200)
                .body(not(containsString("evil.test")));
        given().header("X-Forwarded-For", "10.0.0.1")
                .get("/api/v1/admin/feeds")
                .then()
                .statusCode(401);
    }

    /** Sends a body of these types as it is. */
    private static RestAssuredConfig asText(String... types) {
        EncoderConfig encoders = EncoderConfig.encoderConfig();
        for (String type : types) {
            encoders = encoders.encodeContentTypeAs(type, ContentType.TEXT);
        }
        return RestAssured.config().encoderConfig(encoders);
    }
}
