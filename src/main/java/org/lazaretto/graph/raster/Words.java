package org.lazaretto.graph.raster;

/** Says the map's words. */
@FunctionalInterface
public interface Words {
  /** The word for that number; words without a number ignore it. */
  String say(Word word, int number);

  /** Plain English, for pictures in reports. */
  Words ENGLISH =
      (word, n) ->
          switch (word) {
            case NODES -> n == 1 ? "1 node" : n + " nodes";
            case PODS -> n < 0 ? "pods not permitted" : n == 1 ? "1 pod" : n + " pods";
            case CORDONED -> "cordoned";
            case QUARANTINED -> "quarantined";
            case NOT_READY -> "not ready";
            case UNSEEN -> "not listed";
            case REMOVED -> "removed";
            case NO_NODE -> "no node yet";
            case CONTINUED -> "continued";
            case LEAVE -> n == 1 ? "1 leaves" : n + " leave";
            case STAY -> n == 1 ? "1 stays" : n + " stay";
            case TOUCHED -> n + " touched";
            case ARRIVE -> n == 1 ? "1 arrives" : n + " arrive";
            case BESIDE -> n == 1 ? "1 pod beside it" : n + " pods beside it";
            case MORE -> n + " more";
          };
}
