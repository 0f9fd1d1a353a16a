package dev.labwire.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.labwire.delivery.PostOffice;
import dev.labwire.delivery.Postman;
import dev.labwire.job.MovableClock;
import dev.labwire.net.smtp.ScriptedSmtp.Step;
import dev.labwire.timeline.Newsroom;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The admin is told, once, when nothing works any more. */
@QuarkusTest
class WatchTest {

    private static final String ADMIN = "admin@labwire.example";

    @Inject
    Newsroom newsroom;

    @Inject
    Watch watch;

    @Inject
    SubscriptionStore store;

    @Inject
    ComposeStep step;

    @Inject
    MovableClock clock;

    @Inject
    Postman postman;

    @BeforeEach
    void emptyHouse() {
        newsroom.clear();
        clock.set("2026-05-18T12:00:00Z");
        watch.start(new StartupEvent());
    }

    @AfterEach
    void realTime() {
        clock.release();
    }

    private void later(Duration time) {
        clock.advance(time);
        watch.note(watch.standing());
        postman.go();
    }

    @Test
    void whereEverythingMovesNobodyIsTold() {
        later(Duration.ofDays(1));

        assertThat(Inbox.to(ADMIN)).isEmpty();
    }

    @Test
    void feedsThatDoNotAnswerForHoursAreAStandstillThatIsToldOnce() {
        newsroom.publish("https://a.example/1", "2026-05-18");
        newsroom.carry("news", "", "https://a.example/1");
        newsroom.resume("news");
        later(Duration.ofHours(5));
        assertThat(Inbox.to(ADMIN)).isEmpty();

        later(Duration.ofHours(2));
        later(Duration.ofHours(2));
        assertThat(Inbox.only(ADMIN).subject()).isEqualTo("Labwire: polling has come to a standstill");
        assertThat(Inbox.only(ADMIN).plain()).contains("No feed has answered since the first start.");
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'standstill' }.data.polling", containsString("No feed has answered"));
        given().get("/q/metrics").then().body(containsString("labwire_standstills 1.0"));

        newsroom.answer("news", clock.instant());
        later(Duration.ofMinutes(1));
        assertThat(Inbox.to(ADMIN))
                .extracting(Inbox.Mail::subject)
                .containsExactly("Labwire: polling has come to a standstill", "Labwire: polling goes on");
    }

    @Test
    void mailsThatCanNotBeSentAreToldOfWhenTheyCanBe() {
        store.subscribe("jane@example.org", new Settings(ZoneId.of("UTC"), LocalTime.of(13, 0), "en", true, Map.of()));
        PostOffice.smtp().on(Step.GREETING, "421 closed");
        clock.set("2026-05-18T13:00:00Z");
        step.runOnce(50);
        later(Duration.ofHours(3));
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'standstill' }.data.sending", containsString("2026-05-18T13:00:00Z"));
        PostOffice.smtp().behave();
        later(Duration.ofHours(1));

        assertThat(Inbox.to("jane@example.org")).hasSize(1);
        assertThat(Inbox.to(ADMIN))
                .extracting(Inbox.Mail::subject)
                .contains("Labwire: sending has come to a standstill");
    }

    @Test
    void anEditionThatIsNotComposedIsAStandstill() {
        store.subscribe("jane@example.org", new Settings(ZoneId.of("UTC"), LocalTime.of(13, 0), "en", true, Map.of()));
        later(Duration.ofHours(4));

        assertThat(Inbox.only(ADMIN).subject()).isEqualTo("Labwire: composing has come to a standstill");
    }

    @Test
    void aServiceThatWasDownHasSomeMinutesToMakeUpForIt() {
        store.subscribe("jane@example.org", new Settings(ZoneId.of("UTC"), LocalTime.of(13, 0), "en", true, Map.of()));
        clock.advance(Duration.ofDays(1));
        watch.start(new StartupEvent());
        later(Duration.ofMinutes(1));

        assertThat(Inbox.to(ADMIN)).isEmpty();
    }

    @Test
    void theReadinessCheckSaysNothingWhereNothingStandsStill() {
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'standstill' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'standstill' }.data", equalTo(null));
    }
}
