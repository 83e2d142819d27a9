// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Comment;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.message.Subject;
import io.breakwater.response.message.TicketRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What the stream says of one made-up exposure, one revision after another. */
public final class Notices {
  private static long position;

  private final Clock clock;
  private final String uid;
  private final List<String> traits = new ArrayList<>();
  private Severity severity = Severity.MEDIUM;
  private TicketRequest requested;
  private final List<Comment> comments = new ArrayList<>();
  private int episode = 1;
  private int revision;

  public Notices(Clock clock, String uid) {
    this.clock = clock;
    this.uid = uid;
    traits.add("first weakness of " + uid);
  }

  public String uid() {
    return uid;
  }

  public Notice create() {
    return notice(Activity.CREATE).build();
  }

  /** One weakness more. */
  public Notice anotherTrait() {
    traits.add("weakness " + (traits.size() + 1) + " of " + uid + " in episode " + episode);
    return notice(Activity.UPDATE).build();
  }

  public Notice severity(Severity value) {
    severity = value;
    return notice(Activity.UPDATE).build();
  }

  public Notice suppressed() {
    return notice(Activity.UPDATE).setSuppressed(true).setDetail("accepted until spring").build();
  }

  /** Somebody asks for a ticket, which every revision of the episode says from now on. */
  public Notice ticketRequested(String by) {
    requested =
        TicketRequest.newBuilder()
            .setAction("action-of-" + by)
            .setBy(by)
            .setAt(clock.millis())
            .build();
    return notice(Activity.UPDATE).build();
  }

  /** Somebody says something of it, which every revision of the episode has from now on. */
  public Notice comment(String by, String text) {
    comments.add(
        Comment.newBuilder()
            .setId(uid + "-comment-" + episode + "-" + comments.size())
            .setAuthor(by)
            .setText(text)
            .setAt(clock.millis())
            .build());
    return notice(Activity.UPDATE).build();
  }

  public Notice close() {
    return notice(Activity.CLOSE)
        .setCloseReason("fixed")
        .setDetail("It was fixed in episode " + episode)
        .build();
  }

  /** The next episode. */
  public Notice reopen() {
    episode++;
    requested = null;
    comments.clear();
    return notice(Activity.CREATE).build();
  }

  private Notice.Builder notice(Activity activity) {
    revision++;
    var notice = Notice.newBuilder();
    if (activity != Activity.CLOSE) {
      notice.addAllComments(comments);
      if (requested != null) {
        notice.setTicketRequested(requested);
      }
    }
    return notice
        .setUid(uid)
        .setActivity(activity)
        .setRevision(uid + "-" + episode + "-" + revision)
        .setEpisode(episode)
        .setSeverity(severity)
        .setTitle("Potential Credential Stealing: EC2 instance has weaknesses")
        .setDescription("The EC2 instance has weaknesses.")
        .setSubject(
            Subject.newBuilder()
                .setArn("arn:aws:ec2:eu-central-1:111122223333:instance/" + uid)
                .setName(uid)
                .setType("AWS::EC2::Instance")
                .setAccount("111122223333")
                .setRegion("eu-central-1"))
        .addAllTraits(traits)
        .setArrivedAt(clock.millis())
        .setPosition(Long.toString(++position));
  }
}
