package org.lazaretto.journal;

import java.util.Optional;

/** How HEAD stands to the lines. */
sealed interface HeadState {
  /** It names the last line. */
  record Matches() implements HeadState {}

  /** It names an earlier line, and that one holds: it is replaced without waiting for the disk. */
  record Behind(long by) implements HeadState {}

  /** It has no bytes: some file systems leave that when the machine dies. */
  record Empty() implements HeadState {}

  /** It cannot be HEAD of these lines. */
  record Wrong(String how) implements HeadState {}

  /** Judges it; {@code read} must have watched the line that HEAD names. */
  static HeadState of(Optional<byte[]> bytes, Chain.Read read) {
    if (bytes.isEmpty()) {
      return missing(read.lines());
    }
    if (bytes.get().length == 0) {
      return new Empty();
    }
    Optional<Head> head = Head.parse(bytes.get());
    if (head.isEmpty()) {
      return new Wrong("HEAD does not look like one");
    }
    long lines = head.get().lines();
    if (lines > read.lines()) {
      return new Wrong(
          "HEAD says that there are %d lines, the journal has %d: the end is missing"
              .formatted(lines, read.lines()));
    }
    if (!head.get().hash().equals(read.watched())) {
      return new Wrong("HEAD does not match line " + lines);
    }
    return lines == read.lines() ? new Matches() : new Behind(read.lines() - lines);
  }

  /** A creation may be cut before its first head. */
  private static HeadState missing(long lines) {
    if (lines == 0) {
      return new Matches();
    }
    return lines == 1 ? new Behind(1) : new Wrong("HEAD is missing");
  }
}
