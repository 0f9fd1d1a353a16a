package dev.labwire.storage;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what the database is to keep but not to tell: AES-256-GCM with a random nonce for each text (NIST SP 800-38D).
 * The key lies in a file of its own beside the database, made when it is first needed, for its owner's eyes only.
 * Thread-safe.
 */
@Singleton
public final class SecretBox {

    private static final String FILE = "secret.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom chance = new SecureRandom();
    private @Nullable SecretKeySpec key;

    SecretBox(StorageConfig config) {
        this.file = config.dataDir().resolve(FILE);
    }

    /** Encrypts a text; the same text gives another one each time. */
    public String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Decrypts what was sealed.
     *
     * @throws IllegalStateException where it was sealed with another key, or changed since
     */
    public String open(String sealed) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        byte[] nonce = java.util.Arrays.copyOf(whole, NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalStateException("what was encrypted does not open with the key in " + FILE, wrong);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private synchronized SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(readOrMake(), "AES");
        }
        return key;
    }

    private byte[] readOrMake() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalStateException(FILE + " holds no key of 256 bits");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read or made", unreadable);
        }
    }

    private void make() throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        chance.nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException made) {
            // by another thread or process; that one holds
        }
    }
}
