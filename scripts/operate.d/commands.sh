# shellcheck shell=bash
# One function a command, and its help.

accept_loss=false skip_settings_check=false new_template=false checkpoint_timeout=600
jar='' code_version='' status='' runs_version='' code_stack_made=false stack_changed=false changes='' snapshot_before='' stopped_with=''
known_parameters=$(template_parameters)

help_package() {
  cat <<'END'
Usage: scripts/operate package

Builds pipeline/flink/target/breakwater-correlation.jar with Maven, without running tests.
END
}

run_package() {
  [ $# -eq 0 ] || usage_fault "what is '$1'?"
  build_jar
  printf '%s\n' "$built_jar"
}

help_upload() {
  cat <<'END'
Usage: scripts/operate upload [--jar FILE] [OPTION]...

Puts the jar into the bucket of jars, and prints the version that S3 gave it. Nothing runs it yet.
Builds it before, unless --jar is given.
END
}

run_upload() {
  while [ $# -gt 0 ]; do
    case $1 in
      --jar) value_of "$@" && jar=$value && shift 2 ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  [ -z "$jar" ] || need_jar "$jar"
  connect
  need_bucket
  have_jar
  upload_jar "$jar"
  $dry_run || printf '%s\n' "$code_version"
}

need_bucket() {
  look_for_bucket
  [ -n "$bucket" ] || fail "there is no stack $code_stack in $region with a bucket for jars; scripts/operate deploy makes it"
}

have_jar() {
  if [ -z "$jar" ]; then
    build_jar
    jar=$built_jar
  fi
}

help_deploy() {
  cat <<'END'
Usage: scripts/operate deploy [--parameters FILE] [--set KEY=VALUE]... [--jar FILE | --code-version V] [OPTION]...

Makes the stack, or changes it: the template of this checkout, and parameters that are given. Those
that are not keep their values. Lists what would change, and asks. Where the job is touched it takes a
snapshot first. A new stack needs a jar, and a bucket for it: both are seen to.

  --parameters FILE      lines KEY=VALUE; empty lines and # comments do not count
  --set KEY=VALUE        one parameter; goes before the file
  --jar FILE             upload this jar and run it; a new stack without it builds one
  --code-version V       run this version of the jar (scripts/operate versions)
  --skip-settings-check  do not ask scripts/breakwater whether the job would start with the settings
  --accept-loss          the answer where a stream or the application would be made anew
END
}

run_deploy() {
  local file='' sets=() pair wanted_version=''
  while [ $# -gt 0 ]; do
    case $1 in
      --parameters) value_of "$@" && file=$value && shift 2 ;;
      --set) value_of "$@" && sets+=("$value") && shift 2 ;;
      --jar) value_of "$@" && jar=$value && shift 2 ;;
      --code-version) value_of "$@" && wanted_version=$value && shift 2 ;;
      --skip-settings-check) skip_settings_check=true && shift ;;
      --accept-loss) accept_loss=true && shift ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  [ -z "$jar" ] || [ -z "$wanted_version" ] || usage_fault 'either --jar or --code-version'
  [ -z "$file" ] || read_parameters "$file"
  for pair in ${sets[@]+"${sets[@]}"}; do
    set_parameter "$pair"
  done
  [ -z "$jar" ] || need_jar "$jar"
  connect
  look_at_stack
  need_stack_at_rest
  check_settings
  make_code_stack
  local new=false
  case $stack_status in
    ABSENT | REVIEW_IN_PROGRESS) new=true ;;
  esac
  if [ -n "$wanted_version" ]; then
    $code_stack_made || need_code_version "$wanted_version"
    code_version=$wanted_version
  elif [ -n "$jar" ] || $new; then
    have_jar_for_deploy
    upload_jar "$jar"
  fi
  if [ -n "$code_version" ]; then
    given[CodeBucket]=$bucket given[CodeKey]=$code_key given[CodeVersion]=$code_version
  fi
  new_template=true
  change_stack deploy "$($new && echo 'make the stack and start the job' || echo 'the job restarts, if it is among what changes')" ||
    after_failed_change
  $dry_run || report_agreement
}

have_jar_for_deploy() {
  if [ -z "$jar" ] && $dry_run && [ ! -f "$built_jar" ]; then
    fail "a dry run builds nothing: give --jar, or call scripts/operate package before"
  fi
  if ! $dry_run || [ ! -f "$built_jar" ]; then
    have_jar
  else
    jar=${jar:-$built_jar}
  fi
}

make_code_stack() {
  look_for_bucket
  [ -z "$bucket" ] || return 0
  ask "make the stack $code_stack with a bucket for jars, which is never deleted with it"
  changing cloudformation deploy --stack-name "$code_stack" --template-file "$code_template" \
    --no-fail-on-empty-changeset >/dev/null || exit 1
  code_stack_made=true
  if $dry_run; then
    bucket=BUCKET-OF-$code_stack
  else
    look_for_bucket
  fi
}

# CloudFormation has taken the change back, or is at a loss.
after_failed_change() {
  wait_for_rest
  note "$application is $status${runs_version:+ with jar $runs_version}."
  [ -z "$snapshot_before" ] || note "The snapshot $snapshot_before is from before."
  fail "the change failed; scripts/operate logs --errors has what the job said"
}

help_status() {
  cat <<'END'
Usage: scripts/operate status [OPTION]...

Tells what the stack says, what the application does, whether both mean the same jar, the latest
snapshots and operations, and which alarms are on. Changes nothing.
END
}

run_status() {
  options_only "$@"
  connect
  need_stack
  look_at_application || exit 1
  local rows
  printf 'account      %s (%s)\nRegion       %s\n' "$account" "$caller" "$region"
  printf 'stack        %s is %s\n' "$stack" "$stack_status"
  printf 'application  %s is %s%s\n' "$application" "$status" "$(is_production && echo '   PRODUCTION' || true)"
  [ "$status" != ABSENT ] || return 0
  printf 'version      %s of the application; jar %s\n' "$version_id" "$runs_version"
  printf 'capacity     parallelism %s of %s, %s a KPU, scaling by itself: %s\n' \
    "$current_parallelism" "$parallelism" "$per_kpu" "$auto_scaling"
  report_agreement
  rows=$(snapshots) || exit 1
  printf '\nlatest snapshots\n%s\n' "$(rows_or_none 3 "$rows")"
  rows=$(operations) || true
  printf '\nlatest operations\n%s\n' "$(rows_or_none 5 "$rows")"
  rows=$(reading cloudwatch describe-alarms --alarm-name-prefix "$prefix-" --state-value ALARM \
    --query 'MetricAlarms[].[AlarmName,StateReason]') || exit 1
  printf '\nalarms that are on: docs/runbook.md has a section for each\n%s\n' "$(rows_or_none 30 "$(grep . <<<"$rows" || true)")"
}

rows_or_none() {
  if [ -n "$2" ]; then
    head -n "$1" <<<"$2" | sed 's/^/  /'
  else
    echo '  none'
  fi
}

# Whether stack and application mean the same jar. They do not after the service has gone back by itself
# and CloudFormation did not notice.
report_agreement() {
  look_at_stack
  look_at_application || exit 1
  if [ "$status" != ABSENT ] && [ "${has[CodeVersion]-}" != "$runs_version" ]; then
    note "operate: the stack says jar ${has[CodeVersion]-none}, and the application has $runs_version.
The next deployment would bring the stack's. scripts/operate rollback --code-version $runs_version makes the stack say what runs."
    return 0
  fi
  printf 'agreement    stack and application have the same jar\n'
}

options_only() {
  while [ $# -gt 0 ]; do
    common_option "$@" && shift $taken
  done
}

help_start() {
  cat <<'END'
Usage: scripts/operate start [--snapshot NAME | --fresh] [OPTION]...

Starts the job and waits until it runs. It goes on from its latest snapshot; the first time there is
none, and it begins at StartPosition.

  --snapshot NAME  go on from this one (scripts/operate snapshots)
  --fresh          begin without any state, at StartPosition. Exposures that are open are forgotten, not
                   closed, and opened anew as findings come. Asked for twice
  --accept-loss    the answer to the second question
END
}

run_start() {
  local snapshot='' fresh=false
  while [ $# -gt 0 ]; do
    case $1 in
      --snapshot) value_of "$@" && snapshot=$value && shift 2 ;;
      --fresh) fresh=true && shift ;;
      --accept-loss) accept_loss=true && shift ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  ! $fresh || [ -z "$snapshot" ] || usage_fault 'either --snapshot or --fresh'
  connect
  need_stack
  need_application
  case $status in
    READY) ;;
    RUNNING)
      note "$application is running already."
      return
      ;;
    *) fail "$application is $status; only one that is READY can be started" ;;
  esac
  if $fresh; then
    ask "start the job without any state, from ${has[StartPosition]:-StartPosition}"
    ask_for_loss 'the job begins without state. Readers keep exposures open that it knows nothing of.'
    start_from none
  elif [ -n "$snapshot" ]; then
    need_snapshot "$snapshot"
    ask "start the job from the snapshot $snapshot"
    start_from "$snapshot"
  else
    snapshot=$(latest_snapshot) || exit 1
    ask "start the job from ${snapshot:+its latest snapshot, $snapshot}${snapshot:-its start position: it has no snapshot}"
    start_from latest
  fi
}

need_snapshot() {
  local state rows
  rows=$(snapshots) || exit 1
  state=$(awk -F '\t' -v name="$1" '$2 == name { print $3 }' <<<"$rows")
  [ "$state" = READY ] || fail "the snapshot $1 is ${state:-not there}; scripts/operate snapshots lists them"
}

help_stop() {
  cat <<'END'
Usage: scripts/operate stop [--force] [OPTION]...

Takes a snapshot, stops the job and waits until it is stopped. Findings wait in the stream as long as
it keeps them (RetentionHours); start goes on from the snapshot.

  --force        stop without a snapshot, also while the job starts or is updated. What it did since the
                 latest snapshot is done again from the stream, if that still has it; revisions are
                 written twice, and what is closed may be opened again. For a job that cannot take a
                 snapshot any more. Asked for twice
  --accept-loss  the answer to the second question
END
}

run_stop() {
  local force=false
  while [ $# -gt 0 ]; do
    case $1 in
      --force) force=true && shift ;;
      --accept-loss) accept_loss=true && shift ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  connect
  need_stack
  need_application
  if [ "$status" = READY ]; then
    note "$application is stopped already."
    return
  fi
  if $force; then
    case $status in
      STARTING | UPDATING | STOPPING | AUTOSCALING | RUNNING) ;;
      *) fail "$application is $status; the service stops by force only what is STARTING, UPDATING, STOPPING, AUTOSCALING or RUNNING" ;;
    esac
    local latest
    latest=$(latest_snapshot) || exit 1
    ask "stop the job without a snapshot; the latest one is ${latest:-none}"
    ask_for_loss "state since the snapshot ${latest:-(there is none: all state)} is lost and made again from the stream, as far as it reaches back."
    stop_by_force
    return
  fi
  [ "$status" = RUNNING ] || fail "$application is $status; wait until it is RUNNING, or stop it with --force"
  ask 'take a snapshot and stop the job; findings wait in the stream until it is started'
  stop_with_snapshot || fail "the job was not stopped; it can be with --force, without a snapshot"
  if ! $dry_run; then
    [ -n "$stopped_with" ] || fail 'the job is stopped, but there is no new snapshot: look at scripts/operate snapshots before you start it'
    printf 'snapshot     %s\n' "$stopped_with"
  fi
}

help_upgrade() {
  cat <<'END'
Usage: scripts/operate upgrade [--jar FILE | --code-version V] [--set KEY=VALUE]... [OPTION]...

Builds the jar unless one is given, uploads it, takes a snapshot, changes the stack to the new jar and
the template of this checkout, waits until the job runs, and sees whether it is the new jar and a
checkpoint completes. Tells how to go back.

  --checkpoint-timeout MINUTES  how long to wait for a checkpoint (10); 0 does not look
  --skip-settings-check         do not ask scripts/breakwater whether the job would start
  --accept-loss                 the answer where a stream or the application would be made anew
END
}

run_upgrade() {
  local wanted_version=''
  while [ $# -gt 0 ]; do
    case $1 in
      --jar) value_of "$@" && jar=$value && shift 2 ;;
      --code-version) value_of "$@" && wanted_version=$value && shift 2 ;;
      --set) value_of "$@" && set_parameter "$value" && shift 2 ;;
      --checkpoint-timeout) duration_of "$@" && checkpoint_timeout=$value && shift 2 ;;
      --skip-settings-check) skip_settings_check=true && shift ;;
      --accept-loss) accept_loss=true && shift ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  [ -z "$jar" ] || [ -z "$wanted_version" ] || usage_fault 'either --jar or --code-version'
  [ -z "$jar" ] || need_jar "$jar"
  connect
  need_stack
  need_stack_at_rest
  need_application
  local ran=$status old=$runs_version
  case $ran in
    RUNNING | READY) ;;
    *) fail "$application is $ran; wait for that to end, or scripts/operate rollback" ;;
  esac
  check_settings
  need_bucket
  if [ -n "$wanted_version" ]; then
    need_code_version "$wanted_version"
    code_version=$wanted_version
  else
    have_jar_for_deploy
    upload_jar "$jar"
  fi
  given[CodeBucket]=$bucket given[CodeKey]=$code_key given[CodeVersion]=$code_version
  new_template=true
  change_stack upgrade "take a snapshot, and restart the job with jar $code_version in place of $old" || after_failed_upgrade
  if $dry_run || ! $stack_changed; then
    return
  fi
  if [ "$ran" = READY ]; then
    note "The new jar is there; the job is stopped as before. scripts/operate start starts it."
    return
  fi
  wait_for_status RUNNING UpdateApplication || after_failed_upgrade
  [ "$runs_version" = "$code_version" ] || after_failed_upgrade
  printf 'running      jar %s\n' "$runs_version"
  if [ "$checkpoint_timeout" -gt 0 ] && ! see_checkpoint; then
    tell_the_way_back
    fail "the new version runs, but no checkpoint of it was seen in $checkpoint_timeout seconds; see docs/runbook.md#checkpoints-failing"
  fi
  tell_the_way_back
}

tell_the_way_back() {
  note "The way back, to the jar and the state from before: scripts/operate rollback$([ "$stack" = breakwater ] || echo " --stack $stack")"
}

# A failed upgrade ends in one of three ways: taken back on both sides; taken back by the service alone,
# so that the stack says something else; or stopped, because the service could not go back.
after_failed_upgrade() {
  wait_for_rest
  look_at_stack
  note ''
  note "operate: the new version did not come up: $(reason UpdateApplication)"
  [ -z "$snapshot_before" ] || note "The snapshot $snapshot_before is from before."
  if [ "$runs_version" = "${has[CodeVersion]-}" ] && [ "$status" = RUNNING ]; then
    fail "the job runs the jar from before, $runs_version, and the stack says so. Nothing else is to be done"
  fi
  note "The application is $status with jar $runs_version; the stack says ${has[CodeVersion]-none}."
  fail 'scripts/operate rollback brings the jar from before, the state from before, and the stack to agree'
}

help_rollback() {
  cat <<'END'
Usage: scripts/operate rollback [--snapshot NAME] [--code-version V] [OPTION]...

Back to the jar and the state before the latest upgrade, with the stack in agreement.

While the application is UPDATING or AUTOSCALING the service itself goes back (RollbackApplication), and
then the stack is changed to what runs. Otherwise the job is stopped, with a snapshot if it can still
take one; the stack is changed to the jar before; the job is started from the snapshot before. Findings
since then are read again from the stream, so revisions may come twice; nothing is lost as long as the
stream keeps them.

  --snapshot NAME   the state to go back to; otherwise the latest before-upgrade-...
  --code-version V  the jar to go back to; otherwise the one that took that snapshot. If it runs
                    already, only the stack is changed to say so
  --this-template   go back to the template of this checkout as well; otherwise the stack keeps the one it
                    has. Where the upgrade brought settings that the jar before does not know, it does not
                    start with them: check out the release before, and call it from there
END
}

run_rollback() {
  local snapshot='' target='' rows taken_by chosen_for_it=false this_template=false
  while [ $# -gt 0 ]; do
    case $1 in
      --snapshot) value_of "$@" && snapshot=$value && shift 2 ;;
      --code-version) value_of "$@" && target=$value && shift 2 ;;
      --this-template) this_template=true && shift ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  connect
  need_stack
  need_application
  case $status in
    UPDATING | AUTOSCALING)
      [ -z "$snapshot$target" ] || fail "$application is $status: the service can only go back to the version before; call rollback without --snapshot and --code-version"
      rollback_by_service
      return
      ;;
    RUNNING | READY | ROLLED_BACK) ;;
    *) fail "$application is $status; wait for that to end (scripts/operate status), or scripts/operate stop --force" ;;
  esac
  need_stack_at_rest
  bucket=${has[CodeBucket]}
  code_key=${has[CodeKey]}

  if [ -n "$target" ] && [ "$target" = "$runs_version" ] && [ "$status" = RUNNING ] && [ -z "$snapshot" ]; then
    agree_with "$target"
    return
  fi
  rows=$(snapshots) || exit 1
  if [ -z "$snapshot" ]; then
    chosen_for_it=true
    snapshot=$(awk -F '\t' '$3 == "READY" && $2 ~ /^before-upgrade-/ && !seen++ { print $2 }' <<<"$rows")
    [ -n "$snapshot" ] || fail 'there is no snapshot from before an upgrade: choose one with --snapshot (scripts/operate snapshots)'
  else
    need_snapshot "$snapshot"
  fi
  if [ -z "$target" ]; then
    taken_by=$(awk -F '\t' -v name="$snapshot" '$2 == name && !seen++ { print $4 }' <<<"$rows")
    target=$(jar_of_version "$taken_by") || fail "which jar took $snapshot cannot be told: choose with --code-version (scripts/operate versions)"
  fi
  if $chosen_for_it && [ "$target" = "$runs_version" ] && [ "$status" = RUNNING ]; then
    note "Jar $target, which took $snapshot, is running: there is nothing to go back to."
    agree_with "$target"
    return
  fi
  need_code_version "$target"
  ask "stop the job, with a snapshot if it can take one" \
    "change the stack from jar ${has[CodeVersion]} to $target" \
    "start it from the snapshot $snapshot, and read again what came since"
  confirmed_as=$application yes=true # The change set that follows is part of what was asked.
  if [ "$status" = RUNNING ]; then
    stop_with_snapshot || {
      note 'No snapshot could be taken; stopping without one, as its state is not what is gone back to.'
      stop_by_force
    }
  fi
  given=([CodeVersion]="$target")
  new_template=$this_template
  if [ "${has[CodeVersion]}" != "$target" ]; then
    change_stack rollback "jar $target" || fail "the stack could not be changed. The job is stopped, nothing is lost: findings wait in the stream. Once that is put right, rollback again"
  elif ! $dry_run && [ "$runs_version" != "$target" ]; then
    fail "the stack says jar $target already and the application has $runs_version, so CloudFormation sees nothing to change.
Go over the jar that it has: scripts/operate rollback --code-version $runs_version, then rollback again"
  fi
  start_from "$snapshot"
  $dry_run || report_agreement
}

rollback_by_service() {
  ask "let the service go back to the version before, from its latest snapshot" \
    'then change the stack to what runs, if it says otherwise: the job restarts once more'
  confirmed_as=$application yes=true
  changing kinesisanalyticsv2 rollback-application --application-name "$application" \
    --current-application-version-id "$version_id" --query ApplicationDetail.ApplicationStatus >/dev/null ||
    fail "the service refuses to go back. scripts/operate stop --force, then rollback"
  if $dry_run; then
    note "Then the stack would be changed to the jar that runs, once it is at rest."
    return
  fi
  wait_for_rest
  [ "$status" = RUNNING ] || fail "the service could not go back, and the job is stopped: $(reason RollbackApplication)
scripts/operate rollback starts it with jar and state from before"
  note "$application is RUNNING with jar $runs_version."
  begin_waiting "the stack $stack"
  while look_at_stack && [[ $stack_status == *_IN_PROGRESS ]]; do
    keep_waiting "$stack is $stack_status"
  done
  need_stack_at_rest
  agree_with "$runs_version"
}

# Makes the stack say what runs.
agree_with() {
  if [ "${has[CodeVersion]}" = "$1" ]; then
    note "The stack and the application have the same jar, $1."
    return
  fi
  given=([CodeVersion]="$1")
  new_template=false
  change_stack agree "change the stack to jar $1, which runs" || after_failed_change
  if ! $dry_run; then
    wait_for_status RUNNING UpdateApplication || exit 1
    report_agreement
  fi
}

help_scale() {
  cat <<'END'
Usage: scripts/operate scale [--parallelism N] [--per-kpu N] [OPTION]...

Changes the parallelism through the stack: takes a snapshot, and the job restarts from it. KPUs, which
are billed, are the parallelism divided by the tasks per KPU, and one for orchestration.

  --parallelism N  tasks side by side, 1 to 256: the service's quota, and half of the 512 that the
                   job's state can be divided into
  --per-kpu N      tasks that share 1 vCPU, 4 GB and 50 GB of disk, 1 to 8
  --kpu-quota N    KPUs that the account may have for an application (64)
END
}

run_scale() {
  local tasks='' per='' quota=64 kpus
  while [ $# -gt 0 ]; do
    case $1 in
      --parallelism) whole_number_of "$@" && tasks=$value && shift 2 ;;
      --per-kpu) whole_number_of "$@" && per=$value && shift 2 ;;
      --kpu-quota) whole_number_of "$@" && quota=$value && shift 2 ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  [ -n "$tasks$per" ] || usage_fault 'to what? --parallelism, --per-kpu or both'
  [ -z "$tasks" ] || [ "$tasks" -le 512 ] || usage_fault "the state of the job can be divided into 512 at most, not $tasks"
  [ -z "$tasks" ] || { [ "$tasks" -ge 1 ] && [ "$tasks" -le 256 ]; } || usage_fault "--parallelism is 1 to 256, not $tasks"
  [ -z "$per" ] || { [ "$per" -ge 1 ] && [ "$per" -le 8 ]; } || usage_fault "--per-kpu is 1 to 8, not $per"
  connect
  need_stack
  need_stack_at_rest
  need_application
  [ -z "$tasks" ] || given[Parallelism]=$tasks
  [ -z "$per" ] || given[ParallelismPerKpu]=$per
  tasks=$(planned Parallelism 1) per=$(planned ParallelismPerKpu 1)
  kpus=$(((tasks + per - 1) / per))
  [ "$kpus" -le "$quota" ] || fail "that is $kpus KPUs, and an application may have $quota: raise --per-kpu, or the quota (L-3A88E041) and --kpu-quota"
  [ "${has[AutoScaling]-false}" != true ] ||
    note "AutoScaling is on: the service goes on changing the parallelism by itself, from there."
  local ran=$status
  change_stack scale "restart the job with parallelism $tasks, $per a KPU: $kpus KPUs and one for orchestration" || after_failed_change
  if ! $dry_run && $stack_changed && [ "$ran" = RUNNING ]; then
    wait_for_status RUNNING UpdateApplication || after_failed_change
    [ "$parallelism" = "$tasks" ] || fail "the application has parallelism $parallelism, not $tasks: the service took the change back: $(reason UpdateApplication)"
    printf 'running      parallelism %s, %s a KPU\n' "$parallelism" "$per_kpu"
  fi
}

help_snapshots() {
  cat <<'END'
Usage: scripts/operate snapshots [--take | --keep N] [OPTION]...

Lists snapshots, latest first: creation, name, status, version of the application.

  --take    take one of the running job
  --keep N  delete all but the latest N; those that are not READY stay. At least one stays
END
}

run_snapshots() {
  local take=false keep='' rows old created name
  while [ $# -gt 0 ]; do
    case $1 in
      --take) take=true && shift ;;
      --keep) whole_number_of "$@" && keep=$value && shift 2 ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  ! $take || [ -z "$keep" ] || usage_fault 'either --take or --keep'
  [ "$keep" != 0 ] || usage_fault '--keep is 1 or more: without a snapshot the job begins without state'
  connect
  need_stack
  need_application
  if $take; then
    [ "$status" = RUNNING ] || fail "$application is $status; only one that is RUNNING can take a snapshot"
    ask 'take a snapshot; the job goes on meanwhile'
    name=by-hand-$(stamp)
    take_snapshot "$name"
    $dry_run || printf 'snapshot     %s\n' "$name"
    return
  fi
  rows=$(snapshots) || exit 1
  if [ -z "$keep" ]; then
    printf '%s\n' "${rows:-no snapshots}"
    return
  fi
  old=$(awk -F '\t' -v keep="$keep" '$3 == "READY" && ++n > keep' <<<"$rows")
  if [ -z "$old" ]; then
    note 'Nothing to delete.'
    return
  fi
  ask "delete $(wc -l <<<"$old") snapshots, for ever: $(cut -f 2 <<<"$old" | tr '\n' ' ')"
  while IFS=$'\t' read -r created name _; do
    changing kinesisanalyticsv2 delete-application-snapshot --application-name "$application" \
      --snapshot-name "$name" --snapshot-creation-timestamp "$created" || exit 1
    note "deleted $name"
  done <<<"$old"
}

help_versions() {
  cat <<'END'
Usage: scripts/operate versions [OPTION]...

Lists the jars in the bucket, latest first: when, version, size in bytes. * is what the application runs.
END
}

run_versions() {
  options_only "$@"
  connect
  look_at_stack
  need_bucket
  look_at_application || exit 1
  local rows
  rows=$(reading s3api list-object-versions --bucket "$bucket" --prefix "$code_key" \
    --query 'Versions[].[LastModified,VersionId,Size]') || exit 1
  sort -r <<<"$rows" | awk -F '\t' -v runs="${runs_version-}" 'NF > 1 { print ($2 == runs ? "* " : "  ") $0 }'
}

help_outputs() {
  cat <<'END'
Usage: scripts/operate outputs [OPTION]...

Lists what the stack made, by the names of its outputs.
END
}

run_outputs() {
  options_only "$@"
  connect
  need_stack
  reading cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' || exit 1
}

help_logs() {
  cat <<'END'
Usage: scripts/operate logs [--since TIME] [--errors] [--follow] [OPTION]...

Prints the log of the job.

  --since TIME  such as 30m, 2h, or a time in ISO 8601 (1h)
  --errors      errors and warnings only
  --follow      go on as it grows
END
}

run_logs() {
  local since=1h more=()
  while [ $# -gt 0 ]; do
    case $1 in
      --since) value_of "$@" && since=$value && shift 2 ;;
      --errors) more+=(--filter-pattern '?ERROR ?WARN') && shift ;;
      --follow) more+=(--follow) && shift ;;
      *) common_option "$@" && shift $taken ;;
    esac
  done
  connect
  need_stack
  aws logs tail "/aws/kinesis-analytics/$application" --since "$since" ${more[@]+"${more[@]}"} "${where[@]}"
}
