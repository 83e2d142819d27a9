// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import io.breakwater.core.hash.Sha256;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A resource that events are about.
 *
 * @param type its CloudFormation name, or empty where only the ARN is known
 * @param id what AWS calls it where an ARN is not used: an instance id, a name
 */
public record Subject(String type, String id, String arn) {
  private static final int NAME_LENGTH = 24;
  private static final int HASH_LENGTH = 8;
  private static final int INSTANCE_ID_LENGTH = 16;

  /**
   * The resource of that type which belongs to a scenario; no two scenarios share one.
   *
   * @throws IllegalArgumentException when scenarios cannot be about resources of the type
   */
  public static Subject of(String resourceType, String scenario, String name) {
    var kind =
        Kind.of(resourceType)
            .orElseThrow(
                () -> new IllegalArgumentException("no scenario can be about " + resourceType));
    var hash = Sha256.identity(resourceType, scenario, name);
    var id = kind.id(readable(scenario), hash);
    return new Subject(resourceType, id, kind.arnHead + id);
  }

  /** Whether scenarios can be about resources of the type. */
  public static boolean isKnown(String resourceType) {
    return Kind.of(resourceType).isPresent();
  }

  public static Subject named(String arn) {
    return new Subject("", arn, arn);
  }

  /** So that a person who reads an event sees the scenario that it comes from. */
  private static String readable(String scenario) {
    var words = scenario.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var start = words.replaceAll("^[^a-z]+", "");
    var cut = start.substring(0, Math.min(NAME_LENGTH, start.length()));
    return cut.isEmpty() ? "scenario" : cut.replaceAll("-$", "");
  }

  /** What ASFF calls its type. */
  String asffType() {
    return Kind.of(type).map(kind -> kind.asff).orElse("Other");
  }

  /** The types that scenarios can be about, and what their resources are called. */
  private enum Kind {
    INSTANCE("AWS::EC2::Instance", "AwsEc2Instance", Place.arn("ec2", "instance/")),
    FUNCTION("AWS::Lambda::Function", "AwsLambdaFunction", Place.arn("lambda", "function:")),
    BUCKET("AWS::S3::Bucket", "AwsS3Bucket", "arn:aws:s3:::"),
    USER("AWS::IAM::User", "AwsIamUser", Place.globalArn("iam", "user/")),
    SERVICE("AWS::ECS::Service", "AwsEcsService", Place.arn("ecs", "service/scenarios/")),
    KUBERNETES("AWS::EKS::Cluster", "AwsEksCluster", Place.arn("eks", "cluster/")),
    TABLE("AWS::DynamoDB::Table", "AwsDynamoDbTable", Place.arn("dynamodb", "table/")),
    DATABASE("AWS::RDS::DBInstance", "AwsRdsDbInstance", Place.arn("rds", "db:")),
    NOTEBOOK(
        "AWS::SageMaker::NotebookInstance",
        "AwsSageMakerNotebookInstance",
        Place.arn("sagemaker", "notebook-instance/"));

    private final String type;
    private final String asff;
    private final String arnHead;

    Kind(String type, String asff, String arnHead) {
      this.type = type;
      this.asff = asff;
      this.arnHead = arnHead;
    }

    /** Instances have no names. */
    String id(String name, String hash) {
      return this == INSTANCE
          ? "i-0" + hash.substring(0, INSTANCE_ID_LENGTH)
          : name + "-" + hash.substring(0, HASH_LENGTH);
    }

    static Optional<Kind> of(String type) {
      return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
  }
}
