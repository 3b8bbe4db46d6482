package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Command;

/** Lines that show an object by {@code kubectl} when they are pasted, in this very cluster. */
final class KubectlLines {
  private final ClusterIdentity cluster;
  private final ObjectRef object;

  KubectlLines(ClusterIdentity cluster, ObjectRef object) {
    this.cluster = cluster;
    this.object = object;
  }

  String get() {
    return line(List.of("get"), List.of("-o", "wide"));
  }

  String describe() {
    return line(List.of("describe"), List.of());
  }

  String logs() {
    return line(List.of("logs"), List.of("--all-containers", "--timestamps", "--tail=200"));
  }

  /** The name stands after its kind and a slash: it cannot be taken for a flag. */
  private String line(List<String> verb, List<String> flags) {
    List<String> words = new ArrayList<>();
    words.add("kubectl");
    words.addAll(cluster.kubectlFlags());
    if (!object.namespace().isEmpty()) {
      words.addAll(List.of("-n", object.namespace()));
    }
    words.addAll(verb);
    words.add(kind() + "/" + object.name());
    words.addAll(flags);
    return Command.of(words).shell();
  }

  private String kind() {
    return object.kind().toLowerCase(Locale.ROOT);
  }
}
