# shellcheck shell=bash
# The parts of scripts/test: steps that are counted, a database, and leaving nothing behind. Sourced after lib.sh.

passed=0 failed=0 failures=()
work='' database='' session=''

# Everything temporary of the tests is in one directory, which goes with them. A socket's path must be short.
make_work_directory() {
  local parent=${TMPDIR:-/tmp}
  [ ${#parent} -le 40 ] || parent=/tmp
  trap clean_up EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  work=$(mktemp -d "$parent/minimata-test.XXXXXX")
  mkdir "$work/tmp"
  export TMPDIR=$work/tmp
}

clean_up() {
  trap '' HUP INT TERM
  end_session
  if [ -n "$database" ]; then
    kill -TERM "$database" 2>/dev/null || true
    wait "$database" || true
    database=''
  fi
  [ -z "$work" ] || rm -rf "$work"
  work=''
  trap - HUP INT TERM
}

fail() {
  failures+=("$1")
  failed=$((failed + 1))
}

now() { printf '%s\n' "${EPOCHREALTIME/[.,]/}"; }
since() { local tenths=$((($(now) - $1) / 100000)); printf '%d.%d s' $((tenths / 10)) $((tenths % 10)); }

# step NAME COMMAND...: runs it under a headline; a failed one counts as one failed test.
step() {
  local name=$1 begun verdict=ok; shift
  begun=$(now)
  printf '\n== %s\n' "$name"
  "$@" || { verdict=FAILED; fail "$name"; }
  printf '   %s, %s\n' "$verdict" "$(since "$begun")"
}

# test_step NAME COMMAND...: the same for `cargo test`, whose own counts are added up.
test_step() {
  local name=$1 begun verdict=ok counts more_passed more_failed; shift
  begun=$(now)
  printf '\n== %s\n' "$name"
  in_session "$work/log" "$@" || verdict=FAILED
  counts=$(awk '/^test result: /{for (i = 2; i <= NF; i++) {if ($i == "passed;") p += $(i-1); if ($i == "failed;") f += $(i-1)}} END {print p + 0, f + 0}' "$work/log")
  read -r more_passed more_failed <<<"$counts"
  passed=$((passed + more_passed)) failed=$((failed + more_failed))
  if [ "$more_failed" -gt 0 ]; then
    failures+=("$name")
  elif [ "$verdict" = FAILED ]; then
    fail "$name (did not run to its end)"
  fi
  printf '   %s, %s\n' "$verdict" "$(since "$begun")"
}

# in_session LOG COMMAND...: in a session of its own, so that whatever it leaves behind can be found. Output goes
# through a file: a left-over process that holds a pipe open would keep us waiting.
in_session() {
  local log=$1 status=0 viewer; shift
  : >"$log"
  setsid "$@" >>"$log" 2>&1 </dev/null &
  session=$!
  tail -n +1 -f -s 0.2 --pid="$session" "$log" &
  viewer=$!
  wait "$session" || status=$?
  wait "$viewer" || true
  end_session
  return "$status"
}

# The living processes of the session, whoever their parent is by now.
session_members() {
  local file line fields
  for file in /proc/[0-9]*/stat; do
    { read -r line <"$file"; } 2>/dev/null || continue
    read -r -a fields <<<"${line##*) }" # state parent group session …
    if [ "${fields[3]}" = "$session" ] && [ "${fields[0]}" != Z ]; then
      line=${file#/proc/}
      printf '%s\n' "${line%/stat}"
    fi
  done
}

end_session() {
  local signal members
  [ -n "$session" ] || return 0
  for signal in TERM TERM TERM KILL KILL; do
    mapfile -t members < <(session_members)
    [ ${#members[@]} -gt 0 ] || break
    kill -"$signal" "${members[@]}" 2>/dev/null || true
    sleep 0.3
  done
  session=''
}

# A private server without a network port. What it acknowledged outlives its own crash, not the machine's: faster.
start_database() {
  [ -z "${TEST_DATABASE_URL:-}" ] || return 0
  local i run_as=()
  unset MYSQL_PWD MYSQL_HOST MYSQL_UNIX_PORT
  [ "$(id -u)" != 0 ] || run_as=(--user=root)
  cat >"$work/setup.sql" <<'SQL'
CREATE DATABASE `minimata` CHARACTER SET utf8mb4 COLLATE utf8mb4_swedish_ci;
CREATE USER 'minimata'@'localhost';
GRANT ALL ON `minimata`.* TO 'minimata'@'localhost';
GRANT ALL ON `minimata\_%`.* TO 'minimata'@'localhost';
SQL
  mkdir "$work/sorting" # of its own: a starting server clears the temporary tables of others out of a shared one
  (cd "$work" && TMPDIR=$work/sorting mariadb-install-db --no-defaults "${run_as[@]}" --datadir=./data --skip-test-db --skip-name-resolve \
    --auth-root-authentication-method=normal --innodb-log-file-size=8M) >"$work/database.log" 2>&1 \
    || { tail -n 20 "$work/database.log"; return 1; }
  setsid mariadbd --no-defaults "${run_as[@]}" --datadir="$work/data" --socket="$work/socket" --pid-file="$work/pid" --tmpdir="$work/sorting" \
    --init-file="$work/setup.sql" --skip-networking --skip-name-resolve --skip-log-bin \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_swedish_ci --default-time-zone=+00:00 \
    --sql-mode=STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION \
    --performance-schema=OFF --local-infile=OFF --max-connections=500 --innodb-log-file-size=32M \
    --innodb-flush-log-at-trx-commit=2 --innodb-flush-method=nosync --innodb-doublewrite=0 --sync-frm=0 \
    >>"$work/database.log" 2>&1 </dev/null &
  database=$!
  for ((i = 0; ; i++)); do
    ! mariadb --no-defaults --user=minimata --socket="$work/socket" --execute='SELECT 1' >/dev/null 2>&1 || break
    if [ "$i" -gt 600 ] || ! kill -0 "$database" 2>/dev/null; then
      tail -n 20 "$work/database.log"
      return 1
    fi
    sleep 0.05
  done
  export TEST_DATABASE_URL="mysql://minimata@localhost/minimata?socket=${work//\//%2F}%2Fsocket"
}

# Licences, sources and bans need nothing but the crates; advisories need the RustSec database.
audit_dependencies() {
  if ! have cargo-deny; then
    say "Installing cargo-deny with cargo (once; it takes some minutes)"
    cargo install --quiet --locked --version '^0.20' cargo-deny || return 1
  fi
  cargo deny --log-level error check licenses bans sources || return 1
  if timeout 60 cargo deny --log-level off fetch db >/dev/null 2>&1; then
    cargo deny --log-level error check advisories || return 1
  else
    say "Advisories were NOT checked: the RustSec advisory database cannot be fetched from here."
  fi
}
