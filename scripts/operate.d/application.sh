# shellcheck shell=bash
# The Flink application: what it is doing, snapshots, starting and stopping.

# Reads status, version_id, came_from, runs_version (of the jar), runs_key, runs_bucket, parallelism,
# current_parallelism, per_kpu and auto_scaling. status is ABSENT where there is no application.
look_at_application() {
  local code=ApplicationConfigurationDescription.ApplicationCodeConfigurationDescription.CodeContentDescription.S3ApplicationCodeLocationDescription
  local scale=ApplicationConfigurationDescription.FlinkApplicationConfigurationDescription.ParallelismConfigurationDescription
  local row
  row=$(reading kinesisanalyticsv2 describe-application --application-name "$application" --query \
    "ApplicationDetail.[ApplicationStatus,ApplicationVersionId,ApplicationVersionUpdatedFrom,$code.ObjectVersion,$code.FileKey,$code.BucketARN,$scale.Parallelism,$scale.CurrentParallelism,$scale.ParallelismPerKPU,$scale.AutoScalingEnabled]" \
    2>&1) || {
    case $row in
      *ResourceNotFoundException*)
        status=ABSENT
        return
        ;;
    esac
    printf '%s\n' "$row" >&2
    return 1
  }
  IFS=$'\t' read -r status version_id came_from runs_version runs_key runs_bucket parallelism current_parallelism per_kpu auto_scaling <<<"$row"
}

need_application() {
  look_at_application || exit 1
  [ "$status" != ABSENT ] || fail "there is no application $application in $region; scripts/operate deploy makes it"
}

# A look while waiting: one that fails may be a moment's trouble, several are not.
misses=0
look_again() {
  if look_at_application; then
    misses=0
  else
    misses=$((misses + 1))
    [ $misses -lt 5 ] || fail "$application cannot be looked at; what AWS has begun goes on"
  fi
}

# Waits until the status is $1. Fails with the reason when operation $2, of which $3 is the id if it is
# known, has failed, or when the application stays at rest in another status.
wait_for_status() {
  local wanted=$1 operation=$2 id=${3:-} at_rest=0
  begin_waiting "$application to be $wanted"
  while look_again && [ "$status" != "$wanted" ]; do
    case $status in
      READY | RUNNING | ROLLED_BACK)
        at_rest=$((at_rest + 1))
        if [ $at_rest -ge 6 ] || [[ $(outcome "$operation" "$id" OperationStatus) == @(FAILED|CANCELLED) ]]; then
          note "operate: $application is $status, not $wanted: $(reason "$operation" "$id")"
          return 1
        fi
        ;;
      ABSENT | DELETING) fail "$application is being deleted" ;;
    esac
    keep_waiting "$application is $status"
  done
  note "$application is $status."
}

# Waits until the application is at rest, wherever that is.
wait_for_rest() {
  begin_waiting "$application to come to rest"
  while look_again; do
    case $status in
      READY | RUNNING | ROLLED_BACK | ABSENT) return ;;
    esac
    keep_waiting "$application is $status"
  done
}

# A field of an operation: that with the id $2, or the latest with the name $1. Empty if there is none to be had.
outcome() {
  local id=${2:-} text
  if [ -z "$id" ] || [ "$id" = None ]; then
    id=$(operations 2>/dev/null | awk -F '\t' -v name="$1" '$2 == name && !seen++ { print $4 }') || true
  fi
  [ -n "$id" ] || return 0
  text=$(reading kinesisanalyticsv2 describe-application-operation --application-name "$application" \
    --operation-id "$id" --query "ApplicationOperationInfoDetails.$3" 2>/dev/null) || true
  [ "$text" = None ] || printf '%s' "$text"
}

# What the service says of an operation that failed.
reason() {
  local text
  text=$(outcome "$1" "${2:-}" OperationFailureDetails.ErrorInfo.ErrorString)
  printf '%s\n' "${text:-the service names no reason; look into scripts/operate logs --errors}"
}

# Operations, latest first: start, name, status, id. Sorted here, as the CLI applies queries page by page.
operations() {
  reading kinesisanalyticsv2 list-application-operations --application-name "$application" \
    --query 'ApplicationOperationInfoList[].[StartTime,Operation,OperationStatus,OperationId]' | grep . | sort -r
}

# Snapshots, latest first: creation, name, status, version of the application.
snapshots() {
  local rows
  rows=$(reading kinesisanalyticsv2 list-application-snapshots --application-name "$application" \
    --query 'SnapshotSummaries[].[SnapshotCreationTimestamp,SnapshotName,SnapshotStatus,ApplicationVersionId]') || return 1
  grep . <<<"$rows" | sort -r || true
}

latest_snapshot() {
  local rows
  rows=$(snapshots) || exit 1
  awk -F '\t' '$3 == "READY" && !seen++ { print $2 }' <<<"$rows"
}

# Which jar a version of the application has.
jar_of_version() {
  reading kinesisanalyticsv2 describe-application-version --application-name "$application" \
    --application-version-id "$1" --query \
    'ApplicationVersionDetail.ApplicationConfigurationDescription.ApplicationCodeConfigurationDescription.CodeContentDescription.S3ApplicationCodeLocationDescription.ObjectVersion'
}

take_snapshot() {
  local name=$1 state
  note "Taking the snapshot $name ..."
  changing kinesisanalyticsv2 create-application-snapshot --application-name "$application" --snapshot-name "$name" ||
    fail "no snapshot could be taken, so nothing was changed. Is the job healthy? scripts/operate status"
  if $dry_run; then
    return
  fi
  begin_waiting "the snapshot $name"
  while :; do
    state=$(reading kinesisanalyticsv2 describe-application-snapshot --application-name "$application" \
      --snapshot-name "$name" --query SnapshotDetails.SnapshotStatus) || state='not to be seen'
    case $state in
      READY) return ;;
      FAILED) fail "the snapshot $name failed, so nothing was changed: $(reason CreateApplicationSnapshot)" ;;
    esac
    keep_waiting "$name is $state"
  done
}

# Stops with a snapshot. Returns 1 if the service could not take it and let the job run on.
stop_with_snapshot() {
  local before id
  before=$(latest_snapshot) || exit 1
  id=$(changing kinesisanalyticsv2 stop-application --application-name "$application" --query OperationId) ||
    return 1
  if $dry_run; then
    status=READY
    return
  fi
  wait_for_status READY StopApplication "$id" || return 1
  stopped_with=$(latest_snapshot) || exit 1
  [ "$stopped_with" != "$before" ] || stopped_with=''
}

stop_by_force() {
  local id
  id=$(changing kinesisanalyticsv2 stop-application --application-name "$application" --force --query OperationId) || exit 1
  $dry_run || wait_for_status READY StopApplication "$id" || exit 1
}

# start_from latest | none | NAME
start_from() {
  local id restore run=FlinkRunConfiguration={AllowNonRestoredState=false}
  case $1 in
    latest) restore=ApplicationRestoreType=RESTORE_FROM_LATEST_SNAPSHOT ;;
    none) restore=ApplicationRestoreType=SKIP_RESTORE_FROM_SNAPSHOT ;;
    *) restore=ApplicationRestoreType=RESTORE_FROM_CUSTOM_SNAPSHOT,SnapshotName=$1 ;;
  esac
  id=$(changing kinesisanalyticsv2 start-application --application-name "$application" \
    --run-configuration "$run,ApplicationRestoreConfiguration={$restore}" --query OperationId) || exit 1
  $dry_run || wait_for_status RUNNING StartApplication "$id" ||
    fail "the job did not come up. With the cause put right, start it again; after an upgrade, scripts/operate rollback"
}

# Waits for a checkpoint of the job that has just come up. CloudWatch has no count of complete ones, but
# the duration of the last, which is -1 in Flink until one is complete. It begins with the next minute, as
# the present one has values of the job before as well.
see_checkpoint() {
  local since values
  since=$(TZ=UTC printf '%(%Y-%m-%dT%H:%M:00Z)T' $((EPOCHSECONDS + 60)))
  begin_waiting 'a checkpoint' $((checkpoint_timeout + 60))
  note 'Waiting for a checkpoint of the new version; CloudWatch shows it some minutes late ...'
  while [ $((SECONDS - waiting_since)) -lt "$checkpoint_timeout" ]; do
    values=$(reading cloudwatch get-metric-statistics --namespace AWS/KinesisAnalytics \
      --metric-name lastCheckpointDuration --dimensions "Name=Application,Value=$application" \
      --start-time "$since" --end-time "$(TZ=UTC printf '%(%Y-%m-%dT%H:%M:00Z)T' $((EPOCHSECONDS + 120)))" --period 60 --statistics Maximum \
      --query 'Datapoints[].[Maximum]') || values=''
    if grep -q '^[0-9]' <<<"$values"; then
      note 'A checkpoint is complete.'
      return
    fi
    keep_waiting 'no checkpoint to be seen yet'
  done
  return 1
}
