package dev.labwire.feed;

import dev.labwire.text.FileFault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
    private @Nullable String seen;
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

    /** The name of the file, for those who are sent to edit it. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** What the file, as it lies there now, would do. Changes nothing. */
    PlanView plan() {
        return planOf(list());
    }

    /** What a file of this text would do. Changes nothing; one after the other, for a large file takes much memory. */
    synchronized PlanView plan(String text) {
        return planOf(FeedsYaml.parse(text, reconciler.addresses()));
    }

    private PlanView planOf(FeedList list) {
        return list.faults().isEmpty() ? PlanView.of(reconciler.plan(list.feeds())) : PlanView.faulty(list.faults());
    }

    /**
     * Reads the file again if it looks different, and not while somebody is writing it: it has to look the same twice.
     */
    synchronized void watch() {
        String look = look();
        if (look.equals(seen)) {
            check();
        }
        seen = look;
    }

    /** Reads the file again if it looks different; whether it did. */
    synchronized boolean check() {
        String look = look();
        if (look.equals(lastLook)) {
            return false;
        }
        read();
        lastLook = look;
        return true;
    }

    /** An editor may put another file in its place that is as old and as large. */
    private String look() {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
        } catch (IOException missing) {
            return "missing";
        }
    }

    private FeedList list() {
        try {
            return FeedsYaml.parse(text(), reconciler.addresses());
        } catch (CharacterCodingException broken) {
            return new FeedList(List.of(), List.of(FileFault.ofFile("the file is not UTF-8")));
        } catch (IOException unreadable) {
            return new FeedList(List.of(), List.of(FileFault.ofFile("the file cannot be read: " + unreadable)));
        }
    }

    private void read() {
        FeedList list = list();
        if (list.faults().isEmpty()) {
            try {
                apply(list);
            } catch (RuntimeException failure) {
                LOG.error("the feed list could not be put in force", failure);
                wrong(List.of(FileFault.ofFile("the list could not be put in force: " + failure)));
            }
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
        List<FileFault> clashes = reconciler.apply(list.feeds()).conflicts().stream()
                .map(conflict -> new FileFault(conflict.wanted().line(), 1, conflict.message()))
                .toList();
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
