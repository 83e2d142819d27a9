// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.aws.AccessKeys;
import io.breakwater.fakes.aws.FakeSecretsManager;
import io.breakwater.fakes.aws.FakeSecurityHub;
import io.breakwater.fakes.aws.FakeSns;
import io.breakwater.fakes.aws.ImportedFinding;
import io.breakwater.fakes.aws.SnsMessage;
import io.breakwater.fakes.aws.Topic;
import io.breakwater.fakes.jira.FakeJira;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.jira.SearchLag;
import io.breakwater.fakes.jira.Site;
import io.breakwater.fakes.servicenow.FakeServiceNow;
import io.breakwater.fakes.servicenow.Instance;
import io.breakwater.fakes.splunk.FakeSplunk;
import io.breakwater.fakes.splunk.HecToken;
import io.breakwater.fakes.webhook.WebhookReceiver;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.targets.Draft;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each type of target by what a plan says of it alone, over HTTP, its credentials too. */
final class ConnectionsTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String OWN = "111122223333";
  private static final String MEMBER = "444455556666";
  private static final String TOPIC = "arn:aws:sns:eu-central-1:" + OWN + ":exposures";
  private static final String SPLUNK_TOKEN = "12345678-1234-1234-1234-123456789abc";

  /** With what the job calls itself where a server is on this machine. */
  private final AccessKeys keys = AccessKeys.of("local", OWN).and("key-of-member", MEMBER);

  private final List<FakeServer> servers = new ArrayList<>();
  private final FakeSecretsManager secrets = new FakeSecretsManager(keys);
  private final FakeJira jira =
      new FakeJira(Site.standard(), SearchLag.spread(1, Duration.ofSeconds(1)));
  private final FakeServiceNow serviceNow = new FakeServiceNow(Instance.standard());
  private final FakeSplunk splunk =
      new FakeSplunk(Duration.ZERO, HecToken.of(SPLUNK_TOKEN, "security"));
  private final FakeSns sns = new FakeSns(keys, Topic.of(TOPIC));
  private final FakeSecurityHub hub = FakeSecurityHub.unlimited(keys);
  private final WebhookReceiver webhook = new WebhookReceiver("signing-secret");
  private final List<String> assumed = new ArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(FakeServer::close);
  }

  @Test
  void a_ticket_is_made_in_jira() {
    var secret = secrets.put(OWN, "eu-west-1", "jira", "{\"token\": \"token-1\"}", NOW);

    try (var connections =
        connections(
            """
            {"type": "jira", "url": "%s/", "project": "SEC", "email": "bot@example.com",
             "token": {"secret": "%s", "field": "token"}, "priorities": {"High": null}}
            """
                .formatted(at(jira), secret))) {
      assertDone(connections.tickets("it").make(draft()).join());
      assertThat(connections.tickets("it")).isSameAs(connections.tickets("it"));
    }

    assertThat(jira.issues()).extracting(Issue::key).containsExactly("SEC-1");
  }

  @Test
  void a_ticket_is_made_in_servicenow_by_a_user() {
    secrets.put(OWN, "eu-central-1", "servicenow", Instance.BOT_PASSWORD, NOW);

    try (var connections =
        connections(
            """
            {"type": "servicenow", "url": "%s/", "user": "%s", "password": {"secret": "servicenow"},
             "assignment-group": "security", "urgencies": {"High": 3}}
            """
                .formatted(at(serviceNow), Instance.BOT))) {
      assertDone(connections.tickets("it").make(draft()).join());
    }

    assertThat(serviceNow.incidents())
        .extracting(incident -> incident.fields().get("urgency"))
        .containsExactly("3");
  }

  @Test
  void a_ticket_is_made_in_servicenow_by_an_oauth_client() {
    var secret = secrets.put(OWN, "eu-west-1", "servicenow", Instance.CLIENT_SECRET, NOW);

    try (var connections =
        connections(
            """
            {"type": "servicenow", "url": "%s", "client-id": "%s",
             "client-secret": {"secret": "%s"}}
            """
                .formatted(at(serviceNow), Instance.CLIENT_ID, secret))) {
      assertDone(connections.tickets("it").make(draft()).join());
    }

    assertThat(serviceNow.incidents()).hasSize(1);
  }

  @Test
  void splunk_gets_an_event() {
    secrets.put(OWN, "eu-central-1", "splunk", SPLUNK_TOKEN, NOW);

    try (var connections =
        connections(
            """
            {"type": "splunk", "url": "%s", "token": {"secret": "splunk"}, "index": "security",
             "host": "h", "source": "s", "source-type": "t", "with-finding": false}
            """
                .formatted(at(splunk)))) {
      send(connections);
      assertThat(connections.messages("it").handsOnRecords()).isFalse();
    }

    assertThat(splunk.events()).hasSize(1);
  }

  @Test
  void a_webhook_gets_a_signed_message() {
    secrets.put(OWN, "eu-central-1", "hook", "signing-secret", NOW);

    try (var connections =
        connections(
            """
            {"type": "webhook", "url": "%s/in?room=1", "secret": {"secret": "hook"},
             "headers": {"X-Room": "blue"}}
            """
                .formatted(at(webhook)))) {
      send(connections);
    }

    assertThat(webhook.deliveries())
        .extracting(delivery -> delivery.call().header("X-Room").orElse(""))
        .containsExactly("blue");
  }

  @Test
  void a_topic_gets_a_message() {
    try (var connections =
        connections(
            """
            {"type": "sns", "topic": "%s", "endpoint": "%s"}"""
                .formatted(TOPIC, at(sns)))) {
      send(connections);
    }

    assertThat(sns.messages()).extracting(SnsMessage::topicArn).containsExactly(TOPIC);
  }

  @Test
  void findings_are_imported_by_the_role_of_a_member_and_as_oneself_at_home() {
    try (var connections =
        connections(
            """
            {"type": "securityhub", "region": "eu-west-1", "role": "importer",
             "roles": {"%s": null}, "endpoint": "%s/", "sts-endpoint": "%s"}
            """
                .formatted(OWN, at(hub), at((call, now) -> assumeRole(call))))) {
      send(connections, OWN);
      send(connections, MEMBER);
    }

    assertThat(hub.findings()).extracting(ImportedFinding::account).containsExactly(OWN, MEMBER);
    assertThat(assumed).containsExactly("arn:aws:iam::" + MEMBER + ":role/importer");
  }

  @Test
  void what_the_plan_does_not_have_is_not_connected_to() {
    var connections = connections("{\"type\": \"sns\", \"topic\": \"" + TOPIC + "\"}");

    assertThatThrownBy(() -> connections.messages("other")).hasMessageContaining("other");
    assertThatThrownBy(() -> connections.tickets("it")).hasMessageContaining("sns");
  }

  private Connections connections(String target) {
    var plan =
        """
        {"version": "1", "secrets": {"region": "eu-central-1", "endpoint": "%s"},
         "targets": {"it": %s}, "routes": []}
        """
            .formatted(at(secrets), target);
    return new Connections(PlanCheck.read("plan.json", plan), CLOCK);
  }

  private String at(FakeService service) {
    var server = FakeServer.start(service, Troubles.none(), CLOCK);
    servers.add(server);
    return server.uri().toString();
  }

  private static Draft draft() {
    return new Draft("bw-1-1", Samples.notice(), List.of());
  }

  private static void send(Connections connections) {
    send(connections, OWN);
  }

  private static void send(Connections connections, String account) {
    var notice = Samples.notice().toBuilder();
    notice.getSubjectBuilder().setAccount(account);
    var message = Samples.message(MessageKind.OPENED, notice.build());
    assertDone(connections.messages("it").send(message).join());
  }

  private static void assertDone(Outcome<?> outcome) {
    assertThat(outcome.isDone()).as(outcome.toString()).isTrue();
  }

  private synchronized Answer assumeRole(Call call) {
    assumed.add(call.form().get("RoleArn"));
    return Answer.of(
        200,
        "text/xml",
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <Credentials><AccessKeyId>key-of-member</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
        <SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
        </Credentials></AssumeRoleResult></AssumeRoleResponse>
        """);
  }
}
