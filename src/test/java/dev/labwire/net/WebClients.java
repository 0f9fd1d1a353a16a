package dev.labwire.net;

import java.time.Duration;

/** For tests of other packages. */
public final class WebClients {

    private WebClients() {}

    /** A turn at a host that has no limits. */
    public static Turn anyTurn() {
        HostGate gate = new HostGate(Duration.ZERO, Integer.MAX_VALUE);
        gate.tryEnter("any");
        return new Turn(gate, "any");
    }
}
