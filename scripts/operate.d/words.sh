# shellcheck shell=bash
# What is said to the operator, and what is asked. Progress goes to stderr, results to stdout.

this_command=''

note() {
  printf '%s\n' "$*" >&2
}

fail() {
  printf 'operate: %s\n' "$*" >&2
  exit 1
}

usage_fault() {
  printf 'operate%s: %s\n' "${this_command:+ $this_command}" "$*" >&2
  printf 'scripts/operate %s--help tells how it is called.\n' "${this_command:+$this_command }" >&2
  exit 2
}

# A command as it could be pasted into a shell.
quoted() {
  local word line=''
  for word; do
    if [[ ! $word =~ ^[A-Za-z0-9_@%+=:,./-]+$ ]]; then
      word="'${word//\'/\'\\\'\'}'"
    fi
    line+="${line:+ }$word"
  done
  printf '%s' "$line"
}

# Asks for leave to do what the arguments say, a line each. In production the answer is a name.
ask() {
  local line answer
  note ''
  note "account      $account ($caller)"
  note "Region       $region"
  note "stack        $stack"
  note "application  $application$(is_production && echo '   PRODUCTION' || true)"
  for line; do
    note "  - $line"
  done
  if $dry_run; then
    note '(dry run: nothing is asked, nothing is changed)'
    return
  fi
  if is_production; then
    if [ -n "$confirmed_as" ]; then
      [ "$confirmed_as" = "$application" ] ||
        fail "--confirm is '$confirmed_as', and the application is $application; nothing was changed"
      return
    fi
    on_a_terminal || fail "this is production and there is no terminal to ask on: give --confirm $application"
    prompt "Type the name of the application to go on: "
    [ "$answer" = "$application" ] || fail 'that is not its name; nothing was changed'
  else
    if $yes; then
      return
    fi
    on_a_terminal || fail 'there is no terminal to ask on: give --yes'
    prompt 'Go on? [y/N] '
    case $answer in
      y | Y | yes) ;;
      *) fail 'nothing was changed' ;;
    esac
  fi
}

# The second question, for what cannot be undone.
ask_for_loss() {
  local what=$1 answer
  note ''
  note "This cannot be undone: $what"
  if $dry_run || $accept_loss; then
    return
  fi
  on_a_terminal || fail 'there is no terminal to ask on: give --accept-loss if that is really what you want'
  prompt 'Type "accept loss" to go on: '
  [ "$answer" = 'accept loss' ] || fail 'nothing was changed'
}

prompt() {
  printf '%s' "$1" >&2
  IFS= read -r answer || answer=''
}

on_a_terminal() {
  [ -t 0 ] && [ -t 2 ]
}

# An installation is production unless its prefix says otherwise: forgetting to say so errs to the safe side.
is_production() {
  $force_production && return
  [[ ! -$prefix- =~ -(dev|test|staging|sandbox|demo)- ]]
}

# A time for names that no other run of this script gives: sorts as it reads.
stamp() {
  echo "$(date -u +%Y%m%dT%H%M%SZ)-$$"
}

# Waiting. begin_waiting WHAT [SECONDS], then keep_waiting STATE in a loop: it says what is new, sleeps, and gives
# up when time is over. What AWS has begun goes on whether or not anybody waits.
begin_waiting() {
  waiting_for=$1 waiting_at_most=${2:-$timeout} waiting_since=$SECONDS last_said='' last_said_at=0
}

keep_waiting() {
  local state=$1
  if [ "$state" != "$last_said" ] || [ $((SECONDS - last_said_at)) -ge 30 ]; then
    note "  $(date +%H:%M:%S) $state"
    last_said=$state last_said_at=$SECONDS
  fi
  if [ $((SECONDS - waiting_since)) -ge "$waiting_at_most" ]; then
    fail "waited $((SECONDS - waiting_since)) seconds for $waiting_for; now: $state.
AWS goes on with it. scripts/operate status tells how far it is; --timeout waits for longer."
  fi
  sleep "$every"
}

trap 'trap - INT; note ""; note "operate: interrupted; what AWS has begun goes on, scripts/operate status tells how far it is"; exit 130' INT
