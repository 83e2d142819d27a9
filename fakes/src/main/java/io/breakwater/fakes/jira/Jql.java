// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes.jira;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The part of Jira's query language that is understood here: comparisons joined by AND, then ORDER
 * BY. Everything else is refused, so that no query passes that was read otherwise than Jira reads
 * it.
 *
 * @see <a
 *     href="https://support.atlassian.com/jira-software-cloud/docs/use-advanced-search-with-jira-query-language-jql/">The
 *     documentation of JQL</a>
 */
record Jql(Predicate<Ticket> filter, Comparator<Ticket> order) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|'((?:\\\\.|[^'\\\\])*)'|(>=|<=|!=|=|>|<)|([(),])"
              + "|([^\\s\"'=!<>~(),]+))");
  private static final Pattern AGO = Pattern.compile("-(\\d+)([mhdw])");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("[yyyy-MM-dd][yyyy/MM/dd][ HH:mm]", Locale.ROOT);
  private static final Set<String> EQUALITY = Set.of("=", "!=", "IN", "NOT IN");

  private record Token(String text, boolean quoted) {
    boolean is(String word) {
      return !quoted && text.equalsIgnoreCase(word);
    }
  }

  /**
   * @param zone in which dates are meant: that of the caller's profile
   * @throws io.breakwater.fakes.Refusal with 400 for what is not understood
   */
  static Jql parse(String text, Site site, ZoneId zone, Instant now) {
    return new Parser(tokens(text), site, zone, now).query();
  }

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find(end) && matcher.start() == end) {
      boolean quoted = matcher.group(1) != null || matcher.group(2) != null;
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          var token = matcher.group(group);
          tokens.add(new Token(quoted ? token.replaceAll("\\\\(.)", "$1") : token, quoted));
        }
      }
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw bad("unexpected '" + text.substring(end).strip() + "'");
    }
    return tokens;
  }

  private static RuntimeException bad(String what) {
    return Faults.refusal(400, "The JQL query cannot be read: " + what + ".");
  }

  private static final class Parser {
    private final List<Token> tokens;
    private final Site site;
    private final ZoneId zone;
    private final Instant now;
    private int at;

    Parser(List<Token> tokens, Site site, ZoneId zone, Instant now) {
      this.tokens = tokens;
      this.site = site;
      this.zone = zone;
      this.now = now;
    }

    Jql query() {
      if (at >= tokens.size() || tokens.get(at).is("ORDER")) {
        throw Faults.refusal(400, "A query must restrict what it searches: this one is unbounded.");
      }
      var filter = comparison();
      while (take("AND")) {
        filter = filter.and(comparison());
      }
      var order = order();
      if (at < tokens.size()) {
        throw bad("'" + tokens.get(at).text() + "' is not understood here");
      }
      return new Jql(filter, order);
    }

    private Predicate<Ticket> comparison() {
      var field = word("a field").toLowerCase(Locale.ROOT);
      var operator = operator();
      var values = values(operator);
      return switch (field) {
        case "labels" -> labels(operator, values);
        case "project" -> among(operator, values, ticket -> ticket.project, this::project);
        case "status" ->
            among(
                operator,
                values,
                ticket -> ticket.status,
                name -> site.workflow().named(name).map(Workflow.Status::id));
        case "statuscategory" ->
            among(
                operator,
                values,
                ticket -> site.workflow().status(ticket.status).category().name(),
                Parser::category);
        case "key", "issuekey", "issue", "id" -> keys(operator, values);
        case "updated", "updateddate" -> time(operator, values, ticket -> ticket.updated);
        case "created", "createddate" -> time(operator, values, ticket -> ticket.created);
        default -> throw Faults.refusal(400, "There is no field '" + field + "' to search by.");
      };
    }

    private String operator() {
      var operator = word("an operator").toUpperCase(Locale.ROOT);
      if (operator.equals("NOT")) {
        if (!take("IN")) {
          throw bad("NOT must be followed by IN");
        }
        return "NOT IN";
      }
      if (!Set.of("=", "!=", ">", ">=", "<", "<=", "IN").contains(operator)) {
        throw bad("'" + operator + "' is no operator that is understood here");
      }
      return operator;
    }

    private List<String> values(String operator) {
      if (!operator.endsWith("IN")) {
        return List.of(value());
      }
      if (!take("(")) {
        throw bad("IN must be followed by a list");
      }
      var values = new ArrayList<String>();
      do {
        values.add(value());
      } while (take(","));
      if (!take(")")) {
        throw bad("the list has no end");
      }
      return values;
    }

    private Predicate<Ticket> labels(String operator, List<String> values) {
      needEquality("labels", operator);
      // As in Jira, what has no label at all is not found by saying which label it must not have.
      return operator.equals("=") || operator.equals("IN")
          ? ticket -> ticket.labels().stream().anyMatch(label -> contains(values, label))
          : ticket ->
              !ticket.labels().isEmpty()
                  && ticket.labels().stream().noneMatch(label -> contains(values, label));
    }

    private static boolean contains(List<String> values, String text) {
      return values.stream().anyMatch(text::equalsIgnoreCase);
    }

    private Predicate<Ticket> among(
        String operator,
        List<String> values,
        Function<Ticket, String> of,
        Function<String, Optional<String>> known) {
      needEquality("this field", operator);
      var wanted = new ArrayList<String>();
      for (var value : values) {
        wanted.add(
            known
                .apply(value)
                .orElseThrow(
                    () -> Faults.refusal(400, "The value '" + value + "' does not exist here.")));
      }
      boolean in = operator.equals("=") || operator.equals("IN");
      return ticket -> wanted.contains(of.apply(ticket)) == in;
    }

    private Optional<String> project(String named) {
      return site.projects().entrySet().stream()
          .filter(
              project ->
                  project.getKey().equalsIgnoreCase(named)
                      || project.getValue().equalsIgnoreCase(named)
                      || site.projectId(project.getKey()).equals(named))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    private static Optional<String> category(String named) {
      for (var category : Workflow.Category.values()) {
        if (category.title().equalsIgnoreCase(named) || category.key().equals(named)) {
          return Optional.of(category.name());
        }
      }
      return Optional.empty();
    }

    private static Predicate<Ticket> keys(String operator, List<String> values) {
      needEquality("key", operator);
      boolean in = operator.equals("=") || operator.equals("IN");
      return ticket ->
          (contains(values, ticket.key) || values.contains(Long.toString(ticket.id))) == in;
    }

    private Predicate<Ticket> time(
        String operator, List<String> values, Function<Ticket, Instant> of) {
      if (operator.endsWith("IN") || operator.equals("!=")) {
        throw bad("a time is compared by =, >, >=, < or <=");
      }
      var bound = instant(values.get(0));
      return switch (operator) {
        case ">" -> ticket -> of.apply(ticket).isAfter(bound);
        case ">=" -> ticket -> !of.apply(ticket).isBefore(bound);
        case "<" -> ticket -> of.apply(ticket).isBefore(bound);
        case "<=" -> ticket -> !of.apply(ticket).isAfter(bound);
        default -> ticket -> of.apply(ticket).equals(bound);
      };
    }

    private Instant instant(String text) {
      var ago = AGO.matcher(text);
      if (ago.matches()) {
        long count = Long.parseLong(ago.group(1));
        return now.minus(
            switch (ago.group(2)) {
              case "m" -> Duration.ofMinutes(count);
              case "h" -> Duration.ofHours(count);
              case "d" -> Duration.ofDays(count);
              default -> Duration.ofDays(7 * count);
            });
      }
      try {
        var date = DATE.parseBest(text, LocalDateTime::from, LocalDate::from);
        var time = date instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(date);
        return time.atZone(zone).toInstant();
      } catch (DateTimeParseException e) {
        throw Faults.refusal(
            400,
            "The date '"
                + text
                + "' is of none of the forms yyyy-MM-dd, yyyy-MM-dd HH:mm or -15m.");
      }
    }

    private Comparator<Ticket> order() {
      Comparator<Ticket> byId = Comparator.comparingLong(ticket -> ticket.id);
      if (!take("ORDER")) {
        return byId.reversed();
      }
      if (!take("BY")) {
        throw bad("ORDER must be followed by BY");
      }
      Comparator<Ticket> order = null;
      do {
        var next = directed(field(word("a field to order by")));
        order = order == null ? next : order.thenComparing(next);
      } while (take(","));
      return order.thenComparing(byId);
    }

    private Comparator<Ticket> directed(Comparator<Ticket> ascending) {
      if (take("DESC")) {
        return ascending.reversed();
      }
      take("ASC");
      return ascending;
    }

    private static Comparator<Ticket> field(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "created", "createddate" -> Comparator.comparing(ticket -> ticket.created);
        case "updated", "updateddate" -> Comparator.comparing(ticket -> ticket.updated);
        case "key", "issuekey", "id" -> Comparator.comparingLong(ticket -> ticket.id);
        default -> throw Faults.refusal(400, "There is no field '" + name + "' to order by.");
      };
    }

    private static void needEquality(String field, String operator) {
      if (!EQUALITY.contains(operator)) {
        throw bad("'" + operator + "' does not go with " + field);
      }
    }

    private String word(String what) {
      if (at >= tokens.size()) {
        throw bad("it ends where " + what + " should be");
      }
      return tokens.get(at++).text();
    }

    private String value() {
      if (at < tokens.size() && !tokens.get(at).quoted()) {
        var text = tokens.get(at).text();
        if (Set.of("(", ")", ",", "AND", "OR", "NOT", "EMPTY", "NULL")
            .contains(text.toUpperCase(Locale.ROOT))) {
          throw bad("'" + text + "' stands where a value should be");
        }
      }
      return word("a value");
    }

    private boolean take(String word) {
      if (at < tokens.size() && tokens.get(at).is(word)) {
        at++;
        return true;
      }
      return false;
    }
  }
}
