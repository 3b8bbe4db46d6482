package org.lazaretto.plan.order;

import java.util.List;

/**
 * One order as it would be here.
 *
 * @param stages what is done, first to last
 * @param skipped stages that the order would have and that are of no use here
 * @param price what it costs, one sentence each
 */
public record Offer(NamedOrder order, List<Stage> stages, List<Stage> skipped, List<String> price) {
  /** Copies what it is given. */
  public Offer {
    stages = List.copyOf(stages);
    skipped = List.copyOf(skipped);
    price = List.copyOf(price);
  }
}
