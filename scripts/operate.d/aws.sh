# shellcheck shell=bash
# Every call of the AWS CLI, and who makes it where.

# The CLI tries again by itself when AWS is busy.
export AWS_RETRY_MODE=${AWS_RETRY_MODE:-standard} AWS_MAX_ATTEMPTS=${AWS_MAX_ATTEMPTS:-8} AWS_PAGER=''
where=()
account='' caller=''

connect() {
  command -v aws >/dev/null || fail 'no AWS CLI found; install version 2'
  if [ -n "$profile" ]; then
    where+=(--profile "$profile")
  fi
  region=${region:-${AWS_REGION:-${AWS_DEFAULT_REGION:-}}}
  if [ -z "$region" ]; then
    region=$(aws configure get region "${where[@]}" || true)
  fi
  [ -n "$region" ] || usage_fault 'which Region? Give --region, or configure one for the AWS CLI'
  where+=(--region "$region")
  local identity
  identity=$(reading sts get-caller-identity --query '[Account,Arn]') || exit 1
  IFS=$'\t' read -r account caller <<<"$identity"
}

# Reads; prints text. Failures are told in AWS's words.
reading() {
  local errors status=0
  { errors=$(aws "$@" --output text "${where[@]}" 2>&1 >&3) || status=$?; } 3>&1
  if [ $status -ne 0 ]; then
    note "operate: aws $1 $2 failed: $(words_of "$errors")"
    return 1
  fi
}

# Changes something; a dry run prints it instead.
changing() {
  if $dry_run; then
    printf 'aws %s\n' "$(quoted "$@" "${where[@]}")" >&4
  else
    reading "$@"
  fi
}
exec 4>&1

words_of() {
  local text
  text=$(tr '\n' ' ' <<<"$1")
  text=${text#"${text%%[! ]*}"}
  printf '%s' "${text%"${text##*[! ]}"}"
}

# Text for JSON.
json_text() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}
