package org.lazaretto.range.shell;

/** A small program. */
@FunctionalInterface
interface Program {
  /** Runs it and gives its exit code. */
  int run(Call call);
}
