// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.time.Instant;

/** A Lambda function and the role it runs with. */
public record Function(
    Place place, Tags tags, Role role, LambdaRuntime runtime, String codeSha256, Instant modified)
    implements Resource {
  /** A language, as Inspector and as Lambda name it. */
  public enum LambdaRuntime {
    PYTHON_3_11("python3.11", "PIP", "requirements.txt"),
    NODEJS_20_X("nodejs20.x", "NODEPKG", "package-lock.json");

    private final String lambdaName;
    private final String packageManager;
    private final String lockFile;

    LambdaRuntime(String lambdaName, String packageManager, String lockFile) {
      this.lambdaName = lambdaName;
      this.packageManager = packageManager;
      this.lockFile = lockFile;
    }

    public String lambdaName() {
      return lambdaName;
    }

    public String packageManager() {
      return packageManager;
    }

    public String lockFile() {
      return lockFile;
    }
  }

  public String name() {
    return tags.name();
  }

  @Override
  public String arn() {
    return place.arn("lambda", "function:" + name());
  }

  /** As Inspector writes it. */
  public String latestArn() {
    return arn() + ":$LATEST";
  }

  @Override
  public String type() {
    return "AWS::Lambda::Function";
  }

  @Override
  public String configId() {
    return name();
  }
}
