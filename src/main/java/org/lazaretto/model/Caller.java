package org.lazaretto.model;

import java.util.List;

/** Whom the API server takes us for. */
public record Caller(String username, List<String> groups) {
  /** Copies what it is given. */
  public Caller {
    groups = List.copyOf(groups);
  }
}
