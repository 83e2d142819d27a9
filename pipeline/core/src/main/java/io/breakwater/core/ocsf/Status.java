// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.trait.Withdrawal;
import java.util.Optional;

/** OCSF's status of an exposure, and its detail. */
enum Status {
  NEW(1, "New"),
  IN_PROGRESS(2, "In Progress"),
  SUPPRESSED(3, "Suppressed"),
  RESOLVED(4, "Resolved"),
  ARCHIVED(5, "Archived"),
  /** Closed, and nobody said that what was found is gone: that is no resolution. */
  UNCONFIRMED(99, "Unconfirmed");

  private final int ocsfId;
  private final String label;

  Status(int ocsfId, String label) {
    this.ocsfId = ocsfId;
    this.label = label;
  }

  int ocsfId() {
    return ocsfId;
  }

  String label() {
    return label;
  }

  static Status of(Revision revision) {
    if (revision.closed().isEmpty()) {
      return revision.suppression().isPresent() ? SUPPRESSED : whileOpen(revision);
    }
    switch (revision.closed().get().reason()) {
      case SUPPRESSED:
        return SUPPRESSED;
      case ARCHIVED:
        return ARCHIVED;
      case NOT_SEEN:
        return UNCONFIRMED;
      default:
        return RESOLVED;
    }
  }

  private static Status whileOpen(Revision revision) {
    return revision.decided().inProgress().isPresent() ? IN_PROGRESS : NEW;
  }

  /** Empty where the status says it all. */
  static Optional<String> detail(Revision revision) {
    return revision
        .suppression()
        .map(Status::detail)
        .or(() -> revision.withdrawal().map(Status::detail));
  }

  private static String detail(Suppression by) {
    return "Suppressed by " + by.owner() + " until " + by.expires() + ": " + by.reason();
  }

  private static String detail(Withdrawal why) {
    switch (why) {
      case FIXED:
        return "What was found is reported as fixed.";
      case CHANGED:
        return "What was found has changed.";
      case SUPPRESSED:
        return "What was found has been suppressed; it may still be there.";
      case ARCHIVED:
        return "What was found has been archived.";
      case RESOURCE_DELETED:
        return "The resource has been deleted.";
      case UNRELATED:
        return "What was found is on a resource that is not related to this one any more.";
      default:
        return "What was found was not seen again within its window; nobody confirmed it as gone.";
    }
  }
}
