package org.supervision.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A robot's address leads only to servers the operator has named, by scheme, host and port; so nobody who edits settings
 * can make the application call anything else inside the network.
 */
final class RobotAddressPolicy {

    private static final int LONGEST = 1000;

    private final Set<String> origins;

    RobotAddressPolicy(List<String> origins) {
        this.origins = origins.stream()
                .map(origin -> origin(origin)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Not an origin such as https://robots.example: " + origin)))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    boolean allowsAny() {
        return !origins.isEmpty();
    }

    boolean allows(String address) {
        return address.length() <= LONGEST
                && origin(address).filter(origins::contains).isPresent();
    }

    private static Optional<String> origin(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || !Set.of("http", "https").contains(scheme)) {
            return Optional.empty();
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    }
}
