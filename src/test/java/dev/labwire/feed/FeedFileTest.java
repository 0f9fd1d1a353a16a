package dev.labwire.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedFileTest {

    @Inject
    FeedFile file;

    @Inject
    FeedConfig config;

    @Inject
    FeedAdmin admin;

    @Inject
    FeedReconciler reconciler;

    @BeforeEach
    void goodList() throws IOException {
        write("feeds:\n  - { id: file-a, url: 'https://a.example/' }\n  - { id: file-b, url: 'https://b.example/' }\n");
        file.check();
    }

    @AfterEach
    void tidy() throws IOException {
        Files.deleteIfExists(config.feedsFile());
        file.check();
        reconciler.apply(java.util.List.of());
    }

    private void write(String text) throws IOException {
        Path path = config.feedsFile().toAbsolutePath();
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void aChangeAppliesAndNoChangeCostsNothing() throws IOException {
        assertThat(file.check()).isFalse();
        write("feeds:\n  - { id: file-a, url: 'https://a.example/', title: Renamed }\n");

        assertThat(file.check()).isTrue();
        assertThat(admin.one("file-a").title()).isEqualTo("Renamed");
        assertThat(admin.one("file-b").retired()).isTrue();
    }

    @Test
    void aBrokenFileChangesNothingAndSaysWhere() throws IOException {
        write("feeds:\n  - { id: file-a, url: 'https://a.example/', titel: X }\n");
        file.check();

        assertThat(file.state().faults()).hasSize(1);
        assertThat(file.state().faults().get(0).line()).isEqualTo(2);
        assertThat(admin.one("file-a").title()).isEqualTo("file-a");
        assertThat(admin.one("file-b").retired()).isFalse();
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'feeds-file' }.data.fault-1", Matchers.containsString("line 2"));
    }

    @Test
    void aMissingFileKeepsTheLastGoodList() throws IOException {
        Files.delete(config.feedsFile());
        file.check();

        assertThat(file.state().faults()).hasSize(1);
        assertThat(admin.one("file-a").retired()).isFalse();
        assertThat(admin.one("file-b").retired()).isFalse();
    }
}
