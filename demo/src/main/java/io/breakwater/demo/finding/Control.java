// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.finding;

/**
 * A control of Security Hub.
 *
 * @param configRule the name of the AWS Config rule behind it, without the suffix it gets
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html">
 *     Controls reference</a>
 */
public record Control(
    String id, String title, String subject, Severity severity, String configRule) {

  public static final Control IMDS_V2 =
      new Control(
          "EC2.8",
          "EC2 instances should use Instance Metadata Service Version 2 (IMDSv2)",
          "whether the metadata of an EC2 instance can be read with version 1 of the service",
          Severity.HIGH,
          "securityhub-ec2-imdsv2-check");

  public static final Control SSH_CLOSED =
      new Control(
          "EC2.13",
          "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 22",
          "whether a security group lets everyone reach port 22",
          Severity.HIGH,
          "securityhub-restricted-ssh");

  public static final Control HIGH_RISK_PORTS_CLOSED =
      new Control(
          "EC2.19",
          "Security groups should not allow unrestricted access to ports with high risk",
          "whether a security group lets everyone reach ports such as 3306, 5432 or 6379",
          Severity.CRITICAL,
          "securityhub-vpc-sg-restricted-common-ports");

  public static final Control NO_FULL_ADMIN =
      new Control(
          "IAM.1",
          "IAM policies should not allow full \"*\" administrative privileges",
          "whether the default version of a policy allows every action on every resource",
          Severity.HIGH,
          "securityhub-iam-policy-no-statements-with-admin-access");

  public static final Control NO_SERVICE_ADMIN =
      new Control(
          "IAM.21",
          "IAM customer managed policies should not allow wildcard actions for services",
          "whether a policy allows all actions of a service",
          Severity.LOW,
          "securityhub-iam-policy-no-statements-with-full-access");

  public static final Control MFA =
      new Control(
          "IAM.5",
          "MFA should be enabled for all IAM users that have a console password",
          "whether a user can sign in to the console without a second factor",
          Severity.MEDIUM,
          "securityhub-mfa-enabled-for-iam-console-access");

  public static final Control KEYS_ROTATED =
      new Control(
          "IAM.3",
          "IAM users' access keys should be rotated every 90 days or less",
          "whether the active access keys of a user are older than 90 days",
          Severity.MEDIUM,
          "securityhub-access-keys-rotated");

  public static final Control NOT_PUBLICLY_INVOCABLE =
      new Control(
          "Lambda.1",
          "Lambda function policies should prohibit public access",
          "whether the resource policy of a function lets everyone invoke it",
          Severity.CRITICAL,
          "securityhub-lambda-function-public-access-prohibited");

  public static final Control SUPPORTED_RUNTIME =
      new Control(
          "Lambda.2",
          "Lambda functions should use supported runtimes",
          "whether the runtime of a function gets no security updates any more",
          Severity.MEDIUM,
          "securityhub-lambda-function-settings-check");

  public static final Control IN_VPC =
      new Control(
          "Lambda.3",
          "Lambda functions should be in a VPC",
          "whether a function is deployed outside of a VPC",
          Severity.LOW,
          "securityhub-lambda-inside-vpc");

  public static final Control NO_PUBLIC_READ =
      new Control(
          "S3.2",
          "S3 general purpose buckets should block public read access",
          "whether anyone can read the objects of a bucket",
          Severity.CRITICAL,
          "securityhub-s3-bucket-public-read-prohibited");

  public static final Control VERSIONING =
      new Control(
          "S3.14",
          "S3 general purpose buckets should have versioning enabled",
          "whether versioning is off for a bucket",
          Severity.LOW,
          "securityhub-s3-bucket-versioning-enabled");

  public static final Control RENEWED_IN_TIME =
      new Control(
          "ACM.1",
          "Imported and ACM-issued certificates should be renewed after a specified time period",
          "whether a certificate ends within 30 days",
          Severity.MEDIUM,
          "securityhub-acm-certificate-expiration-check");

  public String description() {
    return "This control checks "
        + subject
        + ". The control fails if that is so, or if the configuration that decides it cannot be"
        + " read. It is evaluated when the configuration of the resource changes, and once a day.";
  }
}
