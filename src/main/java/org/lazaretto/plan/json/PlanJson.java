package org.lazaretto.plan.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.lazaretto.plan.Plan;

/**
 * Writes and reads {@code plan.json}; its members are described in {@code docs/plan-json.md}. The
 * same plan always gives the same text.
 */
public final class PlanJson {
  /** The version that is written and read. */
  public static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PlanJson() {}

  /** The plan as pretty-printed JSON, ending in a newline. */
  public static String write(Plan plan) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(PlanWriter.tree(plan)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  /**
   * The plan, rebuilt from its request, actions, targets and former values. Everything that follows
   * from these (fingerprint, commands, texts) is computed anew and must be what the file says.
   *
   * @throws PlanFormatException if it is no plan, of another version, or was edited; nothing of it
   *     may be carried out
   */
  public static Plan read(String text) throws PlanFormatException {
    JsonNode root = parse(text);
    Plan plan = PlanReader.plan(root);
    Optional<String> difference = Differences.first(PlanWriter.tree(plan), root, "");
    if (difference.isPresent()) {
      throw new PlanFormatException(
          PlanFormatException.Kind.EDITED,
          "This plan was edited after it was written, or written by another build of Lazaretto: "
              + difference.get()
              + " Plan again.");
    }
    return plan;
  }

  private static JsonNode parse(String text) throws PlanFormatException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
      throw new PlanFormatException(
          PlanFormatException.Kind.NOT_A_PLAN, "This is not a plan: it is not JSON" + where + ".");
    }
  }
}
