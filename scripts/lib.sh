# shellcheck shell=bash
# What scripts/run and scripts/test share. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Debian keeps mariadbd where only root's PATH looks, rustup cargo where only a login shell does.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:${HOME:-/root}/.cargo/bin
export PATH

say() { printf '%s\n' "$@" >&2; }
die() { say "$@"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

packages=() reasons=()
# need PACKAGE REASON: notes a package to install.
need() { packages+=("$1"); reasons+=("  $1: $2"); }

need_compiler() {
  have cc || { need gcc "compiles the C and assembly in some crates"; need libc6-dev "the headers that gcc needs"; }
  [ -e /etc/ssl/certs/ca-certificates.crt ] || need ca-certificates "lets cargo and database connections check certificates"
}

# What a minimal toolchain lacks of what the tests call.
need_components() {
  local missing=()
  cargo fmt --version >/dev/null 2>&1 || missing+=(rustfmt)
  cargo clippy --version >/dev/null 2>&1 || missing+=(clippy)
  [ ${#missing[@]} -gt 0 ] || return 0
  have rustup || die "Missing in the Rust toolchain: ${missing[*]}. Please install them and try again."
  say "Adding to the Rust toolchain: ${missing[*]} (format and lints are part of the tests)"
  rustup component add "${missing[@]}"
}

need_mariadb() {
  have mariadbd || need mariadb-server-core "the private database server (no system service)"
  have mariadb || need mariadb-client-core "talks to that server"
}

need_dump() {
  have mariadb-dump || have mysqldump || need mariadb-client "makes backups (mariadb-dump)"
}

need_openssl() {
  have openssl || need openssl "makes the certificates of the test of encrypted database connections"
}

need_browser() {
  have chromium || have chromium-browser || have google-chrome || need chromium "the browser that the tests drive"
  have chromedriver || need chromium-driver "drives the browser (WebDriver)"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# available PACKAGE: what this release calls it (Ubuntu 22.04 has mariadb-server-core-10.6, for instance).
available() {
  local name names=("$1")
  case $1 in
    mariadb-*) names+=("$(apt-cache pkgnames "$1-" | sort -V | tail -n 1)") ;;
    chromium) names+=(chromium-browser) ;;
    chromium-driver) names+=(chromium-chromedriver) ;;
  esac
  for name in "${names[@]}"; do
    if [ -n "$name" ] && [ -n "$(apt-cache show "$name" 2>/dev/null)" ]; then
      printf '%s\n' "$name"
      return
    fi
  done
  printf '%s\n' "$1"
}

# Installs what `need` noted, or says what to install and stops.
install_needed() {
  [ ${#packages[@]} -gt 0 ] || return 0
  local log package names=()
  if ! have apt-get; then
    say "Missing here, by the names that Debian gives it:" "${reasons[@]}"
    die "Only on Debian and Ubuntu is it installed by itself: please install it and try again."
  fi
  if [ "$(id -u)" != 0 ] && ! have sudo; then
    say "Missing here:" "${reasons[@]}"
    die "There is no sudo, so as root: apt-get install --no-install-recommends ${packages[*]}"
  fi
  say "Installing with apt-get, as it is missing here:" "${reasons[@]}"
  log=$(mktemp)
  as_root apt-get update >"$log" 2>&1 </dev/null || say "(apt-get update failed; trying with the lists that are here)"
  for package in "${packages[@]}"; do names+=("$(available "$package")"); done
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${names[@]}" >>"$log" 2>&1 </dev/null; then
    tail -n 30 "$log" >&2
    die "The packages could not be installed; the whole log is in $log"
  fi
  rm -f "$log"
}

need_cargo() {
  have cargo || die "cargo was not found. Install Rust as https://rustup.rs says, open a new terminal and try again."
}

# Where cargo puts what it builds, whatever the environment and its configuration say.
target_directory() {
  (cd "$root" && cargo metadata --no-deps --format-version 1) | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}
