// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words to search by, the same for every store: lower-case, each as it is written and in its parts.
 * {@code CVE-2026-10001} is found by itself, by {@code cve} and by {@code 10001}.
 */
public final class SearchWords {
  /** What may stand inside of a word beside letters and digits. */
  public static final String PUNCTUATION = "-_.:/@#";

  private static final int LONGEST = 256;
  private static final int MOST = 1_000;

  private SearchWords() {}

  /** What an exposure can be found by. */
  public static Set<String> of(ExposureRevision exposure) {
    var revision = exposure.revision();
    var words = new LinkedHashSet<String>();
    Stream.of(
            Stream.of(
                revision.uid(),
                revision.heading().title(),
                revision.heading().rule(),
                revision.account(),
                revision.region()),
            revision.resources().stream()
                .flatMap(resource -> Stream.of(resource.uid(), resource.name(), resource.type())),
            exposure.traits().stream().flatMap(trait -> Stream.of(trait.uid(), trait.category())),
            exposure.vulnerabilities().stream())
        .flatMap(texts -> texts)
        .forEach(text -> add(text, words));
    return words;
  }

  /** What somebody searches for: all of these, the last one as a beginning. */
  public static List<String> asked(String text) {
    var words = new LinkedHashSet<String>();
    for (int from = 0; from < text.length(); ) {
      int end = endOf(text, from);
      word(text.substring(from, end)).ifPresent(words::add);
      from = end + 1;
    }
    return List.copyOf(words);
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
