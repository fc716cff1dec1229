#!/usr/bin/env bash
# A counter officer's day in the window of the built program, driven by keys alone under a display
# of its own and looked at from outside: files, the book read by the command line, other tools.
#     bash tests/window_day.sh target/release/motcua
# Needs xvfb, openbox, xdotool, x11-xkb-utils, x11-utils, poppler-utils, zbar-tools and python3;
# MOTCUA_SHOTS=FOLDER keeps pictures of the screens (with imagemagick).
set -uo pipefail
export LC_ALL=C.UTF-8
unset MOTCUA_DATA

motcua=$(realpath "${1:?which binary?}")
here=$(realpath "$(dirname "$0")")
[ -z "${MOTCUA_SHOTS:-}" ] || { mkdir -p "$MOTCUA_SHOTS" && MOTCUA_SHOTS=$(realpath "$MOTCUA_SHOTS"); }
work=$(mktemp -d)
source "$here/checks.sh"
source "$here/window.sh"
trap 'darken; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
cd "$work" || exit 1
mkdir bin tmp
export PATH=$work/bin:$PATH TMPDIR=$work/tmp

# Stands for the desktop's viewer: notes what it was to open.
cat >bin/xdg-open <<END
#!/bin/sh
echo "\$@" >>"$work/opened"
END
chmod +x bin/xdg-open

slips=$work/office/slips
prefix=H50.031-261123
open_at() { start --data "$work/office" --at "2026-11-23T$1"; }
closed() { "$motcua" --data office --at 2026-11-23T18:00 "$@"; }

# aside COMMAND…: the command line on a copy of the book, while the window has the book open.
office=office
aside() {
    mkdir -p copy
    rm -f copy/book.motcua*
    cp "$office/book.motcua" copy && { [ ! -e "$office/book.motcua-wal" ] || cp "$office/book.motcua-wal" copy; }
    "$motcua" --data copy --at 2026-11-23T18:00 "$@"
}

# drafts EXPRESSION: over the list `a` of the contents of the drafts, from a copy of the book.
drafts() {
    aside check >.checked || return 1
    python3 - "$1" <<'PYTHON'
import json, sqlite3, sys
rows = sqlite3.connect("copy/book.motcua").execute("SELECT content FROM draft ORDER BY id")
a = [json.loads(content) for content, in rows]
print(eval(sys.argv[1]))
PYTHON
}

# typed_so_far BEGINNING: of the newest draft's name, for `drafts`.
typed_so_far() { echo "bool(a) and a[-1]['intake']['applicant']['name'].startswith('$1')"; }

# becomes EXPECTED COMMAND…: soon its output is exactly this.
becomes() { within 20 is "$@"; }
received() { aside check --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["dossiers"])'; }

# card NUMBER NAME: what a scanner reads from the card of somebody whose number ends so.
card() {
    local address="Số nhà 25, tổ dân phố Khu phố 8, thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị, Việt Nam"
    printf '045188%06d|197000000|%s|12031988|Nữ|%s|15042021' "$1" "$2" "$address"
}

# procedure_and_papers: what follows a card's scan, up to the receipt.
procedure_and_papers() {
    types "lai khai sinh"
    keys Return a
}

# geometry: place and size of the window.
geometry() { xdotool getwindowgeometry "$window" | tail -n 2 | sed 's/ (.*//'; }

check "there is a screen" screen 1366x768
[ $failed = 0 ] || exit 1

echo "== the first start"
check "the window opens" open_at 07:40
check "it has no office yet" is "Một Cửa" title
shoot 01-wizard-office
types "UBND xã Hướng Hiệp"
keys Tab
types "H50.031"
keys Tab
types "0233 300 0000"
keys Tab
types "tỉnh Quảng Trị"
keys Return
shoot 02-wizard-hours
keys Return
types "Lê Văn Mẫu"
shoot 03-wizard-counter
keys Return Tab
types "$work/backups"
shoot 04-wizard-finish
keys Return
check "the office is there" within 60 titled "UBND xã Hướng Hiệp – Một Cửa"
calm
shoot 05-today-empty
check "the counter knows its officer and its backups" says "Lê Văn Mẫu $work/backups" \
    python3 -c 'import json; a = json.load(open("office/counter.json")); print(a["officer"], a["backup_folder"])'
check "the window closes" stop

echo "== a citizen at the counter"
check "the window opens" open_at 08:00
check "on the office" titled "UBND xã Hướng Hiệp – Một Cửa"
keys F2
check "a card is scanned" scans "$(card 0 "Hồ Thị Mẫu")"
shoot 06-card
types "lai khai sinh"
shoot 07-picker
keys Return a
shoot 08-papers
keys ctrl+Return
first=$prefix-0001
check "the slip is on disk" within 20 test -s "$slips/$first.pdf"
check "it names the citizen" says "Hồ Thị Mẫu" text_of "$slips/$first.pdf"
check "it promises the right day" says "ngày 01 tháng 12 năm 2026" text_of "$slips/$first.pdf"
check "both its symbols scan" is "$(both_symbols_of $first)" symbols_of "$slips/$first.pdf" 1
check "it is opened to be printed" within 20 grep -qxF "$slips/$first.pdf" opened
shoot 09-received

echo "== a mistake is corrected"
keys ctrl+k
types "ho thi mau"
shoot 10-finder
keys Return
shoot 11-dossier
keys ctrl+e
shoot 12-correcting
keys Tab Tab ctrl+a
types "Hồ Thị Mậu"
keys ctrl+Return
types "gõ sai dấu tên"
shoot 13-reason
keys Return
check "the slip is printed again" within 20 says "Bản in lại" text_of "$slips/$first.pdf"
check "with the right name" says "Hồ Thị Mậu" text_of "$slips/$first.pdf"
check "and why" says "gõ sai dấu tên" text_of "$slips/$first.pdf"
check "on the same code" is "$(both_symbols_of $first)" symbols_of "$slips/$first.pdf" 1
check "the slip given out before is kept" is 2 eval "ls '$slips' | grep -c $first"
check "the new one is opened" is 2 grep -cxF "$slips/$first.pdf" opened
shoot 14-corrected

echo "== the result is given back"
keys F4
shoot 15-give-back
check "the slip is scanned" scans "$first"
shoot 16-scanned
# Nothing says there is a result: it is asked about, and what a hand does in one movement is no answer.
keys ctrl+Return
sleep 0.7
keys ctrl+Return
check "the dossier is returned" becomes "returned" json "a['status']" aside show "$first"
shoot 17-returned

echo "== the window is closed and opened again"
keys F2
types "045188000077"
keys Tab Tab
types "Trần Thị Nháp"
shoot 18-draft
xdotool windowsize "$window" 1100 700 windowmove "$window" 90 40
calm
place=$(geometry)
check "the window closes" stop
check "the book agrees with itself" says "mọi số đều khớp" closed check
check "the dossier is found" is "['$first']" json "[d['code'] for d in a]" closed find "ho thi mau"
check "under its right name" is "Hồ Thị Mậu" json "a['applicant']['name']" closed show "$first"
check "a backup was made" is 1 eval "ls backups | grep -c '^motcua-2026-11-23-.*\.motcua$'"
check "the draft is kept" is "['Trần Thị Nháp']" drafts "[d['intake']['applicant']['name'] for d in a]"
check "the window opens" open_at 09:00
calm
check "where it was" is "$place" geometry
shoot 19-reopened
xdotool windowmove "$window" 0 0 windowsize "$window" 1366 720
calm

echo "== the draft becomes a dossier"
keys F2
shoot 20-draft-again
keys Tab Tab Tab Tab Tab Tab Tab Tab
types "lai khai sinh"
shoot 21-draft-procedure
keys Return a
keys ctrl+Return
check "its slip names the citizen" within 20 says "Trần Thị Nháp" text_of "$slips/$prefix-0002.pdf"
check "the draft is gone" becomes "[]" drafts a

echo "== ten cards, wherever the cursor is"
names=(Một Hai Ba Bốn Năm Sáu Bảy Tám Chín Mười)
for number in {1..10}; do
    [ $number = 1 ] || keys ctrl+n
    for ((tab = 1; tab < number; tab++)); do keys Tab; done
    check "card $number is scanned" scans "$(card $number "Hồ Thị ${names[number - 1]}")"
done
shoot 22-ten-forms
numbers=$(printf '045188%06d ' {1..10})
check "each arrived whole" becomes "${numbers% }" drafts "' '.join(d['intake']['applicant']['identity'] for d in a)"
check "with its name" becomes "${names[*]/#/Hồ Thị }" drafts "' '.join(d['intake']['applicant']['name'] for d in a)"
check "and its address" becomes "10" drafts "sum(d['intake']['applicant']['address'].endswith('Việt Nam') for d in a)"
check "and nothing beside" becomes "[]" drafts "[d for d in a if '|' in json.dumps(d)]"

echo "== Ctrl+Enter twice"
before=$(received)
types "lai khai sinh"
keys Return a
xdotool key --delay 0 ctrl+Return ctrl+Return ctrl+Return
calm
check "receives once" becomes $((before + 1)) received
check "and takes its draft away" becomes 9 drafts "len(a)"

echo "== a second window on the same office"
first_app=$app first_window=$window
check "it opens" open_at 10:00
check "it is not on the office" is "Một Cửa" title
shoot 23-trouble
keys Return
check "trying again does not help" is "Một Cửa" title
check "it closes" stop
app=$first_app window=$first_window
xdotool windowfocus --sync "$window"
keys ctrl+n
check "the first goes on" scans "$(card 99 "Hồ Thị Tiếp")"
types "lai khai sinh"
keys Return a ctrl+Return
check "and receives" within 20 says "Hồ Thị Tiếp" text_of "$slips/$prefix-0004.pdf"

echo "== the calendar"
# calendar EXPRESSION: over the rows `a` of days and `m` of promises the calendar moved.
calendar() {
    aside check >.checked || return 1
    python3 - "$1" <<'PYTHON'
import sqlite3, sys
book = sqlite3.connect("copy/book.motcua")
a = book.execute("SELECT date, kind, name FROM special_day WHERE origin = 'office'").fetchall()
m = book.execute("SELECT count(*) FROM past_promise WHERE cause = 'calendar'").fetchone()[0]
print(eval(sys.argv[1]))
PYTHON
}
keys F11
shoot 26-calendar
keys Right Right Return Tab Tab Tab
types "Nghỉ bão"
shoot 27-calendar-day
keys Return
check "nothing is written yet" is "[] 0" calendar "f'{a} {m}'"
keys ctrl+Return
sleep 1
shoot 28-what-if
keys ctrl+Return
check "the closure is written" becomes "25/11 Nghỉ bão" calendar "' '.join(f'{d[8:]}/{d[5:7]} {n}' for d, k, n in a)"
check "and the promises of the three open dossiers moved" becomes 3 calendar "m"
shoot 29-written
keys ctrl+z
check "undone, the day is ordinary again" becomes "[]" calendar "a"
keys F2

echo "== the power goes while somebody types"
keys ctrl+n
xdotool type --delay 30 "045188000055"
xdotool key Tab Tab
xdotool type --delay 60 "Nguyễn Văn Đang Gõ Dở Dang, và còn gõ nữa" &
typing=$!
check "what is typed is being kept" within 60 is "True" drafts "$(typed_so_far "Nguyễn Văn Đ")"
kill -9 "$app"
wait "$app" 2>>kills
wait $typing
check "the window opens again" open_at 11:00
check "on the office" titled "UBND xã Hướng Hiệp – Một Cửa"
check "what had been kept is there" becomes "True" drafts "$(typed_so_far "Nguyễn Văn Đ")"
keys F2
shoot 24-after-the-kill
check "the window closes" stop
check "the book agrees with itself" says "4 hồ sơ, mọi số đều khớp" closed check

echo "== folders change hands"
# hands EXPRESSION: over the rows `a` of code, holder, state and tray, and `m` of lists with their folders.
hands() {
    aside check >.checked || return 1
    python3 - "$1" <<'PYTHON'
import sqlite3, sys
book = sqlite3.connect("copy/book.motcua")
sql = "SELECT substr(code, -4), holder_unit, holder_name, status, tray FROM dossier ORDER BY id"
a = {code: rest for code, *rest in book.execute(sql)}
m = book.execute("SELECT kind, number, (SELECT count(*) FROM handover_line WHERE handover_id = id) FROM handover").fetchall()
print(eval(sys.argv[1]))
PYTHON
}
check "the window opens" open_at 13:00
keys F5
shoot 30-board
keys ctrl+2
types "Tư pháp hộ tịch"
keys Tab
types "Lê Văn An"
keys Return
check "a folder is scanned" scans "$prefix-0002"
check "and another one" scans "$prefix-0003"
check "and one that has ended" scans "$prefix-0001"
sleep 1
shoot 31-handing-over
keys ctrl+Return
check "two are on the list" becomes "[('out', 1, 2)]" hands m
check "and with whom they should be" becomes "Tư pháp hộ tịch Lê Văn An 4" hands "'{} {} {}'.format(*a['0003'])"
check "the third is not" is "10" hands "a['0001'][2]"
check "the list is on paper" within 20 says "Lê Văn An" text_of "$slips/danh-sach-1.pdf"
shoot 32-handed-over
keys ctrl+3
check "one comes back" scans "$prefix-0003"
keys ctrl+r
sleep 1
shoot 33-taking-back
keys ctrl+Return
check "with its result" becomes "['', '', 9, '']" hands "a['0003']"
keys ctrl+5
check "a tray is scanned" scans "KHAY-A1"
check "and what lies in it" scans "$prefix-0003"
check "two scans put it there" becomes "A1" hands "a['0003'][3]"
shoot 34-trays
keys ctrl+7
shoot 35-lists
check "the window closes" stop
check "the window opens on the day of the promise" start --data "$work/office" --at 2026-12-01T08:00
shoot 36-not-taken-back
keys ctrl+l
shoot 37-away
keys ctrl+6
shoot 38-picking
check "the tray's label finds what lies there" scans "KHAY-A1"
check "the result is scanned as it is taken" scans "$prefix-0003"
shoot 39-picked
check "the window closes" stop
check "the book agrees with itself" says "4 hồ sơ, mọi số đều khớp" closed check

source "$here/window_life.sh"

echo "== without a screen, and to practise"
check "without a screen it says so" refuses 2 '"motcua demo"' \
    env -u DISPLAY -u WAYLAND_DISPLAY -u WAYLAND_SOCKET "$motcua" --data office
check "the practice window opens" start --training
check "on a practice office" within 20 titled "BẢN TẬP – "
check "in a folder of its own" is 1 eval "ls tmp | grep -c '^motcua-ban-tap-'"
shoot 25-training
check "it closes" stop
check "and leaves nothing" is 0 eval "ls tmp | wc -l"

closing_line
