package org.lazaretto.model;

/**
 * A tool that keeps an object as it is described elsewhere, and sets back what is changed by hand
 * (T-31).
 *
 * @param tool such as {@code Argo CD} or {@code Flux}
 * @param name what the tool calls the description, such as an Application; empty if it is not said
 */
public record Steward(String tool, String name) {
  /** {@code Argo CD (shop)}; the name is hostile input. */
  public String spoken() {
    return name.isEmpty() ? tool : tool + " (" + name + ")";
  }
}
