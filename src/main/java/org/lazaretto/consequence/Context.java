package org.lazaretto.consequence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the rules need besides the picture of the cluster.
 *
 * @param caseCluster the UID of the cluster that the case belongs to; empty while there is no case
 * @param now the time at which the plan is looked at
 * @param freshFor how long after it was last heard of a kind counts as known
 */
public record Context(Optional<String> caseCluster, Instant now, Duration freshFor) {}
