package org.lazaretto.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ObjectRef;

/** Commands that hit one cluster and no other. */
final class Kubectl {
  private final ClusterIdentity cluster;

  Kubectl(ClusterIdentity cluster) {
    this.cluster = cluster;
  }

  Command of(String... words) {
    List<String> all = new ArrayList<>();
    all.add("kubectl");
    all.addAll(cluster.kubectlFlags());
    all.addAll(List.of(words));
    return Command.of(all);
  }

  /** A command about one object, with its kind and name after the verb. */
  Command about(ObjectRef target, String verb, String... more) {
    List<String> words = new ArrayList<>(List.of(verb, resource(target)));
    if (!target.namespace().isEmpty()) {
      words.addAll(List.of("-n", target.namespace()));
    }
    words.addAll(List.of(more));
    return of(words.toArray(String[]::new));
  }

  /** Creates what stands on standard input. */
  Command create(String manifest) {
    return new Command(of("create", "-f", "-").words(), Optional.of(manifest));
  }

  static String resource(ObjectRef target) {
    return target.kind().toLowerCase(Locale.ROOT) + "/" + target.name();
  }
}
