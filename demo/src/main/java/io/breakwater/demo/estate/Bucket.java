// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.time.Instant;

/** A bucket, encrypted with a key of its account. */
public record Bucket(Place place, Tags tags, String keyId, Instant created) implements Resource {
  public String name() {
    return tags.name();
  }

  public String keyArn() {
    return place.arn("kms", "key/" + keyId);
  }

  @Override
  public String arn() {
    return "arn:aws:s3:::" + name();
  }

  @Override
  public String type() {
    return "AWS::S3::Bucket";
  }

  @Override
  public String configId() {
    return name();
  }
}
