package dev.labwire.storage;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Back-ups of the database, made while it is at work: whoever wants to write waits while it is copied, whoever reads does
 * not. They lie in the folder {@code backups} of the data directory and hold what the database holds, secrets included.
 */
@Singleton
public class Backups {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("labwire-\\d{8}-\\d{6}-\\d{3}\\.zip");

    private final SingleWriter writer;
    private final DataSource database;
    private final InstantSource clock;
    private final Path dataDir;
    private final Path directory;

    Backups(SingleWriter writer, DataSource database, StorageConfig config, InstantSource clock) {
        this.writer = writer;
        this.database = database;
        this.clock = clock;
        this.dataDir = config.dataDir().toAbsolutePath();
        this.directory = dataDir.resolve("backups");
    }

    /**
     * Makes a back-up of all that is committed.
     *
     * @throws UncheckedIOException where there is no room, or the database lies in memory
     */
    public synchronized Backup make() {
        Instant now = clock.instant();
        Path file = directory.resolve("labwire-" + STAMP.format(now) + ".zip");
        Path unfinished = directory.resolve(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(directory);
            Map<String, Long> rows = copy(unfinished);
            BackupFile.describe(
                    unfinished,
                    new BackupManifest(
                            BackupManifest.FORMAT, Schema.VERSION, now, BackupFile.databaseBytes(unfinished), rows));
            keepPrivate(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return view(file);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException("the database can't be backed up", failure));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            unfinished.toFile().delete();
        }
    }

    private Map<String, Long> copy(Path target) throws SQLException {
        writer.take();
        try (Connection connection = database.getConnection();
                PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            writer.save();
            backup.setString(1, target.toString());
            backup.execute();
            return BackupFile.count(connection);
        } finally {
            writer.handOn();
        }
    }

    private static void keepPrivate(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** All that there are, the newest first. */
    public List<Backup> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Backups::isBackup)
                    .map(Backups::view)
                    .sorted(Comparator.comparing(Backup::name).reversed())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Files of other names, or of days that there are not, are somebody else's. */
    private static boolean isBackup(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && NAME.matcher(file.getFileName().toString()).matches()
                    && madeAt(file).isAfter(Instant.EPOCH);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static Instant madeAt(Path file) {
        String name = file.getFileName().toString();
        return STAMP.parse(name.substring("labwire-".length(), name.length() - ".zip".length()), Instant::from);
    }

    private static Backup view(Path file) {
        try {
            return new Backup(String.valueOf(file.getFileName()), madeAt(file), Files.size(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file of a back-up; empty where there is none of that name. */
    public Optional<Path> file(String name) {
        return Optional.of(name)
                .filter(wanted -> NAME.matcher(wanted).matches())
                .map(directory::resolve)
                .filter(Backups::isBackup);
    }

    /** Deletes a back-up; whether there was one. */
    public boolean delete(String name) {
        try {
            Optional<Path> file = file(name);
            return file.isPresent() && Files.deleteIfExists(file.get());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether a back-up lies ready to take the place of the database at the next start. */
    public boolean isRestorePending() {
        return Restoring.isReady(dataDir);
    }

    /**
     * Lays a back-up ready to take the place of the database at the next start.
     *
     * @throws UnusableBackupException where it can't be restored; nothing was changed
     */
    public synchronized void restoreAtNextStart(Path file) throws UnusableBackupException {
        Restoring.prepare(file, dataDir);
    }
}
