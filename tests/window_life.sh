# Every act of a dossier between receipt and return, from the keyboard: `source`d by window_day.sh, not
# run. An office of its own, with seven dossiers that were received by command.

echo "== a dossier's whole life"
office=$work/life
papers=$office/slips
life() { "$motcua" --data "$office" --at "2026-11-23T$1" --as "Trần Thị Bình" "${@:2}"; }
check "an office is there" life 07:30 init --agency-name "UBND xã Hướng Hiệp" --agency-code H50.031
for number in {1..7}; do
    check "dossier $number is received" life 08:00 receive --procedure 1.004884 \
        --name "Hồ Thị Thử" --paper 1=1/0
done

# opens NUMBER: the dossier with this number, found by its code.
opens() {
    keys ctrl+k
    types "$prefix-000$1"
    keys Return
    calm
}

# is_now NUMBER EXPECTED EXPRESSION: soon, over the dossier `a` in the book.
is_now() { becomes "$2" json "$3" aside show "$prefix-000$1"; }

# printed FILE TEXT: soon the paper is there and says so.
printed() { within 30 test -s "$papers/$1" && says "$2" text_of "$papers/$1"; }

check "the window opens" start --data "$office" --at 2026-11-23T08:30 --as "Trần Thị Bình"

echo "== guided before the receipt"
keys F2
check "a card is scanned" scans "$(card 7 "Hồ Thị Mẫu")"
types "lai khai sinh"
keys Return ctrl+h space Down Down Down Down Down Down Down
types "Bản sao giấy khai tử của cha"
keys Return Return
types "Chưa đủ giấy tờ"
shoot 30-guide
keys Return
check "the notice is printed" printed phieu-bo-sung-1-2026.pdf "Bản sao giấy khai tử của cha"
check "with the paper that was ticked" says "1. Tờ khai đăng ký lại khai sinh" \
    text_of "$papers/phieu-bo-sung-1-2026.pdf"
check "no dossier was received" is 7 received
shoot 31-guided
keys ctrl+r
types "Không thuộc thẩm quyền của xã"
shoot 32-refuse-unreceived
keys Return
check "a refusal is printed" printed phieu-tu-choi-1-2026.pdf "Không thuộc thẩm quyền của xã"
keys ctrl+f
shoot 33-recent
keys Down Return
check "the older notice is printed again" within 30 says "Bản in lại" \
    text_of "$papers/phieu-bo-sung-1-2026.pdf"

echo "== from hand to hand"
opens 1
shoot 34-dossier
keys ctrl+y
types "Tư pháp"
keys Return
types "Lê Văn An"
shoot 35-hand-over
keys Return
check "it is handed over" is_now 1 "Tư pháp Lê Văn An in_progress" \
    "a['holder']['unit'], a['holder']['officer'], a['status'], sep=' '"
keys ctrl+3
shoot 36-take-back
keys Return
check "it is taken back" is_now 1 "True" "a['held_since'] is None"
keys ctrl+a
types "a1"
keys Return
check "it lies in a tray" is_now 1 "A1" "a['tray']"
keys ctrl+q
check "its control sheet is printed" printed "$prefix-0001-kiem-soat.pdf" "Lê Văn An"
shoot 37-control-sheet

echo "== papers are asked for, and come"
keys ctrl+b
shoot 38-ask
keys space Down Down Down Down Down Down
types "Bản sao căn cước"
keys Return Return
types "Hồ sơ chưa đầy đủ"
shoot 39-asked
keys Return
check "the clock stands still" is_now 1 "awaiting_papers None" "a['status'], a['due_at'], sep=' '"
check "the notice is printed" printed "$prefix-0001-bo-sung-2-2026.pdf" "2. Bản sao căn cước"
shoot 40-waiting
keys ctrl+Return Return
check "the papers came" is_now 1 "in_progress" "a['status']"
check "the slip is printed again" within 30 says "đã nhận đủ hồ sơ bổ sung" text_of "$papers/$prefix-0001.pdf"
keys ctrl+b
shoot 41-ask-again
keys Escape

echo "== signed, finished, and undone"
keys ctrl+s
types "15/2026/GKS"
keys Return Return
types "Hoàng Văn Ký"
shoot 42-sign
xdotool key --delay 150 ctrl+Return ctrl+Return ctrl+Return
calm
check "one movement of the hand signs, and no more" is_now 1 "in_progress" "a['status']"
check "the result is signed" is_now 1 "15/2026/GKS Hoàng Văn Ký" \
    "a['result']['number'], a['result']['signer'], sep=' '"
keys ctrl+r
check "the result is there" is_now 1 "finished" "a['status']"
shoot 43-finished
keys ctrl+z
types "Bấm nhầm hồ sơ"
shoot 44-undo
keys Return
check "the step is undone" is_now 1 "in_progress" "a['status']"
check "and kept with its reason" is_now 1 "Bấm nhầm hồ sơ" "a['undone'][-1]['reason']"
shoot 45-undone

echo "== how a dossier ends without a result"
opens 2
keys ctrl+y ctrl+Return
check "whoever had the last one is filled in" is_now 2 "Lê Văn An" "a['holder']['officer']"
keys ctrl+o
shoot 46-other-things
keys ctrl+x
types "Không đủ điều kiện theo quy định"
keys Return
check "one is refused" is_now 2 "refused" "a['status']"
check "with its notice" printed "$prefix-0002-tu-choi-2-2026.pdf" "Không đủ điều kiện theo quy định"
shoot 47-refused
keys ctrl+3 Return
check "and its folder comes back" is_now 2 "True" "a['held_since'] is None"
opens 3
keys ctrl+w
types "Tiếp nhận trùng hồ sơ 0004"
keys Return
check "one is voided" is_now 3 "Tiếp nhận trùng hồ sơ 0004" "a['voided_because']"
shoot 48-voided
opens 4
keys ctrl+u
types "Không còn nhu cầu"
keys Return
check "one is withdrawn" is_now 4 "withdrawn" "a['status']"
check "with its notice" printed "$prefix-0004-dung-1-2026.pdf" "Không còn nhu cầu"
opens 5
keys ctrl+y ctrl+Return
calm
keys ctrl+d
types "Không bổ sung đúng hạn"
keys Return
check "one is stopped" is_now 5 "stopped" "a['status']"
check "with its notice" printed "$prefix-0005-dung-2-2026.pdf" "Không bổ sung đúng hạn"

echo "== a duty, and an apology"
opens 6
keys ctrl+h
types "10:00 04/12/2026"
keys Return
types "Chờ xác minh"
shoot 49-extend
keys Return
check "one is put off" is_now 6 "2026-12-04T10:00:00+07:00" "a['due_at']"
check "with an apology" printed "$prefix-0006-xin-loi-1-2026.pdf" "Chờ xác minh"
check "and a new slip" within 30 says "ngày 04 tháng 12 năm 2026" text_of "$papers/$prefix-0006.pdf"
shoot 50-extended
opens 7
keys ctrl+y ctrl+Return
calm
keys ctrl+t
types "Thông báo thuế số 12"
keys Return
check "a duty is asked for" is_now 7 "awaiting_payment" "a['status']"
keys ctrl+Return Return
check "and paid" is_now 7 "in_progress" "a['status']"
check "the window closes" stop
check "the book agrees with itself" says "7 hồ sơ, mọi số đều khớp" life 18:00 check
office=office
