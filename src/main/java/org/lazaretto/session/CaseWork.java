package org.lazaretto.session;

import java.nio.file.Path;
import java.util.List;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.RunResult;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;

/**
 * What a wizard does with an open incident, from the first look to the run. What is seen is there
 * at once; everything else asks the cluster or the disk and blocks.
 */
public interface CaseWork {
  /** What is seen of the cluster now. */
  ClusterSnapshot snapshot();

  /** Whom the server takes us for. */
  Caller caller();

  /** The case's id. */
  String caseId();

  /** The value of the label by which the case knows its suspects, see {@link CaseLabel}. */
  String quarantine();

  /** Who works here, by which clock. */
  Workplace place();

  /**
   * Plans exactly what is asked for, by UID, with its consequences, from what is seen now.
   *
   * @throws SessionException HELD if no plan can be made, with the reasons
   */
  Plan plan(Request request) throws SessionException;

  /**
   * Which evidence the plan would destroy before the case has it: what the order guard holds.
   *
   * @throws SessionException UNAVAILABLE if the cluster does not say who belongs to whom
   */
  List<HoldReason> guards(Plan plan) throws SessionException;

  /** What the server says of the plan, without a change: the rights first, then a dry run. */
  Rehearsal rehearse(Plan plan);

  /**
   * Writes a plan's hand-over sheet and script into the case's folder {@code reports}, and says so
   * in the journal, with the written reasons for going on.
   *
   * @return the sheet
   * @throws SessionException UNAVAILABLE if the disk refuses
   */
  Path keep(HandOver handOver) throws SessionException;

  /** What runs of that plan proved of the connections of the pods that it shut off. */
  List<Entry.Isolated> proven(Plan plan);

  /** Journals that somebody looked what a wizard has to do, and that it is nothing; and why. */
  void nothingToDo(Wizard wizard, String why) throws SessionException;

  /** Writes a responder's note. */
  void note(String text) throws SessionException;

  /**
   * Carries out an approved plan, and blocks until everything that was sent is followed to its end.
   *
   * @throws SessionException HELD or UNAVAILABLE; then no change was sent
   */
  RunResult carryOut(Order order, Progress progress, Cancellation cancellation)
      throws SessionException;
}
