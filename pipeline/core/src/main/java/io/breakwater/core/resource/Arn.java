// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Objects;
import java.util.Optional;

/**
 * An Amazon Resource Name: {@code arn:partition:service:region:account:resource}.
 *
 * <p>Region and account may be empty (S3 buckets, IAM). The resource part may itself hold colons.
 */
public final class Arn implements Comparable<Arn> {
  private static final int PARTITION = "arn:".length();

  private final String text;
  private final String partition;
  private final String service;
  private final String region;
  private final String account;
  private final String resource;

  private Arn(
      String text,
      String partition,
      String service,
      String region,
      String account,
      String resource) {
    this.text = text;
    this.partition = partition;
    this.service = service;
    this.region = region;
    this.account = account;
    this.resource = resource;
  }

  /**
   * The ARN in the text.
   *
   * @throws IllegalArgumentException when partition, service or resource is empty or the form is
   *     another one
   */
  public static Arn parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "not an ARN: '"
                        + text
                        + "'; expected arn:partition:service:region:account:resource"));
  }

  /** Empty when the text is not an ARN. */
  public static Optional<Arn> tryParse(String text) {
    if (!text.startsWith("arn:")) {
      return Optional.empty();
    }
    // By hand, and not with split: no other text is parsed as often.
    int service = text.indexOf(':', PARTITION) + 1;
    int region = text.indexOf(':', service) + 1;
    int account = text.indexOf(':', region) + 1;
    int resource = text.indexOf(':', account) + 1;
    boolean whole = service > 0 && region > 0 && account > 0 && resource > 0;
    if (!whole || service == PARTITION + 1 || region == service + 1 || resource == text.length()) {
      return Optional.empty();
    }
    return Optional.of(
        new Arn(
            text,
            text.substring(PARTITION, service - 1),
            text.substring(service, region - 1),
            text.substring(region, account - 1),
            text.substring(account, resource - 1),
            text.substring(resource)));
  }

  public static Arn of(
      String partition, String service, String region, String account, String resource) {
    return parse(String.join(":", "arn", partition, service, region, account, resource));
  }

  public String partition() {
    return partition;
  }

  public String service() {
    return service;
  }

  /** Empty for global resources. */
  public String region() {
    return region;
  }

  /** Empty where the service leaves it out, as S3 does. */
  public String account() {
    return account;
  }

  public String resource() {
    return resource;
  }

  /** The last element of the resource part: the name a person would say. */
  public String name() {
    int cut = Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':'));
    return resource.substring(cut + 1);
  }

  public Arn withResource(String other) {
    return of(partition, service, region, account, other);
  }

  @Override
  public int compareTo(Arn other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Arn && text.equals(((Arn) other).text);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
