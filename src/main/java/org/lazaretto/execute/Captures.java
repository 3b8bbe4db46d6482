package org.lazaretto.execute;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.CaptureStep.KeepResponse;
import org.lazaretto.plan.Cards;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;
import org.lazaretto.port.RawAnswer;

/** Keeps answers of the API server as evidence. What cannot be read is a gap, and said. */
final class Captures {
  private static final int LONGEST_WORDS = 300;

  private final ClusterReads reads;
  private final Timing timing;
  private final String tool;

  Captures(ClusterReads reads, Timing timing, String tool) {
    this.reads = reads;
    this.timing = timing;
    this.tool = tool;
  }

  void capture(Run run, KeepResponse step) {
    if (!run.intends(step)) {
      run.skipped(step, "It was not sent.");
      return;
    }
    Instant started = timing.clock().instant();
    try {
      RawAnswer answer = reads.raw(step.path());
      if (answer.exchange().status() >= 400) {
        gap(run, step, refused(answer));
      } else {
        keep(run, step, started, answer);
      }
    } catch (PortException e) {
      gap(run, step, reading(Refusals.act(e)));
    }
  }

  /** A read without an answer has changed nothing: it failed, it is not unknown. */
  private static Act reading(Act act) {
    return act.outcome() instanceof StepOutcome.Unknown(var reason) ? Act.failed(reason) : act;
  }

  private static Act refused(RawAnswer answer) {
    String words = new String(answer.bytes(), StandardCharsets.UTF_8);
    String some = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    String reason = "HTTP " + answer.exchange().status() + ": " + some.strip();
    return new Act(
        new StepOutcome.Refused(reason, false), Optional.of(answer.exchange()), Act.Trouble.STEP);
  }

  private static void gap(Run run, KeepResponse step, Act act) {
    run.write(new Entry.Gap(step.what(), act.outcome().text()));
    run.ended(step, act);
  }

  private void keep(Run run, KeepResponse step, Instant started, RawAnswer answer) {
    Optional<EvidenceItem> kept =
        run.keep(draft(run, step, started, answer.contentType()), answer.bytes());
    if (kept.isEmpty()) {
      run.ended(step, Act.failed("The answer could not be kept: the journal cannot be written."));
      return;
    }
    EvidenceItem item = kept.get();
    String observed = item.size() + " bytes kept as " + item.id();
    run.ended(step, Act.done(observed, answer.exchange()));
    run.verified(step, sameBytes(answer.bytes(), item));
  }

  private EvidenceDraft draft(Run run, KeepResponse step, Instant started, String mediaType) {
    String method = Cards.of(run.plan().cluster(), step).command().shell();
    return new EvidenceDraft(
        step.what(), step.target(), method, tool, started, EvidenceClass.API_STATE, mediaType);
  }

  private static Verdict sameBytes(byte[] received, EvidenceItem item) {
    return sha256(received).equals(item.sha256())
        ? new Verdict.Holds("The file has the SHA-256 of the bytes received: " + item.sha256())
        : new Verdict.DoesNotHold("The file's SHA-256 differs from the bytes received.");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
