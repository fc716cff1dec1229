# Counting what is right and what is not, for the scripts beside it: `source`d, not run.
# A line for each check, and what its command said where it failed.

passed=0
failed=0

# check WHAT COMMAND…: counts whether the command succeeds; shows what it said when it does not.
check() {
    local what=$1
    shift
    if "$@" >.said 2>&1; then
        passed=$((passed + 1))
        echo "ok    $what"
    else
        failed=$((failed + 1))
        echo "FAIL  $what"
        tail -n 40 .said | sed 's/^/      /'
    fi
}

# closing_line: says how many there were; fails when one of them did.
closing_line() {
    echo
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}

# says TEXT COMMAND…: the command succeeds and its output holds the text.
says() {
    local text=$1 said
    shift
    said=$("$@") || return 1
    echo "expected: $text"
    echo "said: $said"
    grep -qF -- "$text" <<<"$said"
}

# refuses EXITCODE TEXT COMMAND…: it ends with this exit code, says nothing on standard output and
# one line with the text on standard error.
refuses() {
    local code=$1 text=$2
    shift 2
    "$@" >.out 2>.err
    local got=$?
    echo "expected: exit $code and $text"
    echo "got: exit $got, $(cat .out .err)"
    [ "$got" = "$code" ] && [ ! -s .out ] && [ "$(wc -l <.err)" = 1 ] && grep -qF -- "$text" .err
}

# is EXPECTED COMMAND…: its output is exactly this.
is() {
    local expected=$1
    shift
    diff -u <(echo "$expected") <("$@")
}

# json EXPRESSION COMMAND…: runs it with --json and prints an expression over its answer `a`.
json() {
    local expression=$1
    shift
    "$@" --json | python3 -c "import json, sys; a = json.load(sys.stdin); print($expression)"
}

# What other people's tools see of a PDF.
text_of() { pdftotext -raw -enc UTF-8 "$1" - | tr '\f' '\n'; }
symbols_of() {
    pdftoppm -r 200 -gray -png -f "$2" -l "$2" -singlefile "$1" page && zbarimg -q page.png | sort
}
both_symbols_of() { printf 'CODE-128:%s\nQR-Code:%s' "$1" "$1"; }
