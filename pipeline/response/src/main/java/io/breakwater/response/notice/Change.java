// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.notice;

import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has become different from one notice of an exposure to the next, for people. */
public final class Change {
  private final Notice before;
  private final Notice after;

  private Change(Notice before, Notice after) {
    this.before = before;
    this.after = after;
  }

  public static Change between(Notice before, Notice after) {
    return new Change(before, after);
  }

  /** Whether it became more severe: nobody should wait to hear that. */
  public boolean isRise() {
    return after.getSeverityValue() > before.getSeverityValue();
  }

  /** Whether what a ticket shows of it is another. */
  public boolean isVisible() {
    return before.getSeverity() != after.getSeverity()
        || !before.getTitle().equals(after.getTitle())
        || !before.getDescription().equals(after.getDescription())
        || !before.getTraitsList().equals(after.getTraitsList())
        || !before.getRemediesList().equals(after.getRemediesList())
        || !before.getSubject().getOwner().equals(after.getSubject().getOwner())
        || !before.getCertificate().equals(after.getCertificate())
        || Goal.of(before) != Goal.of(after);
  }

  /** Whether nothing of it has changed for people but what they decided or said themselves. */
  public boolean isOnlyInRecord() {
    return Goal.of(after) == Goal.OPEN && before.getEpisode() == after.getEpisode() && !isVisible();
  }

  /** What to tell, as sentences. */
  public String text() {
    if (Goal.of(after) == Goal.DONE) {
      return over();
    }
    if (Goal.of(before) == Goal.DONE || before.getEpisode() < after.getEpisode()) {
      return "It is open again: " + after.getTitle() + " (" + label(after.getSeverity()) + ").";
    }
    var parts = new ArrayList<String>();
    if (before.getSeverity() != after.getSeverity()) {
      parts.add(
          "The severity "
              + (isRise() ? "rose" : "fell")
              + " from "
              + label(before.getSeverity())
              + " to "
              + label(after.getSeverity())
              + ".");
    }
    listed("New: ", missingFrom(before.getTraitsList(), after.getTraitsList()), parts);
    listed("Gone: ", missingFrom(after.getTraitsList(), before.getTraitsList()), parts);
    if (parts.isEmpty() || !before.getTitle().equals(after.getTitle())) {
      parts.add("Now: " + after.getTitle() + ".");
    }
    return String.join(" ", parts);
  }

  private String over() {
    var detail = after.getDetail().isEmpty() ? "" : " " + sentence(after.getDetail());
    return after.getActivity() == Activity.CLOSE
        ? "It is over." + detail
        : "Somebody decided to live with it." + detail;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static List<String> missingFrom(List<String> some, List<String> others) {
    var missing = new ArrayList<>(others);
    missing.removeAll(some);
    return missing;
  }

  private static void listed(String what, List<String> items, List<String> parts) {
    if (!items.isEmpty()) {
      parts.add(what + String.join("; ", items) + ".");
    }
  }

  /** Such as {@code High}. */
  public static String label(Severity severity) {
    var name = severity.name();
    return severity == Severity.UNKNOWN_SEVERITY
        ? "Unknown"
        : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
