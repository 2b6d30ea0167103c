# Finding a JDK that is new enough.

LEAST_JDK=25

# jdk_major FOLDER: its major version by its release file; empty when it is no JDK.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  local line
  while IFS= read -r line; do
    case "$line" in
      JAVA_VERSION=*)
        line=${line#*\"}
        line=${line%%[.\"+-]*}
        printf '%s' "$line"
        return
        ;;
    esac
  done < "$1/release"
}

is_new_enough() {
  local major
  major=$(jdk_major "$1")
  case "$major" in
    '' | *[!0-9]*) return 1 ;;
  esac
  [ "$major" -ge "$LEAST_JDK" ]
}

# Sets JAVA_HOME to the first JDK that is new enough: JAVA_HOME, the one on the PATH, the system's folders, apt.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_new_enough "$JAVA_HOME"; then
    export JAVA_HOME
    return
  fi
  local candidate on_path=
  if command -v javac > /dev/null; then
    on_path=$(dirname -- "$(dirname -- "$(readlink -f -- "$(command -v javac)")")")
  fi
  for candidate in "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*; do
    if [ -n "$candidate" ] && is_new_enough "$candidate"; then
      export JAVA_HOME="$candidate"
      return
    fi
  done
  if may_install; then
    apt-get update -qq > /dev/null 2>&1 || true
    if apt-cache show "openjdk-$LEAST_JDK-jdk-headless" > /dev/null 2>&1 \
      && install_packages "openjdk-$LEAST_JDK-jdk-headless"; then
      for candidate in /usr/lib/jvm/*; do
        if is_new_enough "$candidate"; then
          export JAVA_HOME="$candidate"
          return
        fi
      done
    fi
  fi
  fail "需要 JDK $LEAST_JDK 或更新版本：请安装（例如 Eclipse Temurin $LEAST_JDK，或 apt install openjdk-$LEAST_JDK-jdk），或把 JAVA_HOME 指向它。" \
    "Lantian needs JDK $LEAST_JDK or newer: install one (such as Eclipse Temurin $LEAST_JDK, or apt install openjdk-$LEAST_JDK-jdk) or point JAVA_HOME to it."
}
