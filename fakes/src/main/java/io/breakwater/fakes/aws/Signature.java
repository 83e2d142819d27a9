// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.aws;

import io.breakwater.fakes.Call;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a request signed with Signature Version 4 says of its caller. Only its form is read: nobody
 * here knows the secret that it was signed with.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Authentication
 *     methods</a>
 */
record Signature(String keyId, String region, String service) {
  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/\\d{8}/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request,"
              + "\\s*SignedHeaders=([a-z0-9;-]+),\\s*Signature=[0-9a-f]{64}");

  /** Empty where the request is not signed in that form, host and date included. */
  static Optional<Signature> of(Call call) {
    var matcher = HEADER.matcher(call.header("authorization").orElse(""));
    if (!matcher.matches() || call.header("x-amz-date").isEmpty()) {
      return Optional.empty();
    }
    var signed = ";" + matcher.group(4) + ";";
    return signed.contains(";host;") && signed.contains(";x-amz-date;")
        ? Optional.of(new Signature(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }
}
