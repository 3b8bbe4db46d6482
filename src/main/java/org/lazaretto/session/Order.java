package org.lazaretto.session;

import java.util.List;
import org.lazaretto.execute.Waiver;
import org.lazaretto.plan.Plan;

/**
 * What a responder orders to be carried out.
 *
 * @param plan the plan as it was read or shown
 * @param approved the fingerprint that the responder approved
 * @param waivers written reasons for going on
 * @param reason why the suspects are held to be compromised
 */
public record Order(Plan plan, String approved, List<Waiver> waivers, String reason) {
  /** Copies what it is given. */
  public Order {
    waivers = List.copyOf(waivers);
  }
}
