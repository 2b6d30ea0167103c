# What all parts of the launcher share: messages in the person's language, the state folder, installing packages.

STATE="$LANTIAN_HOME/target/launcher"

# Chinese unless the environment asks for another language, as in the Java part.
LANGUAGE_TAG=zh
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
  '' | C | C.* | POSIX | zh*) ;;
  *) LANGUAGE_TAG=en ;;
esac
previous=
for argument in "$@"; do
  case "$previous=$argument" in
    --lang=zh | =--lang=zh | *=--lang=zh) LANGUAGE_TAG=zh ;;
    --lang=en | =--lang=en | *=--lang=en) LANGUAGE_TAG=en ;;
  esac
  previous=$argument
done
unset previous argument

# say ZH EN: a line for the person, on standard error because standard output is for data.
say() {
  if [ "$LANGUAGE_TAG" = en ]; then printf '%s\n' "$2" >&2; else printf '%s\n' "$1" >&2; fi
}

# fail ZH EN: one sentence, exit 1.
fail() {
  say "$1" "$2"
  exit 1
}

# Whether packages of the distribution may be installed here without asking anybody.
may_install() {
  [ "$(id -u)" = 0 ] && [ -r /etc/debian_version ] && command -v apt-get > /dev/null
}

# install_packages NAME…: quietly; false when it did not work.
install_packages() {
  say "正在安装 $*" "Installing $*"
  mkdir -p "$STATE"
  if [ -z "${PACKAGE_LISTS_FRESH:-}" ]; then
    apt-get update -qq > "$STATE/apt.log" 2>&1 || true
    PACKAGE_LISTS_FRESH=1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >> "$STATE/apt.log" 2>&1
}

# need COMMAND PACKAGES ZH EN: makes sure that a program is there, by installing it where that is allowed.
need() {
  command -v "$1" > /dev/null && return
  # shellcheck disable=SC2086 # several packages may be named
  if may_install && install_packages $2 && command -v "$1" > /dev/null; then return; fi
  fail "$3" "$4"
}
