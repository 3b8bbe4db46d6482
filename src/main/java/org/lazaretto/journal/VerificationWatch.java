package org.lazaretto.journal;

/** Hears how a verification goes, on the thread that verifies, and may end it. */
public interface VerificationWatch {
  /** Wants all of it and hears nothing. */
  VerificationWatch SILENT =
      new VerificationWatch() {
        @Override
        public boolean wanted() {
          return true;
        }

        @Override
        public void lines(long checked) {}

        @Override
        public void evidence(Hashed hashed) {}
      };

  /** Whether it goes on; asked often, so it has to be quick. */
  boolean wanted();

  /** So many lines were checked; told every thousand lines. */
  void lines(long checked);

  /** An evidence file was hashed again. */
  void evidence(Hashed hashed);

  /**
   * How much evidence was hashed again.
   *
   * @param id the item that was hashed last
   * @param items how many were hashed
   * @param ofItems how many there are
   * @param bytes how many bytes were hashed
   * @param ofBytes how many there are, as the journal says
   */
  record Hashed(String id, int items, int ofItems, long bytes, long ofBytes) {}
}
