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
 */
public record CertificateRevision(
    Revision revision,
    String commonName,
    Optional<Long> expires,
    String state,
    String origin,
    boolean inUse) {
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
        record.flagOr("/unmapped/certificate/in_use", true));
  }

  private static String commonName(Fields record) {
    var subject = record.text(CERTIFICATE + "/subject");
    if (subject.startsWith(COMMON_NAME)) {
      return subject.substring(COMMON_NAME.length());
    }
    return record.text(CERTIFICATE + "/sans/0/name");
  }
}
