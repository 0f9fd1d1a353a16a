package dev.labwire.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which addresses a request may reach: public ones, and what the settings allow besides. */
final class EgressGuard {

    private static final List<Cidr> CLOSED = Stream.of(
                    // IANA's special-purpose registry, IPv4
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // and IPv6
                    "::/128",
                    "::1/128",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001:2::/48",
                    "2001:10::/28",
                    "2001:20::/28",
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Cidr::parse)
            .toList();

    private static final Cidr COMPATIBLE = Cidr.parse("::/96");
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");
    private static final Cidr TEREDO = Cidr.parse("2001::/32");

    private final List<Cidr> allowed;

    EgressGuard(List<String> allowedNetworks) {
        this.allowed = allowedNetworks.stream().map(Cidr::parse).toList();
    }

    boolean permits(InetAddress address) {
        byte[] bytes = address.getAddress();
        return isAllowed(bytes)
                || (isOpen(bytes)
                        && embedded(bytes)
                                .map(v4 -> isAllowed(v4) || isOpen(v4))
                                .orElse(true));
    }

    private boolean isAllowed(byte[] address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isOpen(byte[] address) {
        return CLOSED.stream().noneMatch(network -> network.contains(address));
    }

    /** The IPv4 address that an IPv6 address leads to through a translator or a tunnel. */
    private static Optional<byte[]> embedded(byte[] address) {
        if (NAT64.contains(address) || COMPATIBLE.contains(address) || isMapped(address)) {
            return Optional.of(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(Arrays.copyOfRange(address, 2, 6));
        }
        return TEREDO.contains(address) ? Optional.of(inverted(address)) : Optional.empty();
    }

    /** Java reads mapped addresses as IPv4; those built from bytes by others may still arrive. */
    private static boolean isMapped(byte[] address) {
        return address.length == 16
                && Arrays.equals(address, 0, 10, new byte[10], 0, 10)
                && address[10] == -1
                && address[11] == -1;
    }

    private static byte[] inverted(byte[] address) {
        byte[] client = Arrays.copyOfRange(address, 12, 16);
        for (int i = 0; i < client.length; i++) {
            client[i] = (byte) ~client[i];
        }
        return client;
    }
}
