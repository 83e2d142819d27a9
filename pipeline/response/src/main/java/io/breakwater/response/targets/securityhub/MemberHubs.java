// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import io.breakwater.response.aws.AwsClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.securityhub.SecurityHubAsyncClient;
import software.amazon.awssdk.services.securityhub.SecurityHubAsyncClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * The Security Hub of each account, by a role that this job assumes there, or as the job itself.
 * There is a client for each account and Region that findings are of.
 */
public final class MemberHubs implements Hubs, AutoCloseable {
  private final MemberRoles roles;
  private final StsClient sts;
  private final SdkAsyncHttpClient http;
  private final Duration timeout;
  private final UnaryOperator<SecurityHubAsyncClientBuilder> finish;
  private final Map<List<String>, SecurityHubAsyncClient> clients = new ConcurrentHashMap<>();

  /**
   * @param sts as whom this job assumes roles; it ends each call in time, and is closed with this
   * @param http shared by all clients
   * @param timeout for a call from its beginning to its answer
   * @param finish says where Security Hub is, and as whom this job comes where it assumes no role
   */
  public MemberHubs(
      MemberRoles roles,
      StsClient sts,
      SdkAsyncHttpClient http,
      Duration timeout,
      UnaryOperator<SecurityHubAsyncClientBuilder> finish) {
    this.roles = Objects.requireNonNull(roles);
    this.sts = Objects.requireNonNull(sts);
    this.http = Objects.requireNonNull(http);
    this.timeout = Objects.requireNonNull(timeout);
    this.finish = Objects.requireNonNull(finish);
  }

  @Override
  public SecurityHubAsyncClient of(String partition, String account, String region) {
    return clients.computeIfAbsent(
        List.of(partition, account, region), any -> client(partition, account, region));
  }

  private SecurityHubAsyncClient client(String partition, String account, String region) {
    var builder =
        finish.apply(AwsClients.set(SecurityHubAsyncClient.builder(), region, http, timeout));
    roles
        .of(account)
        .map(role -> "arn:" + partition + ":iam::" + account + ":role/" + role)
        .ifPresent(arn -> builder.credentialsProvider(assumed(arn)));
    return builder.build();
  }

  private StsAssumeRoleCredentialsProvider assumed(String arn) {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(request -> request.roleArn(arn).roleSessionName("breakwater"))
        .build();
  }

  @Override
  public void close() {
    clients.values().forEach(SecurityHubAsyncClient::close);
    clients.clear();
    sts.close();
  }
}
