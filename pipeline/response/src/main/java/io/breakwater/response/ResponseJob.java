// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import io.breakwater.response.account.MeasureReports;
import io.breakwater.response.function.Functions;
import io.breakwater.response.function.TaskFunctions;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Report;
import io.breakwater.response.plan.Plan;
import java.util.HashSet;
import java.util.UUID;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.statefun.flink.common.protobuf.ProtobufTypeInformation;
import org.apache.flink.statefun.flink.core.StatefulFunctionsConfig;
import org.apache.flink.statefun.flink.core.message.MessageTypeInformation;
import org.apache.flink.statefun.flink.core.message.RoutableMessage;
import org.apache.flink.statefun.flink.datastream.StatefulFunctionDataStreamBuilder;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Revisions of exposures and certificate alerts in; tickets kept, and reports of it out. */
public final class ResponseJob {
  /** How far the job can ever be scaled out: fixed from the first savepoint on. */
  public static final int MAX_PARALLELISM = 512;

  private static final MemorySize FEEDBACK = MemorySize.ofMebiBytes(32);

  /** Calls that wait for their answers; the limiters of the targets let fewer go. */
  private static final int CALLS_AT_ONCE = 4_096;

  private ResponseJob() {}

  /** The whole job on one screen. */
  public static void build(
      StreamExecutionEnvironment env,
      ResponseSources sources,
      ResponseSinks sinks,
      ResponseSettings settings) {
    env.setMaxParallelism(MAX_PARALLELISM);
    var config = new StatefulFunctionsConfig(FEEDBACK, CALLS_AT_ONCE);

    var records = sources.revisions(env);
    var notices = stage("read revisions", records.process(new ReadRevisions(), messages(config)));

    var functions =
        StatefulFunctionDataStreamBuilder.builder(ofThisJobAlone())
            .withConfiguration(config)
            .withDataStreamAsIngress(notices)
            .withEgressId(Functions.REPORTS);
    var controls =
        sources
            .controls(env)
            .map(
                asked ->
                    stage("take controls", asked.process(controls(settings), messages(config))));
    controls.ifPresent(functions::withDataStreamAsIngress);
    var provider = new TaskFunctions(settings.plan(), settings.clock(), settings.isDryRun());
    Functions.ALL.forEach(type -> functions.withFunctionProvider(type, provider));
    var reports =
        stage(
            "measure",
            functions
                .build(env)
                .getDataStreamForEgressId(Functions.REPORTS)
                .process(new MeasureReports(), new ProtobufTypeInformation<>(Report.class)));

    var givenUp =
        stage(
            "given up",
            reports.flatMap(new GivenUp(), new ProtobufTypeInformation<>(DeadEnd.class)));

    sinks.reports(reports);
    var unreadable = notices.getSideOutput(ReadRevisions.UNREADABLE);
    sinks.deadEnds(
        controls
            .map(asked -> unreadable.union(asked.getSideOutput(ReadRevisions.UNREADABLE)))
            .orElse(unreadable)
            .union(givenUp));
  }

  /**
   * By this name a process finds the way back of messages, among those of all jobs whose classes it
   * has in common: it must be no other job's. Nothing that is kept depends on it.
   */
  private static String ofThisJobAlone() {
    return "breakwater-response-" + UUID.randomUUID();
  }

  private static ReadControls controls(ResponseSettings settings) {
    var tickets = new HashSet<String>();
    var messages = new HashSet<String>();
    var plan = Plan.of("plan", settings.plan());
    plan.targets()
        .forEach((name, target) -> (target.keepsTickets() ? tickets : messages).add(name));
    return new ReadControls(tickets, messages, plan.playbooks().keySet());
  }

  private static <T> SingleOutputStreamOperator<T> stage(
      String name, SingleOutputStreamOperator<T> operator) {
    return operator.name(name).uid(name.replace(' ', '-'));
  }

  /** The runtime takes them for its own messages, which they are. */
  @SuppressWarnings("unchecked")
  private static TypeInformation<RoutableMessage> messages(StatefulFunctionsConfig config) {
    TypeInformation<? extends RoutableMessage> type =
        new MessageTypeInformation(config.getFactoryKey());
    return (TypeInformation<RoutableMessage>) type;
  }

  /** What was tried for as long as the plan says is a dead end. */
  private static final class GivenUp implements FlatMapFunction<Report, DeadEnd> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Report report, Collector<DeadEnd> out) {
      if (report.getWhat() == Report.What.GIVEN_UP) {
        out.collect(
            DeadEnd.newBuilder()
                .setReason("given-up")
                .setDetail(report.getDetail())
                .setReport(report)
                .build());
      }
    }
  }
}
