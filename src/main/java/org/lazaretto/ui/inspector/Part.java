package org.lazaretto.ui.inspector;

/** A piece of a line. All texts may be hostile; what draws them makes them visible. */
sealed interface Part {
  /** Our own words. */
  record Words(String text) implements Part {}

  /** Our own words, less important. */
  record Quiet(String text) implements Part {}

  /** Something to look at, in words. */
  record Warning(String text) implements Part {}

  /** A name as the cluster has it: to be copied. */
  record Name(String text) implements Part {}

  /** A name that leads somewhere. */
  record NameLink(String text, Deed deed) implements Part {}

  /** Our own words that do something. */
  record WordLink(String text, Deed deed) implements Part {}
}
