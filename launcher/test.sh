# Every test: city packs, Java, pages, browser. Ends with how many passed, failed and were skipped, and why.

PASSED=0 FAILED=0 SKIPPED=0
BROKEN_STEPS=()

run_tests() {
  [ $# = 0 ] || { say "lantian test 没有选项" "lantian test takes no options"; exit 2; }
  need mvn maven "需要 Maven：请安装 maven。" "Lantian needs Maven to build: install maven."
  need_node
  need_browser
  mkdir -p "$STATE"
  rm -f "$STATE/built" "$STATE"/test-*.log
  find "$LANTIAN_HOME" -path '*/node_modules' -prune -o -type d -path '*/target/surefire-reports' -print0 \
    | xargs -0 -r rm -rf
  rm -rf "$LANTIAN_HOME"/{server,cli}/target/lib
  local began=$SECONDS
  cd "$LANTIAN_HOME"

  printf '%s' "$JAVA_HOME" > "$STATE/started"
  rm -f web/target/.check # what was checked before is checked again
  step java "城市包、Java 与网页单元测试 / city packs, Java, and the pages' units and types" mvn -B --fail-at-end verify
  count_surefire
  count_node "$STATE/test-java.log"
  count_vitest "$STATE/test-java.log"
  if [ ${#BROKEN_STEPS[@]} = 0 ]; then
    finish_build "$STATE/started"
    step launcher "启动器与命令行 / launcher and command line" "$LANTIAN_HOME/launcher/selftest.sh"
    count_selftest "$STATE/test-launcher.log"
  fi
  if [ -f e2e/package.json ] && [ ${#BROKEN_STEPS[@]} = 0 ]; then
    step e2e "浏览器 / browser" test_browser
    count_playwright "$STATE/test-e2e.log"
  fi
  summarise $((SECONDS - began))
}

# step NAME TITLE COMMAND…: runs one part, shows its output and keeps it in a log.
step() {
  local name=$1 title=$2 began=$SECONDS
  shift 2
  printf '\n== %s\n' "$title"
  if "$@" 2>&1 < /dev/null | tee "$STATE/test-$name.log" | quiet_output; then
    printf '== %s: %d s\n' "$title" $((SECONDS - began))
  else
    printf '== %s: FAILED (%d s), log: target/launcher/test-%s.log\n' "$title" $((SECONDS - began)) "$name"
    BROKEN_STEPS+=("$title")
  fi
}

# Leaves out what nobody reads: downloads and empty lines of Maven.
quiet_output() {
  grep -a --line-buffered -vE '^\[INFO\] *$|Download(ing|ed) from|^\[INFO\] (---|Nothing to|Copying|skip |Using )|already exists in destination|^Progress' || true
}

test_browser() {
  (cd e2e && npm ci --no-audit --no-fund && npm test)
}

# Chromium of the distribution: no test tool's own download.
need_browser() {
  [ -f "$LANTIAN_HOME/e2e/package.json" ] || return 0
  if ! command -v chromium > /dev/null && ! command -v chromium-browser > /dev/null \
    && ! command -v google-chrome > /dev/null; then
    need chromium "chromium fonts-noto-cjk" \
      "浏览器测试需要 Chromium：请安装 chromium 与 fonts-noto-cjk。" \
      "The browser tests need Chromium: install chromium and fonts-noto-cjk."
  fi
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" > /dev/null; then
      CHROMIUM=${CHROMIUM:-$(command -v "$name")}
      export CHROMIUM
    fi
  done
  if command -v fc-list > /dev/null && [ -z "$(fc-list :lang=zh family 2> /dev/null)" ] && may_install; then
    install_packages fonts-noto-cjk || true
  fi
}

add() {
  PASSED=$((PASSED + $1))
  FAILED=$((FAILED + $2))
  SKIPPED=$((SKIPPED + $3))
}

# Sums the attributes of all Surefire reports.
count_surefire() {
  local sums
  sums=$(find . -path '*/node_modules' -prune -o -path '*/target/surefire-reports/TEST-*.xml' -print0 \
    | xargs -0 -r awk '
        function value(name,   at) {
          at = match($0, " " name "=\"[0-9]+\"")
          return at ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
        }
        /<testsuite / {
          tests += value("tests"); broken += value("failures") + value("errors"); skipped += value("skipped")
          nextfile
        }
        END { print tests - broken - skipped, broken + 0, skipped + 0 }')
  # shellcheck disable=SC2086 # three numbers
  add ${sums:-0 0 0}
}

# number PATTERN FILE: the number before or after a word in the last line that matches.
number() {
  { sed 's/\x1b\[[0-9;]*m//g' "$2" | grep -aoE "$1" | tail -n 1 | grep -oE '[0-9]+' || true; } | head -n 1
}

count_node() {
  local passed failed skipped
  passed=$(number '^[^ ]+ pass [0-9]+$' "$1")
  failed=$(number '^[^ ]+ fail [0-9]+$' "$1")
  skipped=$(number '^[^ ]+ skipped [0-9]+$' "$1")
  add "${passed:-0}" "${failed:-0}" "${skipped:-0}"
}

count_selftest() {
  local passed failed
  passed=$(number '^[0-9]+ ok' "$1")
  failed=$(number '[0-9]+ not ok$' "$1")
  add "${passed:-0}" "${failed:-0}" 0
}

count_vitest() {
  local line
  line=$(sed 's/\x1b\[[0-9;]*m//g' "$1" | grep -aE '^ *Tests +.*[0-9]+ (passed|failed)' | tail -n 1 || true)
  printf '%s\n' "$line" > "$STATE/vitest.line"
  local passed failed skipped
  passed=$(number '[0-9]+ passed' "$STATE/vitest.line")
  failed=$(number '[0-9]+ failed' "$STATE/vitest.line")
  skipped=$(number '[0-9]+ skipped' "$STATE/vitest.line")
  add "${passed:-0}" "${failed:-0}" "${skipped:-0}"
}

count_playwright() {
  local passed failed skipped
  passed=$(number '^ *[0-9]+ passed' "$1")
  failed=$(number '^ *[0-9]+ failed' "$1")
  skipped=$(number '^ *[0-9]+ skipped' "$1")
  add "${passed:-0}" "${failed:-0}" "${skipped:-0}"
}

summarise() {
  local step kit_skips
  printf '\n'
  kit_skips=$(grep -rlsE 'no reference kit' --include='TEST-*.xml' . 2> /dev/null | grep -v node_modules \
    | sed 's|.*/TEST-||; s|\.xml$||' | sort || true)
  if [ -n "$kit_skips" ]; then
    say "没有参考数据包，以下测试含被跳过的部分（请设置 LANTIAN_KIT 或把数据包放在 ../shared）：" \
      "Without the reference kit these tests were skipped, wholly or in part (set LANTIAN_KIT or place it as ../shared):"
    printf '%s\n' "$kit_skips" | sed 's/^/  /'
  fi
  if [ ${#BROKEN_STEPS[@]} != 0 ]; then
    for step in "${BROKEN_STEPS[@]}"; do printf 'FAILED: %s\n' "$step"; done
    # a step that broke without a failed test, such as a wrong format, counts as one
    [ "$FAILED" -gt 0 ] || FAILED=${#BROKEN_STEPS[@]}
  fi
  say "用时 $1 秒" "took $1 s"
  printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
  [ "$FAILED" = 0 ] || exit 1
  if [ "$PASSED" = 0 ]; then exit 1; fi
}
