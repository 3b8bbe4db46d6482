package org.lazaretto.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import org.lazaretto.journal.EntryReader.UnknownType;
import org.lazaretto.journal.Fields.Malformed;

/**
 * One journal line as bytes and back. {@code prev} and {@code n} come first, at fixed places, so
 * that the chain can be checked without reading JSON.
 *
 * @param secrets what every text goes through before it is written
 */
record EntryCodec(UnaryOperator<String> secrets) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * What a line says about itself.
   *
   * @param mono milliseconds since the case was opened by this process, by the monotonic clock
   */
  record Envelope(String prev, long number, Instant at, long mono, String operator) {}

  /** The line with its newline. */
  byte[] encode(Envelope envelope, Entry entry) {
    return json(envelope, entry).line();
  }

  /** The line as an object that is complete but for its end. */
  CanonicalJson json(Envelope envelope, Entry entry) {
    CanonicalJson json = begin(envelope, entry);
    EntryWriter.members(json, entry);
    return json;
  }

  /** The first line, which binds the case file by its hash. */
  CanonicalJson first(Envelope envelope, Entry.CaseOpened opened, String caseFileHash) {
    CanonicalJson json = begin(envelope, opened).exact("caseFile", caseFileHash);
    EntryWriter.members(json, opened);
    return json;
  }

  private CanonicalJson begin(Envelope envelope, Entry entry) {
    return new CanonicalJson(secrets)
        .exact("prev", envelope.prev())
        .number("n", envelope.number())
        .exact("at", TIME.format(envelope.at()))
        .number("mono", envelope.mono())
        .text("operator", envelope.operator())
        .exact("type", EntryWriter.word(entry));
  }

  /** The line in these bytes, which hold no newline. */
  static JournalLine decode(byte[] bytes, int from, int length, String hash)
      throws Malformed, UnknownType {
    Fields in = Fields.parse(bytes, from, length);
    Entry entry = EntryReader.read(in.text("type"), in);
    return new JournalLine(
        in.number("n"), in.instant("at"), in.text("prev"), hash, in.text("operator"), entry);
  }
}
