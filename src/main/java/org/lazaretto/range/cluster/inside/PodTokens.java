package org.lazaretto.range.cluster.inside;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.http.security.Tokens;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * The tokens that kubelets put into containers: bound to the pod, the same for all its containers,
 * and replaced when four fifths of their time have passed. Called by many threads.
 */
final class PodTokens {
  private static final int MOST = 5000;
  private static final long USUAL = 3600;

  private final RangeClock clock;
  private final ObjectStore store;
  private final Optional<Tokens> tokens;
  private final Map<Wanted, Given> given =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Wanted, Given> eldest) {
              return size() > MOST;
            }
          });

  PodTokens(RangeClock clock, ObjectStore store, Serving serving) {
    this.clock = clock;
    this.store = store;
    this.tokens = serving.tokens();
  }

  private record Wanted(String pod, String account, String audience, Duration life) {}

  private record Given(String token, Instant replaced) {}

  /**
   * A pod's token.
   *
   * @param source the {@code serviceAccountToken} of a projected volume
   * @return none if its account is gone, or nobody signs tokens
   */
  Optional<String> of(JsonNode pod, JsonNode source) {
    String namespace = Tree.text(pod, "metadata", "namespace");
    Optional<Stored> account =
        store.get(
            ResourceTypes.SERVICE_ACCOUNTS,
            namespace,
            Tree.text(pod, "spec", "serviceAccountName"));
    Optional<Stored> bound =
        store
            .get(ResourceTypes.PODS, namespace, Tree.text(pod, "metadata", "name"))
            .filter(now -> now.uid().equals(Tree.text(pod, "metadata", "uid")));
    if (account.isEmpty() || bound.isEmpty() || tokens.isEmpty()) {
      return Optional.empty();
    }
    String audience = Tree.text(source, "audience");
    Wanted wanted =
        new Wanted(
            bound.get().uid(),
            account.get().uid(),
            audience.isEmpty() ? Tokens.AUDIENCE : audience,
            Duration.ofSeconds(source.path("expirationSeconds").asLong(USUAL)));
    Given now =
        given.compute(
            wanted,
            (key, before) ->
                before != null && before.replaced().isAfter(clock.now())
                    ? before
                    : issue(key, account.get(), bound.get()));
    return Optional.of(now.token());
  }

  private Given issue(Wanted wanted, Stored account, Stored pod) {
    Tokens.Issued issued =
        tokens
            .orElseThrow()
            .issue(account, List.of(wanted.audience()), wanted.life(), Optional.of(pod));
    return new Given(issued.token(), clock.now().plus(wanted.life().multipliedBy(4).dividedBy(5)));
  }
}
