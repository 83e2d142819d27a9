# shellcheck shell=bash
# CloudFormation: what the stack is like, and changes to it, which are shown before they are made.

template=$root/deploy/kinesis-analytics/breakwater.template.json
code_template=$root/deploy/kinesis-analytics/code-bucket.template.json
# The tests have another one.
breakwater=${BREAKWATER_CLI:-$root/scripts/breakwater}

declare -A has=()   # parameters that the stack has now
declare -A given=() # parameters that are to change
stack_status='' prefix='' application=''
change_set=''

# The template is written by this project: a parameter a line, indented by four.
template_parameters() {
  sed -n '/^  "Parameters": {/,/^  }/s/^    "\([A-Za-z0-9]*\)": {.*/\1/p' "$template"
}

# Status of a stack, ABSENT if there is none.
status_of_stack() {
  local answer
  if answer=$(reading cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' 2>&1); then
    printf '%s\n' "$answer"
  elif [[ $answer == *'does not exist'* ]]; then
    echo ABSENT
  else
    printf '%s\n' "$answer" >&2
    return 1
  fi
}

# Reads the stack, and with it the name of the application.
look_at_stack() {
  local rows key value
  stack_status=$(status_of_stack "$stack") || exit 1
  has=()
  case $stack_status in
    ABSENT | REVIEW_IN_PROGRESS) ;; # the latter is left behind by a change set that was never executed
    *)
      rows=$(reading cloudformation describe-stacks --stack-name "$stack" \
        --query 'Stacks[0].Parameters[].[ParameterKey,ParameterValue]') || exit 1
      while IFS=$'\t' read -r key value; do
        [ -z "$key" ] || has[$key]=$value
      done <<<"$rows"
      ;;
  esac
  prefix=${has[NamePrefix]:-${given[NamePrefix]:-breakwater}}
  application=$prefix-correlation
  code_key=${has[CodeKey]:-$code_key}
}

need_stack() {
  look_at_stack
  case $stack_status in
    ABSENT | REVIEW_IN_PROGRESS) fail "there is no stack $stack in account $account, $region; scripts/operate deploy makes it (or give --stack)" ;;
  esac
}

need_stack_at_rest() {
  case $stack_status in
    REVIEW_IN_PROGRESS) ;;
    *_IN_PROGRESS) fail "the stack $stack is $stack_status; wait for that to end. If an update hangs: scripts/operate rollback" ;;
    ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED | DELETE_FAILED)
      fail "the stack $stack is $stack_status and cannot be changed any more: delete it (aws cloudformation delete-stack --stack-name $stack), then deploy" ;;
    UPDATE_ROLLBACK_FAILED)
      fail "the stack $stack is $stack_status: put right what its events say, then aws cloudformation continue-update-rollback --stack-name $stack" ;;
  esac
}

# KEY=VALUE lines; empty ones and those that begin with # do not count.
read_parameters() {
  local file=$1 line number=0
  [ -r "$file" ] || usage_fault "cannot read the parameters in $file"
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    line=${line%$'\r'}
    case $line in
      '' | '#'*) ;;
      *=*) set_parameter "$line" "$file line $number" ;;
      *) usage_fault "$file line $number: expected KEY=VALUE, found '$line'" ;;
    esac
  done <"$file"
}

set_parameter() {
  local key=${1%%=*} from=${2:---set}
  [[ $1 == *=* ]] || usage_fault "$from: expected KEY=VALUE, found '$1'"
  grep -qxF -- "$key" <<<"$known_parameters" ||
    usage_fault "$from: the stack has no parameter '$key'; it has: $(tr '\n' ' ' <<<"$known_parameters")"
  case $key in
    CodeBucket | CodeKey | CodeVersion) usage_fault "$from: $key is set by --jar and --code-version" ;;
  esac
  given[$key]=${1#*=}
}

# The bucket of jars.
look_for_bucket() {
  bucket=''
  local state
  state=$(status_of_stack "$code_stack") || exit 1
  case $state in
    ABSENT | REVIEW_IN_PROGRESS) return ;;
  esac
  bucket=$(reading cloudformation describe-stacks --stack-name "$code_stack" \
    --query "Stacks[0].Outputs[?OutputKey=='BucketName'].OutputValue") || exit 1
  [ -n "$bucket" ] && [ "$bucket" != None ] || fail "the stack $code_stack is $state and has no output BucketName"
}

# Whether the job would start with these settings: its own check, on this machine.
check_settings() {
  local file faults name prefix_of_streams=$prefix live_rules
  live_rules=$(planned LiveRules false)
  if $skip_settings_check; then
    return
  fi
  file=$(mktemp)
  {
    printf '[{"PropertyGroupId":"Source","PropertyMap":{"input-stream":%s,"region":%s' \
      "$(json_text "$prefix_of_streams-findings")" "$(json_text "$region")"
    setting start-position StartPosition
    [ "$live_rules" != true ] || printf ',"rule-stream":%s' "$(json_text "$prefix_of_streams-rules")"
    printf '}},{"PropertyGroupId":"Sinks","PropertyMap":{'
    printf '"exposure-stream":%s,"certificate-stream":%s,"dead-letter-stream":%s,"choke-point-stream":%s' \
      "$(json_text "$prefix_of_streams-exposures")" "$(json_text "$prefix_of_streams-certificates")" \
      "$(json_text "$prefix_of_streams-dead-letters")" "$(json_text "$prefix_of_streams-choke-points")"
    [ "$live_rules" != true ] || printf ',"rule-answer-stream":%s' "$(json_text "$prefix_of_streams-rule-answers")"
    printf '}},{"PropertyGroupId":"Correlation","PropertyMap":{"settle":%s' "$(json_text "$(planned Settle PT5S)")"
    setting lateness Lateness
    setting hops Hops
    setting judged-again-per-second JudgedAgainPerSecond
    setting max-record-bytes MaxRecordBytes
    printf '}}]\n'
  } >"$file"
  if ! faults=$("$breakwater" settings check "$file" 2>&1); then
    rm -f "$file"
    note "$faults"
    fail 'the job would not start with these settings (--skip-settings-check leaves the check out); nothing was changed'
  fi
  rm -f "$file"
}

setting() {
  local value
  value=$(planned "$2" '')
  [ -z "$value" ] || printf ',"%s":%s' "$1" "$(json_text "$value")"
}

# What a parameter will be, or $2 where it is left to the template.
planned() {
  printf '%s' "${given[$1]-${has[$1]-$2}}"
}

# What create-change-set is told: what is given; what was before; the template's defaults for what is new.
# A stack that keeps its template keeps its parameters.
parameters_as_json() {
  local key json='' keys=$known_parameters
  $new_template || keys=$(printf '%s\n' "${!has[@]}" | sort)
  while IFS= read -r key; do
    if [ -n "${given[$key]+x}" ]; then
      json+=",{\"ParameterKey\":\"$key\",\"ParameterValue\":$(json_text "${given[$key]}")}"
    elif [ -n "${has[$key]+x}" ]; then
      json+=",{\"ParameterKey\":\"$key\",\"UsePreviousValue\":true}"
    fi
  done <<<"$keys"
  printf '[%s]' "${json#,}"
}

# Changes the stack to the parameters in $given: change set, question, snapshot where the job is touched,
# execution, and the end of it. $1 names snapshots; the rest are further words for the question.
# Sets $stack_changed. The template is that of this checkout with $new_template, otherwise the stack's own.
change_stack() {
  local purpose=$1 type=UPDATE source=(--use-previous-template) key='' state why
  shift
  stack_changed=false
  snapshot_before=''
  case $stack_status in
    ABSENT | REVIEW_IN_PROGRESS) type=CREATE ;;
  esac
  if $new_template; then
    key=templates/breakwater-$(sha256sum "$template" | cut -c1-16).template.json
    changing s3api put-object --bucket "$bucket" --key "$key" --body "$template" --query ETag >/dev/null || exit 1
    source=(--template-url "https://$bucket.s3.$region.amazonaws.com$([[ $region == cn-* ]] && echo .cn || true)/$key")
  fi
  change_set=operate-$purpose-$(stamp)
  changing cloudformation create-change-set --stack-name "$stack" --change-set-name "$change_set" \
    --change-set-type "$type" "${source[@]}" --capabilities CAPABILITY_IAM \
    --parameters "$(parameters_as_json)" --query Id >/dev/null || {
    change_set=''
    exit 1
  }
  if ! $dry_run; then
    trap 'forget_change_set' EXIT
    begin_waiting 'the change set'
    while :; do
      state=$(reading cloudformation describe-change-set --stack-name "$stack" --change-set-name "$change_set" \
        --no-paginate --query Status) || exit 1
      case $state in
        CREATE_COMPLETE) break ;;
        FAILED)
          why=$(reading cloudformation describe-change-set --stack-name "$stack" --change-set-name "$change_set" \
            --no-paginate --query StatusReason) || exit 1
          case $why in
            *"didn't contain changes"* | *'No updates are to be performed'*)
              note "Nothing to change: the stack $stack is like that already."
              forget_change_set
              return
              ;;
          esac
          fail "CloudFormation refuses the change: $why"
          ;;
      esac
      keep_waiting "the change set is $state"
    done
    show_changes
  fi
  ask "$@" "change the stack as listed above"
  refuse_silent_loss
  if [ "$type" = UPDATE ]; then
    snapshot_before_change "$purpose"
  fi
  local token=$change_set
  changing cloudformation execute-change-set --stack-name "$stack" --change-set-name "$change_set" \
    --client-request-token "$token" || exit 1
  change_set=''
  stack_changed=true
  if ! $dry_run; then
    wait_for_stack "$token"
  fi
}

show_changes() {
  changes=$(reading cloudformation describe-change-set --stack-name "$stack" --change-set-name "$change_set" \
    --query 'Changes[].ResourceChange.[Action,Replacement,ResourceType,LogicalResourceId]') || exit 1
  local key action replacement type name count=0
  note ''
  note "Changes to the stack $stack:"
  for key in $(printf '%s\n' "${!given[@]}" | sort); do
    [ "${has[$key]-}" = "${given[$key]}" ] || note "  $key: ${has[$key]-(default)} -> ${given[$key]}"
  done
  while IFS=$'\t' read -r action replacement type name; do
    [ -n "$action" ] || continue
    count=$((count + 1))
    [ "$replacement" != True ] || action='REPLACE'
    if [ "$action" != Add ] || [ "$count" -le 15 ]; then
      note "  $(printf '%-8s %-46s %s' "$action" "$type" "$name")"
    fi
  done <<<"$changes"
  note "  $count resources in all"
}

# A stream or an application that is replaced or removed takes what is in it along.
refuse_silent_loss() {
  local lost
  lost=$(awk -F '\t' '($2 == "True" || $1 == "Remove") &&
    ($3 == "AWS::KinesisAnalyticsV2::Application" || $3 == "AWS::Kinesis::Stream") { printf "%s ", $4 }' <<<"${changes-}")
  [ -z "$lost" ] || ask_for_loss "$lost would be made anew or removed, with state, snapshots and records in it."
}

snapshot_before_change() {
  # In a dry run the application is not what the calls that were printed would have made of it.
  $dry_run && [ -n "$status" ] || look_at_application || exit 1
  $dry_run || grep -q 'AWS::KinesisAnalyticsV2::Application'$'\t' <<<"$changes" || return 0
  case $status in
    RUNNING)
      snapshot_before=before-$1-$(stamp)
      take_snapshot "$snapshot_before"
      ;;
    READY) note "$application is stopped: no snapshot is taken, and it stays stopped." ;;
    ABSENT) ;;
    *) fail "$application is $status; wait for that to end, or scripts/operate rollback" ;;
  esac
}

forget_change_set() {
  [ -n "$change_set" ] || return 0
  local forgotten=$change_set
  change_set=''
  reading cloudformation delete-change-set --stack-name "$stack" --change-set-name "$forgotten" >/dev/null || true
  case $stack_status in
    # A stack that was only ever reviewed is in the way of the next one of that name.
    ABSENT | REVIEW_IN_PROGRESS) reading cloudformation delete-stack --stack-name "$stack" >/dev/null || true ;;
  esac
}

# Waits until the stack is at rest; $1 is the token of the change.
wait_for_stack() {
  local token=$1 state misses_of_stack=0
  begin_waiting "the stack $stack"
  while :; do
    if state=$(status_of_stack "$stack"); then
      misses_of_stack=0
    else
      misses_of_stack=$((misses_of_stack + 1))
      [ $misses_of_stack -lt 5 ] || fail "the stack $stack cannot be looked at; what AWS has begun goes on"
      state='not to be seen'
    fi
    case $state in
      CREATE_COMPLETE | UPDATE_COMPLETE | UPDATE_COMPLETE_CLEANUP_IN_PROGRESS)
        note "The stack $stack is $state."
        return
        ;;
      *ROLLBACK_COMPLETE | *FAILED | ABSENT)
        note "operate: the stack $stack is $state. What failed:"
        reading cloudformation describe-stack-events --stack-name "$stack" --query \
          "StackEvents[?ClientRequestToken=='$token' && contains(ResourceStatus, 'FAILED')].[LogicalResourceId,ResourceStatusReason]" |
          sed 's/^/  /; s/\t/: /' >&2 || true
        return 1
        ;;
    esac
    keep_waiting "$stack is $state"
  done
}
