package org.lazaretto.consequence;

/** Numbers in sentences. */
final class Words {
  private Words() {}

  /** {@code 1 pod}, {@code 3 pods}, {@code 2 pods of kube-system}. */
  static String count(int number, String singular, String rest) {
    return number + " " + singular + (number == 1 ? "" : "s") + rest;
  }

  static String pods(int number) {
    return count(number, "pod", "");
  }

  /** The verb's form for that many. */
  static String form(int number, String one, String many) {
    return number == 1 ? one : many;
  }
}
