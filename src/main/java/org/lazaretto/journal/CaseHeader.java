package org.lazaretto.journal;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.lazaretto.journal.Fields.Malformed;

/**
 * What {@code case.json} says; written once, bound by the journal's first line.
 *
 * @param salt what the hashes of masked secrets are salted with
 * @param hash the SHA-256 of the file's bytes
 */
record CaseHeader(CaseInfo info, Instant created, String salt, String hash) {
  /** The one format that this version writes; it reads no newer one. */
  static final int FORMAT = 1;

  static byte[] bytes(CaseInfo info, Instant created, String salt) {
    CanonicalJson json = new CanonicalJson(UnaryOperator.identity()).number("format", FORMAT);
    EntryWriter.info(json, info);
    return json.text("created", created.toString()).text("salt", salt).line();
  }

  static CaseHeader parse(String place, byte[] bytes) throws JournalException {
    try {
      Fields in = Fields.parse(bytes, 0, bytes.length);
      long format = in.number("format");
      if (format > FORMAT) {
        throw new JournalException(
            JournalException.Kind.NEWER_VERSION,
            "The case in %s was written by a newer version (format %d, this one knows %d). Nothing was changed. Use the newer version."
                .formatted(place, format, FORMAT));
      }
      return new CaseHeader(
          EntryReader.info(in), in.instant("created"), in.text("salt"), Hash.of(bytes));
    } catch (Malformed e) {
      throw new JournalException(
          JournalException.Kind.DAMAGED,
          "The file case.json of %s is damaged: %s. Nothing was changed. Keep the folder as it is and start another case."
              .formatted(place, e.getMessage()));
    }
  }
}
