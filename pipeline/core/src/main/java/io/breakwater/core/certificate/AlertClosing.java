// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.util.Locale;

/** Why an alert is closed. Constants are stored by their place: new ones go to the end. */
public enum AlertClosing {
  RENEWED("The certificate has been renewed."),
  REIMPORTED("The certificate has been imported anew."),
  ROTATED("The certificate has been rotated."),
  /** Nobody told of the renewal, and what is said since speaks of a later end. */
  REPLACED("The certificate must have been renewed: what is said of it since has a later end."),
  DELETED("The certificate has been deleted."),
  NOT_USED("Nothing uses the certificate any more."),
  /** Later words leave nothing to act on. */
  RESOLVED("What needed somebody has been dealt with."),
  /** Nothing was heard of it for so long that it is not remembered any more. */
  NOT_HEARD("Nothing was heard of the certificate any more; nobody confirmed that it is gone.");

  private final String words;

  AlertClosing(String words) {
    this.words = words;
  }

  /** Such as {@code not-used}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A sentence. */
  public String words() {
    return words;
  }

  /** Whether somebody said that it is over. */
  public boolean isConfirmed() {
    return this != NOT_HEARD;
  }

  /**
   * What ended an alert, by where the certificate stands now.
   *
   * @param before the issue that was known until then: where it is the same one, nobody renewed it
   */
  static AlertClosing of(CertificateStanding now, Issue before) {
    switch (now.state()) {
      case DELETED:
        return DELETED;
      case APPROACHING:
      case ACTION_REQUIRED:
      case RENEWAL_OVERDUE:
      case EXPIRED:
      case REVOKED:
        return NOT_USED;
      default:
        return now.issue().isSameAs(before) ? RESOLVED : ofIssue(now.issue().beginning());
    }
  }

  private static AlertClosing ofIssue(Issue.Beginning beginning) {
    switch (beginning) {
      case RENEWED:
        return RENEWED;
      case IMPORTED:
      case REIMPORTED:
        return REIMPORTED;
      case ROTATED:
        return ROTATED;
      case UNHEARD:
        return REPLACED;
      default:
        return RESOLVED;
    }
  }
}
