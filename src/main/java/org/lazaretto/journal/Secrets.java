package org.lazaretto.journal;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces what looks like a secret by a mark: the rule that applied, and a salted hash, so that
 * two places of the same secret can still be told to be the same. The rules are conservative: a
 * name, a UID or a digest is never masked. Their patterns are bounded, so that hostile text costs
 * time in proportion to its length.
 *
 * @param salt of the case
 */
record Secrets(String salt) implements UnaryOperator<String> {
  private static final int SHOWN = 12;

  /** A value: quoted, or up to the next blank, quote or separator; a mark is left as it is. */
  private static final String VALUE =
      "(?![\"']?\\[masked [a-z-]{1,20} [0-9a-f]{12}\\])"
          + "(?:\"([^\"]{1,4096})\"|'([^']{1,4096})'|([^\\s\"'`,;&|<>(){}]{1,4096}))";

  private static final List<Rule> RULES =
      List.of(
          rule(
              "private-key",
              "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\\s\\S]*?"
                  + "(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|\\z)",
              "private key-----"),
          rule("jwt", "\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]*+", "eyj"),
          rule(
              "bearer",
              "(?i)\\bBearer\\s{1,4}((?=[A-Za-z._~+/=-]{0,4096}[0-9])[\\w.~+/=-]{16,})",
              "bearer"),
          rule(
              "authorization",
              "(?i)\\bAuthorization[\"']?\\s{0,4}[:=]\\s{0,4}\"?Basic\\s([\\w+/=]+)",
              "basic"),
          rule("aws-key-id", "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", "akia", "asia"),
          rule(
              "aws-secret",
              "(?i)secret_?access_?key[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?([\\w/+=]{30,})",
              "secret"),
          rule(
              "known-token",
              "\\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\\w{30,}|glpat-[\\w-]{20,}"
                  + "|xox[abprs]-[\\w-]{10,}|AIza[\\w-]{35})",
              "ghp_",
              "gho_",
              "ghu_",
              "ghs_",
              "ghr_",
              "github_pat_",
              "glpat-",
              "xox",
              "aiza"),
          rule("url-password", "://[^\\s/:@\"']{0,256}:([^\\s/@\"']{1,256})@", "://"),
          rule(
              "password",
              "(?i)(?:password|passwd|passphrase)[\"']?\\s{0,4}[:=]\\s{0,4}" + VALUE,
              "pass"),
          rule(
              "named-secret",
              "(?i)(?:_token|_secret|_api_?key|_credentials?|_private_?key)(?:_[a-z0-9]{1,20})?"
                  + "[\"']?\\s{0,4}=\\s{0,4}"
                  + VALUE,
              "_token",
              "_secret",
              "_api",
              "_credential",
              "_private"),
          rule(
              "option",
              "(?i)\\s--(?:token|password|secret)[ =]" + VALUE,
              "--token",
              "--password",
              "--secret"));

  /** Of all hints: a text that has the pairs of none goes through no rule. */
  private static final long[] PAIRS =
      RULES.stream().flatMap(rule -> rule.hints().stream()).mapToLong(Hint::pairs).toArray();

  /**
   * What a rule waits for, in lower case.
   *
   * @param pairs of the text
   */
  private record Hint(String text, long pairs) {}

  /** Looks for its pattern only where one of the hints is in the text in lower case. */
  private record Rule(String name, Pattern pattern, List<Hint> hints) {
    boolean mayApply(String lowerCase, long pairs) {
      for (Hint hint : hints) {
        if ((hint.pairs() & ~pairs) == 0 && lowerCase.contains(hint.text())) {
          return true;
        }
      }
      return false;
    }
  }

  private static Rule rule(String name, String pattern, String... hints) {
    return new Rule(
        name,
        Pattern.compile(pattern),
        Stream.of(hints).map(hint -> new Hint(hint, pairs(hint))).toList());
  }

  /**
   * Which pairs of neighbours a text has: a bit for each, shared by several, the same for letters
   * of both cases. Most texts lack a pair of every hint, and every text of every line comes through
   * here. Beyond ASCII anything is possible: there are signs whose lower case is an ASCII letter.
   */
  private static long pairs(String text) {
    long pairs = 0;
    int before = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i);
      if (c > 0x7f) {
        return -1;
      }
      int folded = c & 0x1f;
      if (i > 0) {
        pairs |= 1L << ((before * 2 ^ folded * 11) & 0x3f);
      }
      before = folded;
    }
    return pairs;
  }

  @Override
  public String apply(String text) {
    long pairs = pairs(text);
    return mayHoldOne(pairs) ? filtered(text, pairs) : text;
  }

  private static boolean mayHoldOne(long pairs) {
    for (long hint : PAIRS) {
      if ((hint & ~pairs) == 0) {
        return true;
      }
    }
    return false;
  }

  private String filtered(String text, long pairs) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    String result = text;
    for (Rule rule : RULES) {
      if (!rule.mayApply(lowerCase, pairs)) {
        continue;
      }
      Matcher matcher = rule.pattern().matcher(result);
      if (matcher.find()) {
        result = masked(rule.name(), result, matcher);
      }
    }
    return result;
  }

  private String masked(String rule, String text, Matcher found) {
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    do {
      int group = group(found);
      out.append(text, done, found.start(group)).append(mark(rule, found.group(group)));
      done = found.end(group);
    } while (found.find());
    return out.append(text, done, text.length()).toString();
  }

  /** The group that holds the secret; the whole match where the rule has none. */
  private static int group(Matcher found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.start(group) >= 0) {
        return group;
      }
    }
    return 0;
  }

  private String mark(String rule, String secret) {
    return "[masked " + rule + " " + Hash.of(salt + "\n" + secret).substring(0, SHOWN) + "]";
  }
}
