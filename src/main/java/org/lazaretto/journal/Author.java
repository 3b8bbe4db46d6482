package org.lazaretto.journal;

/**
 * Who writes a journal, and from where.
 *
 * @param operator the person at the keyboard: name and role
 * @param osUser the account of this machine
 * @param host this machine's name
 * @param pid this process
 * @param productVersion of Lazaretto
 */
public record Author(
    String operator, String osUser, String host, String pid, String productVersion) {
  /** What somebody is told who finds the case locked. */
  String holder() {
    return operator + " (account " + osUser + " on " + host + ", process " + pid + ")";
  }
}
