// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.fleet;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate;
import io.breakwater.demo.estate.Certificate.Kind;
import io.breakwater.demo.estate.Distribution;
import io.breakwater.demo.estate.Listener;
import io.breakwater.demo.estate.Place;
import io.breakwater.demo.estate.Resource;
import io.breakwater.demo.estate.Surveyor;
import io.breakwater.demo.fleet.Member.Use;
import io.breakwater.demo.format.ItemStatus;
import io.breakwater.demo.format.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Draws the certificates of a fleet, each at some point of its life. */
final class Muster {
  private static final int ID_DIGITS = 16;
  private static final double BY_MAIL = 0.25;

  /** What somebody is told of begins soon. */
  private static final Duration SOON = Duration.ofDays(20);

  private static final Duration HOUR = Duration.ofHours(1);

  private final Dice dice;
  private final Surveyor surveyor;
  private final Instant start;
  private final List<Telling> opening = new ArrayList<>();
  private int enlisted;

  Muster(Dice dice, Instant start) {
    this.dice = dice;
    this.surveyor = new Surveyor(dice);
    this.start = start;
  }

  /** What is told of all of them first; none of it is later than the start. */
  List<Telling> opening() {
    return opening;
  }

  Life enlist(Member member) {
    int number = enlisted++;
    var certificate = certificate(number, member);
    var around =
        new Surroundings(presenters(member.use(), certificate), isControlled(member.use()));
    var presenters = around.recorded(certificate);
    if (!presenters.isEmpty()) {
      certificate = certificate.usedBy(presenters.get(0));
    }
    var first = first(member.story(), certificate, around);
    open(member.use(), first.certificate(), around);
    return new Life(number, first, around, dice);
  }

  private Certificate certificate(int number, Member member) {
    var drawn =
        surveyor.certificate(number, place(member.use()), member.kind(), member.validityDays());
    return switch (member.use()) {
      case EXPORTED -> drawn.asExported();
      case UNUSED -> drawn.unused();
      case DISTRIBUTED -> drawn.validatedBy("HTTP");
      default ->
          drawn.kind() == Kind.PUBLIC && dice.chance(BY_MAIL) ? drawn.validatedBy("EMAIL") : drawn;
    };
  }

  private Place place(Use use) {
    return switch (use) {
      case DISTRIBUTED -> surveyor.placeIn("us-east-1");
      // Events of this region do not say where a certificate comes from.
      case UNHEARD -> surveyor.placeIn("eu-west-1");
      default -> surveyor.place();
    };
  }

  private Function<Certificate, List<Resource>> presenters(Use use, Certificate certificate) {
    return switch (use) {
      case BALANCED -> {
        var balancer = surveyor.balancerFor(certificate);
        var id = dice.hex(ID_DIGITS);
        yield presented -> List.of(balancer, new Listener(balancer, id, presented));
      }
      case DISTRIBUTED -> {
        var id = "E" + dice.hex(ID_DIGITS).toUpperCase(Locale.ROOT);
        yield presented ->
            List.of(new Distribution(presented.place(), id, presented.tags(), presented));
      }
      default -> presented -> List.of();
    };
  }

  private static boolean isControlled(Use use) {
    return use == Use.CONTROLLED || use == Use.UNHEARD;
  }

  /** Issued so long ago that the first event of its story comes some time after the start. */
  private Chapter first(Story story, Certificate certificate, Surroundings around) {
    long seed = dice.below(Integer.MAX_VALUE);
    var tried = Chapter.of(story, certificate.issuedAt(start), around, Dice.seeded(seed));
    var age = Duration.between(start, tried.tellings().get(0).at());
    var latest = age.minus(HOUR);
    if (!story.isQuiet() && latest.compareTo(SOON) > 0) {
      latest = SOON;
    }
    var wait = HOUR.plusMinutes(dice.below((int) latest.toMinutes()));
    var issued = start.minus(age).plus(wait);
    return Chapter.of(story, certificate.issuedAt(issued), around, Dice.seeded(seed));
  }

  private void open(Use use, Certificate certificate, Surroundings around) {
    if (use != Use.UNHEARD) {
      opening.add(
          new Telling(certificate.issued(), certificate, it -> Publisher.issued(certificate, it)));
    }
    for (var resource : around.recorded(certificate)) {
      opening.add(
          new Telling(
              start, resource, it -> Publisher.configuration(resource, ItemStatus.DISCOVERED, it)));
    }
  }
}
