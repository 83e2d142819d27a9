// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.servicenow.FakeServiceNow;
import io.breakwater.fakes.servicenow.Incident;
import io.breakwater.fakes.servicenow.Instance;
import io.breakwater.response.http.Http;
import io.breakwater.response.http.JdkHttp;
import io.breakwater.response.http.NotSentException;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Move;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.simulation.World;
import io.breakwater.response.targets.Draft;
import io.breakwater.response.targets.Found;
import io.breakwater.response.targets.Marker;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.Outcome.End;
import io.breakwater.response.targets.Retired;
import io.breakwater.response.targets.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceNowTargetTest {
  private static final String KEY = "bw-" + Samples.UID + "-1";
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final Marker MARKER = new Marker("17", "", Goal.DONE, List.of()).in("6");

  private final World world = new World(Instant.parse("2026-11-27T10:00:00Z"));
  private final Http http = new JdkHttp(TIMEOUT);
  private FakeServiceNow serviceNow = new FakeServiceNow(Instance.standard());
  private FakeServer server = FakeServer.start(serviceNow, Troubles.none(), world);

  @AfterEach
  void stop() {
    server.close();
  }

  @Nested
  class Making {
    @Test
    void a_ticket_says_what_the_notice_says() {
      var found = done(target().make(draft(Samples.notice())));

      var incident = serviceNow.incident(found.id()).orElseThrow();
      assertThat(found.name()).isEqualTo(incident.number());
      assertThat(found.url()).isEqualTo(server.uri() + "/incident.do?sys_id=" + incident.sysId());
      assertThat(incident.shortDescription())
          .isEqualTo("High: Potential credential stealing: an instance can be reached (web-1)");
      assertThat(incident.fields().get("description"))
          .contains("has weaknesses.")
          .contains("arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc")
          .contains("Owner: team-web")
          .contains("- It can be reached from the internet")
          .contains("- Close the port. https://docs.example.com/close")
          .contains(Samples.UID);
      assertThat(incident.fields()).containsEntry("correlation_id", KEY);
      assertThat(incident.state()).isEqualTo(Incident.State.NEW);
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, 1", "HIGH, 2", "MEDIUM, 3", "LOW, 4", "INFORMATIONAL, 5"})
    void its_priority_follows_from_the_severity(Severity severity, int priority) {
      var notice = Samples.notice().toBuilder().setSeverity(severity).build();

      var found = done(target().make(draft(notice)));

      assertThat(serviceNow.incident(found.id()).orElseThrow().priority()).isEqualTo(priority);
    }

    @Test
    void it_has_the_fields_of_the_settings() {
      var settings = settings().field("category", "security").assignmentGroup("Team Cloud").build();

      var found = done(target(settings, basic()).make(draft(Samples.notice())));

      assertThat(serviceNow.incident(found.id()).orElseThrow().fields())
          .containsEntry("category", "security")
          .containsEntry("assignment_group", "Team Cloud");
    }

    @Test
    void a_data_policy_that_is_not_met_is_the_tickets_own_affair() {
      serve(new FakeServiceNow(Instance.builder().mandatory("category").build()));

      var outcome = target().make(draft(Samples.notice())).join();

      assertThat(outcome.end()).isEqualTo(End.REFUSED);
      assertThat(outcome.isOfTarget()).isFalse();
      assertThat(outcome.reason()).contains("403").contains("category");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bw^ORactive=true", "a b", "javascript:x", "", "bw-\u0000"})
    void a_key_that_a_query_would_take_for_more_is_refused(String key) {
      var draft = new Draft(key, Samples.notice(), List.of());

      assertThat(target().make(draft).join().end()).isEqualTo(End.REFUSED);
      assertThat(target().find(key).join().end()).isEqualTo(End.REFUSED);
      assertThat(serviceNow.incidents()).isEmpty();
    }

    @Test
    void a_position_that_would_be_cut_is_refused() {
      var notice = Samples.notice().toBuilder().setPosition("1".repeat(150)).build();

      var outcome = target().make(draft(notice)).join();

      assertThat(outcome.end()).isEqualTo(End.REFUSED);
      assertThat(outcome.reason()).contains("correlation_display");
    }

    @Test
    void hostile_text_is_text_and_short() {
      var found = done(target().make(draft(Samples.hostile())));

      var incident = serviceNow.incident(found.id()).orElseThrow();
      for (var text : List.of(incident.shortDescription(), incident.fields().get("description"))) {
        assertThat(text).doesNotContain(Samples.unseen()).doesNotContain("[code]");
      }
      assertThat(incident.shortDescription()).hasSize(160).doesNotContain("\n").endsWith("…");
      assertThat(incident.fields().get("description"))
          .hasSizeLessThanOrEqualTo(4_000)
          .contains("arn:aws:ec2")
          .contains(Samples.UID);
      assertThat(incident.fields()).containsEntry("correlation_id", KEY);
    }
  }

  @Nested
  class Finding {
    @Test
    void nothing_is_found_where_there_is_nothing() {
      done(target().make(new Draft("bw-other-1", Samples.notice(), List.of())));

      assertThat(done(target().find(KEY))).isEmpty();
    }

    @Test
    void the_oldest_comes_first() {
      var first = done(target().make(draft(Samples.notice())));
      world.pass(Duration.ofMinutes(1));
      var second = done(target().make(draft(Samples.notice())));

      assertThat(done(target().find(KEY)))
          .extracting(Found::id)
          .containsExactly(first.id(), second.id());
    }

    @Test
    void a_table_that_does_not_know_the_key_finds_nobody_elses_record() {
      var others = JsonNodeFactory.instance.objectNode();
      others.putArray("result").addObject().put("sys_id", "abc").put("number", "INC1");
      serve((call, now) -> Answer.json(200, others));

      var outcome = target().find(KEY).join();

      assertThat(outcome.end()).isEqualTo(End.REFUSED);
      assertThat(outcome.reason()).contains("correlation_id");
    }
  }

  @Nested
  class Reading {
    @Test
    void the_marker_comes_back() {
      var id = made();

      var remote = done(target().read(id));

      assertThat(remote.marker()).isEqualTo(new Marker(Samples.POSITION, "", Goal.OPEN, List.of()));
    }

    @Test
    void all_other_states_are_offered_by_number() {
      var remote = done(target().read(made()));

      assertThat(remote.status().getId()).isEqualTo("1");
      assertThat(remote.status().getName()).isEqualTo("New");
      assertThat(remote.status().getCategory()).isEqualTo(Category.TO_DO);
      assertThat(remote.moves()).extracting(Move::getId).containsExactly("2", "3", "6", "7", "8");
      assertThat(remote.moves())
          .extracting(move -> move.getTo().getCategory())
          .containsExactly(
              Category.IN_PROGRESS,
              Category.IN_PROGRESS,
              Category.DONE,
              Category.DONE,
              Category.DONE);
    }

    @Test
    void a_state_that_no_setting_names_has_the_name_of_the_instance_and_no_category() {
      var settings =
          settings()
              .noStates()
              .state("2", "At work", Category.IN_PROGRESS)
              .state("8", "Off", Category.DONE)
              .build();

      var remote = done(target(settings, basic()).read(made()));

      assertThat(remote.status().getName()).isEqualTo("New");
      assertThat(remote.status().getCategory()).isEqualTo(Category.NO_CATEGORY);
      assertThat(remote.moves()).extracting(Move::getName).containsExactly("At work", "Off");
    }

    @Test
    void what_somebody_wrote_in_place_of_the_marker_is_none() {
      var id = made();
      var number = serviceNow.incident(id).orElseThrow().number();
      serviceNow.personSets(number, "correlation_display", "mine", world.instant());

      assertThat(done(target().read(id)).marker()).isEqualTo(Marker.NONE);
    }

    @Test
    void a_ticket_that_was_taken_away_is_missing() {
      var id = made();
      serviceNow.delete(serviceNow.incident(id).orElseThrow().number());

      assertThat(target().read(id).join().isMissing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../sys_user/1", "a?b=c", "a b"})
    void an_id_that_is_none_is_refused(String id) {
      assertThat(target().read(id).join().end()).isEqualTo(End.REFUSED);
    }
  }

  @Nested
  class Writing {
    @Test
    void fields_tellings_and_marker_are_written_by_one_request() {
      var id = made();
      var notice =
          Samples.notice().toBuilder().setSeverity(Severity.CRITICAL).setPosition("77").build();
      world.pass(Duration.ofMinutes(1));

      done(target().write(id, draft(notice), List.of("It rose.", "Then it rose again."), true));

      var incident = serviceNow.incident(id).orElseThrow();
      assertThat(incident.priority()).isEqualTo(1);
      assertThat(incident.shortDescription()).startsWith("Critical: ");
      assertThat(incident.journal())
          .extracting(Incident.Entry::text)
          .containsExactly("It rose.\n\nThen it rose again.");
      assertThat(incident.fields()).containsEntry("sys_mod_count", "1");
      assertThat(done(target().read(id)).marker().position()).isEqualTo("77");
    }

    @Test
    void without_fields_only_tellings_and_marker_are_written() {
      var id = made();
      var number = serviceNow.incident(id).orElseThrow().number();
      serviceNow.personSets(number, "urgency", "3", world.instant());
      var notice = Samples.notice().toBuilder().setTitle("Another").setPosition("77").build();

      done(
          target().write(id, new Draft(KEY, notice, List.of("9f3c01ab")), List.of("Look."), false));

      var incident = serviceNow.incident(id).orElseThrow();
      assertThat(incident.shortDescription()).doesNotContain("Another");
      assertThat(incident.fields()).containsEntry("urgency", "3");
      assertThat(incident.journal()).hasSize(1);
      assertThat(done(target().read(id)).marker().remarks()).containsExactly("9f3c01ab");
    }

    @Test
    void hostile_tellings_are_no_markup_of_the_journal() {
      var id = made();

      done(
          target()
              .write(
                  id,
                  draft(Samples.notice()),
                  List.of(Samples.HOSTILE + "x".repeat(300_000), "[\u200bco\u0000de]<b>[ /CODE ]"),
                  false));

      var text = serviceNow.incident(id).orElseThrow().journal().get(0).text();
      assertThat(text)
          .doesNotContain(Samples.unseen())
          .doesNotContainPattern("(?i)\\[\\s*/?\\s*code")
          .contains("(code)<b>")
          .hasSizeLessThan(4_000);
    }

    @Test
    void what_is_closed_for_good_refuses() {
      var id = made();
      serviceNow.personMoves(
          serviceNow.incident(id).orElseThrow().number(), Incident.State.CLOSED, world.instant());

      var outcome = target().write(id, draft(Samples.notice()), List.of("Look."), true).join();

      assertThat(outcome.end()).isEqualTo(End.REFUSED);
      assertThat(outcome.isMissing()).isFalse();
    }

    @Test
    void what_was_taken_away_is_missing() {
      var outcome =
          target().write("0123abcd", draft(Samples.notice()), List.of("Look."), true).join();

      assertThat(outcome.isMissing()).isTrue();
    }
  }

  @Nested
  class Moving {
    @Test
    void what_is_done_has_a_code_and_notes() {
      var id = made();

      done(target().move(id, way(id, "6"), MARKER));

      var incident = serviceNow.incident(id).orElseThrow();
      assertThat(incident.state()).isEqualTo(Incident.State.RESOLVED);
      assertThat(incident.fields())
          .containsEntry("close_code", "Solution provided")
          .containsEntry("close_notes", "What this ticket is about is over.");
    }

    @Test
    void what_opens_again_is_in_progress() {
      var id = made();
      done(target().move(id, way(id, "6"), MARKER));
      var first = done(target().read(id)).moves().get(0);

      done(target().move(id, first, MARKER));

      assertThat(serviceNow.incident(id).orElseThrow().state())
          .isEqualTo(Incident.State.IN_PROGRESS);
    }

    @Test
    void a_data_policy_refuses() {
      var settings = settings().noFieldsWhenDone().build();
      var id = made();

      var outcome = target(settings, basic()).move(id, way(id, "6"), MARKER).join();

      assertThat(outcome.end()).isEqualTo(End.REFUSED);
      assertThat(outcome.reason()).contains("close_code, close_notes");
    }

    @Test
    void a_state_that_stays_is_refused_though_it_was_answered_well() {
      var id = made();
      var way = way(id, "6");
      var record = JsonNodeFactory.instance.objectNode();
      record.putObject("result").put("state", "1");
      serve((call, now) -> Answer.json(200, record));

      assertThat(target().move(id, way, MARKER).join().end()).isEqualTo(End.REFUSED);
    }
  }

  @Nested
  class Linking {
    @Test
    void a_note_names_the_earlier_ticket_once() {
      var earlier = made();
      var id = made();

      done(target().link(id, earlier));
      done(target().link(id, earlier));

      var number = serviceNow.incident(earlier).orElseThrow().number();
      assertThat(serviceNow.incident(id).orElseThrow().journal())
          .extracting(Incident.Entry::text)
          .containsExactly("This ticket follows on " + number + ".");
    }

    @Test
    void an_earlier_ticket_that_is_gone_is_named_by_its_id() {
      var id = made();

      done(target().link(id, "0123abcd"));

      assertThat(serviceNow.incident(id).orElseThrow().journal().get(0).text())
          .contains("0123abcd");
    }
  }

  @Nested
  class Retiring {
    @Test
    void it_loses_its_key_says_why_and_is_cancelled() {
      var kept = made();
      var twice = made();

      done(target().retire(twice, kept));

      var incident = serviceNow.incident(twice).orElseThrow();
      assertThat(incident.state()).isEqualTo(Incident.State.CANCELED);
      assertThat(incident.fields().get("correlation_id")).isEmpty();
      assertThat(incident.journal().get(0).text())
          .contains(serviceNow.incident(kept).orElseThrow().number());
      assertThat(done(target().find(KEY))).extracting(Found::id).containsExactly(kept);
    }

    @Test
    void what_somebody_copied_is_theirs() {
      var kept = made();
      var copy = serviceNow.personCopies(serviceNow.incident(kept).orElseThrow().number());

      assertThat(done(target().retire(copy, kept))).isEqualTo(Retired.LEFT_TO_PEOPLE);

      var incident = serviceNow.incident(copy).orElseThrow();
      assertThat(incident.state()).isEqualTo(Incident.State.NEW);
      assertThat(incident.journal()).isEmpty();
      assertThat(incident.fields().get("correlation_id")).isEqualTo(KEY);
    }

    @Test
    void it_is_retired_once() {
      var kept = made();
      var twice = made();
      done(target().retire(twice, kept));

      done(target().retire(twice, kept));

      assertThat(serviceNow.incident(twice).orElseThrow().journal()).hasSize(1);
    }

    @Test
    void it_stays_open_where_it_may_not_be_closed_so() {
      var kept = made();
      var twice = made();
      var settings = settings().noFieldsWhenDone().retiredState("6").build();

      done(target(settings, basic()).retire(twice, kept));

      var incident = serviceNow.incident(twice).orElseThrow();
      assertThat(incident.state()).isEqualTo(Incident.State.NEW);
      assertThat(incident.fields().get("correlation_id")).isEmpty();
      assertThat(incident.journal()).hasSize(1);
    }
  }

  @Nested
  class Troubled {
    @ParameterizedTest
    @EnumSource(
        value = Trouble.class,
        names = {"ERROR_BEFORE", "ERROR_AFTER", "STALL_BEFORE", "STALL_AFTER", "LOST_ANSWER"})
    void nobody_knows_what_became_of_a_write_that_was_not_answered(Trouble trouble) {
      restart(serviceNow, Troubles.scripted(trouble));

      var outcome = target().make(draft(Samples.notice())).join();

      assertThat(outcome.end()).isEqualTo(End.UNCLEAR);
      assertThat(serviceNow.incidents()).hasSize(trouble.hasEffect() ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(
        value = Trouble.class,
        names = {"ERROR_BEFORE", "STALL_BEFORE"})
    void a_search_that_was_not_answered_may_be_made_again(Trouble trouble) {
      restart(serviceNow, Troubles.scripted(trouble));

      assertThat(target().find(KEY).join().end()).isEqualTo(End.NOT_DONE);
      assertThat(target().find(KEY).join().end()).isEqualTo(End.DONE);
    }

    @Test
    void what_cannot_be_reached_has_not_been_done() {
      server.close();

      var outcome = target().make(draft(Samples.notice())).join();

      assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
    }

    @Test
    void a_limit_says_for_how_long() {
      restart(
          serviceNow, Troubles.scripted(Trouble.THROTTLED).withRetryAfter(Duration.ofSeconds(77)));

      var outcome = target().make(draft(Samples.notice())).join();

      assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
      assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(77));
      assertThat(outcome.isOfTarget()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "1795779123, PT1H",
      "1795773723, PT2M3S",
      "1795773600, PT1S",
      "17, PT1S",
      "soon, PT5S",
    })
    void a_limit_without_a_wait_ends_when_it_is_reset(String reset, Duration wait) {
      serve((call, now) -> error(429, "Rate limit exceeded", "").with("X-RateLimit-Reset", reset));

      assertThat(world.instant().getEpochSecond()).isEqualTo(1795773600L);
      assertThat(target().find(KEY).join().retryAfter()).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Log in</html>", "", "{}", "{\"result\":\"none\"}", "[1]"})
    void an_answer_of_something_in_between_is_no_answer(String body) {
      serve((call, now) -> Answer.of(200, "text/html", body));

      assertThat(target().find(KEY).join().end()).isEqualTo(End.NOT_DONE);
      assertThat(target().read("abc").join().end()).isEqualTo(End.NOT_DONE);
      assertThat(target().make(draft(Samples.notice())).join().end()).isEqualTo(End.UNCLEAR);
      assertThat(target().write("abc", draft(Samples.notice()), List.of(), true).join().end())
          .isEqualTo(End.UNCLEAR);
    }

    @Test
    void a_record_without_what_was_asked_for_is_no_record() {
      var record = JsonNodeFactory.instance.objectNode();
      record.putObject("result");
      serve((call, now) -> Answer.json(200, record));

      assertThat(target().read("abc").join().end()).isEqualTo(End.NOT_DONE);
      assertThat(target().make(draft(Samples.notice())).join().end()).isEqualTo(End.UNCLEAR);
    }

    @Test
    void a_bare_403_is_the_matter_of_everybody() {
      serve((call, now) -> Answer.text(403, "Forbidden by a proxy"));

      var outcome = target().make(draft(Samples.notice())).join();

      assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
      assertThat(outcome.isOfTarget()).isTrue();
    }

    @Test
    void so_is_a_user_without_rights_to_the_table() {
      serve((call, now) -> error(403, "User Not Authorized", "Table incident"));

      assertThat(target().make(draft(Samples.notice())).join().end()).isEqualTo(End.NOT_DONE);
    }

    @Test
    void a_403_to_a_search_refuses_no_ticket() {
      serve((call, now) -> error(403, "Operation Failed", ""));

      assertThat(target().find(KEY).join().end()).isEqualTo(End.NOT_DONE);
    }

    @Test
    void a_fault_of_the_request_is_refused() {
      serve((call, now) -> error(400, "Invalid table incident", "null"));

      var outcome = target().make(draft(Samples.notice())).join();

      assertThat(outcome.end()).isEqualTo(End.REFUSED);
      assertThat(outcome.reason()).endsWith("400: Invalid table incident");
    }
  }

  @Nested
  class Credentials {
    @Test
    void a_wrong_password_is_the_matter_of_everybody_and_is_not_told() {
      var wrong = Secrets.basic(Instance.BOT, () -> completedFuture(Samples.SECRET));

      var outcome = target(settings().build(), wrong).make(draft(Samples.notice())).join();

      assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
      assertThat(outcome.isOfTarget()).isTrue();
      assertThat(Samples.told(outcome)).doesNotContain(Samples.SECRET);
    }

    @Test
    void credentials_that_a_service_sends_back_are_not_told() {
      serve(
          (call, now) -> error(400, "You sent " + call.header("authorization").orElse(""), "Why?"));
      var secret = Secrets.bearer(() -> completedFuture(Samples.SECRET));

      var outcome = target(settings().build(), secret).make(draft(Samples.notice())).join();

      assertThat(Samples.told(outcome)).contains("You sent").doesNotContain(Samples.SECRET);
    }

    @Test
    void without_any_nothing_is_sent() {
      Secret none = () -> CompletableFuture.failedFuture(new IllegalStateException(Samples.SECRET));

      var outcome = target(settings().build(), none).make(draft(Samples.notice())).join();

      assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
      assertThat(Samples.told(outcome)).doesNotContain(Samples.SECRET);
      assertThat(serviceNow.incidents()).isEmpty();
    }

    @Test
    void a_ticket_is_not_made_when_they_come_too_late() {
      var late = new CompletableFuture<String>();

      var outcome = target(settings().build(), () -> late).make(draft(Samples.notice()));
      world.pass(Duration.ofSeconds(11));
      late.complete(basic().value().join());

      assertThat(outcome.join().end()).isEqualTo(End.NOT_DONE);
      assertThat(serviceNow.incidents()).isEmpty();
    }

    @Test
    void a_token_is_used_until_shortly_before_its_end() {
      var tokens = new AtomicInteger();
      var target = target(settings().build(), oauth(tokens));

      done(target.find(KEY));
      done(target.find(KEY));
      world.pass(Duration.ofMinutes(29).plusSeconds(31));
      done(target.find(KEY));

      assertThat(tokens).hasValue(2);
    }

    @Test
    void a_request_is_repeated_once_with_a_fresh_token() {
      var calls = new AtomicInteger();
      var tokens = new AtomicInteger();
      serve(
          (call, now) -> {
            if (call.path().equals("/oauth_token.do")) {
              return token("token-" + tokens.incrementAndGet());
            }
            calls.incrementAndGet();
            return call.authorization("Bearer ").orElse("").equals("token-2")
                ? Answer.json(200, empty())
                : error(401, "User is not authenticated", "");
          });

      done(target(settings().build(), oauth(new AtomicInteger())).find(KEY));

      assertThat(tokens).hasValue(2);
      assertThat(calls).hasValue(2);
    }

    @Test
    void no_token_is_good_where_the_client_is_not_known() {
      var secret =
          ClientCredentials.of(
              server.uri(), Instance.CLIENT_ID, () -> completedFuture(Samples.SECRET), http, world);

      var outcome = target(settings().build(), secret).find(KEY).join();

      assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
      assertThat(Samples.told(outcome)).contains("invalid_client").doesNotContain(Samples.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Log in</html>", "{}", "{\"access_token\":\"a\\nb\"}"})
    void an_answer_without_a_token_is_none(String body) {
      serve((call, now) -> Answer.of(200, "application/json", body));

      var outcome = target(settings().build(), oauth(new AtomicInteger())).find(KEY).join();

      assertThat(outcome.end()).isEqualTo(End.NOT_DONE);
      assertThat(outcome.reason()).startsWith("no credentials: ");
    }

    @Test
    void an_instance_that_cannot_be_reached_gives_no_token() {
      Http none = call -> CompletableFuture.failedFuture(new NotSentException("refused"));
      var secret =
          ClientCredentials.of(
              server.uri(), "id", () -> completedFuture(Samples.SECRET), none, world);

      assertThat(target(settings().build(), secret).find(KEY).join().end()).isEqualTo(End.NOT_DONE);
    }

    private Secret oauth(AtomicInteger tokens) {
      Http counting =
          call -> {
            if (call.address().getPath().equals("/oauth_token.do")) {
              tokens.incrementAndGet();
            }
            return http.send(call);
          };
      return ClientCredentials.of(
          server.uri(),
          Instance.CLIENT_ID,
          () -> completedFuture(Instance.CLIENT_SECRET),
          counting,
          world);
    }
  }

  @Test
  void what_was_made_is_found_after_the_calls_and_the_lag() {
    var settings = settings().searchLag(Duration.ofSeconds(7)).build();

    assertThat(target(settings, basic()).settling())
        .isEqualTo(Duration.ofSeconds(17).plus(TIMEOUT));
  }

  @Test
  void settings_name_all_their_faults_at_once() {
    var faulty =
        ServiceNowSettings.of(URI.create("ftp://example.com"))
            .table("incident?x")
            .field("correlation_id", "mine")
            .fieldWhenDone("Close Code", "x")
            .urgency(Severity.HIGH, "high")
            .noStates()
            .state("new", "New", Category.TO_DO)
            .searchLag(Duration.ofSeconds(-1));

    assertThatThrownBy(faulty::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://example.service-now.com")
        .hasMessageContaining("incident?x")
        .hasMessageContaining("correlation_id")
        .hasMessageContaining("Close Code")
        .hasMessageContaining("high")
        .hasMessageContaining("a number, not new")
        .hasMessageContaining("at least one state")
        .hasMessageContaining("made twice")
        .hasMessageContaining("PT-1S");
  }

  private ServiceNowSettings.Builder settings() {
    return ServiceNowSettings.of(server.uri());
  }

  private static Secret basic() {
    return Secrets.basic(Instance.BOT, () -> completedFuture(Instance.BOT_PASSWORD));
  }

  private ServiceNowTarget target() {
    return target(settings().build(), basic());
  }

  private ServiceNowTarget target(ServiceNowSettings settings, Secret authorization) {
    return new ServiceNowTarget(settings, http, authorization, TIMEOUT, world);
  }

  private void serve(FakeServiceNow other) {
    serviceNow = other;
    restart(other, Troubles.none());
  }

  private void serve(FakeService other) {
    restart(other, Troubles.none());
  }

  private void restart(FakeService service, Troubles troubles) {
    server.close();
    server = FakeServer.start(service, troubles, world);
  }

  private String made() {
    return done(target().make(draft(Samples.notice()))).id();
  }

  private Move way(String id, String number) {
    return done(target().read(id)).moves().stream()
        .filter(move -> move.getId().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static Draft draft(Notice notice) {
    return new Draft(KEY, notice, List.of());
  }

  private static Answer error(int status, String message, String detail) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("message", message).put("detail", detail);
    return Answer.json(status, body.put("status", "failure"));
  }

  private static Answer token(String value) {
    return Answer.json(
        200,
        JsonNodeFactory.instance.objectNode().put("access_token", value).put("expires_in", 1800));
  }

  private static JsonNode empty() {
    var body = JsonNodeFactory.instance.objectNode();
    body.putArray("result");
    return body;
  }

  private static <T> T done(CompletableFuture<Outcome<T>> outcome) {
    var ended = outcome.join();
    assertThat(ended.isDone()).as(ended.toString()).isTrue();
    return ended.value();
  }
}
