package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * Volumes that stay in one zone, as EBS volumes do: made where their first pod runs, and held to
 * that zone.
 */
final class Volumes {
  private final ObjectStore store;

  Volumes(ObjectStore store) {
    this.store = store;
  }

  /** The names of the claims that a pod mounts. */
  static List<String> claims(ObjectNode pod) {
    List<String> claims = new ArrayList<>();
    for (JsonNode volume : Tree.at(pod, "spec", "volumes")) {
      String claim = Tree.text(volume, "persistentVolumeClaim", "claimName");
      if (!claim.isEmpty()) {
        claims.add(claim);
      }
    }
    return claims;
  }

  private Optional<Stored> claim(ObjectNode pod, String name) {
    String namespace = Tree.text(pod, "metadata", "namespace");
    return store.get(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, namespace, name);
  }

  /** The first claim of a pod that does not exist. */
  Optional<String> missing(ObjectNode pod) {
    return claims(pod).stream().filter(name -> claim(pod, name).isEmpty()).findFirst();
  }

  /** The zone of the pod's volumes, if one of them exists already. */
  Optional<String> zone(ObjectNode pod) {
    return claims(pod).stream()
        .flatMap(name -> claim(pod, name).stream())
        .map(c -> Tree.text(c.tree(), "spec", "volumeName"))
        .filter(volume -> !volume.isEmpty())
        .flatMap(v -> store.get(ResourceTypes.PERSISTENT_VOLUMES, "", v).stream())
        .map(v -> v.labels().getOrDefault(NodeFacts.ZONE, ""))
        .filter(zone -> !zone.isEmpty())
        .findFirst();
  }

  /** Makes the volumes that the pod still lacks, in the zone of its node. */
  void provision(ObjectNode pod, NodeFacts node) {
    for (String name : claims(pod)) {
      claim(pod, name)
          .filter(c -> Tree.text(c.tree(), "spec", "volumeName").isEmpty())
          .ifPresent(c -> bind(c, node));
    }
  }

  private void bind(Stored claim, NodeFacts node) {
    ObjectNode tree = claim.tree();
    String size = Tree.text(tree, "spec", "resources", "requests", "storage");
    ObjectNode volume = volume(claim, node, size);
    store.create(ResourceTypes.PERSISTENT_VOLUMES, volume);
    store.update(
        ResourceTypes.PERSISTENT_VOLUME_CLAIMS,
        claim.namespace(),
        claim.name(),
        c -> {
          Tree.made(c, "metadata", "annotations")
              .put("pv.kubernetes.io/bind-completed", "yes")
              .put("volume.kubernetes.io/selected-node", node.name())
              .put("volume.kubernetes.io/storage-provisioner", "ebs.csi.aws.com");
          Tree.made(c, "spec").put("volumeName", Tree.text(volume, "metadata", "name"));
          ObjectNode status = Tree.made(c, "status").put("phase", "Bound");
          status.putArray("accessModes").add("ReadWriteOnce");
          Tree.made(status, "capacity").put("storage", size);
          return c;
        });
  }

  private static ObjectNode volume(Stored claim, NodeFacts node, String size) {
    ObjectNode volume = Tree.head("v1", "PersistentVolume", "", "pvc-" + claim.uid());
    Tree.made(volume, "metadata", "labels").put(NodeFacts.ZONE, node.zone());
    ObjectNode spec = volume.putObject("spec");
    spec.putArray("accessModes").add("ReadWriteOnce");
    spec.putObject("capacity").put("storage", size);
    spec.putObject("claimRef")
        .put("apiVersion", "v1")
        .put("kind", "PersistentVolumeClaim")
        .put("name", claim.name())
        .put("namespace", claim.namespace())
        .put("uid", claim.uid());
    spec.putObject("csi")
        .put("driver", "ebs.csi.aws.com")
        .put("fsType", "ext4")
        .put("volumeHandle", "vol-0" + Names.sha256(claim.key().toString()).substring(0, 16));
    ObjectNode term =
        Tree.made(spec, "nodeAffinity", "required").putArray("nodeSelectorTerms").addObject();
    ObjectNode expression = term.putArray("matchExpressions").addObject();
    expression.put("key", NodeFacts.ZONE).put("operator", "In");
    expression.putArray("values").add(node.zone());
    spec.put("persistentVolumeReclaimPolicy", "Delete").put("storageClassName", "gp3");
    volume.putObject("status").put("phase", "Bound");
    return volume;
  }
}
