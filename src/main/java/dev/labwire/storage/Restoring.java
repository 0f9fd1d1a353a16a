package dev.labwire.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Puts a back-up in the place of the database. It is unpacked and looked through beside it first; only a whole one is laid
 * ready, and takes its place at the next start, before anything is opened. The old database stays beside the new one.
 * Killed anywhere, it is done again at the start after.
 */
public final class Restoring {

    private static final Logger LOG = Logger.getLogger(Restoring.class);
    private static final String READY = "restore";
    private static final String UNPACKED = "restore.tmp";
    private static final String RUNNING = "the service is running on this data directory; stop it first";
    private static final String USER = "labwire";

    private Restoring() {}

    /**
     * Lays a back-up ready for the next start.
     *
     * @throws UnusableBackupException where it can't be restored; nothing was changed
     */
    public static void prepare(Path archive, Path dataDir) throws UnusableBackupException {
        if (!Files.isRegularFile(archive)) {
            throw new UnusableBackupException("there is no such file as " + archive.toAbsolutePath());
        }
        Path unpacked = dataDir.resolve(UNPACKED);
        try {
            delete(unpacked);
            Files.createDirectories(unpacked);
            BackupFile.unpack(archive, unpacked, USER, USER);
            Path ready = dataDir.resolve(READY);
            delete(ready);
            Files.move(unpacked, ready, StandardCopyOption.ATOMIC_MOVE);
            LOG.infof("the back-up %s lies ready for the next start", archive.getFileName());
        } catch (IOException failure) {
            throw new UnusableBackupException("the data directory can't be written: " + failure.getMessage(), failure);
        } finally {
            deleteQuietly(unpacked);
        }
    }

    /** Whether a back-up lies ready for the next start. */
    public static boolean isReady(Path dataDir) {
        return Files.exists(dataDir.resolve(READY).resolve(BackupFile.DATABASE));
    }

    /**
     * Makes sure that no service has the database open.
     *
     * @throws UnusableBackupException where one has
     */
    public static void requireStopped(Path dataDir) throws UnusableBackupException {
        Path database = dataDir.resolve(BackupFile.DATABASE);
        if (!Files.exists(database)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new UnusableBackupException(RUNNING);
            }
        } catch (OverlappingFileLockException here) {
            throw new UnusableBackupException(RUNNING, here);
        } catch (IOException failure) {
            throw new UnusableBackupException("the database can't be looked at: " + failure.getMessage(), failure);
        }
    }

    /** Puts the back-up that lies ready, if one does, in the place of the database. For the start, before it is opened. */
    public static void finish(Path dataDir, Instant now) {
        if (!isReady(dataDir)) {
            return;
        }
        Path database = dataDir.resolve(BackupFile.DATABASE);
        Path former = dataDir.resolve(BackupFile.DATABASE + ".before-restore-" + now.getEpochSecond());
        try {
            if (Files.exists(database)) {
                Files.move(database, former, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(dataDir.resolve(READY).resolve(BackupFile.DATABASE), database, StandardCopyOption.ATOMIC_MOVE);
            delete(dataDir.resolve(READY));
        } catch (IOException failure) {
            throw new UncheckedIOException("the back-up can't take the place of the database", failure);
        }
        LOG.infof("the back-up is restored; what was there before lies in %s", former.getFileName());
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> parts;
        try (Stream<Path> tree = Files.walk(directory)) {
            parts = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path part : parts) {
            Files.delete(part);
        }
    }

    private static void deleteQuietly(Path directory) {
        try {
            delete(directory);
        } catch (IOException left) {
            LOG.warnf("%s can't be deleted: %s", directory, left.getMessage());
        }
    }
}
