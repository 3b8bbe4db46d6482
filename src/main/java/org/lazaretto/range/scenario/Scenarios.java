package org.lazaretto.range.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The scenarios that come with the program. */
public final class Scenarios {
  private static final String FOLDER = "/scenarios/";

  private Scenarios() {}

  /** Their ids, in the order in which they are offered. */
  public static List<String> ids() {
    return resource("index").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  /**
   * Reads one.
   *
   * @throws ScenarioException if there is none with this id, saying which there are
   */
  public static Scenario load(String id) throws ScenarioException {
    if (!ids().contains(id)) {
      throw new ScenarioException(
          "there is no scenario '" + id + "'; there are: " + String.join(", ", ids()));
    }
    return ScenarioReader.read(id + ".yaml", resource(id + ".yaml"));
  }

  /** What the player is told about each of them. */
  public static List<Scenario.Briefing> briefings() throws ScenarioException {
    List<Scenario.Briefing> briefings = new ArrayList<>();
    for (String id : ids()) {
      briefings.add(load(id).briefing());
    }
    return briefings;
  }

  private static String resource(String name) {
    try (InputStream in = Scenarios.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own file " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
