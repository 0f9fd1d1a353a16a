package dev.labwire.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A back-up as a file: a ZIP archive of H2's database and what the back-up says of itself, and of nothing else. */
final class BackupFile {

    /** The name of the database, in a back-up and in the data directory. */
    static final String DATABASE = "labwire.mv.db";

    private static final String MANIFEST = "manifest.json";
    private static final int LONGEST_MANIFEST = 100_000;
    private static final int CHUNK = 1 << 16;
    /** Tables that each grow with another part of the work. */
    private static final Set<String> COUNTED =
            Set.of("feed", "feed_item", "article", "extraction", "event", "event_revision", "decision", "audit_entry");

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT);

    private BackupFile() {}

    /** Adds to an archive that H2 made what it says of itself. */
    static void describe(Path archive, BackupManifest manifest) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
            Files.write(zip.getPath(MANIFEST), JSON.writeValueAsBytes(manifest));
        }
    }

    /** How large the database in an archive is. */
    static long databaseBytes(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry database = zip.getEntry(DATABASE);
            if (database == null) {
                throw new IOException("the database has another name than " + DATABASE);
            }
            return database.getSize();
        }
    }

    static Map<String, Long> count(Connection connection) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : COUNTED) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    /**
     * Unpacks the database into an empty directory and opens it to see that it is whole.
     *
     * @throws UnusableBackupException where it is no back-up, is broken, or comes from a later release
     */
    static BackupManifest unpack(Path archive, Path directory, String user, String password)
            throws UnusableBackupException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            Set<String> names = new TreeSet<>();
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                if (!names.add(entries.nextElement().getName()) || names.size() > 2) {
                    throw new UnusableBackupException("it holds other files than a back-up does");
                }
            }
            if (!names.equals(Set.of(DATABASE, MANIFEST))) {
                throw new UnusableBackupException("it does not hold " + DATABASE + " and " + MANIFEST);
            }
            BackupManifest manifest = manifest(zip);
            copy(zip, manifest, directory);
            verify(directory, manifest, user, password);
            return manifest;
        } catch (IOException broken) {
            throw new UnusableBackupException("it can't be read: " + broken.getMessage(), broken);
        }
    }

    private static BackupManifest manifest(ZipFile zip) throws IOException, UnusableBackupException {
        byte[] text;
        try (InputStream in = zip.getInputStream(zip.getEntry(MANIFEST))) {
            text = in.readNBytes(LONGEST_MANIFEST);
        }
        CRC32 checksum = new CRC32();
        checksum.update(text);
        if (checksum.getValue() != zip.getEntry(MANIFEST).getCrc()) {
            throw new UnusableBackupException("its " + MANIFEST + " was damaged: the checksum is another one");
        }
        BackupManifest manifest;
        try {
            manifest = JSON.readValue(text, BackupManifest.class);
        } catch (JsonProcessingException | NullPointerException unreadable) {
            throw new UnusableBackupException("its " + MANIFEST + " can't be read", unreadable);
        }
        if (manifest == null || manifest.createdAt() == null || manifest.schema() < 1 || manifest.bytes() < 1) {
            throw new UnusableBackupException("its " + MANIFEST + " can't be read");
        }
        if (manifest.format() != BackupManifest.FORMAT || manifest.schema() > Schema.VERSION) {
            throw new UnusableBackupException("it was made by a later release of Labwire (format " + manifest.format()
                    + ", schema " + manifest.schema() + "); this one knows format " + BackupManifest.FORMAT
                    + ", schema " + Schema.VERSION);
        }
        return manifest;
    }

    /** Never more than the back-up says that it holds, whatever it unpacks to. */
    private static void copy(ZipFile zip, BackupManifest manifest, Path directory)
            throws IOException, UnusableBackupException {
        if (manifest.bytes() > Files.getFileStore(directory).getUsableSpace()) {
            throw new UnusableBackupException("there is no room for its " + manifest.bytes() + " bytes");
        }
        long left = manifest.bytes();
        ZipEntry database = zip.getEntry(DATABASE);
        CRC32 checksum = new CRC32();
        try (InputStream in = zip.getInputStream(database);
                OutputStream out = Files.newOutputStream(directory.resolve(DATABASE))) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                left -= read;
                if (left < 0) {
                    break;
                }
                out.write(chunk, 0, read);
                checksum.update(chunk, 0, read);
            }
        }
        if (left != 0) {
            throw new UnusableBackupException("its database is not as large as it says");
        }
        if (checksum.getValue() != database.getCrc()) {
            throw new UnusableBackupException("its database was damaged: the checksum is another one");
        }
    }

    private static void verify(Path directory, BackupManifest manifest, String user, String password)
            throws UnusableBackupException {
        String name = directory
                .resolve(DATABASE.replace(".mv.db", ""))
                .toAbsolutePath()
                .toString();
        String address = "jdbc:h2:file:" + name + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(address, user, password)) {
            if (schema(connection) != manifest.schema()) {
                throw new UnusableBackupException("its tables were made by other migrations than it says");
            }
            if (!count(connection).equals(new TreeMap<>(manifest.rows()))) {
                throw new UnusableBackupException("its tables are not as full as it says");
            }
        } catch (SQLException broken) {
            throw new UnusableBackupException("its database can't be opened: " + broken.getMessage(), broken);
        }
    }

    /** The number of the last migration, by Flyway's own record. */
    private static int schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(
                        "select max(cast(\"version\" as int)) from \"flyway_schema_history\" where \"success\"")) {
            last.next();
            return last.getInt(1);
        }
    }
}
