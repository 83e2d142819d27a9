// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import io.breakwater.console.index.query.SearchWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words to search by, the same for every store: lower-case, each as it is written and in its parts.
 * {@code CVE-2026-10001} is found by itself, by {@code cve} and by {@code 10001}.
 *
 * <p>An exposure is found by what its row has (title, rule, account, region, traits,
 * vulnerabilities), by {@link #kinds} and by {@link #own}.
 */
public final class SearchWords {
  /** What may stand inside of a word beside letters and digits. */
  public static final String PUNCTUATION = "-_.:/@#";

  private static final int LONGEST = 256;
  private static final int MOST = 1_000;
  private static final String UID = "exposure-";
  private static final Pattern ARN_HEAD =
      Pattern.compile("(arn):([^:]*):([^:]*):[^:]*:[^:]*:(?:([^:/]*)[:/])?.*", Pattern.DOTALL);

  private SearchWords() {}

  /** What a text can be found by. */
  public static Set<String> of(String text) {
    var words = new LinkedHashSet<String>();
    add(text, words);
    return words;
  }

  /**
   * What the resources of many exposures have in common: their types, and how ARNs of that type
   * begin.
   *
   * @return sorted
   */
  public static List<String> kinds(ExposureRevision exposure) {
    var words = new TreeSet<String>();
    add(UID, words);
    for (var resource : exposure.revision().resources()) {
      add(resource.type(), words);
      var head = ARN_HEAD.matcher(resource.uid());
      if (head.matches()) {
        for (int i = 1; i <= head.groupCount(); i++) {
          Optional.ofNullable(head.group(i)).ifPresent(part -> add(part, words));
        }
      }
    }
    return List.copyOf(words);
  }

  /**
   * What hardly another exposure has: its uid, and what its resources are called and where they
   * are.
   */
  public static Set<String> own(ExposureRevision exposure) {
    var revision = exposure.revision();
    var words = new LinkedHashSet<String>();
    add(withoutPrefix(revision.uid()), words);
    for (var resource : revision.resources()) {
      add(resource.uid(), words);
      add(resource.name(), words);
      add(resource.account(), words);
      add(resource.region(), words);
    }
    kinds(exposure).forEach(words::remove);
    words.removeAll(of(revision.account()));
    words.removeAll(of(revision.region()));
    return words;
  }

  private static String withoutPrefix(String uid) {
    return uid.startsWith(UID) ? uid.substring(UID.length()) : uid;
  }

  /** What somebody searches for: all of these, the last one as a beginning. */
  public static List<SearchWord> asked(String text) {
    var words = words(text);
    var asked = new ArrayList<SearchWord>();
    for (var word : words) {
      asked.add(new SearchWord(word, asked.size() == words.size() - 1));
    }
    return asked;
  }

  private static Set<String> words(String text) {
    var words = new LinkedHashSet<String>();
    for (int from = 0; from < text.length(); ) {
      int end = endOf(text, from);
      word(text.substring(from, end)).map(SearchWords::withoutPrefix).ifPresent(words::add);
      from = end + 1;
    }
    return words;
  }

  private static void add(String text, Set<String> words) {
    for (int from = 0; from < text.length(); ) {
      int end = endOf(text, from);
      var whole = text.substring(from, end);
      word(whole).ifPresent(word -> addOne(word, words));
      parts(whole, words);
      from = end + 1;
    }
  }

  private static int endOf(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static void parts(String whole, Set<String> words) {
    int from = 0;
    for (int i = 0; i <= whole.length(); i++) {
      if (i == whole.length() || !Character.isLetterOrDigit(whole.charAt(i))) {
        word(whole.substring(from, i)).ifPresent(word -> addOne(word, words));
        from = i + 1;
      }
    }
  }

  private static void addOne(String word, Set<String> words) {
    if (words.size() < MOST) {
      words.add(word);
    }
  }

  /** Without the punctuation around it. */
  private static Optional<String> word(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    var word = Text.cut(plain(text.substring(from, to).toLowerCase(Locale.ROOT)), LONGEST);
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  /** With no punctuation but what stores take for a part of a word. */
  private static String plain(String word) {
    var plain = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean ascii = c < 0x80;
      if (ascii && !Character.isLetterOrDigit(c) && PUNCTUATION.indexOf(c) < 0) {
        plain.setCharAt(i, '_');
      }
    }
    return plain.toString();
  }
}
