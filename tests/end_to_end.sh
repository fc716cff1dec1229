#!/usr/bin/env bash
# A newcomer's first day with the built program, looked at with other people's tools:
#     bash tests/end_to_end.sh target/release/motcua
# Needs poppler-utils, qpdf, zbar-tools and python3. After a change of the slip that is meant,
# MOTCUA_UPDATE=1 writes the expected text anew.
set -uo pipefail
export LC_ALL=C.UTF-8
unset MOTCUA_DATA

motcua=$(realpath "${1:?which binary?}")
here=$(realpath "$(dirname "$0")")
fixtures=$here/fixtures
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

source "$here/checks.sh"

# count PATTERN COMMAND…: prints how many lines of its output the pattern matches.
count() {
    local pattern=$1
    shift
    "$@" | grep -cE -- "$pattern"
}

# What other people's tools see of a PDF and of a workbook.
info_of() { pdfinfo "$1" | tr -s ' '; }
fonts_of() { pdffonts "$1" | tail -n +3; }
fonts_are_embedded_subsets() {
    fonts_of "$1" # three lines, each "embedded, subset, Unicode"
    [ "$(fonts_of "$1" | wc -l)" = 3 ] && [ "$(fonts_of "$1" | grep -c ' yes yes yes ')" = 3 ]
}
bytes_at_most() { ls -l "$2" && [ "$(stat -c %s "$2")" -le "$1" ]; }
cells_of() {
    python3 - "$1" <<'PYTHON'
import re, sys, zipfile
from xml.etree import ElementTree
book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
tag = lambda name: "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}" + name
texts = ["".join(t.text or "" for t in item.iter(tag("t")))
         for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(tag("row")):
    cells = {}
    for cell in row:
        value = cell.findtext(tag("v"))
        if value is not None:
            column = re.match("[A-Z]+", cell.get("r")).group()
            cells[column] = texts[int(value)] if cell.get("t") == "s" else value
    print(" | ".join(f"{column}: {value}" for column, value in cells.items()))
PYTHON
}

echo "== the demo and its slip"
demo=H50.031-261123-0001
slip=demo/slips/$demo.pdf
check "the demo runs" says "Đã tiếp nhận hồ sơ $demo." \
    "$motcua" demo --out demo --at 2026-11-23T14:20 --as "Lê Văn Mẫu"
[ "${MOTCUA_UPDATE:-}" = 1 ] && text_of "$slip" >"$fixtures/demo-slip-a5.txt"
check "the slip says what it has to, letter for letter" diff -u "$fixtures/demo-slip-a5.txt" <(text_of "$slip")
check "qpdf finds nothing wrong with it" says "No syntax or stream encoding errors found" qpdf --check "$slip"
check "its three fonts are embedded subsets with Unicode" fonts_are_embedded_subsets "$slip"
check "none of them is drawn as pictures" is 3 count TrueType fonts_of "$slip"
check "its title names form and dossier" says "Title: Giấy tiếp nhận hồ sơ và hẹn trả kết quả $demo" info_of "$slip"
check "it is A5" says "Page size: 419.528 x 595.276 pts" info_of "$slip"
check "it has two copies" says "Pages: 2" info_of "$slip"
check "it bears the office's time" says "D:20261123142000+07'00'" pdfinfo -rawdates "$slip"
check "both symbols of the first copy scan" is "$(both_symbols_of $demo)" symbols_of "$slip" 1
check "both symbols of the second copy scan" is "$(both_symbols_of $demo)" symbols_of "$slip" 2
check "it is small" bytes_at_most 81920 "$slip"
check "it is printed again on A4" says "lần 2" "$motcua" --data demo slip $demo --paper-size a4 -o a4.pdf
check "that is A4" says "Page size: 595.276 x 841.89 pts (A4)" info_of a4.pdf
check "qpdf finds nothing wrong with it" says "No syntax or stream encoding errors found" qpdf --check a4.pdf
check "its three fonts are embedded subsets with Unicode" fonts_are_embedded_subsets a4.pdf
check "both its symbols scan" is "$(both_symbols_of $demo)" symbols_of a4.pdf 1
check "it says the same return date" says "14 giờ 20 phút, ngày 01 tháng 12 năm 2026" text_of a4.pdf
check "it is small" bytes_at_most 81920 a4.pdf

echo "== an office of one's own"
at() { "$motcua" --data office --as "Lê Văn Mẫu" --at "2026-11-23T$1" "${@:2}"; }
check "no book, no work" refuses 3 "motcua init" at 07:30 find Mẫu
check "the office is set up" says "222 thủ tục" \
    at 07:30 init --agency-name "UBND xã Hướng Hiệp" --agency-code H50.031 --province "tỉnh Quảng Trị"
cp office/book.motcua before
check "it is not set up twice" \
    refuses 3 "Đã có sổ" at 07:31 init --agency-name "UBND xã Khác" --agency-code H50.032
check "the book is as it was, byte for byte" cmp before office/book.motcua
check "a procedure is found without marks" says "1.004884  Đăng ký lại khai sinh" at 07:40 procedures find "lai khai sinh"
check "a due date is explained" says "thứ Ba 24/11/2026: không tính (nghỉ: Ngày Văn hóa Việt Nam)" at 07:40 due --limit 5d --explain

echo "== receiving"
card="045188000000|197000000|Hồ Thị Mẫu|12031988|Nữ|Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị|15042021"
birth=(receive --procedure 1.004884)
copies=(receive --procedure 2.000815)
check "by the card's QR code" is "H50.031-261123-0001 2026-12-01T08:00:00+07:00 3" \
    json "a['code'], a['due_at'], len(a['papers'])" \
    at 08:00 "${birth[@]}" --citizen-qr "$card" --phone 0900000012 --paper 1 --paper "4=0/1" --paper "Ảnh=2/0"
check "by typed data, whatever the keyboard's way with marks" is "H50.031-261123-0002 Lê Thị Thử" \
    json "a['code'], a['applicant']['name']" \
    at 08:10 "${birth[@]}" --name $'  Lê Thi\u0323  Thư\u0309 ' --id 045188000001 --birth 1988-03-12
check "for an organisation" is "H50.031-261123-0003 2026-11-23T17:00:00+07:00" \
    json "a['code'], a['due_at']" \
    at 08:20 "${copies[@]}" --organisation --name "Hợp tác xã Mẫu" --tax-code 3200000002
check "on an organisation's authority, by post" is "post post Hợp tác xã Mẫu" \
    json "a['channel'], a['return_by'], a['principal']['party']['name']" \
    at 08:30 "${copies[@]}" --name "Lê Thị Thử" --id 045188000001 --for-organisation \
    --for-name "Hợp tác xã Mẫu" --for-tax-code 3200000002 --authorisation "Giấy giới thiệu số 01" \
    --channel post --return-by post
check "its slip names both" says "- Giấy tờ ủy quyền: Giấy giới thiệu số 01" \
    text_of office/slips/H50.031-261123-0004.pdf
check "online, after three o'clock: due the next working day" is "online 2026-11-25T17:00:00+07:00" \
    json "a['channel'], a['due_at']" at 15:01 "${copies[@]}" --name "Hồ Văn Thử" --channel online
check "a second dossier of the same person is pointed out" says "còn hồ sơ H50.031-261123-0001" \
    at 15:10 "${birth[@]}" --citizen-qr "$card"

echo "== refusing"
check "an unknown procedure" refuses 1 "Thủ tục: mã này không có" at 15:20 receive --procedure 9.999999 --name "Hồ Văn Thử"
check "an identity number too short" refuses 1 "Số định danh cá nhân: có 3 ký tự" at 15:20 "${birth[@]}" --name "Hồ Văn Thử" --id 045
check "a tax code with a wrong digit" refuses 1 "chữ số kiểm tra" at 15:20 "${copies[@]}" --organisation --name "Hợp tác xã Mẫu" --tax-code 3200000003
check "a card that is none" refuses 1 "hãy quét lại" at 15:20 "${birth[@]}" --citizen-qr "không phải thẻ"
check "words that are no command" refuses 2 "Không có lệnh" at 15:20 frobnicate
check "a code nobody has" refuses 1 "H50.031-261123-9999" at 15:20 show H50.031-261123-9999
check "invented dossiers in a real office" refuses 1 "Sổ này là sổ thật" at 15:20 generate --dossiers 10
check "a second program on the same book" refuses 3 "Sổ đang được mở" flock office/book.motcua.lock "$motcua" --data office find Mẫu
check "no number was lost by all this" is "H50.031-261123-0007 7" \
    json "a['code'], a['number']" at 15:30 "${copies[@]}" --name "Hồ Văn Thử"

echo "== finding"
code() { json "*[dossier['code'][-4:] for dossier in a]" at 16:00 find "$1"; }
check "by name without marks" is "0006 0001" code "ho thi mau"
check "by name with marks" is "0007 0005" code "Hồ Văn Thử"
check "by the beginnings of words, also for whom it is" is "0004 0003" code "hop ta x m"
check "by the end of a code" is "0004" code "123-0004"
check "by identity number" is "0004 0002" code 045188000001
check "by the end of a telephone number" is "0001" code 000012
check "nothing where there is nothing" is "" code "Không Ai"
check "everything about one" says "Địa chỉ: Thôn Ruộng, xã Hướng Hiệp, tỉnh Quảng Trị" at 16:00 show h50.031-261123-0001

echo "== to the end"
check "what is due first stands first" is "0003 0004" \
    json "*[dossier['code'][-4:] for dossier in a[:2]]" at 16:00 list
check "only what came in online" is "0005" \
    json "*[dossier['code'][-4:] for dossier in a]" at 16:00 list --channel online
check "a mistyped telephone number is set right" says "Đã đính chính hồ sơ H50.031-261123-0001: Số điện thoại." \
    at 16:01 correct H50.031-261123-0001 --reason "Gõ nhầm" --phone 0900000021
check "it is found by the right one" is "0001" code 0900000021
check "and no longer by the wrong one" is "" code 0900000012
check "its other numbers stay" is "H50.031-261123-0001 1 2026-12-01T08:00:00+07:00" \
    json "a['code'], a['number'], a['due_at']" at 16:01 show H50.031-261123-0001
check "a result lies ready" says "đúng hẹn" at 16:02 finish H50.031-261123-0003
check "it is in the list of what is ready" is "0003" \
    json "*[dossier['code'][-4:] for dossier in a]" at 16:02 list --state ready
check "somebody else collects it" says "Đã trả kết quả hồ sơ H50.031-261123-0003 của Hợp tác xã Mẫu." \
    at 16:03 return H50.031-261123-0003 --collector "Lê Thị Thử" --collector-id 045188000001 \
    --authorisation "Giấy giới thiệu số 02" --lost-slip
check "the book knows who" says "Người nhận thay: Lê Thị Thử, số 045188000001 (Giấy giới thiệu số 02)" \
    at 16:03 show H50.031-261123-0003
check "it is not handed over twice" refuses 1 "Đã trả kết quả" at 16:04 return H50.031-261123-0003
check "nor corrected any more" refuses 1 "không làm việc này được nữa" \
    at 16:04 correct H50.031-261123-0003 --reason "Gõ nhầm" --note "Muộn"

echo "== the clock and the calendar"
on() { "$motcua" --data office --at "$1" "${@:2}"; }
check "a storm would move what is promised for that day" says "H50.031-261123-0001" \
    on 2026-11-24T08:00 calendar what-if --off "26/11/2026=Nghỉ bão"
check "nothing moved by the question" is "2026-12-01T08:00:00+07:00" json "a['due_at']" at 16:05 show H50.031-261123-0001
check "the storm is written, one promise moves" says "H50.031-261123-0001" \
    on 2026-11-24T08:00 calendar change --off "26/11/2026=Nghỉ bão" \
    --move H50.031-261123-0001 --reason "Bão số 10" --slips moved.pdf --calls calls.pdf
check "the promise is a day later" is "2026-12-02T08:00:00+07:00" json "a['due_at']" at 16:05 show H50.031-261123-0001
check "its new slip says why" says "Bão số 10" pdftotext -layout moved.pdf -
check "the list of calls is a sound PDF" qpdf --check calls.pdf
check "papers are asked for" says "Thời hạn tạm dừng" \
    on 2026-11-25T09:00 ask-papers H50.031-261123-0001 --demand "Bản sao căn cước"
check "nothing is promised meanwhile" is "None" json "a['due_at']" at 16:05 show H50.031-261123-0001
check "they come, and the time begins anew" says "Hẹn trả: 10:00 thứ Sáu 04/12/2026" \
    on 2026-11-27T10:00 papers-came H50.031-261123-0001
check "an apology a day ahead puts it off" says "Hẹn trả: 09:00 thứ Ba 08/12/2026" \
    on 2026-12-02T10:00 apologise H50.031-261123-0001 --until "09:00 08/12/2026" --reason "Chờ xác minh"
check "but once only" refuses 1 "không quá một lần" \
    on 2026-12-03T10:00 apologise H50.031-261123-0001 --until "09:00 10/12/2026" --reason "Chờ xác minh"
check "the promise is explained on paper" says "Đã in phiếu giải trình" \
    on 2026-12-03T10:00 explain H50.031-261123-0001 --form explained.pdf
check "the paper can be read" says "GIẢI TRÌNH" pdftotext -layout explained.pdf -
check "next year is an estimate by law" says "dự kiến" on 2026-12-03T10:00 calendar show --year 2027

echo "== from hand to hand"
life() { "$motcua" --data life --as "Hồ Thị Phụ Trách" --at "2026-11-$1" "${@:2}"; }
as() { "$motcua" --data life --as "$1" --at "2026-11-$2" "${@:3}"; }
one=H50.031-261123-0001 two=H50.031-261123-0002 three=H50.031-261123-0003
life 23T07:30 init --agency-name "UBND xã Hướng Hiệp" --agency-code H50.031 >/dev/null
check "somebody is guided, no dossier is received" says "bổ sung, hoàn thiện hồ sơ số 0001/2026; chưa tiếp nhận hồ sơ" \
    life 23T07:40 guide --procedure 1.004884 --name "Lê Văn Thiếu" --item "Tờ khai" --item "Ảnh" --reason "Chưa đủ"
check "somebody is refused" says "từ chối tiếp nhận giải quyết hồ sơ số 0001/2026" \
    life 23T07:41 refuse --procedure 1.004884 --name "Lê Văn Sai" --reason "Không thuộc thẩm quyền"
check "both are remembered" is "2" json "len(a)" life 23T07:42 notices
for name in "Hồ Thị Một" "Hồ Thị Hai" "Hồ Thị Ba"; do
    life 23T08:00 receive --procedure 1.004884 --name "$name" --return-by post >/dev/null
done
check "the head comes on the roster first" refuses 1 "phụ trách bộ phận một cửa" \
    life 23T08:01 officers set "Lê Văn An" --role specialist
check "then she does" says "phụ trách bộ phận một cửa" life 23T08:01 officers set "Hồ Thị Phụ Trách" --role head
check "and a specialist" says "thụ lý hồ sơ, Tư pháp" life 23T08:01 officers set "Lê Văn An" --role specialist --unit Tư\ pháp
check "two folders go on a list" says "Phiếu bàn giao hồ sơ chuyển đi số 0001/2026" \
    life 23T09:00 hand-over $one $two --to "Tư pháp" --officer "Lê Văn An"
check "a folder scanned twice moves nothing" refuses 1 "đã có trong danh sách" \
    life 23T09:01 hand-over $three $three --to "Tư pháp"
check "the board says who has what" is "0 1, 1 2" \
    json "', '.join(f\"{len(r['holder']['unit']) and 1} {r['dossiers']}\" for r in a)" life 23T09:02 board
check "the next morning they are not back" is "$one $two" json "*[d['code'] for d in a]" life 25T07:30 not-back
check "papers are asked for by whoever handles it" says "số 0002/2026" \
    as "Lê Văn An" 25T08:00 ask-papers $one --item "Ảnh" --reason "Thiếu ảnh"
check "a void is not the specialist's" refuses 1 "không làm việc \"hủy số hồ sơ\"" as "Lê Văn An" 25T08:01 void $two --reason x
check "the wrong step is undone" says "đã hoàn tác bước \"yêu cầu bổ sung\"" \
    as "Lê Văn An" 25T08:02 undo $one --reason "Nhầm hồ sơ"
check "its promise stands again" is "2026-12-01T08:00:00+07:00" json "a['due_at']" life 25T08:03 show $one
check "it is told what was undone" says "lý do: Nhầm hồ sơ" life 25T08:03 show $one
check "the result is signed" says "Kết quả: số 15/2026/GKS" \
    as "Lê Văn An" 25T09:00 sign $one --number 15/2026/GKS --signer "Phan Văn Ký"
check "nobody withdraws it now" refuses 1 "đã có kết quả số 15/2026/GKS" life 25T09:01 withdraw $one --reason "Đổi ý"
check "one comes back with its result, one without" says "Phiếu bàn giao hồ sơ nhận về số 0002/2026" \
    life 25T10:00 take-back $two --result $one --from "Tư pháp"
check "it is put into a tray by two scans" says "đã xếp vào khay B2" life 25T10:01 tray $one KHAY-B2
check "it is on the list to pick" is "B2 $one" json "a[0]['tray'], a[0]['code']" life 25T10:02 pick --day 01/12/2026
check "the post takes it" says "mã bưu gửi EA000000001VN" \
    life 25T16:00 post-out $one=EA000000001VN --postman "Đỗ Văn Bưu"
check "a number is voided, and stays" says "đã hủy" life 25T16:01 void $three --reason "Nhập trùng"
check "three lists were made" is "3" json "len(a)" life 25T16:02 lists --from 23/11/2026 --to 25/11/2026
life 25T16:03 register --from 01/11/2026 --to 30/11/2026 -o life.csv >/dev/null
check "the register has all three" is 3 count "^[0-9]+,H50.031-261123-000" cat life.csv
check "one of them voided" is 1 count "Đã hủy: Nhập trùng" cat life.csv
check "the year is not closed early" refuses 1 "chưa hết" life 25T16:04 close-year 2026
check "the book agrees with itself" says "3 hồ sơ, mọi số đều khớp" life 25T16:05 check

echo "== register, backup, check"
period=(--from 01/11/2026 --to 30/11/2026)
check "the register as a workbook" says "7 hồ sơ" at 16:10 register "${period[@]}" -o register.xlsx
check "it has its title" says "A: SỔ THEO DÕI HỒ SƠ" cells_of register.xlsx
check "it has the heads of form 07" says "A: STT | B: Mã hồ sơ | C: Tên thủ tục hành chính" cells_of register.xlsx
check "it has a line for each dossier" is 7 count "B: H50.031-261123-000" cells_of register.xlsx
check "it has moments as numbers" says "A: 1 | B: H50.031-261123-0001 | C: Đăng ký lại khai sinh | D: Hồ Thị Mẫu" cells_of register.xlsx
check "the register as csv" says "7 hồ sơ" at 16:10 register "${period[@]}" -o register.csv
check "it begins so that Excel reads UTF-8" is 1 count $'^\uFEFFSTT,Mã hồ sơ' cat register.csv
check "it has a line for each dossier" is 7 count "^[0-9]+,H50.031-261123-000" cat register.csv
check "in no other kind of file" refuses 2 ".xlsx, .csv hoặc .pdf" at 16:10 register "${period[@]}" -o register.doc
check "a backup is made and checked" says "kiểm tra 7 hồ sơ" at 16:20 backup --to backups
mkdir restored && cp backups/motcua-2026-11-23-162000.motcua restored/book.motcua
check "it is a whole book" is "7 []" json "a['dossiers'], a['disagreements']" "$motcua" --data restored check
check "it is a book like the first" is "H50.031-261123-0008" \
    json "a['code']" "$motcua" --data restored --at 2026-11-23T16:30 "${copies[@]}" --name "Hồ Văn Thử"
check "the book agrees with itself" says "7 hồ sơ, mọi số đều khớp" at 16:40 check
check "the log has something to say" grep -c "refused" office/motcua.log
check "it names nobody" is 0 count "Mẫu|Thử|045188|0900000012|3200000002" cat office/motcua.log
mkdir foreign && echo "Sổ tay nấu ăn" >foreign/book.motcua
check "a foreign file is refused" refuses 3 "không phải do chương trình này lập" "$motcua" --data foreign check
check "it is as it was" is "Sổ tay nấu ăn" cat foreign/book.motcua

echo "== a busy office"
many() { "$motcua" --data many --at 2026-11-23T14:20 "$@"; }
check "2,000 invented dossiers" says "2000 hồ sơ" many generate --dossiers 2000 --seed 7
check "they agree with each other" is "2000 []" json "a['dossiers'], a['disagreements']" many check
check "they are found" is 20 json "len(a)" many find nguyen
check "they come into the register" says "2000 hồ sơ" many register --from 01/01/2026 --to 31/12/2026 -o many.xlsx
check "all of them" is 2000 count "B: H50.031-" cells_of many.xlsx

closing_line
