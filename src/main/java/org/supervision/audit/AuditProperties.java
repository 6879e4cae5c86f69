package org.supervision.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the trail is kept.
 *
 * @param sealing whether this node seals entries; one node that does is enough
 * @param algorithm of new seals; those there are keep theirs
 */
@ConfigurationProperties("supervision.audit")
record AuditProperties(boolean sealing, SealAlgorithm algorithm) {}
