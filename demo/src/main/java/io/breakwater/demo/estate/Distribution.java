// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.util.Locale;

/**
 * A distribution of CloudFront.
 *
 * @param place in us-east-1: there Config records distributions, and there their certificates are
 * @param id such as {@code E1A2B3C4D5E6F7}
 * @param certificate what it presents
 */
public record Distribution(Place place, String id, Tags tags, Certificate certificate)
    implements Resource {
  @Override
  public String arn() {
    return "arn:aws:cloudfront::" + place.account().id() + ":distribution/" + id;
  }

  @Override
  public String type() {
    return "AWS::CloudFront::Distribution";
  }

  @Override
  public String configId() {
    return id;
  }

  public String domainName() {
    return "d" + id.toLowerCase(Locale.ROOT) + ".cloudfront.net";
  }
}
