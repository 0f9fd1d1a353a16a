package dev.labwire.feed;

import dev.labwire.text.FileFault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watches feeds.yaml. What is wrong with it is told; the last good list, which the database has, stays in force. */
@Singleton
public final class FeedFile {

    private static final Logger LOG = Logger.getLogger(FeedFile.class);

    private final FeedReconciler reconciler;
    private final InstantSource clock;
    private final Path path;
    private @Nullable String lastLook;
    private volatile FeedFileState state;

    FeedFile(FeedReconciler reconciler, FeedConfig config, InstantSource clock) {
        this.reconciler = reconciler;
        this.clock = clock;
        this.path = config.feedsFile().toAbsolutePath().normalize();
        this.state = new FeedFileState(path.toString(), null, null, 0, List.of());
    }

    /** What the last look found. */
    public FeedFileState state() {
        return state;
    }

    /** Reads the file again if it looks different; whether it did. */
    synchronized boolean check() {
        String look = look();
        if (look.equals(lastLook)) {
            return false;
        }
        lastLook = look;
        read();
        return true;
    }

    private String look() {
        try {
            return Files.getLastModifiedTime(path) + " " + Files.size(path);
        } catch (IOException missing) {
            return "missing";
        }
    }

    private void read() {
        String text;
        try {
            text = text();
        } catch (CharacterCodingException broken) {
            wrong(List.of(FileFault.ofFile("the file is not UTF-8")));
            return;
        } catch (IOException unreadable) {
            wrong(List.of(FileFault.ofFile("the file cannot be read: " + unreadable)));
            return;
        }
        FeedList list = FeedsYaml.parse(text);
        if (list.faults().isEmpty()) {
            apply(list);
        } else {
            wrong(list.faults());
        }
    }

    private String text() throws IOException {
        if (Files.size(path) > FeedsYaml.MAX_SIZE) {
            throw new IOException("larger than 2 MiB");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                .toString();
    }

    private void apply(FeedList list) {
        List<FileFault> clashes = reconciler.apply(list.feeds());
        Instant now = clock.instant();
        state = new FeedFileState(path.toString(), now, now, list.feeds().size(), clashes);
        LOG.infof("%s: %d feeds in force", path, list.feeds().size());
        clashes.forEach(clash -> LOG.warnf("%s: %s", path, clash));
    }

    private void wrong(List<FileFault> faults) {
        state = new FeedFileState(path.toString(), clock.instant(), state.appliedAt(), state.feeds(), faults);
        faults.forEach(fault -> LOG.warnf("%s: %s", path, fault));
        LOG.warnf("%s: %d fault(s); the last good list, if there was one, stays in force", path, faults.size());
    }
}
