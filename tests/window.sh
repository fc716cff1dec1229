# A screen of its own for the window, and hands for its keyboard: `source`d, not run. The script
# that does so has $motcua (the program), works in $work, a folder of its own, and calls `screen`
# before and `darken` after everything.

hands=$(realpath "${BASH_SOURCE[0]%/*}/x11.py")
app=     # the process of the program
window=  # its window

# screen WIDTHxHEIGHT: a display with a window manager and Vietnamese letters on its keyboard.
screen() {
    local number
    Xvfb -displayfd 5 -screen 0 "$1x24" -nolisten tcp -noreset 5>"$work/display" 2>"$work/xvfb.log" &
    xvfb=$!
    within 30 test -s "$work/display" || { cat "$work/xvfb.log"; return 1; }
    read -r number <"$work/display"
    export DISPLAY=:$number
    unset WAYLAND_DISPLAY WAYLAND_SOCKET
    openbox >"$work/openbox.log" 2>&1 &
    openbox=$!
    within 30 xdotool get_num_desktops >"$work/desktops" || { cat "$work/openbox.log"; return 1; }
    xkbcomp -w0 -xkb "$DISPLAY" - 2>>"$work/xvfb.log" | python3 "$hands" letters >"$work/keys.xkb"
    xkbcomp -w0 "$work/keys.xkb" "$DISPLAY"
}

# darken: ends everything that `screen` and `start` began.
darken() {
    local process
    for process in $app ${openbox:-} ${xvfb:-}; do
        kill -9 "$process" 2>>"$work/kills"
        wait "$process" 2>>"$work/kills"
    done
}

# within SECONDS COMMAND…: waits until the command succeeds; shows what it said in the end.
within() {
    local last=$((SECONDS + $1)) code
    shift
    while true; do
        "$@" >"$work/tried" 2>&1
        code=$?
        [ $code != 0 ] && [ $SECONDS -lt $last ] || break
        sleep 0.05
    done
    cat "$work/tried"
    return $code
}

# start ARGUMENT…: starts the program and waits until its window is there and at rest.
start() {
    "$motcua" "$@" >>"$work/program.log" 2>&1 &
    app=$!
    within 60 window_of "$app" || { echo "no window"; cat "$work/program.log"; return 1; }
    xdotool windowfocus --sync "$window" 2>>"$work/xdotool.log"
    calm
}

# window_of PROCESS: its window, into $window.
window_of() {
    window=$(xdotool search --onlyvisible --pid "$1" 2>>"$work/xdotool.log" | tail -n 1)
    [ -n "$window" ]
}

title() { xdotool getwindowname "$window"; }
titled() { says "$1" title; }
gone() { ! kill -0 "$app" 2>>"$work/kills"; }

# stop: closes the window by its close button, which is what the window manager's own key presses.
stop() {
    xdotool key alt+F4
    within 30 gone && wait "$app"
}

ticks() { awk '{ print $14 + $15 }' "/proc/$app/stat"; }

# calm: waits until the program has done what it was told. A blinking cursor is no work.
calm() {
    local last=$((SECONDS + 20)) before now quiet=0
    before=$(ticks) || return 1
    while [ $SECONDS -lt $last ] && [ $quiet -lt 3 ]; do
        sleep 0.08
        now=$(ticks) || return 1
        if [ $((now - before)) -le 1 ]; then quiet=$((quiet + 1)); else quiet=0; fi
        before=$now
    done
}

# keys KEY…: presses them, one after the other; the program answers each before the next.
keys() {
    local key
    for key in "$@"; do
        xdotool key "$key"
        calm
    done
}

# types TEXT: writes as a person does.
types() {
    xdotool type --delay 30 -- "$1"
    calm
}

# scans TEXT: a hand scanner's burst and its Enter.
scans() {
    python3 "$hands" burst "$1" && calm
}

# shoot NAME: a picture of the screen into $MOTCUA_SHOTS, when somebody wants to see it.
shoot() {
    [ -z "${MOTCUA_SHOTS:-}" ] || import -window root "$MOTCUA_SHOTS/$1.png"
}
