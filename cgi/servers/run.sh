#!/bin/bash
# Runs everything from a checkout, in the foreground, until Ctrl-C: what `make run` starts after building.
#
#	BUILD=build DATA=var PORT=8080 BIND=127.0.0.1 cgi/servers/run.sh
#
# The first run sets the data directory up; what is there already is kept.
set -eu
cd "$(dirname "$0")/../.."
root=$PWD
absolute() { case $1 in /*) echo "$1" ;; *) echo "$root/$1" ;; esac; }
build=$(absolute "${BUILD:-build}")
data=$(absolute "${DATA:-var}")
PATH=$PATH:/usr/sbin:/sbin # where Debian keeps lighttpd, and not everybody looks
export PORT=${PORT:-8080} BIND=${BIND:-127.0.0.1}
export MONITOR_SITE=${MONITOR_SITE:-http://$BIND:$PORT}
export MONITOR_DATA=$data MONITOR_BIN=$build/bin MONITOR_TEMPLATES=$root/templates MONITOR_LOCALE=$build/locale
monitor=$build/bin/monitor
catalogue=$root/indicators/catalogue

step() { echo "  $1"; }

mkdir -p "$data"/snapshots "$data"/evidence "$data"/reports "$data"/run "$data"/log
chmod 0750 "$data"

exec 9> "$data/run/lock"
if ! flock -n 9; then
	echo "Another run uses $data. End it, or choose another folder: make run DATA=/some/dir PORT=9000" >&2
	exit 1
fi
if (exec 3<>"/dev/tcp/$BIND/$PORT") 2>/dev/null; then
	echo "Something answers on port $PORT already. Choose another: make run PORT=9000" >&2
	exit 1
fi

# A socket's whole path may have at most 107 bytes.
export MONITOR_RUN=$data/run
short=
if [ ${#MONITOR_RUN} -gt 80 ]; then
	short=$(mktemp -d /tmp/monitor-run-XXXXXX)
	MONITOR_RUN=$short
fi
trap '[ -z "$short" ] || rm -rf "$short"' EXIT

add_person() { # e-mail, name, roles…
	local email=$1 name=$2 role password
	shift 2
	password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n' | fold -w 6 | paste -s -d -)
	for role in "$@"; do
		"$monitor" user add "$email" --name "$name" --role "$role" >/dev/null
	done
	printf '%s\n' "$password" | "$monitor" user passwd "$email" >/dev/null
	printf '%-14s %s   %s\n' "$name" "$email" "$password" >> "$data/sign-in.txt.part"
}

echo "Data in $data"
"$monitor" migrate >/dev/null
if [ ! -e "$data/set-up" ] || [ -n "$(find "$catalogue" -newer "$data/set-up" -print -quit)" ]; then
	step 'participants and catalogues'
	"$monitor" participant load "$catalogue/participants.yaml" >/dev/null
	for framework in sdg trafficking ihr; do
		"$monitor" catalogue load "$catalogue/$framework" >/dev/null
	done
fi
if [ ! -e "$data/set-up" ]; then
	step 'published health-regulations scores'
	"$monitor" import --framework ihr --audience public --source 'UN SDG Global Database, 2023-12, CC BY 4.0' \
		"$catalogue/ihr/answers.csv" >/dev/null
	step 'official series of the UN SDG Global Database'
	"$monitor" fetch --from-file "$catalogue/sdg/unsdg_2020-10.csv" --vintage 2020-10 >/dev/null
	"$monitor" fetch --from-file "$catalogue/sdg/unsdg_2023-12.csv" --vintage 2023-12 >/dev/null
	if [ ! -e "$data/sign-in.txt" ]; then
		step 'the first people'
		(umask 077; printf 'Sign-in for the first people. Change the passwords, then delete this file.\n\n' > "$data/sign-in.txt.part")
		add_person administrator@monitor.example Administrator administrator
		add_person secretariat@monitor.example Secretariat secretariat
		mv "$data/sign-in.txt.part" "$data/sign-in.txt"
	fi
fi
step 'regional comparisons and progress'
"$monitor" summarise >/dev/null
touch "$data/set-up"

if ! lighttpd -tt -f cgi/servers/lighttpd.conf; then
	echo "The web server does not accept its configuration, see above." >&2
	exit 1
fi
# Programs that outlived a killed server would be found by their sockets and answer with yesterday's code.
rm -f "$MONITOR_RUN"/*-[0-9]
lighttpd -D -f cgi/servers/lighttpd.conf 9>&- &
server=$!
# What a timer does in production: the reports that were asked for on the secretariat's pages.
(while sleep 2; do "$monitor" report --waiting >> "$data/log/report.log" 2>&1; done) 9>&- &
reporter=$!
trap 'kill -TERM $reporter $server 2>/dev/null' INT TERM
until (exec 3<>"/dev/tcp/$BIND/$PORT") 2>/dev/null && [ -S "$MONITOR_RUN/account-0" ]; do
	if ! kill -0 $server 2>/dev/null; then
		echo "The web server did not start, see above." >&2
		exit 1
	fi
	sleep 0.1
done
kill -0 $server 2>/dev/null && {
	echo
	echo "  http://$BIND:$PORT/                 the public dashboard"
	echo "  http://$BIND:$PORT/account/sign-in  sign-in; names and passwords in $data/sign-in.txt"
	echo "  Ctrl-C ends it."
}
status=0
wait $server || status=$?
# wait is interrupted by the signal; the server then needs a moment to end its programs.
while kill -0 $server 2>/dev/null; do wait $server || status=$?; done
kill -TERM $reporter 2>/dev/null || true
if [ $status -ne 0 ] && [ $status -lt 128 ]; then
	echo "The web server ended (exit $status). Its log: $data/log/lighttpd.log" >&2
	tail -n 3 "$data/log/lighttpd.log" >&2
	exit 1
fi
