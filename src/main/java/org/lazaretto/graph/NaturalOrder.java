package org.lazaretto.graph;

import java.util.Comparator;

/** Names in the order in which a person counts: {@code node-2} before {@code node-10}. */
public final class NaturalOrder implements Comparator<String> {
  /** The one there is. */
  public static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (digit(a, i) && digit(b, j)) {
        int endA = endOfNumber(a, i);
        int endB = endOfNumber(b, j);
        int order = compareNumbers(a, i, endA, b, j, endB);
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else if (a.charAt(i) != b.charAt(j)) {
        return Character.compare(a.charAt(i), b.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    return order != 0 ? order : a.compareTo(b);
  }

  private static boolean digit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text, end)) {
      end++;
    }
    return end;
  }

  /** By value, whatever the length: zeros in front do not count. */
  private static int compareNumbers(String a, int i, int endA, String b, int j, int endB) {
    int fromA = i;
    int fromB = j;
    while (fromA < endA - 1 && a.charAt(fromA) == '0') {
      fromA++;
    }
    while (fromB < endB - 1 && b.charAt(fromB) == '0') {
      fromB++;
    }
    int order = Integer.compare(endA - fromA, endB - fromB);
    for (int k = 0; order == 0 && k < endA - fromA; k++) {
      order = Character.compare(a.charAt(fromA + k), b.charAt(fromB + k));
    }
    return order;
  }
}
