package dev.labwire.delivery;

import dev.labwire.net.smtp.ScriptedSmtp;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The mail server that the service under test knows. It is one for all tests; each sets how it behaves. */
public final class PostOffice implements QuarkusTestResourceLifecycleManager {

    private static final ScriptedSmtp SMTP = new ScriptedSmtp();

    /** The server. */
    public static ScriptedSmtp smtp() {
        return SMTP;
    }

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.mailer.port", String.valueOf(SMTP.port()));
    }

    @Override
    public void inject(Object test) {
        SMTP.behave();
        SMTP.accepted().clear();
        SMTP.whole().clear();
    }

    @Override
    public void stop() {
        // it goes with the process: a test of another profile may start before this one is over
    }
}
