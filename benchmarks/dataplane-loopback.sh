#!/usr/bin/env bash
# Measures the data plane over loopback beside a Netty server and an nginx that answer the same bytes to
# everything, and prints requests per second and ratios. Each server has core 0 and wrk core 1; the rounds
# are interleaved, because machines drift. Build first: ./mvnw -Pbenchmarks -DskipTests package
#
#   benchmarks/dataplane-loopback.sh [keys [rounds [seconds]]]
set -euo pipefail
cd "$(dirname "$0")"
keys=${1:-100000} rounds=${2:-5} seconds=${3:-8}
java=${JAVA:-java}
jar=target/benchmarks.jar
for tool in wrk nginx taskset curl "$java"; do
  command -v "$tool" > /dev/null || { echo "$tool is needed" >&2; exit 2; }
done
[ -f "$jar" ] || { echo "build first: ./mvnw -Pbenchmarks -DskipTests package" >&2; exit 2; }

work=$(mktemp -d)
pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  wait 2> /dev/null || true
  rm -rf "$work"
}
trap stop EXIT

# start NAME CLASS ARGUMENT…: a server on core 0; its process id is then ${pid[NAME]}.
flags=(--enable-native-access=ALL-UNNAMED -Xms2g -Xmx2g -XX:+UseParallelGC -cp "$jar")
declare -A pid port
start() {
  local name=$1 class=$2
  taskset -c 0 "$java" "${flags[@]}" "io.keyledger.benchmarks.$class" "${@:3}" > "$work/$name.log" 2>&1 &
  pid[$name]=$!
  pids+=($!)
  port[$name]=$3
}

port_of_plane=18181
for budgets in unlimited limited; do
  start $budgets DataPlaneServer $port_of_plane "$keys" "$work/$budgets.keys" $budgets
  port_of_plane=$((port_of_plane + 1))
  echo "seeding $keys $budgets keys …"
  until [ -f "$work/$budgets.keys" ]; do
    kill -0 "${pid[$budgets]}" || { cat "$work/$budgets.log" >&2; exit 1; }
    sleep 1
  done
done

# The constant answers are what the data plane answered once.
keyfile=$work/unlimited.keys
curl -sf -i -H "Authorization: Bearer $(sed -n 2p "$keyfile")" -H 'X-Forwarded-Method: GET' \
  -H 'X-Forwarded-Uri: /v1/members' 'http://127.0.0.1:18181/v1/forward-auth?hub=hubnity' > "$work/forward-auth.answer"
curl -sf -i -H "Authorization: Bearer $(sed -n 1p "$keyfile")" -H 'Content-Type: application/json' \
  -d "{\"token\":\"$(sed -n 2p "$keyfile")\",\"hub\":\"hubnity\",\"method\":\"GET\",\"path\":\"/v1/members\"}" \
  http://127.0.0.1:18181/v1/verify > "$work/verify.answer"
body=$(tail -1 "$work/verify.answer")
start constant-forward-auth ConstantAnswerServer 18183 "$work/forward-auth.answer"
start constant-verify ConstantAnswerServer 18184 "$work/verify.answer"

cat > "$work/nginx.conf" <<NGINX
daemon off; master_process off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000000; server_tokens off; default_type application/json;
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
  server {
    listen 127.0.0.1:18185;
    location /v1/verify { return 200 '$body'; }
    location /v1/forward-auth { return 200; }
  }
}
NGINX
taskset -c 0 nginx -c "$work/nginx.conf" &
pid[nginx]=$!
pids+=($!)
port[nginx]=18185
sleep 2

cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
tick_micros=$((1000000 / $(getconf CLK_TCK)))

load() { # name question seconds → requests per second, processor microseconds of the server per request
  local before after keyfile=$work/unlimited.keys
  [ "$1" = limited ] && keyfile=$work/limited.keys
  before=$(cpu_ticks "${pid[$1]}")
  taskset -c 1 wrk -t1 -c32 -d"$3"s -s dataplane-loopback.lua "http://127.0.0.1:${port[$1]}" -- "$keyfile" "$2" > "$work/wrk.out"
  after=$(cpu_ticks "${pid[$1]}")
  if grep -q -e 'NOT ALL' -e 'Non-2xx' "$work/wrk.out"; then cat "$work/wrk.out" >&2; exit 1; fi
  awk -v micros=$(((after - before) * tick_micros)) '
    / requests in / { count = $1 } /^Requests\/sec/ { rate = $2 } END { print rate, micros / count }' "$work/wrk.out"
}
median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for question in forward-auth verify; do
  servers=(unlimited limited constant-$question nginx)
  for server in "${servers[@]}"; do load "$server" $question "$seconds" > /dev/null; done
  for ((round = 1; round <= rounds; round++)); do
    row=()
    for server in "${servers[@]}"; do row+=($(load "$server" $question "$seconds")); done
    echo "${row[@]}" | tee -a "$work/$question.rounds" | awk -v q=$question -v r="$round" '{
      printf "%-12s round %d  data plane %7.0f/s %5.2f µs  with rate limit %7.0f/s %5.2f µs  constant Netty %7.0f/s %5.2f µs  nginx %7.0f/s %5.2f µs\n", q, r, $1, $2, $3, $4, $5, $6, $7, $8 }'
  done
done
echo
echo "medians of $rounds rounds, $keys keys (µs: processor time of the server for one request):"
for question in forward-auth verify; do
  of() { awk "{ print $1 }" "$work/$question.rounds" | median; }
  printf '%-12s data plane %.0f/s %.2f µs; requests per second: ours/constant Netty %.2f, ours/nginx %.2f; processor time: %.2f, %.2f; with rate limit/without: %.2f requests per second, %.2f processor time\n' \
    $question "$(of '$1')" "$(of '$2')" "$(of '$1/$5')" "$(of '$1/$7')" "$(of '$2/$6')" "$(of '$2/$8')" "$(of '$3/$1')" "$(of '$4/$2')"
done
