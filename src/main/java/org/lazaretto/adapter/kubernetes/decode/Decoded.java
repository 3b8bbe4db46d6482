package org.lazaretto.adapter.kubernetes.decode;

import java.util.Optional;
import org.lazaretto.model.ClusterObject;

/**
 * What one JSON object became.
 *
 * @param uid its UID; empty if it has none
 * @param resourceVersion its revision; empty if it has none
 * @param object the record; empty where name or UID is missing, so that nothing can be said of it
 */
public record Decoded(String uid, String resourceVersion, Optional<ClusterObject> object) {}
