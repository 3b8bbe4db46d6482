package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Volumes;
import org.lazaretto.observe.PodDetails;
import org.lazaretto.ui.fx.Texts;

/** What a pod stores, and what it sees of its node. */
final class VolumeRows {
  private VolumeRows() {}

  static List<Row> of(Pod pod, Answer<PodDetails> details) {
    List<Row> rows = new ArrayList<>();
    details
        .known()
        .ifPresentOrElse(
            known -> known.volumes().forEach(volume -> rows.add(row(volume))),
            () -> brief(pod.shape().volumes(), rows));
    if (!pod.shape().volumes().secrets().isEmpty()) {
      List<List<Part>> secrets =
          pod.shape().volumes().secrets().stream()
              .map(secret -> List.<Part>of(new Part.Name(secret)))
              .toList();
      rows.add(new Row.Fact(Texts.of("inspector.volumes.secrets"), secrets));
    }
    return rows;
  }

  private static void brief(Volumes volumes, List<Row> rows) {
    if (volumes.emptyDir()) {
      rows.add(Row.Note.of(new Part.Words(Texts.of("inspector.volumes.empty"))));
    }
    volumes
        .claims()
        .forEach(claim ->
            rows.add(Row.Fact.of(Texts.of("inspector.volumes.claim"), new Part.Name(claim))));
  }

  private static Row row(PodDetails.Volume volume) {
    List<List<Part>> lines = new ArrayList<>();
    Part type = volume.ofHost() ? new Part.Warning(volume.type()) : new Part.Quiet(volume.type());
    lines.add(
        volume.source().isEmpty() ? List.of(type) : List.of(type, new Part.Name(volume.source())));
    for (PodDetails.Mount mount : volume.mounts()) {
      String at = mount.container() + ":" + mount.path();
      lines.add(
          mount.readOnly()
              ? List.of(new Part.Name(at), new Part.Quiet(Texts.of("inspector.volumes.read-only")))
              : List.of(new Part.Name(at)));
    }
    return new Row.Named(volume.name(), volume.ofHost(), lines);
  }
}
