// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.util.Locale;

/**
 * Where a certificate stands in its life.
 *
 * <pre>
 *                 issued, imported                 days run low, nobody renews it for us
 *   (unheard of) ─────────────────► AVAILABLE ─────────────────────────────► APPROACHING
 *                                   ▲ ▲ ▲ │ │                                  │     │
 *              renewed (RENEWED) ───┘ │ │ │ └── renewal did not come ──► RENEWAL_OVERDUE
 *         reimported (REIMPORTED) ────┘ │ │                                │   │     │
 *              rotated (ROTATED) ───────┘ └── ACM needs somebody ──► ACTION_REQUIRED │
 *                                   ▲                                  │   │   │     │
 *                                   └───── renewed, reimported ────────┴───┘   │     │
 *                                                                              ▼     ▼
 *                     revoked, from anywhere ──► REVOKED              end of validity: EXPIRED
 *                     deleted, from anywhere ──► DELETED              reimported: REIMPORTED
 * </pre>
 *
 * <p>Renewed, reimported and rotated certificates are available: the state keeps how they became
 * so. Nothing moves on its own but by the clock: it is what the words that are known amount to at
 * an instant.
 */
public enum CertificateState {
  /** Something was said of it, and not what it is. */
  UNKNOWN,
  AVAILABLE,
  RENEWED,
  REIMPORTED,
  ROTATED,
  /** It ends soon, and ACM will not renew it, or nobody knows whether it will. */
  APPROACHING,
  /** ACM cannot renew it unless somebody does something. */
  ACTION_REQUIRED,
  /** ACM should have renewed it, and nobody told that it did. */
  RENEWAL_OVERDUE,
  EXPIRED,
  REVOKED,
  DELETED;

  /** Such as {@code renewal-overdue}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
