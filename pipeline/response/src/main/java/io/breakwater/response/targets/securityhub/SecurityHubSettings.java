// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where and as what exposures stand in Security Hub. */
public final class SecurityHubSettings {
  static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+){1,3}-\\d");

  private static final Pattern TYPE =
      Pattern.compile(
          "(?:Software and Configuration Checks|TTPs|Effects|Unusual Behaviors"
              + "|Sensitive Data Identifications)/[^/]{1,64}");

  private final String homeRegion;
  private final boolean inRegionOfResource;
  private final String type;
  private final Map<String, String> resourceTypes;

  private SecurityHubSettings(Builder builder) {
    this.homeRegion = builder.homeRegion;
    this.inRegionOfResource = builder.inRegionOfResource;
    this.type = builder.type;
    this.resourceTypes = Map.copyOf(builder.resourceTypes);
  }

  /**
   * @param homeRegion for what has no Region of its own, such as a user
   */
  public static Builder of(String homeRegion) {
    return new Builder(homeRegion);
  }

  String homeRegion() {
    return homeRegion;
  }

  boolean inRegionOfResource() {
    return inRegionOfResource;
  }

  /** Namespace and category; the rule is the classifier. */
  String type() {
    return type;
  }

  /** What the format calls a type of resource; what it has no name for is {@code Other}. */
  String resourceType(String type) {
    return resourceTypes.getOrDefault(type, "Other");
  }

  /** Starts from the defaults. */
  public static final class Builder {
    private final String homeRegion;
    private final Map<String, String> resourceTypes = new TreeMap<>();
    private boolean inRegionOfResource = true;
    private String type = "Software and Configuration Checks/Exposures";

    private Builder(String homeRegion) {
      this.homeRegion = Objects.requireNonNull(homeRegion);
      resourceType("AWS::CertificateManager::Certificate", "AwsCertificateManagerCertificate");
      resourceType("AWS::DynamoDB::Table", "AwsDynamoDbTable");
      resourceType("AWS::EC2::Instance", "AwsEc2Instance");
      resourceType("AWS::ECS::Service", "AwsEcsService");
      resourceType("AWS::EKS::Cluster", "AwsEksCluster");
      resourceType("AWS::IAM::Role", "AwsIamRole");
      resourceType("AWS::IAM::User", "AwsIamUser");
      resourceType("AWS::Lambda::Function", "AwsLambdaFunction");
      resourceType("AWS::RDS::DBInstance", "AwsRdsDbInstance");
      resourceType("AWS::S3::Bucket", "AwsS3Bucket");
      resourceType("AWS::SageMaker::NotebookInstance", "AwsSageMakerNotebookInstance");
    }

    /** Whether findings go to the Region of their resource, or all to the home Region. */
    public Builder inRegionOfResource(boolean value) {
      inRegionOfResource = value;
      return this;
    }

    /** Such as {@code TTPs/Initial Access}. */
    public Builder type(String namespaceAndCategory) {
      type = namespaceAndCategory;
      return this;
    }

    /**
     * @param type such as {@code AWS::EC2::Instance}
     * @param name such as {@code AwsEc2Instance}
     */
    public Builder resourceType(String type, String name) {
      resourceTypes.put(type, name);
      return this;
    }

    /**
     * @throws IllegalArgumentException naming all that is at fault
     */
    public SecurityHubSettings build() {
      var faults = faults();
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException("Security Hub: " + String.join("; ", faults));
      }
      return new SecurityHubSettings(this);
    }

    private List<String> faults() {
      var faults = new ArrayList<String>();
      if (!REGION.matcher(homeRegion).matches()) {
        faults.add("the home Region is one such as eu-central-1, not " + homeRegion);
      }
      if (!TYPE.matcher(type).matches()) {
        faults.add("a type has a namespace of the format and a category, not " + type);
      }
      return faults;
    }
  }
}
