package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.Pod;
import org.lazaretto.observe.ContainerDetails;
import org.lazaretto.observe.PodDetails;
import org.lazaretto.ui.fx.Texts;

/** The containers of a pod: what they run, what they do, what they may. */
final class ContainerRows {
  private static final String DOT = " · ";

  private final Pod pod;
  private final ClusterSnapshot seen;

  ContainerRows(Pod pod, ClusterSnapshot seen) {
    this.pod = pod;
    this.seen = seen;
  }

  /** What is known without asking. */
  List<Row> brief() {
    List<ContainerState> states = pod.status().containers();
    List<String> images = pod.shape().images();
    boolean same = states.size() == images.size();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      ContainerState state = states.get(i);
      Image image = Image.of(same ? images.get(i) : "", state.imageId());
      List<List<Part>> lines = new ArrayList<>(image(image, state.name()));
      rows.add(new Row.Named(state.name(), false, lines));
    }
    return rows;
  }

  /** All that its object says. */
  List<Row> full(PodDetails details) {
    return details.containers().stream().<Row>map(this::full).toList();
  }

  private Row full(ContainerDetails container) {
    Image image = Image.of(container.image(), container.imageId());
    List<List<Part>> lines = new ArrayList<>(image(image, container.name()));
    role(container.role()).ifPresent(words -> lines.add(List.of(new Part.Quiet(words))));
    lines.add(List.of(state(container)));
    container.before().ifPresent(life -> lines.add(List.of(before(life))));
    String rights = rights(container.rights());
    if (!rights.isEmpty()) {
      lines.add(List.of(new Part.Warning(rights)));
    }
    return new Row.Named(container.name(), !rights.isEmpty(), lines);
  }

  private List<List<Part>> image(Image image, String container) {
    List<List<Part>> lines = new ArrayList<>();
    if (!image.name().isEmpty()) {
      lines.add(List.of(new Part.Name(image.name())));
    }
    image
        .digest()
        .ifPresent(digest -> {
          Part copy = new Part.WordLink(Texts.of("inspector.copy"), new Deed.Copy(digest));
          lines.add(List.of(new Part.Quiet(Image.brief(digest)), copy));
          oddBytes(container, digest).ifPresent(odd -> lines.add(List.of(odd)));
        });
    return lines;
  }

  /** The same container of its siblings may run other bytes under the same tag. */
  private Optional<Part> oddBytes(String container, String digest) {
    List<String> others =
        pod.controller().map(owner -> seen.podsOf(owner.uid())).orElse(List.of()).stream()
            .filter(sibling -> !sibling.ref().uid().equals(pod.ref().uid()))
            .flatMap(sibling -> sibling.status().containers().stream())
            .filter(state -> state.name().equals(container))
            .flatMap(state -> Image.of("", state.imageId()).digest().stream())
            .toList();
    long different = others.stream().filter(other -> !Objects.equals(other, digest)).count();
    return different == 0
        ? Optional.empty()
        : Optional.of(
            new Part.Warning(
                Texts.of("inspector.container.other-bytes", different, others.size())));
  }

  private static Optional<String> role(ContainerState.Role role) {
    return switch (role) {
      case MAIN -> Optional.empty();
      case INIT -> Optional.of(Texts.of("inspector.container.init"));
      case EPHEMERAL -> Optional.of(Texts.of("inspector.container.ephemeral"));
    };
  }

  private Part state(ContainerDetails container) {
    ContainerDetails.Life life = container.now();
    int restarts = restarts(container.name());
    String words =
        words(life) + (restarts == 0 ? "" : DOT + Texts.of("inspector.restarts", restarts));
    return calm(life) ? new Part.Words(words) : new Part.Warning(words);
  }

  private static boolean calm(ContainerDetails.Life life) {
    return switch (life.phase()) {
      case RUNNING, UNKNOWN -> true;
      case WAITING -> life.reason().isEmpty() || life.reason().endsWith("ing");
      case ENDED -> life.exitCode().orElse(0) == 0;
    };
  }

  private int restarts(String container) {
    return pod.status().containers().stream()
        .filter(state -> state.name().equals(container))
        .mapToInt(ContainerState::restarts)
        .findFirst()
        .orElse(0);
  }

  private String words(ContainerDetails.Life life) {
    String since = life.since().map(then -> Spans.between(then, seen.asOf())).orElse("");
    return switch (life.phase()) {
      case RUNNING -> Texts.of("inspector.container.running", since);
      case WAITING -> Texts.of("inspector.container.waiting", life.reason(), life.message());
      case ENDED ->
          Texts.of("inspector.container.ended", life.exitCode().orElse(-1), life.reason(), since);
      case UNKNOWN -> Texts.of("inspector.container.unknown");
    };
  }

  private Part before(ContainerDetails.Life life) {
    String since = life.since().map(then -> Spans.between(then, seen.asOf())).orElse("?");
    return new Part.Quiet(
        Texts.of("inspector.container.before", life.exitCode().orElse(-1), life.reason(), since));
  }

  private static String rights(ContainerDetails.Rights rights) {
    return Stream.of(
            rights.privileged() ? Texts.of("inspector.container.privileged") : "",
            rights.asRoot() ? Texts.of("inspector.container.root") : "",
            rights.escalation() ? Texts.of("inspector.container.escalation") : "",
            rights.capabilities().isEmpty()
                ? ""
                : Texts.of(
                    "inspector.container.capabilities", String.join(", ", rights.capabilities())),
            rights.hostPorts().isEmpty()
                ? ""
                : Texts.of("inspector.container.ports", ports(rights.hostPorts())))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(DOT));
  }

  private static String ports(List<Integer> ports) {
    return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
