package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.node.Behaviour;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.scenario.Script.About;
import org.lazaretto.range.scenario.Script.Act;
import org.lazaretto.range.scenario.Script.Cue;
import org.lazaretto.range.scenario.Script.Sight;
import org.lazaretto.range.scenario.Script.Trigger;

/** The part of a scenario file about what happens without the player. */
final class ScriptReader {
  static final List<String> ACTS =
      List.of(
          "push",
          "restart",
          "annotate",
          "traces",
          "scale",
          "staticPod",
          "uncordon",
          "cutOff",
          "fillDisk");
  static final Map<String, Sight> SIGHTS =
      Map.of(
          "cordoned", Sight.CORDONED,
          "footholdGone", Sight.FOOTHOLD_GONE,
          "suspectGone", Sight.SUSPECT_GONE);
  private static final Map<String, About> ABOUT =
      Map.of("foothold", About.FOOTHOLD, "suspect", About.SUSPECT, "node", About.NODE);

  private ScriptReader() {}

  static Script read(Section section, ImageReader images) throws ScenarioException {
    Section pod = section.section("foothold", "the foothold");
    Script.Foothold foothold =
        new Script.Foothold(pod.text("namespace"), pod.text("workload"), pod.number("pick"));
    pod.done();
    Script script =
        new Script(
            foothold, section.sections("acts", "an act", s -> new Cue(trigger(s), act(s, images))));
    section.done();
    return script;
  }

  private static Trigger trigger(Section section) throws ScenarioException {
    if (section.has("when") && section.has("at")) {
      throw section.wrongAt("when", "an act has 'at' or 'when', not both");
    }
    if (!section.has("when")) {
      return new Trigger.At(section.duration("at"));
    }
    String sight = section.oneOf("when", SIGHTS.keySet().stream().sorted().toList());
    Duration after = section.duration("after", Duration.ZERO);
    return new Trigger.When(SIGHTS.getOrDefault(sight, Sight.CORDONED), after);
  }

  private static Act act(Section section, ImageReader images) throws ScenarioException {
    return switch (section.oneOf("do", ACTS)) {
      case "push" -> new Act.Push(images.image(section));
      case "restart" ->
          new Act.Restart(section.number("exitCode", 137), behaviour(section, images));
      case "annotate" -> new Act.Annotate(section.map("annotations"));
      case "scale" ->
          new Act.Scale(
              section.text("namespace"), section.text("deployment"), section.number("replicas"));
      case "staticPod" -> new Act.PutFile(file(section));
      case "fillDisk" -> new Act.FillDisk(section.number("pods"));
      case "uncordon" -> new Act.Uncordon();
      case "cutOff" -> new Act.CutOff(section.duration("for"));
      default -> new Act.Traces(trace(section));
    };
  }

  private static Optional<Behaviour> behaviour(Section section, ImageReader images)
      throws ScenarioException {
    return section.has("logs")
        ? Optional.of(new Behaviour(images.profile(section), InteriorReader.read(section)))
        : Optional.empty();
  }

  /** A static pod's manifest: a whole pod without the node's name in its name. */
  static ObjectNode file(Section section) throws ScenarioException {
    ObjectNode pod = Tree.head("v1", "Pod", section.text("namespace"), section.text("name"));
    Tree.overlay(pod, section.tree("manifest"));
    if (pod.path("spec").path("containers").isEmpty()) {
      throw section.wrongAt("manifest", "expected a pod with spec.containers");
    }
    return pod;
  }

  private static Script.Trace trace(Section section) throws ScenarioException {
    String about =
        section.has("about")
            ? section.oneOf("about", ABOUT.keySet().stream().sorted().toList())
            : "foothold";
    return new Script.Trace(
        ABOUT.getOrDefault(about, About.FOOTHOLD),
        section.text("reason"),
        section.text("message"),
        section.text("source"),
        section.number("times", 1),
        section.duration("every", Duration.ofSeconds(30)));
  }
}
