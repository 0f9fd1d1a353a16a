package dev.labwire.net;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Makes the house's one client from the settings, at start, so that a wrong setting stops the start. */
final class WebClientProducer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Produces
    @Singleton
    @Startup
    WebClient client(NetConfig config) {
        WebLimits limits = new WebLimits(
                config.net().deadline(),
                config.net().connectTimeout(),
                config.net().maxBody(),
                PATIENCE);
        return new WebClient(
                new EgressGuard(config.net().allowedNetworks().orElse(List.of())),
                new HostGate(config.poll().hostSpacing(), config.poll().hostConcurrency()),
                limits,
                config.poll().hostConcurrency(),
                agent(config));
    }

    /** Name, version, where this instance is reached, and whom to write to. */
    static String agent(NetConfig config) {
        String contact = config.net()
                .contact()
                .or(() -> config.admin().email())
                .map(address -> "; " + address)
                .orElse("");
        String agent = "Labwire/0.1 (+" + config.publicUrl() + contact + ")";
        if (agent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("labwire.net.contact and labwire.public-url must be plain ASCII");
        }
        return agent;
    }

    void close(@Disposes WebClient client) throws IOException {
        client.close();
    }
}
