"""How long the window takes from a key to what is drawn, seen from outside through X.

Run by benches/window.sh: `key_to_screen.py WHAT …`, a line of milliseconds each. Nothing is
subtracted: the way of the key through the X server and of the pixels back counts.

  keys KEY N       KEY and its opposite in turn, until the pixels that such a key changes have changed
  search TEXT N    letter by letter in the open search, until its answers no longer change
  receipt FOLDER N a filled form's Ctrl+Enter, until a new PDF lies in FOLDER; the rest is typed first
  start COMMAND…   first pixels and the last change of a program that begins
"""

import os
import pathlib
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # it would land among the tests
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests"))
from x11 import Screen  # noqa: E402  (found by the line above)

now = time.perf_counter
LOOK = 0.001  # seconds between two looks: without a pause this would take a processor from the program
OPPOSITE = {"Down": "Up", "Up": "Down", "Next": "Prior"}


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def report(name, values, goal, part=0.95):
    kind = f"p{part * 100:.0f}" if part != 0.5 else "median"
    met = "ok" if percentile(values, part) <= goal else "MISSED"
    print(
        f"{name:<44} {percentile(values, 0.5):>8.1f} {percentile(values, 0.95):>8.1f} {max(values):>8.1f}"
        f"   {kind} <= {goal:g} {met}"
    )


def changed(screen, before, after):
    """The first and last row, and the first and last column, in which two pictures differ."""
    line = screen.width * 4
    rows = [y for y in range(screen.height) if before[y * line : y * line + line] != after[y * line : y * line + line]]
    if not rows:
        return None
    columns = [
        x
        for x in range(screen.width)
        if any(before[y * line + x * 4 : y * line + x * 4 + 4] != after[y * line + x * 4 : y * line + x * 4 + 4] for y in rows)
    ]
    return rows[0], rows[-1], columns[0], columns[-1]


def quiet(screen, seconds=0.25, region=()):
    """Waits until nothing has changed for a while; a blinking cursor changes twice a second."""
    seen, since = screen.pixels(*region), now()
    while now() - since < seconds:
        time.sleep(0.01)
        current = screen.pixels(*region)
        if current != seen:
            seen, since = current, now()
    return seen


def after_a_blink(screen, region):
    """Waits for the cursor to blink, if it does, and to be drawn: the next blink is long enough away."""
    seen, begun = screen.pixels(*region), now()
    while now() - begun < 0.6 and screen.pixels(*region) == seen:
        time.sleep(0.002)
    time.sleep(0.1)


def until_changed(screen, region, before, most=2.0):
    begun = now()
    while now() - begun < most:
        if screen.pixels(*region) != before:
            return True
        time.sleep(LOOK)
    return False


def band_of(screen, key, opposite):
    """The rows that this key changes, over the whole width; what only its first press changes is left out."""
    for warming in (key, opposite):
        quiet(screen)
        screen.press(warming)
        time.sleep(0.4)
    before = quiet(screen)
    screen.press(key)
    time.sleep(0.4)
    found = changed(screen, before, quiet(screen))
    if not found:
        sys.exit(f"{key} changes nothing")
    top, bottom, _, _ = found
    return (0, top, screen.width, min(bottom - top + 1, 40))


def keys(name, key, count, goal):
    screen, times = Screen(), []
    opposite = OPPOSITE.get(key, "BackSpace")
    region = band_of(screen, key, opposite)
    screen.press(opposite)
    quiet(screen)
    for turn in range(count):
        press = opposite if turn % 2 else key
        after_a_blink(screen, region)
        before = screen.pixels(*region)
        begun = now()
        screen.press(press)
        if until_changed(screen, region, before):
            times.append((now() - begun) * 1000)
        time.sleep(0.12)
    report(f"{name} ({len(times)} keys)", times, goal)


def search(name, texts, count, goal):
    """The answers lie below the text: the rows that the first letter changes, but for its own line."""
    screen, times = Screen(), []
    empty = quiet(screen)
    screen.press("n")
    time.sleep(0.5)
    top, bottom, left, right = changed(screen, empty, quiet(screen))
    screen.press("BackSpace")
    quiet(screen)
    region = (left, top + 30, right - left + 1, bottom - top - 30)
    while len(times) < count:
        for text in texts.split("/"):
            for letter in text:
                before = screen.pixels(*region)
                begun = last = now()
                seen = before
                screen.press(letter)
                while now() - begun < 0.25:
                    current = screen.pixels(*region)
                    if current != seen:
                        seen, last = current, now()
                    time.sleep(LOOK)
                if last != begun:
                    times.append((last - begun) * 1000)
            for _ in text:
                screen.press("BackSpace")
            quiet(screen, 0.3, region)
    report(f"{name} ({len(times)} letters)", times, goal)


def receipt(name, folder, count, goal):
    screen, times = Screen(), []
    for number in range(count):
        screen.press("n", ctrl=True)
        quiet(screen)
        screen.burst(f"045188{number:06d}|1|Nguyễn Thị Đo|12031988|Nữ|Thôn Ruộng, xã Hướng Hiệp|15042021")
        quiet(screen)
        for letter in "1.004884":
            screen.press(letter)
        quiet(screen)
        screen.press("Return")
        quiet(screen, 0.4)
        screen.press("a")
        quiet(screen, 0.6)
        before = set(os.listdir(folder)) if os.path.isdir(folder) else set()
        begun = now()
        screen.press("Return", ctrl=True)
        while now() - begun < 3:
            new = set(os.listdir(folder)) - before if os.path.isdir(folder) else set()
            if any(name.endswith(".pdf") for name in new):
                times.append((now() - begun) * 1000)
                break
            time.sleep(LOOK)
        quiet(screen, 0.4)
    if len(times) < count:
        print(f"only {len(times)} of {count} forms were received")
    report(f"{name} ({len(times)} forms)", times, goal)


def start(name, times_to_start, command):
    """First paint: the first pixels that are not the empty screen's, within the window's own place.
    Usable: the last change before half a second without any, with the book open and its figures drawn."""
    screen, first, last, title = Screen(), [], [], "xdotool search --onlyvisible --name ' – Một Cửa'"
    for _ in range(times_to_start):
        region = (screen.width // 8, screen.height // 8, screen.width // 2, screen.height // 2)
        empty = screen.pixels(*region)
        begun = now()
        program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        painted = usable = None
        seen = empty
        while now() - begun < 20:
            current = screen.pixels(*region)
            if current != seen:
                seen, usable = current, now()
                painted = painted or usable
            if usable and now() - usable > 0.7:
                break
            time.sleep(LOOK)
        if painted is None:
            sys.exit("the window never came")
        first.append((painted - begun) * 1000)
        last.append((usable - begun) * 1000)
        program.kill()
        program.wait()
        while screen.pixels(*region) != empty:
            time.sleep(0.02)
    report(f"{name}: first paint ({len(first)} starts)", first, 400, 0.5)
    print(f"{'':<44} {min(first):>8.1f} least")
    report(f"{name}: the day is drawn", last, 1000, 0.5)
    print(f"{'':<44} {min(last):>8.1f} least")


match sys.argv[1:]:
    case ["keys", name, key, count]:
        keys(name, key, int(count), 16)
    case ["search", name, texts, count]:
        search(name, texts, int(count), 30)
    case ["receipt", name, folder, count]:
        receipt(name, folder, int(count), 60)
    case ["start", name, count, *command]:
        start(name, int(count), command)
    case _:
        sys.exit(__doc__)
