package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Checks name and password, slowly on purpose and at the pace that {@link SignInPace} sets. */
@Singleton
final class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final int COME_BACK_AFTER = 20;
    private static final int LONGEST_PASSWORD = 1000;

    private final Principals principals;
    private final SignInPace pace;
    /** Checked when the name is unknown, so that the answer takes as long as for a known one. */
    private final String nobodysHash = BcryptUtil.bcryptHash("nobody has this password");

    SignIn(Principals principals, SignInPace pace) {
        this.principals = principals;
        this.pace = pace;
    }

    /**
     * Comes when the attempt's turn has come, in the caller's own Vert.x context.
     *
     * @param client the network that the attempt comes from
     * @return fails with a {@link ProblemException} of 429 where too many wait already
     */
    Uni<Void> turn(String client) {
        Optional<Duration> wait = pace.turn(client);
        if (wait.isEmpty()) {
            return Uni.createFrom()
                    .failure(ProblemException.tooMany(
                            "too many wrong passwords came from this address; sessions and keys work on",
                            COME_BACK_AFTER));
        }
        if (wait.get().isZero()) {
            return Uni.createFrom().voidItem();
        }
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(wait.get())
                .emitOn(next -> context.runOnContext(now -> next.run()));
    }

    /** Whether the password is right; blocks for the time that a slow hash takes, whatever the name. */
    boolean isRight(String client, String name, String password) {
        Optional<String> hash = principals.passwordHash(name);
        boolean matches =
                password.length() <= LONGEST_PASSWORD && BcryptUtil.matches(password, hash.orElse(nobodysHash));
        if (hash.isPresent() && matches) {
            pace.succeeded(client);
            return true;
        }
        pace.failed(client);
        LOG.infof("a wrong name or password came from %s", client);
        return false;
    }
}
