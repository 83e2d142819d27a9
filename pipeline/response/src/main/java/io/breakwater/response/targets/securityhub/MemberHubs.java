// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import io.breakwater.response.aws.AwsClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.securityhub.SecurityHubAsyncClient;
import software.amazon.awssdk.services.securityhub.SecurityHubAsyncClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * The Security Hub of each member account, by a role that has the same name in all of them and that
 * this job assumes there. There is a client for each account and Region that findings are of.
 */
public final class MemberHubs implements Hubs {
  private static final Pattern ROLE = Pattern.compile("[\\w+=,.@/-]{1,512}");

  private final String role;
  private final StsClient sts;
  private final SdkAsyncHttpClient http;
  private final Duration timeout;
  private final UnaryOperator<SecurityHubAsyncClientBuilder> finish;
  private final Map<List<String>, SecurityHubAsyncClient> clients = new ConcurrentHashMap<>();

  /**
   * @param role its name, with its path where it has one, without a slash before it
   * @param sts as whom this job assumes it; it ends each call in time
   * @param http shared by all clients
   * @param timeout for a call from its beginning to its answer
   * @throws IllegalArgumentException if no role can have this name
   */
  public MemberHubs(String role, StsClient sts, SdkAsyncHttpClient http, Duration timeout) {
    this(role, sts, http, timeout, builder -> builder);
  }

  MemberHubs(
      String role,
      StsClient sts,
      SdkAsyncHttpClient http,
      Duration timeout,
      UnaryOperator<SecurityHubAsyncClientBuilder> finish) {
    if (!ROLE.matcher(role).matches() || role.startsWith("/")) {
      throw new IllegalArgumentException(
          "Security Hub: a role to assume is named without account and slash before it, not "
              + role);
    }
    this.role = role;
    this.sts = Objects.requireNonNull(sts);
    this.http = Objects.requireNonNull(http);
    this.timeout = Objects.requireNonNull(timeout);
    this.finish = finish;
  }

  @Override
  public SecurityHubAsyncClient of(String partition, String account, String region) {
    return clients.computeIfAbsent(
        List.of(partition, account, region), any -> client(partition, account, region));
  }

  private SecurityHubAsyncClient client(String partition, String account, String region) {
    var arn = "arn:" + partition + ":iam::" + account + ":role/" + role;
    var assumed =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(request -> request.roleArn(arn).roleSessionName("breakwater"))
            .build();
    var builder =
        AwsClients.set(SecurityHubAsyncClient.builder(), region, http, timeout)
            .credentialsProvider(assumed);
    return finish.apply(builder).build();
  }
}
