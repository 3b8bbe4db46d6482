package org.lazaretto.launch;

/** The program's entry point. */
public final class Launcher {
  private Launcher() {}

  /**
   * Runs the command line and exits with its status.
   *
   * @param args the words after the program's name
   */
  public static void main(String[] args) {
    System.err.println("lazaretto: " + args.length);
  }
}
