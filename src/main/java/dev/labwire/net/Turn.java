package dev.labwire.net;

/**
 * The right to send one request to a host now. It is used up by {@link WebClient#get(WebRequest, Turn)}; one that is not
 * used is to be closed, so that others may have it.
 */
public final class Turn implements AutoCloseable {

    private final HostGate gate;
    private final String host;
    private boolean over;

    Turn(HostGate gate, String host) {
        this.gate = gate;
        this.host = host;
    }

    boolean isFor(String asked) {
        return !over && host.equals(asked);
    }

    /** Gives it back, once. */
    @Override
    public void close() {
        if (!over) {
            over = true;
            gate.leave(host);
        }
    }
}
