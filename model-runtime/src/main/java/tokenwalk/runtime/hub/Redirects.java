package tokenwalk.runtime.hub;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/** Where a request is sent on to, checked; the JDK's own following neither counts nor tells what it refused. */
final class Redirects {
    private static final int MOST = 5;

    private final String host;
    private int followed;

    /** @param host whom to name when they are no use */
    Redirects(String host) {
        this.host = host;
    }

    /** @throws DownloadFailure if there were too many, or the address is none to go to */
    URI next(URI from, Optional<String> location) {
        followed++;
        if (followed > MOST) {
            throw DownloadFailure.redirect(host, "on and on");
        }
        URI to = location.flatMap(text -> resolved(from, text))
                .orElseThrow(() -> DownloadFailure.redirect(host, "on to nowhere"));
        if (isSecure(from) && !isSecure(to) && !isLoopback(to.getHost())) {
            throw DownloadFailure.redirect(host, "from https to http, where anybody may change the answer");
        }
        return to;
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            URI to = from.resolve(location);
            String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
            return to.getHost() != null && (scheme.equals("http") || scheme.equals("https"))
                    ? Optional.of(to)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean isLoopback(String name) {
        try {
            // Only what is written as an address: a name could be looked up to anything.
            return name.equalsIgnoreCase("localhost")
                    || name.matches("[\\d.]+|\\[.*\\]")
                            && InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
