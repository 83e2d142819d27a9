// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/**
 * An IAM user with an access key.
 *
 * @param id such as {@code AIDA…}
 */
public record User(Place place, String id, String accessKey, Tags tags) implements Resource {
  public String name() {
    return tags.name();
  }

  @Override
  public String arn() {
    return place.iamArn("user/" + name());
  }

  @Override
  public String type() {
    return "AWS::IAM::User";
  }

  @Override
  public String configId() {
    return id;
  }
}
