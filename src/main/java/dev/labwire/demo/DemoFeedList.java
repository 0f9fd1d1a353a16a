package dev.labwire.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the feed list of the demo before anybody reads it. */
@Singleton
class DemoFeedList {

    private final Newsroom newsroom;
    private final boolean enabled;
    private final Path file;
    private final int port;

    DemoFeedList(Newsroom newsroom, DemoConfig config) {
        this.newsroom = newsroom;
        this.enabled = config.enabled();
        this.file = config.feedsFile();
        this.port = config.port();
    }

    void write(@Observes @Priority(1) StartupEvent event) {
        if (!enabled) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.writeString(file, yaml("http://127.0.0.1:" + port + "/demo/newsroom"));
        } catch (IOException refused) {
            throw new UncheckedIOException("the demo's feed list cannot be written to " + file, refused);
        }
    }

    /** The outlets in the format of feeds.yaml. */
    String yaml(String base) {
        StringBuilder yaml = new StringBuilder("# Written by the demo at every start: the bundled newsroom.\nfeeds:\n");
        for (Outlet outlet : newsroom.outlets()) {
            yaml.append("  - id: ").append(outlet.id()).append('\n');
            yaml.append("    title: \"")
                    .append(outlet.title().replace("\"", "\\\""))
                    .append("\"\n");
            yaml.append("    url: ")
                    .append(base)
                    .append("/feeds/")
                    .append(outlet.id())
                    .append('\n');
            if (outlet.page()) {
                yaml.append("    type: page\n    select: { item: \"li.story\", title: \"h2\", date: \"time\" }\n");
            }
            if (outlet.organization() != null) {
                yaml.append("    organization: ").append(outlet.organization()).append('\n');
            }
            yaml.append("    tags: [").append(String.join(", ", outlet.tags())).append("]\n");
        }
        return yaml.toString();
    }
}
