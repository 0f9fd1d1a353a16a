package dev.labwire.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
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

    @Test
    void aFileThatIsBeingWrittenIsNotApplied() throws IOException {
        file.watch();
        write("feeds:\n  - { id: file-a, url: 'https://a.example/' }\n");
        file.watch();
        assertThat(admin.one("file-b").retired())
                .as("it may be half of the file")
                .isFalse();
        write("feeds:\n  - { id: file-a, url: 'https://a.example/' }\n  - { id: file-b, url: 'https://b.example/' }\n"
                + "  - { id: file-c, url: 'https://c.example/' }\n");
        file.watch();
        assertThat(file.state().feeds()).isEqualTo(2);

        file.watch();
        assertThat(file.state().feeds()).isEqualTo(3);
        assertThat(admin.one("file-b").retired()).isFalse();
    }

    @Test
    void aFileThatAnEditorPutsInItsPlaceIsNoticed() throws IOException {
        Path path = config.feedsFile().toAbsolutePath();
        FileTime time = Files.getLastModifiedTime(path);
        Path other = Files.writeString(
                path.resolveSibling("feeds.yaml~"), Files.readString(path).replace("b.example", "x.example"));
        Files.setLastModifiedTime(other, time);
        Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);

        assertThat(file.check()).as("as old and as large as the one before").isTrue();
        assertThat(admin.one("file-b").url()).isEqualTo("https://x.example/");
    }

    @Test
    void whatTheFileDidIsInTheTrail() throws IOException {
        write("feeds:\n  - { id: file-a, url: 'https://a.example/', title: Renamed }\n");
        file.check();

        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .queryParam("action", "feeds-file.apply")
                .get("/api/v1/admin/audit")
                .then()
                .statusCode(200)
                .body("items[0].actor", Matchers.equalTo("feeds.yaml"))
                .body("items[0].after.changed[0].fields.title.from", Matchers.equalTo("file-a"))
                .body("items[0].after.changed[0].fields.title.to", Matchers.equalTo("Renamed"))
                .body("items[0].after.retired", Matchers.contains("file-b"));
    }
}
