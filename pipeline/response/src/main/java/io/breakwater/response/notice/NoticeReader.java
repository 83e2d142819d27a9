// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Certificate;
import io.breakwater.response.message.Comment;
import io.breakwater.response.message.Kind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remedy;
import io.breakwater.response.message.Severity;
import io.breakwater.response.message.Subject;
import io.breakwater.response.message.TicketRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a record of the stream of exposures or of certificates, by the contract that {@code
 * docs/siem.md} makes with all readers: what it needs it must have, all else is tolerated.
 */
public final class NoticeReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final int SUPPRESSED = 3;
  private static final int MOST_TRAITS = 20;
  private static final int MOST_REMEDIES = 10;
  private static final int MOST_TAGS = 50;
  private static final int MOST_COMMENTS = 20;

  /** What people are shown of a text; the rest is in the record. */
  private static final int TEXT_CHARACTERS = 1_000;

  private final JsonNode record;

  private NoticeReader(JsonNode record) {
    this.record = record;
  }

  /**
   * Reads one record.
   *
   * @param arrivedAt when it came to the stream, in milliseconds since 1970
   * @param position where in the stream: a number that grows for the records of an exposure
   * @throws MalformedRevisionException where it lacks what the contract promises
   */
  public static Notice read(byte[] bytes, long arrivedAt, String position)
      throws MalformedRevisionException {
    return new NoticeReader(json(bytes))
        .notice()
        .setArrivedAt(arrivedAt)
        .setPosition(position)
        .setRecord(ByteString.copyFrom(bytes))
        .build();
  }

  private static JsonNode json(byte[] bytes) throws MalformedRevisionException {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var json = JSON.readTree(text);
      if (!json.isObject()) {
        throw new MalformedRevisionException("not a JSON object");
      }
      return json;
    } catch (CharacterCodingException e) {
      throw new MalformedRevisionException("not UTF-8");
    } catch (JsonProcessingException e) {
      throw new MalformedRevisionException("not JSON");
    }
  }

  private Notice.Builder notice() throws MalformedRevisionException {
    var activity = activity();
    var notice =
        Notice.newBuilder()
            .setUid(required("/finding_info/uid"))
            .setActivity(activity)
            .setRevision(required("/metadata/uid"))
            .setEpisode(episode())
            .setReplay(replay())
            .setSuppressed(
                activity != Activity.CLOSE && record.path("status_id").asInt() == SUPPRESSED)
            .setSeverity(severity())
            .setTitle(text("/finding_info/title"))
            .setDescription(text("/finding_info/desc"))
            .setType(text("/finding_info/types/0"))
            .setRule(text("/finding_info/analytic/uid"))
            .setSubject(subject())
            .setDetail(text("/status_detail"))
            .setCloseReason(text("/unmapped/closed/reason"))
            .setOpenedAt(record.at("/finding_info/created_time").asLong())
            .setChangedAt(record.path("time").asLong());
    addTraits(notice);
    addRemedies(notice);
    addComments(notice);
    var requested = record.at("/unmapped/ticket_requested");
    if (requested.isObject()) {
      notice.setTicketRequested(request(requested));
    }
    var certificate = record.at("/unmapped/certificate");
    if (certificate.isObject()) {
      notice.setKind(Kind.CERTIFICATE).setCertificate(certificate(certificate));
    }
    return notice;
  }

  private Activity activity() throws MalformedRevisionException {
    switch (record.path("activity_id").asInt()) {
      case 1:
        return Activity.CREATE;
      case 2:
        return Activity.UPDATE;
      case 3:
        return Activity.CLOSE;
      default:
        throw new MalformedRevisionException("activity_id is not 1, 2 or 3");
    }
  }

  private int episode() throws MalformedRevisionException {
    var number = record.at("/unmapped/episode/number");
    if (!number.isInt() || number.intValue() < 1) {
      throw new MalformedRevisionException("unmapped.episode.number is no number from 1 on");
    }
    return number.intValue();
  }

  private boolean replay() throws MalformedRevisionException {
    var replay = record.at("/unmapped/replay");
    if (!replay.isBoolean()) {
      throw new MalformedRevisionException("unmapped.replay is neither true nor false");
    }
    return replay.booleanValue();
  }

  private Severity severity() {
    var severity = Severity.forNumber(record.path("severity_id").asInt());
    return severity == null ? Severity.UNKNOWN_SEVERITY : severity;
  }

  private Subject.Builder subject() {
    var subject =
        Subject.newBuilder()
            .setArn(text("/resources/0/uid"))
            .setName(text("/resources/0/name"))
            .setType(text("/resources/0/type"))
            .setPartition(text("/cloud/cloud_partition"))
            .setAccount(text("/cloud/account/uid"))
            .setRegion(text("/cloud/region"))
            .setOwner(text("/resources/0/owner/name"));
    for (var tag : record.at("/resources/0/tags")) {
      if (subject.getTagsCount() < MOST_TAGS && tag.path("name").isTextual()) {
        subject.putTags(tag.path("name").textValue(), tag.path("value").asText(""));
      }
    }
    return subject;
  }

  private void addTraits(Notice.Builder notice) {
    for (var contributing : new boolean[] {true, false}) {
      for (var trait : record.at("/finding_info/traits")) {
        boolean contributes = trait.path("type").asText().startsWith("Contributing");
        if (contributes == contributing && notice.getTraitsCount() < MOST_TRAITS) {
          notice.addTraits(cut(trait.path("name").asText()));
        }
      }
    }
    for (var cause : record.at("/unmapped/causes")) {
      if (notice.getTraitsCount() < MOST_TRAITS) {
        notice.addTraits(cut(cause.path("reason").asText()));
      }
    }
  }

  private void addRemedies(Notice.Builder notice) {
    for (var step : record.at("/unmapped/remediation_steps")) {
      add(step.path("trait"), step.path("desc"), step.path("reference"), notice);
    }
    for (var cause : record.at("/unmapped/causes")) {
      add(cause.path("id"), cause.path("remedy"), cause.path("url"), notice);
    }
    if (notice.getRemediesCount() == 0 && !text("/remediation/desc").isEmpty()) {
      add(
          record.path("none"),
          record.at("/remediation/desc"),
          record.at("/remediation/references/0"),
          notice);
    }
  }

  private static void add(
      JsonNode trait, JsonNode text, JsonNode reference, Notice.Builder notice) {
    if (notice.getRemediesCount() < MOST_REMEDIES) {
      notice.addRemedies(
          Remedy.newBuilder()
              .setTrait(trait.asText())
              .setText(cut(text.asText()))
              .setReference(cut(reference.asText())));
    }
  }

  private void addComments(Notice.Builder notice) {
    for (var comment : record.at("/unmapped/comments")) {
      if (notice.getCommentsCount() < MOST_COMMENTS) {
        notice.addComments(
            Comment.newBuilder()
                .setId(cut(comment.path("action").asText()))
                .setAuthor(cut(comment.path("by").asText()))
                .setText(cut(comment.path("text").asText()))
                .setAt(comment.path("time").asLong()));
      }
    }
  }

  private static TicketRequest.Builder request(JsonNode requested) {
    return TicketRequest.newBuilder()
        .setAction(cut(requested.path("action").asText()))
        .setBy(cut(requested.path("by").asText()))
        .setAt(requested.path("time").asLong());
  }

  private static Certificate.Builder certificate(JsonNode certificate) {
    return Certificate.newBuilder()
        .setState(certificate.path("state").asText())
        .setExpiresAt(certificate.path("expires_at").asText())
        .setDaysLeft(certificate.path("days_left").asInt());
  }

  private String required(String path) throws MalformedRevisionException {
    var value = record.at(path);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new MalformedRevisionException(path.substring(1).replace('/', '.') + " is no text");
    }
    return value.textValue();
  }

  /** Empty where there is none. */
  private String text(String path) {
    return cut(record.at(path).asText());
  }

  private static String cut(String text) {
    return text.length() <= TEXT_CHARACTERS ? text : text.substring(0, TEXT_CHARACTERS - 1) + "…";
  }
}
