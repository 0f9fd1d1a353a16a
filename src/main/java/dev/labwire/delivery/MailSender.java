package dev.labwire.delivery;

import dev.labwire.net.smtp.Handover;
import dev.labwire.net.smtp.MailServer;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;

/** Sends mails. */
@Singleton
final class MailSender {

    private final MailServer server;

    MailSender(MailServer server) {
        this.server = server;
    }

    /** Hands one mail to the server; {@code begin} is asked before there is no way back. */
    Outcome send(Claimed claim, String content, BooleanSupplier begin) {
        Handover handover = server.offer(claim.endpoint(), content, begin);
        return Outcome.of(Outcome.Type.valueOf(handover.result().name()), handover.code(), handover.detail());
    }
}
