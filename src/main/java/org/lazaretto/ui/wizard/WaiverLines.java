package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.execute.Waiver;
import org.lazaretto.ui.fx.Texts;

/** What is waived, of which objects and why, a line for each id and reason. */
final class WaiverLines {
  /** The same words of one id. */
  private record Said(String id, String reason) {}

  private WaiverLines() {}

  /** The lines; hostile, to be escaped. */
  static List<String> of(List<Waiver> waivers) {
    Map<Said, List<String>> objects = new LinkedHashMap<>();
    for (Waiver waiver : waivers) {
      objects
          .computeIfAbsent(new Said(waiver.id(), waiver.reason()), _ -> new ArrayList<>())
          .addAll(waiver.about().objects().stream().map(object -> object.identified()).toList());
    }
    List<String> lines = new ArrayList<>();
    objects.forEach((said, of) ->
        lines.add(
            of.isEmpty()
                ? Texts.of("wizard.approve.waiver", said.id(), said.reason())
                : Texts.of(
                    "wizard.approve.waiverOf", said.id(), String.join(", ", of), said.reason())));
    return lines;
  }
}
