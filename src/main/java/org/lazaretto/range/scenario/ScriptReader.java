package org.lazaretto.range.scenario;

import java.time.Duration;
import java.util.List;
import org.lazaretto.range.scenario.Script.Act;

/** The part of a scenario file about what happens without the player. */
final class ScriptReader {
  private static final List<String> ACTS =
      List.of("push", "restart", "annotate", "traces", "scale");

  private ScriptReader() {}

  static Script read(Section section, ImageReader images) throws ScenarioException {
    Section pod = section.section("foothold", "the foothold");
    Script.Foothold foothold =
        new Script.Foothold(pod.text("namespace"), pod.text("workload"), pod.number("pick"));
    pod.done();
    Script script = new Script(foothold, section.sections("acts", "an act", s -> act(s, images)));
    section.done();
    return script;
  }

  private static Act act(Section section, ImageReader images) throws ScenarioException {
    Duration at = section.duration("at");
    return switch (section.oneOf("do", ACTS)) {
      case "push" -> new Act.Push(at, images.image(section));
      case "restart" -> new Act.Restart(at, section.number("exitCode", 137));
      case "annotate" -> new Act.Annotate(at, section.map("annotations"));
      case "scale" ->
          new Act.Scale(
              at,
              section.text("namespace"),
              section.text("deployment"),
              section.number("replicas"));
      default -> new Act.Traces(at, trace(section));
    };
  }

  private static Script.Trace trace(Section section) throws ScenarioException {
    return new Script.Trace(
        section.text("reason"),
        section.text("message"),
        section.text("source"),
        section.number("times", 1),
        section.duration("every", Duration.ofSeconds(30)));
  }
}
