// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.breakwater.fakes.Answer;
import io.breakwater.fakes.Call;
import io.breakwater.fakes.FakeService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.statefun.sdk.reqreply.generated.Address;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.DelayedInvocation;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.EgressMessage;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.IncompleteInvocationContext;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.InvocationResponse;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueMutation;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueMutation.MutationType;
import org.apache.flink.statefun.sdk.reqreply.generated.FromFunction.PersistedValueSpec;
import org.apache.flink.statefun.sdk.reqreply.generated.ToFunction;
import org.apache.flink.statefun.sdk.reqreply.generated.TypedValue;

/** A remote function as the SDKs serve it: it answers the same to the same, and keeps nothing. */
public final class FakeFunction implements FakeService {
  public static final String TYPE = "example/enrich";

  private static final String TEXT = "io.statefun.types/string";

  /** What the function does with one call. */
  @FunctionalInterface
  public interface Body {
    void call(Context context, String type, String value);
  }

  private final Map<String, String> kept;
  private final Body body;
  private final List<Integer> batches = new CopyOnWriteArrayList<>();

  private FakeFunction(Map<String, String> kept, Body body) {
    this.kept = kept;
    this.body = body;
  }

  /** One that keeps texts by these names. */
  public static FakeFunction keeping(List<String> names, Body body) {
    var kept = new TreeMap<String, String>();
    names.forEach(name -> kept.put(name, TEXT));
    return new FakeFunction(kept, body);
  }

  public static FakeFunction of(Body body) {
    return keeping(List.of(), body);
  }

  /** How many calls each request had that was answered. */
  public List<Integer> batches() {
    return batches;
  }

  @Override
  public Answer answer(Call call, Instant now) {
    try {
      var request = ToFunction.parseFrom(call.body()).getInvocation();
      var target = request.getTarget();
      if (!TYPE.equals(target.getNamespace() + "/" + target.getType())) {
        return Answer.empty(500);
      }
      return new Answer(
          200, Map.of("Content-Type", "application/octet-stream"), answer(request).toByteArray());
    } catch (InvalidProtocolBufferException e) {
      return Answer.text(500, "not the protocol");
    }
  }

  private FromFunction answer(ToFunction.InvocationBatchRequest request) {
    var values = new LinkedHashMap<String, TypedValue>();
    request
        .getStateList()
        .forEach(value -> values.put(value.getStateName(), value.getStateValue()));
    var missing = IncompleteInvocationContext.newBuilder();
    for (var spec : kept.entrySet()) {
      if (!values.containsKey(spec.getKey())) {
        missing.addMissingValues(
            PersistedValueSpec.newBuilder()
                .setStateName(spec.getKey())
                .setTypeTypename(spec.getValue()));
      }
    }
    if (missing.getMissingValuesCount() > 0) {
      return FromFunction.newBuilder().setIncompleteInvocationContext(missing).build();
    }
    batches.add(request.getInvocationsCount());
    var context = new Context(request.getTarget(), values);
    for (var invocation : request.getInvocationsList()) {
      var argument = invocation.getArgument();
      body.call(context, argument.getTypename(), argument.getValue().toStringUtf8());
    }
    return FromFunction.newBuilder().setInvocationResult(context.response()).build();
  }

  private static TypedValue text(String type, String value) {
    return TypedValue.newBuilder()
        .setTypename(type)
        .setHasValue(true)
        .setValue(ByteString.copyFromUtf8(value))
        .build();
  }

  /** What a call may use. */
  public static final class Context {
    private final Address self;
    private final Map<String, TypedValue> values;
    private final List<String> changed = new ArrayList<>();
    private final InvocationResponse.Builder response = InvocationResponse.newBuilder();

    private Context(Address self, Map<String, TypedValue> values) {
      this.self = self;
      this.values = values;
    }

    public String uid() {
      return self.getId();
    }

    /** Empty while there is none. */
    public String kept(String name) {
      return values.get(name).getValue().toStringUtf8();
    }

    public void keep(String name, String value) {
      values.put(name, text(TEXT, value));
      changed.remove(name);
      changed.add(name);
    }

    /** Says something of the exposure, as JSON. */
    public void says(String json) {
      sends("breakwater/exposure", "breakwater/says", json);
    }

    public void sends(String to, String type, String value) {
      response.addOutgoingMessages(
          FromFunction.Invocation.newBuilder()
              .setTarget(address(to))
              .setArgument(text(type, value)));
    }

    public void sendsItself(long delayMillis, String type, String value, String token) {
      response.addDelayedInvocations(
          DelayedInvocation.newBuilder()
              .setTarget(self)
              .setDelayInMs(delayMillis)
              .setCancellationToken(token)
              .setArgument(text(type, value)));
    }

    public void takesBack(String token) {
      response.addDelayedInvocations(
          DelayedInvocation.newBuilder()
              .setIsCancellationRequest(true)
              .setCancellationToken(token));
    }

    public void sendsOut(String egress) {
      int slash = egress.indexOf('/');
      response.addOutgoingEgresses(
          EgressMessage.newBuilder()
              .setEgressNamespace(egress.substring(0, slash))
              .setEgressType(egress.substring(slash + 1)));
    }

    private Address address(String type) {
      int slash = type.indexOf('/');
      return Address.newBuilder()
          .setNamespace(type.substring(0, slash))
          .setType(type.substring(slash + 1))
          .setId(uid())
          .build();
    }

    private InvocationResponse response() {
      for (var name : changed) {
        response.addStateMutations(
            PersistedValueMutation.newBuilder()
                .setMutationType(MutationType.MODIFY)
                .setStateName(name)
                .setStateValue(values.get(name)));
      }
      return response.build();
    }
  }
}
