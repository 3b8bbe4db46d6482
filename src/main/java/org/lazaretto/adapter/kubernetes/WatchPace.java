package org.lazaretto.adapter.kubernetes;

import java.time.Duration;

/**
 * How patiently lists and watches go about it.
 *
 * @param page objects a page
 * @param answer how long the next bytes of a list may take
 * @param idle after how long a silence a watch is given up; servers send bookmarks every minute
 * @param term how long the server is asked to keep a watch, at least
 * @param firstDelay before the second attempt; doubled for each further one
 * @param mostDelay the longest delay
 * @param deniedDelay before a kind that may not be listed is tried again
 */
record WatchPace(
    int page,
    Duration answer,
    Duration idle,
    Duration term,
    Duration firstDelay,
    Duration mostDelay,
    Duration deniedDelay) {
  static WatchPace usual(Duration answer) {
    return new WatchPace(
        500,
        answer,
        Duration.ofSeconds(80),
        Duration.ofMinutes(4),
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1));
  }
}
