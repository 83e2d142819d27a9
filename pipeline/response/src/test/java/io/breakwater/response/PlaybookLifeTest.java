// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.response.fixture.RevisionRecord;
import io.breakwater.response.function.Functions;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Redrive;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.FakeFunction;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.simulation.Ordeal;
import io.breakwater.response.simulation.Simulation;
import io.breakwater.response.ticket.TicketPolicy;
import io.breakwater.response.ticket.TicketPolicy.Reopening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what remote functions say, and of the job when they do not. */
final class PlaybookLifeTest {
  private static final String BELONGS =
      "{\"owner\": \"team-payments\", \"comment\": \"Belongs to team-payments.\"}";

  private final Simulation usual = with(FakeFunction.of((it, type, value) -> it.says(BELONGS)));

  private static Simulation with(FakeService function) {
    return Simulation.builder().playbook("enrich", function).build();
  }

  @Test
  void what_it_says_is_on_the_ticket() {
    usual.hear(recorded(usual.exposure("i-1").create()));

    assertThat(usual.comments()).containsExactly("enrich: Belongs to team-payments.");
    assertThat(usual.ticket().description()).contains("Owner: team-payments");
  }

  @Test
  void it_gets_the_record_as_it_came() {
    var simulation =
        with(
            FakeFunction.of(
                (it, type, value) ->
                    it.says(
                        "{\"comment\": \"%s of %s with %d bytes\"}"
                            .formatted(type, it.uid(), value.length()))));
    var notice = recorded(simulation.exposure("i-1").create());
    simulation.hear(notice);

    assertThat(simulation.comments())
        .containsExactly(
            "enrich: breakwater/exposure of i-1 with " + notice.getRecord().size() + " bytes");
  }

  @Test
  void the_same_comment_is_told_once_in_a_ticket_and_again_in_the_next_one() {
    var simulation =
        Simulation.builder()
            .playbook("enrich", FakeFunction.of((it, type, value) -> it.says(BELONGS)))
            .policy(TicketPolicy.builder().reopening(Reopening.NEW_TICKET))
            .build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(recorded(exposure.create()));
    simulation.hear(recorded(exposure.anotherTrait()));
    simulation.hear(recorded(exposure.close()));
    simulation.hear(recorded(exposure.reopen()));

    assertThat(simulation.jira().issues())
        .hasSize(2)
        .allSatisfy(
            issue ->
                assertThat(Ordeal.count("Belongs to team-payments.", comments(issue))).isEqualTo(1))
        .allSatisfy(issue -> assertThat(issue.description()).contains("Owner: team-payments"));
  }

  @Test
  void a_comment_waits_for_a_ticket_that_cannot_be_made_yet() {
    var simulation = with(counting());
    simulation.network("jira").takeDown();
    var exposure = simulation.exposure("i-1");
    simulation.hear(recorded(exposure.create()));
    simulation.hear(recorded(exposure.anotherTrait()));
    simulation.network("jira").bringUp();
    simulation.world().pass(Duration.ofMinutes(10));

    assertThat(simulation.comments())
        .containsExactly("enrich: This is call 1.\nenrich: This is call 2.");
    assertThat(simulation.ticket().description()).contains("Owner: team-i-1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_comment_is_on_the_ticket_that_follows_where_somebody_closed_the_first(long seed) {
    var simulation = Simulation.builder().seed(seed).playbook("enrich", counting()).build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(recorded(exposure.create()));
    simulation.jira().personMoves("SEC-1", "Done");
    simulation.hear(recorded(exposure.close()));
    simulation.hear(recorded(exposure.reopen()));

    var issues = simulation.jira().issues();
    assertThat(issues).hasSize(2);
    assertThat(comments(issues.get(0))).contains("call 1.", "call 2.").doesNotContain("call 3.");
    assertThat(comments(issues.get(1))).isEqualTo("enrich: This is call 3.");
  }

  @Test
  void more_comments_than_fit_are_counted() {
    var simulation =
        with(
            FakeFunction.of(
                (it, type, value) -> {
                  for (int i = 0; i < 10; i++) {
                    it.says("{\"comment\": \"Number %d.\"}".formatted(i));
                  }
                }));
    simulation.hear(recorded(simulation.exposure("i-1").create()));

    assertThat(comments(simulation.ticket()))
        .contains("Number 0.", "Number 5.", "There were 4 more changes.")
        .doesNotContain("Number 6.");
  }

  @Test
  void a_long_comment_is_there_as_a_whole() {
    var lines = "x".repeat(1_900) + "\\n" + "y".repeat(1_900);
    var simulation =
        with(
            FakeFunction.of(
                (it, type, value) -> it.says("{\"comment\": \"%s\"}".formatted(lines))));
    simulation.hear(recorded(simulation.exposure("i-1").create()));

    var text = simulation.comments().get(0);
    assertThat(text.chars().filter(c -> c == 'x')).hasSize(1_900);
    assertThat(text.chars().filter(c -> c == 'y')).hasSize(1_900);
  }

  /** It counts its calls about an exposure, and says the number. */
  private static FakeFunction counting() {
    return FakeFunction.keeping(
        List.of("calls"),
        (it, type, value) -> {
          it.keep("calls", it.kept("calls") + "x");
          it.says(
              "{\"owner\": \"team-%s\", \"comment\": \"This is call %d.\"}"
                  .formatted(it.uid(), it.kept("calls").length()));
        });
  }

  @Test
  void an_owner_without_a_comment_is_shown_and_not_told() {
    var simulation =
        with(FakeFunction.of((it, type, value) -> it.says("{\"owner\": \"team-payments\"}")));
    simulation.hear(recorded(simulation.exposure("i-1").create()));

    assertThat(simulation.comments()).isEmpty();
    assertThat(simulation.ticket().description()).contains("Owner: team-payments");
  }

  @Test
  void the_last_owner_that_it_named_is_shown_also_where_that_is_a_former_one() {
    var simulation =
        with(
            FakeFunction.keeping(
                List.of("calls"),
                (it, type, value) -> {
                  it.keep("calls", it.kept("calls") + "x");
                  var owner = it.kept("calls").length() == 2 ? "team-b" : "team-a";
                  it.says("{\"owner\": \"%s\"}".formatted(owner));
                }));
    var exposure = simulation.exposure("i-1");
    var shown = new ArrayList<String>();
    for (var step : List.<Supplier<Notice>>of(exposure::create, exposure::anotherTrait)) {
      simulation.hear(recorded(step.get()));
      shown.add(simulation.ticket().description());
    }
    simulation.hear(recorded(exposure.anotherTrait()));

    assertThat(shown.get(0)).contains("Owner: team-a");
    assertThat(shown.get(1)).contains("Owner: team-b");
    assertThat(simulation.ticket().description()).contains("Owner: team-a");
  }

  @Test
  void an_owner_that_the_finding_names_stays() {
    var notice = usual.exposure("i-1").create().toBuilder();
    notice.getSubjectBuilder().setOwner("team-of-tag");
    usual.hear(recorded(notice.build()));

    assertThat(usual.ticket().description()).contains("Owner: team-of-tag");
  }

  @Test
  void it_hears_that_an_exposure_is_over() {
    var simulation =
        with(
            FakeFunction.of(
                (it, type, value) ->
                    it.says(
                        value.contains("\"activity_id\":3")
                            ? "{\"comment\": \"Thank you.\"}"
                            : "{}")));
    var exposure = simulation.exposure("i-1");
    simulation.hear(recorded(exposure.create()));
    simulation.hear(recorded(exposure.close()));

    assertThat(comments(simulation.ticket())).contains("enrich: Thank you.");
  }

  @Test
  void what_comes_while_it_is_asked_goes_into_the_next_requests() {
    var function = FakeFunction.of((it, type, value) -> it.says("{}"));
    var simulation = with(function);
    var exposure = simulation.exposure("i-1");
    simulation.network("enrich").takeDown();
    for (int i = 0; i < 7; i++) {
      simulation.job().arrive(recorded(i == 0 ? exposure.create() : exposure.anotherTrait()));
    }
    simulation.world().pass(Duration.ofSeconds(1));
    simulation.network("enrich").bringUp();
    simulation.world().pass(Duration.ofMinutes(5));

    assertThat(function.batches()).containsExactly(3, 3, 1);
  }

  @Test
  void what_it_sends_elsewhere_is_left_out_and_told() {
    var simulation =
        with(
            FakeFunction.of(
                (it, type, value) -> {
                  it.sends("breakwater/ticket", "breakwater/says", BELONGS);
                  it.sends("breakwater/ticket", "breakwater/says", BELONGS);
                  it.sends("breakwater/exposure", "example/else", BELONGS);
                  it.sendsOut("example/mail");
                  it.says("{\"comment\": \"Heard.\"}");
                }));
    simulation.hear(recorded(simulation.exposure("i-1").create()));

    assertThat(simulation.comments()).containsExactly("enrich: Heard.");
    assertThat(answers(simulation))
        .containsExactly(
            "left out 4: 2 × message to breakwater/ticket"
                + " 1 × message of type example/else to the exposure"
                + " 1 × message to egress example/mail");
  }

  @Test
  void what_it_sends_itself_comes_back_then_unless_it_takes_it_back() {
    var simulation =
        with(
            FakeFunction.of(
                (it, type, value) -> {
                  if (type.equals("example/reminder")) {
                    it.says("{\"comment\": \"%s\"}".formatted(value));
                  } else if (value.contains("\"activity_id\":1")) {
                    it.sendsItself(3_600_000, "example/reminder", "An hour later.", "first");
                    it.sendsItself(7_200_000, "example/reminder", "Two hours later.", "second");
                  } else {
                    it.takesBack("second");
                  }
                }));
    var exposure = simulation.exposure("i-1");
    simulation.hear(recorded(exposure.create()));
    var before = simulation.comments();
    simulation.world().pass(Duration.ofHours(1));
    var after = simulation.comments();
    simulation.hear(recorded(exposure.anotherTrait()));
    simulation.world().pass(Duration.ofHours(2));

    assertThat(before).isEmpty();
    assertThat(after).containsExactly("enrich: An hour later.");
    assertThat(comments(simulation.ticket())).doesNotContain("Two hours later.");
  }

  @Test
  void one_that_is_down_delays_only_what_it_would_say_and_ends_as_given_up() {
    usual.network("enrich").takeDown();
    for (int i = 0; i < 30; i++) {
      usual.hear(recorded(usual.exposure("i-" + i).create()));
    }
    var issues = usual.jira().issues();
    usual.world().pass(Duration.ofHours(26));
    long calls = usual.network("enrich").calls();
    usual.world().pass(Duration.ofHours(26));

    assertThat(issues).hasSize(30);
    assertThat(usual.job().reports())
        .filteredOn(report -> report.getWhat() == What.GIVEN_UP)
        .hasSize(30)
        .allSatisfy(
            report ->
                assertThat(report.getDetail())
                    .isEqualTo("a call was given up: POST /statefun: connection refused"));
    assertThat(usual.network("enrich").calls()).isEqualTo(calls);
  }

  @Test
  void one_that_was_down_says_it_when_it_is_up_again() {
    usual.network("enrich").takeDown();
    usual.hear(recorded(usual.exposure("i-1").create()));
    var meanwhile = usual.comments();
    usual.network("enrich").bringUp();
    usual.world().pass(Duration.ofMinutes(10));

    assertThat(meanwhile).isEmpty();
    assertThat(usual.comments()).containsExactly("enrich: Belongs to team-payments.");
  }

  @Test
  void a_call_that_was_given_up_is_made_again_when_somebody_asks_for_it() {
    usual.network("enrich").takeDown();
    usual.hear(recorded(usual.exposure("i-1").create()));
    usual.world().pass(Duration.ofHours(26));
    var meanwhile = usual.comments();
    usual.network("enrich").bringUp();
    usual.job().ask(Functions.playbook("enrich", "i-1"), Redrive.getDefaultInstance());
    usual.world().pass(Duration.ofMinutes(5));

    assertThat(meanwhile).isEmpty();
    assertThat(usual.comments()).containsExactly("enrich: Belongs to team-payments.");
  }

  @Test
  void one_that_a_later_one_followed_is_not() {
    var exposure = usual.exposure("i-1");
    usual.network("enrich").takeDown();
    usual.hear(recorded(exposure.create()));
    usual.world().pass(Duration.ofHours(26));
    usual.network("enrich").bringUp();
    usual.hear(recorded(exposure.anotherTrait()));
    long calls = usual.network("enrich").calls();
    usual.job().ask(Functions.playbook("enrich", "i-1"), Redrive.getDefaultInstance());
    usual.world().pass(Duration.ofMinutes(5));

    assertThat(usual.comments()).contains("enrich: Belongs to team-payments.");
    assertThat(usual.network("enrich").calls()).isEqualTo(calls);
  }

  @Test
  void one_that_is_taken_out_of_the_plan_is_given_up_and_the_job_goes_on() {
    usual.network("enrich").takeDown();
    usual.hear(recorded(usual.exposure("i-1").create()));
    usual.takeOutOfPlan("enrich");
    long calls = usual.network("enrich").calls();
    usual.hear(recorded(usual.exposure("i-2").create()));
    usual.world().pass(Duration.ofHours(1));

    assertThat(usual.jira().issues()).hasSize(2);
    assertThat(usual.network("enrich").calls()).isEqualTo(calls);
    assertThat(usual.job().reports())
        .filteredOn(report -> report.getWhat() == What.GIVEN_UP)
        .extracting(Report::getUid, Report::getDetail)
        .containsExactly(tuple("i-1", "a call was given up: the plan does not have it any more"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not the protocol",
        "<html><body>Please log in</body></html>",
        "{\"comment\": \"as JSON\"}",
        "\u0000\u0001\u0002"
      })
  void one_that_answers_nonsense_is_given_up(String nonsense) {
    var simulation = with((call, now) -> Answer.text(200, nonsense));
    simulation.hear(recorded(simulation.exposure("i-1").create()));
    simulation.world().pass(Duration.ofHours(25));

    assertThat(simulation.jira().issues()).hasSize(1);
    assertThat(simulation.job().reports())
        .filteredOn(report -> report.getWhat() == What.GIVEN_UP)
        .singleElement()
        .extracting(Report::getDetail)
        .isEqualTo("a call was given up: its answer is none of the protocol");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not JSON", "[]", "{\"comment\": 7}", "{\"owner\": {}}", "{} {}"})
  void one_that_says_nonsense_is_given_up_and_nothing_of_its_answer_counts(String nonsense) {
    var simulation =
        with(
            FakeFunction.of(
                (it, type, value) -> {
                  it.says(BELONGS);
                  it.says(nonsense);
                }));
    simulation.hear(recorded(simulation.exposure("i-1").create()));
    simulation.world().pass(Duration.ofHours(25));

    assertThat(simulation.comments()).isEmpty();
    assertThat(simulation.reported()).contains(What.GIVEN_UP);
  }

  @Test
  void only_the_routes_that_name_it_and_let_an_exposure_through_call_it() {
    var simulation =
        Simulation.builder()
            .playbook("enrich", FakeFunction.of((it, type, value) -> it.says(BELONGS)))
            .routes(
                """
                [{"name": "low", "when": {"severity": ["Low"]}, "tickets": ["jira"]},
                 {"name": "all", "tickets": ["jira"], "playbooks": ["enrich"],
                  "storm-cap": {"exposures": 1, "within": "PT1H"}}]
                """)
            .build();
    simulation.hear(recorded(simulation.exposure("i-1").severity(Severity.LOW)));
    simulation.hear(recorded(simulation.exposure("i-2").create()));
    simulation.hear(recorded(simulation.exposure("i-3").create()));
    var first = calledAbout(simulation);
    simulation.world().pass(Duration.ofHours(2));

    assertThat(first).containsExactly("i-2");
    assertThat(calledAbout(simulation)).containsExactly("i-2", "i-3");
  }

  @Test
  void one_that_has_heard_of_an_exposure_hears_of_it_also_by_routes_that_do_not_name_it() {
    var simulation =
        Simulation.builder()
            .playbook("enrich", counting())
            .routes(
                """
                [{"name": "high", "when": {"severity": ["High"]}, "playbooks": ["enrich"],
                  "continue": true},
                 {"name": "all", "tickets": ["jira"]}]
                """)
            .build();
    var exposure = simulation.exposure("i-1");
    simulation.hear(recorded(exposure.create()));
    simulation.hear(recorded(exposure.severity(Severity.HIGH)));
    simulation.hear(recorded(exposure.severity(Severity.LOW)));

    assertThat(comments(simulation.ticket()))
        .contains("This is call 1.", "This is call 2.")
        .doesNotContain("This is call 3.");
  }

  private static List<String> calledAbout(Simulation simulation) {
    return simulation.job().reports().stream()
        .filter(report -> report.getWhat() == What.PLAYBOOK_ANSWERED)
        .map(Report::getUid)
        .toList();
  }

  @Test
  void a_replay_and_a_dry_run_ask_nobody() {
    var dry =
        Simulation.builder()
            .playbook("enrich", FakeFunction.of((it, type, value) -> it.says(BELONGS)))
            .dryRun()
            .build();
    dry.hear(recorded(dry.exposure("i-1").create()));
    usual.hear(recorded(usual.exposure("i-1").create().toBuilder().setReplay(true).build()));

    assertThat(dry.network("enrich").calls()).isZero();
    assertThat(dry.reported()).containsExactly(What.MADE, What.PLAYBOOK_ANSWERED);
    assertThat(usual.network("enrich").calls()).isZero();
  }

  /**
   * Each call is counted by the function in a value that is kept for it, and told with its number.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void each_comment_is_told_once_and_the_count_is_right_whatever_fails(long seed) {
    var simulation =
        Simulation.builder()
            .seed(seed)
            .troubles(Ordeal.troubles(seed, 0.04))
            .playbook("enrich", counting())
            .build();
    var ordeal = Ordeal.of(simulation.world(), simulation.job(), seed, 12);
    var told = new ArrayList<List<Notice>>();
    for (int i = 0; i < 30; i++) {
      told.add(live(simulation.exposure("exposure-" + seed + "-" + i), ordeal));
    }

    simulation.world().pass(Duration.ofHours(5));

    for (var notices : told) {
      var uid = notices.get(0).getUid();
      assertThat(simulation.jira().issues())
          .filteredOn(issue -> issue.labels().contains("bw-" + uid + "-1"))
          .as(uid)
          .singleElement()
          .satisfies(issue -> wasToldOnce(issue, notices));
    }
  }

  private static void wasToldOnce(Issue issue, List<Notice> notices) {
    var comments = comments(issue);
    for (var text : Ordeal.changes(notices)) {
      assertThat(Ordeal.count(text, comments)).as(text + " in " + comments).isEqualTo(1);
    }
    for (int n = 1; n <= notices.size(); n++) {
      var text = "enrich: This is call " + n + ".";
      assertThat(Ordeal.count(text, comments)).as(text + " in " + comments).isEqualTo(1);
    }
    assertThat(Ordeal.count("This is call", comments)).isEqualTo(notices.size());
    assertThat(issue.description()).contains("Owner: team-" + notices.get(0).getUid());
  }

  /** Created, updated twice, closed, opened again, over two hours. */
  private static List<Notice> live(Notices notices, Ordeal ordeal) {
    return ordeal.live(
        Duration.ofMinutes(15),
        List.of(
            () -> recorded(notices.create()),
            () -> recorded(notices.anotherTrait()),
            () -> recorded(notices.severity(Severity.HIGH)),
            () -> recorded(notices.close()),
            () -> recorded(notices.reopen())));
  }

  private static List<String> answers(Simulation simulation) {
    return simulation.job().reports().stream()
        .filter(report -> report.getWhat() == What.PLAYBOOK_ANSWERED)
        .map(Report::getDetail)
        .toList();
  }

  /** As it is read from the stream. */
  private static Notice recorded(Notice notice) {
    return notice.toBuilder().setRecord(ByteString.copyFrom(RevisionRecord.of(notice))).build();
  }

  private static String comments(Issue issue) {
    return String.join("\n", Simulation.comments(issue));
  }
}
