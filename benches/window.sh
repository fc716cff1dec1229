#!/usr/bin/env bash
# The window's figures on a book of ten busy years, printed as a table:
#     bash benches/window.sh target/release/motcua [DOSSIERS]
# Needs what tests/window_day.sh needs. Times are milliseconds seen from outside, through X.
set -uo pipefail
export LC_ALL=C.UTF-8
unset MOTCUA_DATA

motcua=$(realpath "${1:?which binary?}")
dossiers=${2:-200000}
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
source "$here/../tests/window.sh"
trap 'darken; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
cd "$work" || exit 1
python=(python3 "$here/key_to_screen.py")
office=$work/office

# column NAME: the name, padded; printf itself counts bytes.
column() { printf '%s%*s' "$1" $((44 - ${#1})) ''; }

# resident NAME: what the program holds in memory now.
most=0
resident() {
    local now
    now=$(awk '/VmRSS/ { print $2 }' "/proc/$app/status")
    [ "$now" -le $most ] || most=$now
    column "$1"
    printf ' %8.1f\n' "$((now * 10 / 1024))e-1"
}

# idle NAME: processor time of ten seconds in which nobody does anything.
idle() {
    local before
    before=$(ticks)
    sleep 10
    column "$1"
    awk -v used=$(($(ticks) - before)) -v second="$(getconf CLK_TCK)" \
        'BEGIN { share = used / second / 10 * 100; printf " %8.2f %26s\n", share, "<= 0.5 " (share <= 0.5 ? "ok" : "MISSED") }'
}

machine() { echo "the machine: $(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg)"; }

"$motcua" --data office --at 2026-11-23T14:20 generate --dossiers "$dossiers" --seed 7
printf '{ "officer": "Lê Văn Mẫu", "after_receipt": "nothing" }\n' >office/counter.json
screen 1366x768 || exit 1
machine
printf '\n%-44s %8s %8s %8s   goal\n' "$dossiers dossiers, 1366x768, milliseconds" median p95 max

"${python[@]}" start start 10 "$motcua" --data "$office" --at 2026-11-23T14:20 --as "Lê Văn Mẫu"

start --data "$office" --at 2026-11-23T14:20 || exit 1
keys F2 Tab Tab
types "Hồ Thị Đo"
"${python[@]}" keys "Tiếp nhận, a letter of the name" x 80
keys ctrl+a BackSpace F3
"${python[@]}" keys "Hồ sơ, a row down or up" Down 80
"${python[@]}" keys "Hồ sơ, a page down or up" Next 60
keys ctrl+k
"${python[@]}" search "search, key to the last answer" "nguyen van/tran thi h/0001/hoang kim" 60
keys Escape F2
"${python[@]}" receipt "Ctrl+Enter to the slip on disk" "$office/slips" 25
machine

printf '\n%-44s %8s\n' "resident memory" MB
keys F1 && resident "Hôm nay"
keys F2 && resident "Tiếp nhận"
keys F3 && resident "Hồ sơ"
for _ in {1..40}; do xdotool key Next; done
calm && resident "Hồ sơ, forty pages on"
keys End && resident "Hồ sơ, at the end"
keys Home Return && resident "a dossier"
keys Escape F4 && resident "Trả kết quả"
keys F10 && resident "Thiết lập"
keys ctrl+k && types "nguyen van" && resident "the search"
keys Escape
awk -v most=$most -v peak="$(awk '/VmHWM/ { print $2 }' "/proc/$app/status")" 'BEGIN {
    printf "%-44s %8.1f %26s\n", "most of them", most / 1024, "<= 80 " (most <= 81920 ? "ok" : "MISSED")
    printf "%-44s %8.1f\n", "ever, in passing", peak / 1024 }'

printf '\n%-44s %8s\n' "processor while nobody does anything" %
keys F1
idle "Hôm nay"
keys F2
idle "Tiếp nhận, a cursor blinking"
machine
stop
