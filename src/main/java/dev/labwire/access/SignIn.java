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
    /** Timers know no shorter one. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
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
     * Comes when the attempt's turn has come, in the caller's own Vert.x context; then {@link #isRight} is to follow.
     *
     * @param client the network that the attempt comes from
     * @return fails with a {@link ProblemException} of 429 where the turn does not come in time
     */
    Uni<Void> turn(String client) {
        return turn(client, LONGEST_WAIT, Vertx.currentContext());
    }

    private Uni<Void> turn(String client, Duration patience, Context context) {
        Duration turn = pace.turn(client);
        if (turn.isZero()) {
            return Uni.createFrom().voidItem();
        }
        Duration wait = turn.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : turn;
        if (wait.compareTo(patience) > 0) {
            return Uni.createFrom()
                    .failure(ProblemException.tooMany(
                            "too many wrong passwords came from this address; sessions and keys work on",
                            COME_BACK_AFTER));
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(wait)
                .emitOn(next -> context.runOnContext(now -> next.run()))
                .chain(() -> turn(client, patience.minus(wait), context));
    }

    /** Whether the password is right; blocks for the time that a slow hash takes, whatever the name. */
    boolean isRight(String client, String name, String password) {
        boolean right = false;
        try {
            Optional<String> hash = principals.passwordHash(name);
            boolean matches =
                    password.length() <= LONGEST_PASSWORD && BcryptUtil.matches(password, hash.orElse(nobodysHash));
            right = hash.isPresent() && matches;
        } finally {
            pace.ended(client, right);
        }
        if (!right) {
            LOG.infof("a wrong name or password came from %s", client);
        }
        return right;
    }
}
