// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import io.breakwater.history.HistoryException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What S3 says when it does not give something, and what can be done.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">error
 *     codes</a>
 */
final class Refusal {
  private Refusal() {}

  /**
   * @param asked such as {@code cannot list s3://bucket/prefix}
   * @param right that is needed for it
   */
  static HistoryException of(String asked, String right, SdkException e) {
    return new HistoryException(asked + ": " + e.getMessage() + advice(right, e), e);
  }

  private static String advice(String right, SdkException e) {
    if (!(e instanceof AwsServiceException answer) || answer.awsErrorDetails() == null) {
      return "";
    }
    var code = String.valueOf(answer.awsErrorDetails().errorCode());
    var message = String.valueOf(answer.awsErrorDetails().errorMessage());
    if (code.startsWith("KMS.") || message.contains("kms:")) {
      return "; the object is encrypted with a key of KMS: allow kms:Decrypt with it, and see that"
          + " the key is enabled";
    }
    return switch (code) {
      case "AccessDenied", "AllAccessDisabled" ->
          "; allow " + right + ", and kms:Decrypt where objects are encrypted with a key of KMS";
      case "NoSuchBucket" -> "; is the name right, and are these credentials of its account?";
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException" ->
          "; the bucket lies in another region: say which";
      case "ExpiredToken", "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
          "; the credentials are not valid (any more)";
      default -> "";
    };
  }
}
