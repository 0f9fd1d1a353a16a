package dev.labwire.net;

import java.net.UnknownHostException;

/** A host whose every address lies in a network that requests may not reach. */
final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super(host + " lies in a private or reserved network");
    }
}
