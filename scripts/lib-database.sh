# shellcheck shell=bash
# Where the database is, for scripts/backup and scripts/restore. Needs nothing but bash, coreutils, gzip and the programs of
# MariaDB or MySQL, so that it also runs in a database's own container. Sourced, never run.

umask 077 # whatever is written here holds personal data, or a password
export LC_ALL=C TZ=UTC
PATH=$PATH:/usr/local/bin:/usr/bin:/bin

have() { command -v "$1" >/dev/null 2>&1; }
# One line, so that it is one entry in a log.
one_line() { printf '%s' "$*" | tr -s '[:space:]' ' '; }
fail() { printf '%s FAILED: %s\n' "${0##*/}" "$(one_line "$1")" >&2; exit "${2:-1}"; }
usage_error() { printf '%s\n' "$1" "See: $0 --help" >&2; exit 2; }

# first_of PROGRAM…: the first that is installed.
first_of() {
  local program
  for program in "$@"; do
    ! have "$program" || { printf '%s\n' "$program"; return; }
  done
  fail "neither $1 nor $2 is installed: on Debian and Ubuntu, apt-get install mariadb-client"
}

is_mariadb() { [[ $("$1" --version 2>/dev/null) == *MariaDB* ]]; }

# whole_number NAME DEFAULT LEAST: the value of a setting.
whole_number() {
  local value=${!1:-$2}
  if ! [[ $value =~ ^[0-9]{1,9}$ ]] || [ "$((10#$value))" -lt "$3" ]; then
    usage_error "$1 needs a whole number of at least $3, got \"$value\""
  fi
  printf '%s\n' "$((10#$value))"
}

host='' port='' socket='' user='' password='' database='' encrypted='' authority=''

# Reads DATABASE_URL, DATABASE_TLS and DATABASE_CA as the program does: nothing is ever weaker than they say.
find_database() {
  local url=${DATABASE_URL:-}
  url=${url#"${url%%[![:space:]]*}"} url=${url%"${url##*[![:space:]]}"}
  [ -n "$url" ] || url=$(private_address)
  parse_address "$url"
  [ -n "$database" ] || fail "DATABASE_URL names no database; write mysql://USER:PASSWORD@HOST:3306/NAME"
  case ${DATABASE_TLS:-} in
    '') [ -n "$socket" ] || is_loopback || encrypted=yes ;;
    strict) encrypted=yes ;;
    off) ;;
    *) fail "DATABASE_TLS needs strict or off" ;;
  esac
  [ -z "$encrypted" ] || find_authority
}

parse_address() {
  local rest query='' part
  [[ $1 == mysql://*/* ]] || fail "DATABASE_URL is not a database address; write mysql://USER:PASSWORD@HOST:3306/NAME"
  rest=${1#mysql://}
  [[ $rest != *\?* ]] || query=${rest#*\?}
  rest=${rest%%\?*}
  database=$(decoded "${rest#*/}") rest=${rest%%/*}
  if [[ $rest == *@* ]]; then
    part=${rest%@*} rest=${rest##*@}
    user=$(decoded "${part%%:*}")
    [[ $part != *:* ]] || password=$(decoded "${part#*:}")
  fi
  port=3306
  [[ ! $rest =~ :([0-9]+)$ ]] || { port=${BASH_REMATCH[1]} rest=${rest%:*}; }
  host=${rest#[} host=${host%]}
  while [ -n "$query" ]; do
    part=${query%%&*} query=${query#"$part"} query=${query#&}
    [[ $part != socket=* ]] || socket=$(decoded "${part#socket=}")
  done
}

# %41 is A.
decoded() {
  local text=${1//\\/\\\\}
  printf '%b' "${text//%/\\x}"
}

is_loopback() { [[ $host == localhost || $host == ::1 || $host =~ ^127\.[0-9]+\.[0-9]+\.[0-9]+$ ]]; }

find_authority() {
  local file
  for file in "${DATABASE_CA:-/etc/ssl/certs/ca-certificates.crt}" /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem; do
    [ ! -r "$file" ] || { authority=$(realpath "$file"); return; }
    [ -z "${DATABASE_CA:-}" ] || fail "DATABASE_CA cannot be read: $DATABASE_CA"
  done
  fail "no authorities to check the database's certificate with: install ca-certificates, or set DATABASE_CA"
}

# The address of the private server below DATA_DIR, which Minimata starts where no DATABASE_URL is set.
private_address() {
  local home path
  home=$(realpath -e "${DATA_DIR:-$root/data}" 2>/dev/null) || fail "there is no DATABASE_URL, and no data in ${DATA_DIR:-$root/data}"
  home=$home/mariadb path=$home/socket
  [ ${#path} -le 100 ] || path=/tmp/minimata-$(id -u)-$(printf '%s' "$home" | sha256sum | cut -c 1-16)/socket
  [ -S "$path" ] || fail "the private database in $home does not run: start Minimata, or put \`minimata with-database\` before this command"
  printf 'mysql://minimata@localhost/minimata?socket=%s\n' "${path//%/%25}"
}

# Shown to people: no password in it.
database_name() { printf '%s at %s' "$database" "${socket:-$host:$port}"; }

# quoted TEXT: as the value of an option, whatever is in it.
quoted() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "${text//$'\n'/\\n}"
}

# options PROGRAM: an option file. The password is nowhere else: no argument, no environment, no file on disk.
options() {
  printf '[client]\nuser=%s\npassword=%s\ndefault-character-set=utf8mb4\n' "$(quoted "$user")" "$(quoted "$password")"
  if [ -n "$socket" ]; then
    printf 'socket=%s\n' "$(quoted "$socket")"
  else
    printf 'protocol=TCP\nhost=%s\nport=%s\n' "$(quoted "$host")" "$port"
  fi
  case $(is_mariadb "$1" && echo mariadb),$encrypted in
    mariadb,yes) printf 'ssl\nssl-verify-server-cert\nssl-ca=%s\n' "$(quoted "$authority")" ;;
    mariadb,) printf 'skip-ssl\n' ;;
    ,yes) printf 'ssl-mode=VERIFY_IDENTITY\nssl-ca=%s\n' "$(quoted "$authority")" ;;
    ,) printf 'ssl-mode=DISABLED\n' ;;
  esac
}

client=''
# ask STATEMENT: its rows, tabs between. Fails with what the server said.
ask() {
  printf '%s\n' "$1" | "$client" --defaults-file=/dev/fd/3 --batch --skip-column-names --connect-timeout=10 "$database" 3< <(options "$client")
}

# reason TEXT: why a statement failed. The client repeats the statement, which holds what people entered: not for a log.
reason() { grep '^ERROR' <<<"$1" || tail -n 1 <<<"$1"; }

# check_file FILE: whether it is a whole backup, and unchanged since it was made. Its checksum stands beside it.
check_file() {
  local want got
  [ -r "$1" ] || fail "$1 cannot be read"
  [ -r "$1.sha256" ] || fail "$1.sha256 is missing, so nothing tells whether the backup is unchanged${2:-}"
  read -r want _ <"$1.sha256" || true
  got=$(sha256sum <"$1")
  [ "$want" = "${got%% *}" ] || fail "$1 is not what was written: its checksum differs from $1.sha256"
  check_end "$1"
}

# A dump that was cut off can still be a good gzip file; only its last line tells.
check_end() {
  local last
  last=$(set -o pipefail; gzip -dc -- "$1" 2>/dev/null | tail -n 1) || fail "$1 cannot be unpacked"
  [[ $last == "-- Dump completed"* ]] || fail "$1 is cut off: its last line is not that of a complete dump"
}
