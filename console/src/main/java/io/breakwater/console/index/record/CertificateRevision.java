// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import java.util.Optional;

/**
 * A record of the stream of certificate alerts.
 *
 * @param commonName the subject, or the first name that the certificate is for
 * @param expires in milliseconds since 1970; empty where nobody has said it
 * @param state where the certificate stands in its life
 * @param origin who it comes from: public, private, imported
 * @param exported whether there are copies of it elsewhere; empty where nobody has said it
 * @param validityDays how many days it is valid in all
 * @param renewalDays how many days before its end ACM begins to renew it; empty where ACM does not
 * @param silentSince when the next daily event should have come and did not, in milliseconds since
 *     1970
 */
public record CertificateRevision(
    Revision revision,
    String commonName,
    Optional<Long> expires,
    String state,
    String origin,
    boolean inUse,
    Optional<Boolean> exported,
    Optional<Integer> validityDays,
    Optional<Integer> renewalDays,
    Optional<Long> silentSince) {
  private static final String CERTIFICATE = "/evidences/0/tls/certificate";
  private static final String COMMON_NAME = "CN=";

  public static CertificateRevision parse(byte[] bytes) throws BrokenRecordException {
    var record = Fields.in(bytes);
    var known = record.optionalTime(CERTIFICATE + "/expiration_time");
    return new CertificateRevision(
        Revision.of(record),
        Text.indexed(commonName(record)),
        known.isPresent()
            ? Optional.of(known.getAsLong())
            : record.instant("/unmapped/certificate/expires_at"),
        Text.indexed(record.text("/unmapped/certificate/state")),
        Text.indexed(record.text("/unmapped/certificate/origin")),
        record.flagOr("/unmapped/certificate/in_use", true),
        record.optionalFlag("/unmapped/certificate/exported"),
        record.optionalNumber("/unmapped/certificate/validity_days"),
        record.optionalNumber("/unmapped/certificate/renewal_starts_at_days"),
        record.instant("/unmapped/certificate/silent_since"));
  }

  private static String commonName(Fields record) {
    var subject = record.text(CERTIFICATE + "/subject");
    if (subject.startsWith(COMMON_NAME)) {
      return subject.substring(COMMON_NAME.length());
    }
    return record.text(CERTIFICATE + "/sans/0/name");
  }
}
