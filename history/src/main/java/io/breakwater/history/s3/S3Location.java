// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.s3;

import java.util.regex.Pattern;

/**
 * A folder of a bucket, or one object of it.
 *
 * @param prefix without a slash at its end; empty for the whole bucket
 */
public record S3Location(String bucket, String prefix) {
  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
  private static final Pattern FORM =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(/.*)?");

  public S3Location {
    prefix = prefix.replaceFirst("/+$", "");
  }

  /**
   * Reads {@code s3://bucket} and {@code s3://bucket/prefix}.
   *
   * @throws IllegalArgumentException when it is neither, saying what was given
   */
  public static S3Location parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a place in S3 is written s3://bucket/prefix, was '" + text + "'");
    }
    return new S3Location(form.group(1), form.group(2) == null ? "" : form.group(2).substring(1));
  }

  /** What the keys of all that is in the folder begin with. */
  String folder() {
    return prefix.isEmpty() ? "" : prefix + "/";
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
  }
}
