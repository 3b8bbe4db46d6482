package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.lazaretto.range.clock.SteppedClock;

/** Small objects for tests. */
final class Objects {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private Objects() {}

  static ObjectNode json(String text) {
    return Json.object(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode pod(String name) {
    return json(
        "{'metadata':{'name':'%s','namespace':'shop','labels':{'app':'web'}},'spec':{'nodeName':'node-a','containers':[{'name':'c'}]}}"
            .formatted(name));
  }

  static UnaryOperator<ObjectNode> put(String part, String field, Object value) {
    return tree -> {
      Json.child(tree, part).putPOJO(field, value);
      return Json.object(Json.bytes(tree));
    };
  }

  static ObjectStore store(SteppedClock clock) {
    return new ObjectStore(clock, new SplittableRandom(1));
  }
}
