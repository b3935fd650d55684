#!/usr/bin/env bash
# Measures how many tokens Keyledger issues in a second beside a plain Spring Authorization Server on the same PostgreSQL
# (durable: fsync and synchronous_commit on), and prints the ratios: client credentials and refresh, opaque tokens and JWTs.
# The rounds are interleaved, because machines drift. Build first: ./mvnw -Pbenchmarks -DskipTests package
#
#   benchmarks/token-issue.sh [connections [rounds [seconds [grants]]]]
set -euo pipefail
cd "$(dirname "$0")"
connections=${1:-32} rounds=${2:-5} seconds=${3:-8} grants=${4:-2000}
java=${JAVA:-java}
jar=target/benchmarks.jar
command -v "$java" > /dev/null || { echo "$java is needed" >&2; exit 2; }
command -v openssl > /dev/null || { echo "openssl is needed" >&2; exit 2; }
[ -f "$jar" ] || { echo "build first: ./mvnw -Pbenchmarks -DskipTests package" >&2; exit 2; }

work=$(mktemp -d)
pids=()
stop() {
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    kill "${pids[i]}" 2> /dev/null || true
    wait "${pids[i]}" 2> /dev/null || true
  done
  rm -rf "$work"
}
trap stop EXIT

# start NAME CLASS ARGUMENT…: a process; its log is in $work/NAME.log.
start() {
  "$java" --enable-native-access=ALL-UNNAMED -Xmx512m -cp "$jar" "io.keyledger.benchmarks.tokens.$2" "${@:3}" > "$work/$1.log" 2>&1 &
  pids+=($!)
}
await() { # NAME CONDITION…
  until "${@:2}"; do
    if ! kill -0 "${pids[-1]}" 2> /dev/null || grep -q 'Exception in thread "main"' "$work/$1.log"; then
      tail -n 50 "$work/$1.log" >&2
      exit 1
    fi
    sleep 1
  done
}

start postgres Postgres 18190
await postgres grep -q ready "$work/postgres.log"
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/signing-key" 2> /dev/null
echo "seeding $grants grants for each format …"
start keyledger KeyledgerServerUnderLoad 18191 "$grants" "$work/keyledger.seed" \
  "--keyledger.data-dir=$work/data" "--keyledger.peppers[0].id=p1" "--keyledger.peppers[0].key=$(openssl rand -base64 48)" \
  "--keyledger.oauth.signing-keys[0].file=$work/signing-key" \
  --spring.datasource.url=jdbc:postgresql://127.0.0.1:18190/keyledger --spring.datasource.username=postgres
await keyledger test -f "$work/keyledger.seed"
start spring SpringAuthorizationServer 18192 "$grants" "$work/spring.seed" jdbc:postgresql://127.0.0.1:18190/spring
await spring test -f "$work/spring.seed"

"$java" -Xmx256m -cp "$jar" io.keyledger.benchmarks.tokens.TokenLoad "$connections" "$rounds" "$seconds" \
  "$work/keyledger.seed" "$work/spring.seed"
