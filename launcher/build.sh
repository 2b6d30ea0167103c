# Building what is not built, and running what is.

JVM_COMMON=(-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8
  --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders)

# What a build depends on. Folders count too: their time changes when a file in them comes or goes.
source_places() {
  local place
  for place in "$LANTIAN_HOME"/pom.xml "$LANTIAN_HOME"/{core/*,server,cli,web,testing}/{pom.xml,src/main,src,index.html,public,package-lock.json,openapi.json,vite.config.ts,scripts} \
    "$LANTIAN_HOME"/cities/{pom.xml,package-lock.json,build,*/packages.csv} "$LANTIAN_HOME"/launcher "$LANTIAN_HOME"/lantian; do
    case "$place" in
      */core/*/src | */server/src | */cli/src | */testing/src) ;; # only their main part
      *) [ -e "$place" ] && printf '%s\0' "$place" ;;
    esac
  done
}

is_built() {
  [ -f "$STATE/built" ] && [ -f "$LANTIAN_HOME/server/target/lantian-server.jar" ] \
    && [ -f "$LANTIAN_HOME/cli/target/lantian-cli.jar" ] || return 1
  [ "$(cat "$STATE/built")" = "$JAVA_HOME" ] || return 1
  local places=() place
  while IFS= read -r -d '' place; do places+=("$place"); done < <(source_places)
  [ -z "$(find "${places[@]}" -newer "$STATE/built" -not -name '*.log' -print -quit 2> /dev/null)" ]
}

ensure_built() {
  is_built && return
  mkdir -p "$STATE"
  if command -v flock > /dev/null; then
    exec 9> "$STATE/lock"
    flock 9 # another ./lantian may be building: then it is built afterwards
    if is_built; then
      exec 9>&-
      return
    fi
  fi
  build
  if command -v flock > /dev/null; then exec 9>&-; fi
}

build() {
  need mvn maven "需要 Maven：请安装 maven。" "Lantian needs Maven to build: install maven."
  need_node
  local began=$SECONDS started_at="$STATE/started"
  say "首次使用或源码有变，正在构建（日志 target/launcher/build.log）" \
    "Building, for the first time or because sources changed (log: target/launcher/build.log)"
  # written before and moved at the end: a source that changes during the build is newer
  printf '%s' "$JAVA_HOME" > "$started_at"
  local modules=cities,server,cli,web
  rm -rf "$LANTIAN_HOME"/{server,cli}/target/lib # no library of an earlier version may stay behind
  # -Dmaven.test.skip: the tests are compiled by ./lantian test
  if ! (cd "$LANTIAN_HOME" && mvn -B -pl "$modules" -am -Dmaven.test.skip=true -DskipTests package 2>&1) \
    | tee "$STATE/build.log" | show_modules; then
    tail -n 40 "$STATE/build.log" | grep -E '^\[ERROR\]' | head -n 15 >&2 || tail -n 15 "$STATE/build.log" >&2
    fail "构建失败，详见 target/launcher/build.log。" "The build failed; see target/launcher/build.log."
  fi
  finish_build "$started_at"
  say "构建完成，用时 $((SECONDS - began)) 秒" "Built in $((SECONDS - began)) s"
}

# What must follow each packaging of the jars.
finish_build() {
  git -C "$LANTIAN_HOME" rev-parse --short=12 HEAD > "$STATE/commit" 2> /dev/null || echo unknown > "$STATE/commit"
  make_caches
  mv "$1" "$STATE/built"
}

# Turns Maven's output into one line for each module.
show_modules() {
  local line
  while IFS= read -r line; do
    case "$line" in
      *'[INFO] Building '*'['*/*']'*) printf '  %s\n' "${line#*Building }" >&2 ;;
    esac
  done
}

need_node() {
  local zh="需要 Node.js 20 或更新版本与 npm：请安装 nodejs 与 npm。"
  local en="Lantian needs Node.js 20 or newer and npm to build its pages: install nodejs and npm."
  need node "nodejs npm" "$zh" "$en"
  need npm npm "$zh" "$en"
  local version
  version=$(node --version)
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] || fail "$zh" "$en"
}

server_classpath() {
  local jar path="$LANTIAN_HOME/server/target/lantian-server.jar"
  for jar in "$LANTIAN_HOME"/web/target/lantian-web*.jar "$LANTIAN_HOME"/server/target/lib/*.jar; do
    [ -f "$jar" ] && path=$path:$jar
  done
  printf '%s' "$path"
}

cli_classpath() {
  local jar path="$LANTIAN_HOME/cli/target/lantian-cli.jar"
  for jar in "$LANTIAN_HOME"/cli/target/lib/*.jar; do
    [ -f "$jar" ] && path=$path:$jar
  done
  printf '%s' "$path"
}

# Caches of loaded and linked classes (JEP 483, 514): they make commands start in a fraction of the time.
make_caches() {
  say "  启动缓存" "  start-up caches"
  rm -f "$STATE"/*.aot
  make_cache cli "$(cli_classpath)" org.lantian.cli.Training
  make_cache server "$(server_classpath)" org.lantian.server.Training
}

# make_cache NAME CLASSPATH MAIN: a cache is only a gain of time, so its failure is no failure of the build.
make_cache() {
  "$JAVA_HOME/bin/java" "${JVM_COMMON[@]}" -XX:AOTCacheOutput="$STATE/$1.aot" -Dlantian.home="$LANTIAN_HOME" \
    -cp "$2" "$3" > "$STATE/cache-$1.log" 2>&1 < /dev/null || rm -f "$STATE/$1.aot"
}

# java_exec NAME CLASSPATH MAIN ARGUMENT…: becomes the Java program.
java_exec() {
  local name=$1 path=$2
  shift 2
  local options=("${JVM_COMMON[@]}")
  if [ -f "$STATE/$name.aot" ]; then
    options+=(-XX:AOTCache="$STATE/$name.aot" -Xlog:aot=off -Xlog:cds=off)
  fi
  # shellcheck disable=SC2206 # several options may be given
  options+=(${LANTIAN_JAVA_OPTIONS:-})
  exec "$JAVA_HOME/bin/java" "${options[@]}" -Dlantian.home="$LANTIAN_HOME" \
    -Dlantian.commit="$(cat "$STATE/commit" 2> /dev/null || echo unknown)" -cp "$path" "$@"
}

run_server() {
  java_exec server "$(server_classpath)" org.lantian.server.LantianServer "$@"
}

run_cli() {
  java_exec cli "$(cli_classpath)" org.lantian.cli.Lantian "$@"
}
