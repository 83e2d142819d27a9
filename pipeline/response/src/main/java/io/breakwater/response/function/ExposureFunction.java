// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.exposure.ExposureLedger;
import io.breakwater.response.exposure.Turn;
import io.breakwater.response.group.Group;
import io.breakwater.response.message.Admission;
import io.breakwater.response.message.Admitted;
import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.DigestEntry;
import io.breakwater.response.message.DigestOrder;
import io.breakwater.response.message.ExposureState;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.MessageOrder;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.PlaybookCall;
import io.breakwater.response.message.PlaybookSays;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Subject;
import io.breakwater.response.notice.Change;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.plan.Notification;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.Route;
import io.breakwater.response.targets.RemarkKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/** Hears what becomes of one exposure, and gives orders to whatever keeps people informed of it. */
final class ExposureFunction extends Remembering<ExposureState> {
  /** As long as the correlation job remembers an exposure that is over. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final Workplace workplace;

  ExposureFunction(Workplace workplace) {
    super(ExposureState.getDefaultInstance(), Expiration.expireAfterWriting(REMEMBERED));
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    var ledger = ExposureLedger.of(remembered());
    if (input instanceof Notice) {
      hear(context, ledger, (Notice) input);
    } else if (input instanceof Admitted) {
      admitted(context, ledger, ((Admitted) input).getRoute());
    } else if (input instanceof Assignment) {
      ledger.reassign((Assignment) input);
    } else if (input instanceof PlaybookSays) {
      passOn(context, ledger, (PlaybookSays) input);
    }
    remember(ledger.state());
  }

  private void hear(Context context, ExposureLedger ledger, Notice heard) {
    var notice = ledger.withOwner(heard);
    if (notice.getReplay()) {
      // A copy hears it: what is replayed is true of the past, and leaves no trace in what is.
      sayOnly(context, ExposureLedger.of(ledger.state()), notice, "replayed");
      return;
    }
    if (workplace.isDryRun()) {
      var dry = ledger.dry();
      sayOnly(context, dry, notice, "dry run");
      ledger.keepDry(dry);
      return;
    }
    ledger.endDry();
    var held = ledger.held();
    boolean wasTold = ledger.isToldOpen();
    var turn = ledger.hear(notice);
    if (turn == Turn.NOTHING) {
      return;
    }
    var comments = ledger.newComments(notice);
    var open = openRoutes(context, ledger, notice);
    int before = ledger.tickets().size();
    if (Goal.of(notice) == Goal.OPEN) {
      assign(ledger, notice, open);
      assignRequested(ledger, notice);
    }
    for (var ticket : ledger.tickets().subList(0, before)) {
      TicketOrders.follow(context, ticket, notice, turn == Turn.TELL, comments);
    }
    for (var ticket : ledger.tickets().subList(before, ledger.tickets().size())) {
      TicketOrders.begin(context, ticket, notice, turn == Turn.TELL);
    }
    // What ends, and was never said to have begun, is nobody's affair.
    if (turn == Turn.TELL && (wasTold || Goal.of(notice) == Goal.OPEN)) {
      var kind = kind(held.filter(known -> wasTold), notice);
      var text = text(held, notice);
      for (var route : open) {
        tell(context, route, kind, text, notice);
      }
      addPlaybooks(ledger, notice, open);
      call(context, ledger.playbooks(), notice);
    }
  }

  /** The routes that it takes and that let it through; it begins to wait for the others. */
  private List<Route> openRoutes(Context context, ExposureLedger ledger, Notice notice) {
    var open = new ArrayList<Route>();
    for (var route : workplace.routesOf(notice)) {
      boolean through =
          route.cap().isEmpty()
              || route.cap().get().lets(notice.getSeverity())
              || ledger.isAdmitted(route.name());
      if (through) {
        open.add(route);
      } else if (Goal.of(notice) == Goal.OPEN && ledger.waitFor(route.name(), notice)) {
        context.send(
            Functions.stormCap(route.name()),
            Admission.newBuilder().setUid(notice.getUid()).build());
      }
    }
    return open;
  }

  /** A route lets it through: it is answered to as it is now, unless it is over. */
  private void admitted(Context context, ExposureLedger ledger, String name) {
    var notice = ledger.admit(name);
    var route = workplace.route(name);
    if (route.isEmpty() || Goal.of(notice) == Goal.DONE || !ledger.isToldOpen()) {
      return;
    }
    int before = ledger.tickets().size();
    assign(ledger, notice, List.of(route.get()));
    for (var ticket : ledger.tickets().subList(before, ledger.tickets().size())) {
      TicketOrders.begin(context, ticket, notice, true);
    }
    tell(context, route.get(), MessageKind.OPENED, text(Optional.empty(), notice), notice);
    int heardOfIt = ledger.playbooks().size();
    addPlaybooks(ledger, notice, List.of(route.get()));
    call(context, ledger.playbooks().subList(heardOfIt, ledger.playbooks().size()), notice);
  }

  /** Those that have heard of it hear all that people are told of it, also that it is over. */
  private static void addPlaybooks(ExposureLedger ledger, Notice notice, List<Route> routes) {
    if (Goal.of(notice) == Goal.OPEN) {
      routes.forEach(route -> ledger.addPlaybooks(route.playbooks()));
    }
  }

  private void call(Context context, List<String> playbooks, Notice notice) {
    var call =
        PlaybookCall.newBuilder()
            .setRevision(notice.getRevision())
            .setKind(notice.getKind())
            .setSeverity(notice.getSeverity())
            .setArrivedAt(notice.getArrivedAt())
            .setRecord(notice.getRecord())
            .build();
    for (var name : playbooks) {
      if (workplace.playbook(name).isPresent()) {
        context.send(Functions.playbook(name, notice.getUid()), call);
      }
    }
  }

  /** What a playbook says goes on to the tickets; which of it they know already, they know. */
  private static void passOn(Context context, ExposureLedger ledger, PlaybookSays says) {
    if (ledger.belongsTo(says.getOwner())) {
      var key = RemarkKey.of("owner", says.getOwner());
      remark(context, ledger, Remark.newBuilder().setKey(key).setOwner(says.getOwner()).build());
    }
    if (!says.getComment().isEmpty()) {
      var text = says.getPlaybook() + ": " + says.getComment();
      remark(context, ledger, Remark.newBuilder().setKey(says.getKey()).setText(text).build());
    }
  }

  private static void remark(Context context, ExposureLedger ledger, Remark remark) {
    for (var ticket : ledger.tickets()) {
      TicketOrders.remark(context, ticket, remark);
    }
  }

  /** One ticket in each target: the first route that names it is the one that it is kept by. */
  private void assign(ExposureLedger ledger, Notice notice, List<Route> routes) {
    for (var route : routes) {
      for (var target : route.tickets()) {
        ledger.assign(assignment(route, target, notice));
      }
    }
  }

  /** One that somebody asked for, where no route has led to any. */
  private void assignRequested(ExposureLedger ledger, Notice notice) {
    if (!notice.hasTicketRequested()) {
      return;
    }
    workplace
        .targetOfRequests()
        .map(
            target ->
                assignment(target, Plan.REQUESTED, notice)
                    .setRequested(notice.getTicketRequested())
                    .build())
        .ifPresent(ledger::assignRequested);
  }

  private Assignment assignment(Route route, String target, Notice notice) {
    if (route.isGrouped()) {
      var key = workplace.keyOf(Group.nameOf(route.name(), notice));
      return GroupFunction.assignment(target, route.name(), key);
    }
    return assignment(target, route.name(), notice).build();
  }

  private Assignment.Builder assignment(String target, String route, Notice notice) {
    return Assignment.newBuilder()
        .setTarget(target)
        .setRoute(route)
        .setKey(workplace.keyOf(notice.getUid()))
        .setOrdinal(1);
  }

  /**
   * @param told what people knew of it; empty where they knew of nothing that is open
   */
  private static MessageKind kind(Optional<Notice> told, Notice notice) {
    if (Goal.of(notice) == Goal.DONE) {
      return MessageKind.CLOSED;
    }
    if (told.filter(before -> Goal.of(before) == Goal.OPEN).isEmpty()) {
      return notice.getEpisode() > 1 || told.isPresent()
          ? MessageKind.REOPENED
          : MessageKind.OPENED;
    }
    return Change.between(told.get(), notice).isRise() ? MessageKind.ROSE : MessageKind.CHANGED;
  }

  private static String text(Optional<Notice> before, Notice notice) {
    return before
        .map(held -> Change.between(held, notice).text())
        .orElseGet(() -> Change.label(notice.getSeverity()) + ": " + notice.getTitle());
  }

  private void tell(Context context, Route route, MessageKind kind, String text, Notice notice) {
    var now = workplace.clock().instant();
    for (var notification : route.notifications()) {
      if (!notification.isAbout(kind)) {
        continue;
      }
      var digest = notification.nextDigest(now);
      if (digest.isPresent()) {
        context.send(
            Functions.digest(notification.target(), route.name()),
            DigestOrder.newBuilder()
                .setTarget(notification.target())
                .setRoute(route.name())
                .setDueAt(digest.get().toEpochMilli())
                .setEntry(entry(kind, notice))
                .build());
      } else {
        message(context, route, notification, kind, text, notice);
      }
    }
  }

  /** With what a digest tells and no more: there may be many of them. */
  private static DigestEntry entry(MessageKind kind, Notice notice) {
    var subject = notice.getSubject();
    return DigestEntry.newBuilder()
        .setKind(kind)
        .setNotice(
            Notice.newBuilder()
                .setUid(notice.getUid())
                .setTitle(notice.getTitle())
                .setSeverity(notice.getSeverity())
                .setSubject(
                    Subject.newBuilder()
                        .setName(subject.getName())
                        .setAccount(subject.getAccount())))
        .build();
  }

  private void message(
      Context context,
      Route route,
      Notification notification,
      MessageKind kind,
      String text,
      Notice notice) {
    var now = workplace.clock().instant();
    boolean whole = workplace.messages(notification.target()).handsOnRecords();
    var told = notice.toBuilder().clearComments();
    context.send(
        Functions.thread(notification.target(), notice.getUid()),
        MessageOrder.newBuilder()
            .setKind(kind)
            .setKey(notice.getUid() + "-" + notice.getEpisode() + "-" + notice.getRevision())
            .setRoute(route.name())
            .setText(text)
            .setNotice(whole ? told : told.clearRecord())
            .setNotBefore(notification.next(now, notice.getSeverity()).toEpochMilli())
            .build());
  }

  private void sayOnly(Context context, ExposureLedger ledger, Notice notice, String why) {
    if (ledger.hear(notice) != Turn.TELL) {
      return;
    }
    var routes = workplace.routesOf(notice);
    var before = List.copyOf(ledger.tickets());
    if (Goal.of(notice) == Goal.OPEN) {
      assign(ledger, notice, routes);
      assignRequested(ledger, notice);
    }
    for (var ticket : ledger.tickets()) {
      // Of what is replayed nobody has kept which tickets there would be by now.
      boolean begins = !notice.getReplay() && !before.contains(ticket);
      var what = begins ? What.MADE : whatWouldBe(notice);
      said(context, what, ticket.getTarget(), ticket.getRoute(), notice, why);
    }
    for (var route : routes) {
      for (var notification : route.notifications()) {
        said(context, What.TOLD, notification.target(), route.name(), notice, why);
      }
      for (var playbook : route.playbooks()) {
        var target = Functions.OF_PLAYBOOK + playbook;
        said(context, What.PLAYBOOK_ANSWERED, target, route.name(), notice, why);
      }
    }
  }

  private void said(
      Context context, What what, String target, String route, Notice notice, String why) {
    context.send(
        Functions.REPORTS,
        Report.newBuilder()
            .setWhat(what)
            .setUid(notice.getUid())
            .setKind(notice.getKind())
            .setRevision(notice.getRevision())
            .setSeverity(notice.getSeverity())
            .setTarget(target)
            .setRoute(route)
            .setDetail(why)
            .setAt(workplace.clock().millis())
            .setOnlySaid(true)
            .build());
  }

  private static What whatWouldBe(Notice notice) {
    if (Goal.of(notice) == Goal.DONE) {
      return What.CLOSED;
    }
    return notice.getActivityValue() == 1 ? What.MADE : What.TOLD;
  }
}
