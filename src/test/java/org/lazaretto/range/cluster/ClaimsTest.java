package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class ClaimsTest {
  private final TestCluster cluster = TestCluster.of(2);

  private void claim() {
    cluster.create(
        "v1",
        "PersistentVolumeClaim",
        "data",
        "{'spec':{'accessModes':['ReadWriteOnce'],'resources':{'requests':{'storage':'1Gi'}},'storageClassName':'gp3'}}");
    cluster.pass();
  }

  private void user() {
    cluster.pod("one", "{'volumes':[{'name':'d','persistentVolumeClaim':{'claimName':'data'}}]}");
    cluster.pass();
  }

  private List<Stored> volumes() {
    return cluster.store.list(ResourceTypes.PERSISTENT_VOLUMES, Optional.empty());
  }

  private String phase() {
    return Tree.text(
        cluster.get(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, "data"), "status", "phase");
  }

  @Test
  void a_claim_waits_for_its_first_pod() {
    claim();
    assertThat(phase()).isEqualTo("Pending");
    assertThat(cluster.events("data"))
        .contains("WaitForFirstConsumer: waiting for first consumer to be created before binding");
    user();
    assertThat(phase()).isEqualTo("Bound");
    assertThat(volumes()).hasSize(1);
  }

  @Test
  void a_claim_in_use_stays_until_its_pod_is_gone_and_takes_its_volume_along() {
    claim();
    user();
    cluster.delete(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, "data");
    cluster.pass();
    assertThat(cluster.find(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, "data"))
        .get()
        .matches(Stored::deleting);
    cluster.delete(ResourceTypes.PODS, "one");
    cluster.pass();
    assertThat(cluster.find(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, "data")).isEmpty();
    assertThat(volumes()).isEmpty();
  }

  @Test
  void a_volume_to_be_retained_is_released() {
    claim();
    user();
    cluster.change(
        ResourceTypes.PERSISTENT_VOLUMES,
        volumes().getFirst().name(),
        v -> Tree.made(v, "spec").put("persistentVolumeReclaimPolicy", "Retain"));
    cluster.delete(ResourceTypes.PODS, "one");
    cluster.delete(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, "data");
    cluster.pass();
    assertThat(volumes())
        .singleElement()
        .satisfies(v -> assertThat(Tree.text(v.tree(), "status", "phase")).isEqualTo("Released"));
  }
}
