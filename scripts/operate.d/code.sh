# shellcheck shell=bash
# The jar: built here, kept in a bucket under one key. Each upload is a version of S3's own.
#
# One key and not one a build: the role of the job may read that key only, and the service goes back to
# the version before by itself. With another key the role would have lost the right to the jar it goes back to.

code_key=breakwater-correlation.jar
built_jar=$root/pipeline/flink/target/breakwater-correlation.jar

build_jar() {
  command -v mvn >/dev/null || fail 'no Maven found; install Maven 3.8 or later, or give --jar'
  note 'Building the jar ...'
  local log
  log=$(mktemp)
  if ! (cd "$root" && mvn -q -B -DskipTests -pl pipeline/flink -am package) >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "the build failed; its last lines are above, all of it is in $log"
  fi
  rm -f "$log"
  [ -f "$built_jar" ] || fail "the build made no $built_jar"
}

need_jar() {
  [ -f "$1" ] || usage_fault "there is no jar $1"
  # A jar is a zip archive.
  [ "$(head -c 2 "$1")" = PK ] || usage_fault "$1 is no jar"
  [ "$(wc -c <"$1")" -le $((512 * 1024 * 1024)) ] || fail "$1 is larger than the 512 MB that the service takes"
}

# What is known of where a jar comes from, kept with the version.
origin() {
  local commit=unknown
  if [ "$1" = "$built_jar" ] && commit=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null); then
    [ -z "$(git -C "$root" status --porcelain 2>/dev/null | head -n 1)" ] || commit+=-changed
  fi
  printf 'commit=%s,sha256=%s' "${commit:-unknown}" "$(sha256sum "$1" | cut -d ' ' -f 1)"
}

# Puts the jar into the bucket; sets code_version.
upload_jar() {
  local jar=$1
  note "Uploading $jar ..."
  code_version=$(changing s3api put-object --bucket "$bucket" --key "$code_key" --body "$jar" \
    --metadata "$(origin "$jar")" --query VersionId) || exit 1
  if $dry_run; then
    code_version=VERSION-OF-THE-UPLOAD
  fi
  case $code_version in
    '' | None | null) fail "S3 gave no version: is versioning on for the bucket $bucket?" ;;
  esac
}

need_code_version() {
  reading s3api head-object --bucket "$bucket" --key "$code_key" --version-id "$1" --query ETag >/dev/null ||
    fail "there is no version $1 of $code_key in $bucket; scripts/operate versions lists them"
}
