// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import io.breakwater.response.limit.Backoff;
import io.breakwater.response.message.PlaybookCall;
import io.breakwater.response.message.PlaybookSays;
import io.breakwater.response.message.PlaybookState;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.plan.PlaybookPlan;
import io.breakwater.response.targets.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.statefun.sdk.reqreply.generated.Address;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.DelayedInvocation;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.ExpirationSpec;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.IncompleteInvocationContext;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.InvocationResponse;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueMutation;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueMutation.MutationType;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueSpec;
import org.apache.flink.statefun.sdk.reqreply.generated.ToFunction.InvocationBatchRequest;
import org.apache.flink.statefun.sdk.reqreply.generated.ToFunction.PersistedValue;
import org.apache.flink.statefun.sdk.reqreply.generated.TypedValue;
import org.junit.jupiter.api.Test;

/** The protocol, request by request. */
final class PlaybookLedgerTest {
  private static final String TEXT = "io.statefun.types/string";
  private static final String NUMBER = "io.statefun.types/int";
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long START = 1_000 * HOUR;

  private final PlaybookLedger ledger =
      PlaybookLedger.of(
          PlaybookState.getDefaultInstance(),
          PlaybookTerms.of(
              PlaybookPlan.of("enrich", URI.create("https://example.com/"), "example/enrich")
                  .batch(3)
                  .giveUpAfter(Duration.ofHours(24))
                  .build(),
              new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
              () -> 0.5),
          "exposure-1");

  private FromFunction last = FromFunction.getDefaultInstance();

  @Test
  void a_request_is_for_the_function_about_the_exposure_and_from_it() {
    call("r-1");

    var request = begin(START);
    assertThat(request.getTarget()).isEqualTo(address("example/enrich"));
    assertThat(request.getInvocations(0).getCaller()).isEqualTo(address("breakwater/exposure"));
    assertThat(request.getInvocations(0).getArgument())
        .isEqualTo(value("breakwater/exposure", "{\"revision\": \"r-1\"}"));
    assertThat(request.getStateCount()).isZero();
  }

  @Test
  void one_request_is_under_way_at_a_time_with_as_many_calls_as_the_plan_says() {
    call("r-1");
    begin(START);
    Stream.of("r-2", "r-3", "r-4", "r-5").forEach(this::call);
    boolean meanwhile = ledger.isToCall(START);
    answer(InvocationResponse.getDefaultInstance(), START);
    var second = begin(START);
    answer(InvocationResponse.getDefaultInstance(), START);
    var third = begin(START);
    answer(InvocationResponse.getDefaultInstance(), START);

    assertThat(meanwhile).isFalse();
    assertThat(second.getInvocationsCount()).isEqualTo(3);
    assertThat(third.getInvocationsCount()).isEqualTo(1);
    assertThat(ledger.isToCall(START)).isFalse();
    assertThat(ledger.lookAt()).isEmpty();
  }

  @Test
  void a_function_without_effects_may_answer_nothing_at_all() {
    call("r-1");
    begin(START);
    ledger.answered(Outcome.done(new byte[0]), START);

    assertThat(reported()).containsExactly(What.PLAYBOOK_ANSWERED);
  }

  @Test
  void values_that_it_lacks_are_kept_for_it_and_sent_along() {
    call("r-1");
    begin(START);
    lacks(spec("seen", NUMBER), spec("note", TEXT));
    var again = begin(START);
    answer(set("note", TEXT, "first"), START);
    call("r-2");
    var next = begin(START);

    assertThat(again.getInvocationsCount()).isEqualTo(1);
    assertThat(again.getStateList())
        .extracting(PersistedValue::getStateName, PersistedValue::hasStateValue)
        .containsExactly(tuple("seen", false), tuple("note", false));
    assertThat(next.getState(1).getStateValue()).isEqualTo(value(TEXT, "first"));
  }

  @Test
  void a_value_that_it_takes_away_is_gone() {
    keep("note", "first");
    call("r-2");
    begin(START);
    answer(
        InvocationResponse.newBuilder()
            .addStateMutations(
                PersistedValueMutation.newBuilder()
                    .setMutationType(MutationType.DELETE)
                    .setStateName("note"))
            .build(),
        START);
    call("r-3");

    assertThat(begin(START).getState(0).hasStateValue()).isFalse();
  }

  @Test
  void a_value_expires_as_long_after_it_was_written_as_the_function_said() {
    call("r-1");
    begin(START);
    lacks(expiring("note", ExpirationSpec.ExpireMode.AFTER_WRITE));
    begin(START);
    answer(set("note", TEXT, "first"), START);

    assertThat(sentAfter(HOUR - 1)).isTrue();
    assertThat(sentAfter(HOUR)).isFalse();
  }

  @Test
  void or_after_the_last_call() {
    call("r-1");
    begin(START);
    lacks(expiring("note", ExpirationSpec.ExpireMode.AFTER_INVOKE));
    begin(START);
    answer(set("note", TEXT, "first"), START);

    assertThat(sentAfter(HOUR - 1)).isTrue();
    assertThat(sentAfter(2 * HOUR - 2)).isTrue();
    assertThat(sentAfter(3 * HOUR)).isFalse();
  }

  private boolean sentAfter(long millis) {
    call("r");
    var sent = begin(START + millis).getState(0).hasStateValue();
    answer(InvocationResponse.getDefaultInstance(), START + millis);
    return sent;
  }

  @Test
  void after_a_failure_it_is_asked_which_values_it_keeps_and_one_of_another_type_is_cleared() {
    keep("note", "first");
    call("r-2");
    begin(START);
    fail(START);
    var bare = begin(START + HOUR);
    lacks(spec("note", NUMBER));
    var again = begin(START + HOUR);

    assertThat(bare.getStateCount()).isZero();
    assertThat(again.getStateList())
        .containsExactly(PersistedValue.newBuilder().setStateName("note").build());
  }

  @Test
  void one_that_has_the_type_it_had_stays() {
    keep("note", "first");
    call("r-2");
    begin(START);
    fail(START);
    begin(START + HOUR);
    lacks(spec("note", TEXT));

    assertThat(begin(START + HOUR).getState(0).getStateValue()).isEqualTo(value(TEXT, "first"));
  }

  @Test
  void more_values_than_are_kept_are_a_failure() {
    call("r-1");
    begin(START);
    lacks(
        Stream.iterate(0, i -> i + 1)
            .limit(KeptValues.MOST + 1)
            .map(i -> spec("value-" + i, TEXT))
            .toArray(PersistedValueSpec[]::new));

    assertThat(whyGivenUp()).isEqualTo("a call was given up: it keeps more than 16 values");
  }

  @Test
  void so_is_a_value_that_is_too_long() {
    keep("note", "first");
    call("r-2");
    begin(START);
    answer(set("note", TEXT, "x".repeat(KeptValues.MOST_BYTES + 1)), START);

    assertThat(whyGivenUp())
        .isEqualTo("a call was given up: it sets 'note' to 65537 bytes; at most 65536 are kept");
  }

  @Test
  void and_one_that_it_does_not_keep_or_that_is_of_another_type() {
    keep("note", "first");
    call("r-2");
    begin(START);
    answer(set("other", TEXT, "x"), START);
    var unknown = whyGivenUp();
    call("r-3");
    begin(START);
    answer(set("note", NUMBER, "x"), START);

    assertThat(unknown).isEqualTo("a call was given up: it sets 'other', which it does not keep");
    assertThat(whyGivenUp())
        .isEqualTo(
            "a call was given up: it sets 'note' to a io.statefun.types/int, and keeps a"
                + " io.statefun.types/string");
  }

  @Test
  void one_that_asks_again_for_what_it_was_sent_has_failed() {
    call("r-1");
    begin(START);
    lacks(spec("note", TEXT));
    begin(START);
    lacks(spec("note", TEXT));
    boolean atOnce = ledger.isToCall(START);
    begin(START + 25 * HOUR);
    answered(last, START + 25 * HOUR);
    begin(START + 25 * HOUR);
    answered(last, START + 25 * HOUR);

    assertThat(atOnce).isFalse();
    assertThat(whatWasGivenUp())
        .containsExactly("a call was given up: it asks again for values that it was sent");
  }

  @Test
  void one_that_asks_for_ever_other_values_has_failed_in_the_end() {
    call("r-1");
    int asked = 0;
    while (ledger.isToCall(START)) {
      begin(START);
      lacks(spec("note", "example/type-" + asked++));
    }

    assertThat(asked).isEqualTo(17);
  }

  @Test
  void an_answer_that_fails_in_part_has_no_effect() {
    keep("note", "first");
    call("r-2");
    begin(START);
    answer(
        set("note", TEXT, "second").toBuilder()
            .addOutgoingMessages(says("{\"comment\": \"Heard.\"}"))
            .addDelayedInvocations(later(HOUR, ""))
            .addStateMutations(set("other", TEXT, "x").getStateMutations(0))
            .build(),
        START);
    begin(START + HOUR);
    lacks(spec("note", TEXT));

    assertThat(ledger.says()).isEmpty();
    assertThat(ledger.state().getDelayedList()).isEmpty();
    assertThat(begin(START + HOUR).getState(0).getStateValue()).isEqualTo(value(TEXT, "first"));
  }

  @Test
  void a_failure_is_followed_by_longer_and_longer_waits() {
    call("r-1");
    begin(START);
    fail(START);
    long first = ledger.lookAt().orElseThrow() - START;
    begin(START + first);
    fail(START + first);
    long second = ledger.lookAt().orElseThrow() - START - first;

    assertThat(first).isEqualTo(1_000);
    assertThat(second).isEqualTo(2_000);
  }

  @Test
  void each_call_is_given_up_after_its_own_time() {
    call("r-1", START);
    call("r-2", START + HOUR);
    begin(START + 24 * HOUR);
    fail(START + 24 * HOUR);
    var first = whatWasGivenUp();
    begin(START + 25 * HOUR);
    fail(START + 25 * HOUR);

    assertThat(first).containsExactly("a call was given up: it broke");
    assertThat(whatWasGivenUp()).containsExactly("a call was given up: it broke");
    assertThat(ledger.isToCall(START + 100 * HOUR)).isFalse();
  }

  @Test
  void what_waits_is_bounded_and_the_oldest_gives_way() {
    for (int i = 0; i < 150; i++) {
      call("r-" + i);
    }
    var request = begin(START);
    answer(InvocationResponse.getDefaultInstance(), START);

    assertThat(request.getInvocations(0).getArgument().getValue().toStringUtf8())
        .contains("\"r-50\"");
    assertThat(ledger.reports())
        .extracting(Report::getDetail)
        .containsExactly("50 calls were left out, as too much waited");
  }

  @Test
  void records_that_are_large_give_way_sooner_and_what_is_under_way_does_not() {
    for (int i = 0; i < 3; i++) {
      call("r-" + i);
    }
    begin(START);
    for (int i = 0; i < 6; i++) {
      ledger.call(
          PlaybookCall.newBuilder()
              .setRevision("large-" + i)
              .setRecord(ByteString.copyFrom(new byte[1 << 20]))
              .build(),
          START);
    }

    assertThat(ledger.state().getUnderWay()).isEqualTo(3);
    assertThat(ledger.state().getWaitingList().subList(0, 3))
        .extracting(waiting -> waiting.getRevision())
        .containsExactly("r-0", "r-1", "r-2");
    assertThat(ledger.state().getSerializedSize()).isLessThan(5 << 20);
  }

  @Test
  void what_it_says_is_about_the_last_revision_that_it_was_told() {
    call("r-1");
    call("r-2");
    begin(START);
    call("r-3");
    answer(
        InvocationResponse.newBuilder()
            .addOutgoingMessages(says("{\"comment\": \"Heard.\", \"owner\": \"team-a\"}"))
            .build(),
        START);

    assertThat(ledger.says())
        .singleElement()
        .satisfies(
            says -> {
              assertThat(says.getPlaybook()).isEqualTo("enrich");
              assertThat(says.getComment()).isEqualTo("Heard.");
              assertThat(says.getOwner()).isEqualTo("team-a");
              assertThat(says.getAboutRevision()).isEqualTo("r-2");
              assertThat(says.getKey()).matches("[0-9a-f]{8}");
            });
  }

  @Test
  void what_it_says_is_fit_for_people() {
    var comment = "\\u0000Lines\\r\\nstay; half a character \\ud83d does not" + "x".repeat(5_000);
    call("r-1");
    begin(START);
    answer(
        InvocationResponse.newBuilder()
            .addOutgoingMessages(says("{\"comment\": \"" + comment + "\"}"))
            .addOutgoingMessages(says("{\"owner\": \"" + "x".repeat(129) + "\"}"))
            .addOutgoingMessages(says("{\"comment\": \"  \", \"else\": 1}"))
            .build(),
        START);

    assertThat(ledger.says())
        .singleElement()
        .extracting(PlaybookSays::getComment)
        .asString()
        .startsWith("Lines\nstay; half a character  does notxxx")
        .endsWith("…")
        .hasSize(4_000);
    assertThat(ledger.reports())
        .extracting(Report::getDetail)
        .containsExactly("left out 1: 1 × owner of more than 128 characters");
  }

  @Test
  void only_what_is_for_this_exposure_counts() {
    var elsewhere = address("breakwater/exposure").toBuilder().setId("exposure-2").build();
    call("r-1");
    begin(START);
    answer(
        InvocationResponse.newBuilder()
            .addOutgoingMessages(says("{\"comment\": \"Heard.\"}").toBuilder().setTarget(elsewhere))
            .build(),
        START);

    assertThat(ledger.says()).isEmpty();
    assertThat(ledger.reports())
        .extracting(Report::getDetail)
        .containsExactly("left out 1: 1 × message to breakwater/exposure");
  }

  @Test
  void what_it_sends_itself_for_later_comes_from_itself() {
    call("r-1");
    begin(START);
    answer(InvocationResponse.newBuilder().addDelayedInvocations(later(HOUR, "")).build(), START);
    var due = ledger.lookAt();
    ledger.passTo(START + HOUR);

    assertThat(due).hasValue(START + HOUR);
    var request = begin(START + HOUR);
    assertThat(request.getInvocations(0).getCaller()).isEqualTo(address("example/enrich"));
    assertThat(request.getInvocations(0).getArgument()).isEqualTo(value(TEXT, "later"));
  }

  @Test
  void it_may_take_back_what_it_has_just_sent() {
    call("r-1");
    begin(START);
    answer(
        InvocationResponse.newBuilder()
            .addDelayedInvocations(later(HOUR, "one"))
            .addDelayedInvocations(later(2 * HOUR, ""))
            .addDelayedInvocations(
                DelayedInvocation.newBuilder()
                    .setIsCancellationRequest(true)
                    .setCancellationToken("one"))
            .addDelayedInvocations(DelayedInvocation.newBuilder().setIsCancellationRequest(true))
            .build(),
        START);

    assertThat(ledger.lookAt()).hasValue(START + 2 * HOUR);
  }

  @Test
  void what_waits_for_later_is_bounded_as_well() {
    var response = InvocationResponse.newBuilder();
    for (int i = 0; i < Delays.MOST + 2; i++) {
      response.addDelayedInvocations(later(HOUR, ""));
    }
    response.addDelayedInvocations(later(Delays.LONGEST.toMillis() + 1, ""));
    response.addDelayedInvocations(later(HOUR, "").toBuilder().setTarget(address("example/other")));
    call("r-1");
    begin(START);
    answer(response.build(), START);

    assertThat(ledger.state().getDelayedCount()).isEqualTo(Delays.MOST);
    assertThat(ledger.reports())
        .extracting(Report::getDetail)
        .containsExactly(
            "left out 4: 2 × later message to itself, as 16 wait"
                + " 1 × later message to itself in more than 366 days"
                + " 1 × later message to example/other");
  }

  @Test
  void nobody_knows_how_a_request_ended_and_it_is_sent_again() {
    call("r-1");
    begin(START);
    ledger.unanswered();

    assertThat(ledger.isToCall(START)).isTrue();
    assertThat(begin(START).getInvocationsCount()).isEqualTo(1);
  }

  @Test
  void one_that_the_plan_does_not_have_any_more_is_given_up_at_once() {
    keep("note", "first");
    call("r-2");
    ledger.abandon(START);

    assertThat(whatWasGivenUp())
        .containsExactly("a call was given up: the plan does not have it any more");
    assertThat(ledger.state().getWaitingCount()).isZero();
    assertThat(ledger.state().getValuesCount()).isZero();
  }

  private void call(String revision) {
    call(revision, START);
  }

  private void call(String revision, long at) {
    ledger.call(
        PlaybookCall.newBuilder()
            .setRevision(revision)
            .setRecord(ByteString.copyFromUtf8("{\"revision\": \"" + revision + "\"}"))
            .build(),
        at);
  }

  private InvocationBatchRequest begin(long at) {
    assertThat(ledger.isToCall(at)).isTrue();
    return ledger.begin(at).getInvocation();
  }

  private void answer(InvocationResponse response, long at) {
    answered(FromFunction.newBuilder().setInvocationResult(response).build(), at);
  }

  private void answered(FromFunction answer, long at) {
    last = answer;
    ledger.answered(Outcome.done(answer.toByteArray()), at);
  }

  private void lacks(PersistedValueSpec... specs) {
    var missing = IncompleteInvocationContext.newBuilder().addAllMissingValues(List.of(specs));
    answered(FromFunction.newBuilder().setIncompleteInvocationContext(missing).build(), START);
  }

  private void fail(long at) {
    ledger.answered(Outcome.notDone("it broke"), at);
  }

  /** Has it keep a text, by one call. */
  private void keep(String name, String text) {
    call("r-1");
    begin(START);
    lacks(spec(name, TEXT));
    begin(START);
    answer(set(name, TEXT, text), START);
    ledger.reports();
  }

  /** Lets the call that has failed just now fail in the same way until it is given up. */
  private String whyGivenUp() {
    assertThat(ledger.isToCall(START)).isFalse();
    long late = START + 25 * HOUR;
    begin(late);
    answered(last, late);
    return whatWasGivenUp().get(0);
  }

  private List<String> whatWasGivenUp() {
    return ledger.reports().stream()
        .filter(report -> report.getWhat() == What.GIVEN_UP)
        .map(Report::getDetail)
        .toList();
  }

  private List<What> reported() {
    return ledger.reports().stream().map(Report::getWhat).toList();
  }

  private static FromFunction.Invocation says(String json) {
    return FromFunction.Invocation.newBuilder()
        .setTarget(address("breakwater/exposure"))
        .setArgument(value("breakwater/says", json))
        .build();
  }

  private static DelayedInvocation later(long delay, String token) {
    return DelayedInvocation.newBuilder()
        .setTarget(address("example/enrich"))
        .setDelayInMs(delay)
        .setCancellationToken(token)
        .setArgument(value(TEXT, "later"))
        .build();
  }

  private static InvocationResponse set(String name, String type, String text) {
    return InvocationResponse.newBuilder()
        .addStateMutations(
            PersistedValueMutation.newBuilder()
                .setMutationType(MutationType.MODIFY)
                .setStateName(name)
                .setStateValue(value(type, text)))
        .build();
  }

  private static PersistedValueSpec spec(String name, String type) {
    return PersistedValueSpec.newBuilder().setStateName(name).setTypeTypename(type).build();
  }

  private static PersistedValueSpec expiring(String name, ExpirationSpec.ExpireMode mode) {
    return spec(name, TEXT).toBuilder()
        .setExpirationSpec(ExpirationSpec.newBuilder().setMode(mode).setExpireAfterMillis(HOUR))
        .build();
  }

  private static TypedValue value(String type, String text) {
    return TypedValue.newBuilder()
        .setTypename(type)
        .setHasValue(true)
        .setValue(ByteString.copyFromUtf8(text))
        .build();
  }

  private static Address address(String type) {
    int slash = type.indexOf('/');
    return Address.newBuilder()
        .setNamespace(type.substring(0, slash))
        .setType(type.substring(slash + 1))
        .setId("exposure-1")
        .build();
  }
}
