package dev.labwire.storage;

/** A file is no back-up that this release can restore; nothing was changed. */
public final class UnusableBackupException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableBackupException(String reason) {
        super(reason);
    }

    UnusableBackupException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
