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

flags=(--enable-native-access=ALL-UNNAMED -Xms2g -Xmx2g -XX:+UseParallelGC -cp "$jar")
taskset -c 0 "$java" "${flags[@]}" io.keyledger.benchmarks.DataPlaneServer 18181 "$keys" "$work/keys" > "$work/ours.log" 2>&1 &
pids+=($!)
echo "seeding $keys keys …"
until [ -f "$work/keys" ]; do
  kill -0 "${pids[0]}" || { cat "$work/ours.log" >&2; exit 1; }
  sleep 1
done

# The constant answers are what the data plane answered once.
curl -sf -i -H "Authorization: Bearer $(sed -n 2p "$work/keys")" -H 'X-Forwarded-Method: GET' \
  -H 'X-Forwarded-Uri: /v1/members' 'http://127.0.0.1:18181/v1/forward-auth?hub=hubnity' > "$work/forward-auth.answer"
curl -sf -i -H "Authorization: Bearer $(sed -n 1p "$work/keys")" -H 'Content-Type: application/json' \
  -d "{\"token\":\"$(sed -n 2p "$work/keys")\",\"hub\":\"hubnity\",\"method\":\"GET\",\"path\":\"/v1/members\"}" \
  http://127.0.0.1:18181/v1/verify > "$work/verify.answer"
body=$(tail -1 "$work/verify.answer")

port=18182
for question in forward-auth verify; do
  taskset -c 0 "$java" "${flags[@]}" io.keyledger.benchmarks.ConstantAnswerServer $port "$work/$question.answer" > "$work/constant.log" 2>&1 &
  pids+=($!)
  port=$((port + 1))
done
cat > "$work/nginx.conf" <<NGINX
daemon off; master_process off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000000; server_tokens off; default_type application/json;
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
  server {
    listen 127.0.0.1:18184;
    location /v1/verify { return 200 '$body'; }
    location /v1/forward-auth { return 200; }
  }
}
NGINX
taskset -c 0 nginx -c "$work/nginx.conf" &
pids+=($!)
sleep 2

cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
tick_micros=$((1000000 / $(getconf CLK_TCK)))

load() { # process port question seconds → requests per second, processor microseconds of the server per request
  local before after
  before=$(cpu_ticks "$1")
  taskset -c 1 wrk -t1 -c32 -d"$4"s -s dataplane-loopback.lua "http://127.0.0.1:$2" -- "$work/keys" "$3" > "$work/wrk.out"
  after=$(cpu_ticks "$1")
  if grep -q -e 'NOT ALL' -e 'Non-2xx' "$work/wrk.out"; then cat "$work/wrk.out" >&2; exit 1; fi
  awk -v micros=$(((after - before) * tick_micros)) '
    / requests in / { count = $1 } /^Requests\/sec/ { rate = $2 } END { print rate, micros / count }' "$work/wrk.out"
}
median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for question in forward-auth verify; do
  constant=1
  [ $question = verify ] && constant=2
  servers=("${pids[0]} 18181" "${pids[$constant]} $((18181 + constant))" "${pids[3]} 18184")
  for server in "${servers[@]}"; do load $server $question "$seconds" > /dev/null; done
  for ((round = 1; round <= rounds; round++)); do
    row=()
    for server in "${servers[@]}"; do row+=($(load $server $question "$seconds")); done
    echo "${row[@]}" | tee -a "$work/$question.rounds" | awk -v q=$question -v r="$round" '{
      printf "%-12s round %d  data plane %7.0f/s %5.2f µs  constant Netty %7.0f/s %5.2f µs  nginx %7.0f/s %5.2f µs\n", q, r, $1, $2, $3, $4, $5, $6 }'
  done
done
echo
echo "medians of $rounds rounds, $keys keys (µs: processor time of the server for one request):"
for question in forward-auth verify; do
  ratio() { awk "{ print $1 }" "$work/$question.rounds" | median; }
  printf '%-12s data plane %.0f/s %.2f µs; requests per second: ours/constant Netty %.2f, ours/nginx %.2f; processor time: %.2f, %.2f\n' \
    $question "$(ratio '$1')" "$(ratio '$2')" "$(ratio '$1/$3')" "$(ratio '$1/$5')" "$(ratio '$2/$4')" "$(ratio '$2/$6')"
done
