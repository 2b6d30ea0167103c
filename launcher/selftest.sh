#!/usr/bin/env bash
# Tests of the launcher and of commands as their users run them, on the built product. Run by ./lantian test.
set -uo pipefail
cd -- "$(dirname -- "$0")/.."
LANTIAN_HOME=$PWD
unset JAVA_TOOL_OPTIONS
unset LC_ALL LC_MESSAGES
export LANG=en_US.UTF-8
PASSED=0 FAILED=0
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT

# check NAME: by the exit code of the command before it.
check() {
  if [ $? = 0 ]; then
    PASSED=$((PASSED + 1))
    printf '  ok: %s\n' "$1"
  else
    FAILED=$((FAILED + 1))
    printf '  FAILED: %s\n' "$1"
  fi
}

# ends CODE COMMAND…: whether the command ends with this exit code; its output is kept in $FOLDER/out and err.
ends() {
  local expected=$1 code=0
  shift
  "$@" > "$FOLDER/out" 2> "$FOLDER/err" < /dev/null || code=$?
  [ "$code" = "$expected" ] || {
    printf 'exit code %s instead of %s: %s\n' "$code" "$expected" "$*"
    cat "$FOLDER/out" "$FOLDER/err"
    return 1
  }
}

fake_jdk() {
  mkdir -p "$1/bin"
  printf '#!/bin/sh\n' > "$1/bin/javac"
  chmod +x "$1/bin/javac"
  printf 'IMPLEMENTOR="x"\nJAVA_VERSION="%s"\n' "$2" > "$1/release"
}

in_launcher() { (. launcher/base.sh && . launcher/jdk.sh && . launcher/build.sh && "$@"); }

fake_jdk "$FOLDER/old" 17.0.9
fake_jdk "$FOLDER/new" 26-ea
in_launcher is_new_enough "$FOLDER/new" && ! in_launcher is_new_enough "$FOLDER/old" \
  && ! in_launcher is_new_enough "$FOLDER/absent"
check "a JDK is judged by its release file"

ends 0 env JAVA_HOME="$FOLDER/old" ./lantian version && grep -q '^jdk 2[5-9]' "$FOLDER/out"
check "a JAVA_HOME that is too old is passed over for a JDK of the system"

no_jdk() { (. launcher/base.sh && . launcher/jdk.sh && LEAST_JDK=99 && may_install() { false; } && find_jdk); }
ends 1 no_jdk && [ "$(wc -l < "$FOLDER/err")" = 1 ] && grep -q 'needs JDK 99' "$FOLDER/err"
check "without a JDK one sentence says how to get one"

ends 0 ./lantian version && [ ! -s "$FOLDER/err" ]
check "what is built is not built again"

is_still_built() {
  (
    JAVA_HOME=$(cat target/launcher/built)
    export JAVA_HOME
    in_launcher is_built
  )
}
touch -r cli/pom.xml "$FOLDER/time"
is_still_built && touch cli/pom.xml && ! is_still_built
check "a changed source is noticed"
touch -r "$FOLDER/time" cli/pom.xml

fastest=9999
for _ in 1 2 3 4 5; do
  began=$(date +%s%N)
  ./lantian version > /dev/null
  took=$((($(date +%s%N) - began) / 1000000))
  [ "$took" -ge "$fastest" ] || fastest=$took
done
[ "$fastest" -lt 500 ]
check "a command starts in under half a second (fastest of five: $fastest ms)"

ends 2 ./lantian no-such-command && grep -q '^Wrong use' "$FOLDER/err" && [ ! -s "$FOLDER/out" ]
check "an unknown command is wrong use"

ends 2 ./lantian start --port 99999 --data-dir "$FOLDER/data" && [ "$(wc -l < "$FOLDER/err")" = 1 ] \
  && [ ! -e "$FOLDER/data" ]
check "a wrong option is one sentence and leaves nothing behind"

ends 0 ./lantian config --json --data-dir "$FOLDER/data" && grep -q "\"data-dir\":\"$FOLDER/data\"" "$FOLDER/out"
check "config prints the settings that start would use"

ends 0 ./lantian completion bash && bash -c '. "$1" && complete -p lantian' - "$FOLDER/out" > /dev/null
check "the completion script works in bash"

ends 0 ./lantian admin password --json --data-dir "$FOLDER/data" && grep -q '"password":"[A-Za-z0-9]\{16\}"' "$FOLDER/out" \
  && ! pgrep -f "$FOLDER/data" > /dev/null
check "the administrator's password is reset without a running server, and no process is left"

ends 1 ./lantian admin password --data-dir /proc/nowhere && [ "$(wc -l < "$FOLDER/err")" = 1 ]
check "a data directory that cannot be is one sentence"

printf '%d ok, %d not ok\n' "$PASSED" "$FAILED"
[ "$FAILED" = 0 ]
