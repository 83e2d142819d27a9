// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate;
import java.util.List;

/** What becomes of one issue of a certificate. */
enum Story {
  /** Renewed as soon as that begins. */
  RENEWED {
    @Override
    void tell(Chapter chapter) {
      int left = chapter.renewalStarts() - chapter.dice().between(1, 3);
      chapter.countDownTo(left + 1).renew(left);
    }
  },
  /** The renewal waits for somebody, who comes in time. */
  WAITS {
    @Override
    void tell(Chapter chapter) {
      int left = chapter.dice().between(2, Math.min(25, chapter.renewalStarts() - 2));
      chapter.countDownTo(left + 1).waitUntil(left, reason(chapter)).renew(left);
    }
  },
  /** The renewal waits for somebody, who comes too late: another one is requested. */
  EXPIRES {
    @Override
    void tell(Chapter chapter) {
      chapter.countDownTo(1).waitUntil(0, reason(chapter)).expire().replaceAfter(2, 15);
    }
  },
  /** Renewed, but the event of that is lost: the daily ones just stop. */
  LOST {
    @Override
    void tell(Chapter chapter) {
      int left = late(chapter);
      chapter.countDownTo(left + 1).renewUnheard(left);
    }
  },
  ROTATED {
    @Override
    void tell(Chapter chapter) {
      int left = late(chapter);
      chapter.countDownTo(left + 1).rotate(left);
    }
  },
  /** Revoked in the middle of its life, and replaced soon. */
  REVOKED {
    @Override
    void tell(Chapter chapter) {
      chapter.revoke(chapter.certificate().validityDays() / 2).replaceAfter(3, 15);
    }
  },
  /** Imported anew with some days left. */
  REIMPORTED {
    @Override
    void tell(Chapter chapter) {
      int most = Math.min(35, chapter.certificate().validityDays() / 4);
      int left = chapter.dice().between(3, most);
      chapter.countDownTo(left + 1).renew(left);
    }
  },
  /** Imported anew some days after its end. */
  REIMPORTED_LATE {
    @Override
    void tell(Chapter chapter) {
      chapter.countDownTo(1).renew(-chapter.dice().between(1, 6));
    }
  },
  /** Its end passes, and nobody sees to it. */
  FORGOTTEN {
    @Override
    void tell(Chapter chapter) {
      chapter.countDownTo(1).replaceAfter(10, 40);
    }
  },
  /** Nothing uses it, so that its end is no loss. */
  UNUSED {
    @Override
    void tell(Chapter chapter) {
      chapter.countDownTo(1).expire().replaceAfter(20, 60);
    }
  },
  /** The ACME client that should renew it does not run, until somebody sees that. */
  CLIENT_STUCK {
    @Override
    void tell(Chapter chapter) {
      int left = chapter.dice().between(3, 10);
      chapter.countDownTo(left + 1).renew(left);
    }
  };

  private static final List<String> DOMAIN =
      List.of(
          "CAA_ERROR",
          "PENDING_DOMAIN_VALIDATION",
          "ADDITIONAL_VERIFICATION_REQUIRED",
          "DOMAIN_VALIDATION_DENIED");

  private static final List<String> MAIL =
      List.of("PENDING_DOMAIN_VALIDATION", "NO_AVAILABLE_CONTACTS");

  private static final List<String> AUTHORITY =
      List.of(
          "PCA_ACCESS_DENIED",
          "PCA_INVALID_STATE",
          "PCA_INVALID_DURATION",
          "PCA_LIMIT_EXCEEDED",
          "SLR_NOT_FOUND");

  abstract void tell(Chapter chapter);

  /** Whether nobody has to be told of it. */
  boolean isQuiet() {
    return this == RENEWED || this == UNUSED;
  }

  /** What may become of the next issue: of most nothing but a renewal in time. */
  static Story of(Certificate certificate, Dice dice) {
    if (!certificate.isInUse() && !certificate.exported()) {
      return UNUSED;
    }
    int draw = dice.below(100);
    return switch (certificate.kind()) {
      case IMPORTED -> draw < 55 ? REIMPORTED : draw < 80 ? REIMPORTED_LATE : FORGOTTEN;
      case ACME -> draw < 65 ? RENEWED : CLIENT_STUCK;
      case PUBLIC, PRIVATE -> ofManaged(certificate, draw);
    };
  }

  private static Story ofManaged(Certificate certificate, int draw) {
    if (draw < 60) {
      return RENEWED;
    }
    if (draw < 78) {
      return WAITS;
    }
    if (draw < 84) {
      return EXPIRES;
    }
    if (draw < 90) {
      return LOST;
    }
    boolean revocable = certificate.kind() == Certificate.Kind.PRIVATE || certificate.exported();
    return draw < 95 || !revocable ? ROTATED : REVOKED;
  }

  /** When a renewal that was due comes at last, in days left. */
  private static int late(Chapter chapter) {
    return Math.min(26, chapter.renewalStarts() / 2) - chapter.dice().between(0, 4);
  }

  private static String reason(Chapter chapter) {
    var certificate = chapter.certificate();
    var reasons =
        certificate.kind() == Certificate.Kind.PRIVATE
            ? AUTHORITY
            : certificate.validation().equals("EMAIL") ? MAIL : DOMAIN;
    return chapter.dice().oneOf(reasons);
  }
}
