# Benchmarks: built with everything else, run by org.lantian.bench.Bench, results in docs/benchmarks/.

run_benchmarks() {
  [ -f "$LANTIAN_HOME/bench/pom.xml" ] || fail "没有 bench 模块。" "There is no bench module."
  need mvn maven "需要 Maven：请安装 maven。" "Lantian needs Maven to build: install maven."
  ensure_built
  say "正在构建 bench" "Building bench"
  if ! (cd "$LANTIAN_HOME" && mvn -B -pl bench -am -DskipTests -Dmaven.test.skip=true package) \
    > "$STATE/bench.log" 2>&1; then
    grep -E '^\[ERROR\]' "$STATE/bench.log" | head -n 15 >&2
    fail "构建失败，详见 target/launcher/bench.log。" "The build failed; see target/launcher/bench.log."
  fi
  local jar path=
  for jar in "$LANTIAN_HOME"/bench/target/lantian-bench*.jar "$LANTIAN_HOME"/bench/target/lib/*.jar; do
    [ -f "$jar" ] && path=$path${path:+:}$jar
  done
  cd "$LANTIAN_HOME"
  java_exec bench "$path" org.lantian.bench.Bench "$@"
}
