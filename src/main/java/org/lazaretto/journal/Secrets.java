package org.lazaretto.journal;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
              "gh",
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
              "="),
          rule("option", "(?i)\\s--(?:token|password|secret)[ =]" + VALUE, " --"));

  /** Looks for its pattern only where one of the hints is in the text in lower case. */
  private record Rule(String name, Pattern pattern, List<String> hints) {
    boolean mayApply(String lowerCase) {
      for (String hint : hints) {
        if (lowerCase.contains(hint)) {
          return true;
        }
      }
      return false;
    }
  }

  private static Rule rule(String name, String pattern, String... hints) {
    return new Rule(name, Pattern.compile(pattern), List.of(hints));
  }

  @Override
  public String apply(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    String result = text;
    for (Rule rule : RULES) {
      if (!rule.mayApply(lowerCase)) {
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
