"""Keys into an X display and pixels out of it, by libX11 and libXtst alone.

As a program: `x11.py letters` reads the keymap that xkbcomp wrote and adds every Vietnamese letter to
keys that no keyboard has; `x11.py burst TEXT` types TEXT and Enter as a hand scanner does.
"""

import ctypes
import re
import sys
import time
import unicodedata
from ctypes import byref, c_char_p, c_int, c_uint, c_ulong, c_void_p

BURST = 0.05  # seconds: what a hand scanner takes for the text of a card


def letters(keymap):
    """The keymap with the Vietnamese letters on it; typing them by rebinding a key each time, as
    xdotool does otherwise, loses letters on a busy machine."""
    marks = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
    every = [unicodedata.normalize("NFC", base + mark) for base in "aăâeêioôơuưy" for mark in marks]
    wanted = [letter for letter in [*every, "đ"] if not letter.isascii()]
    spare = re.findall(r"<(I\d+)> = \d+;", keymap)
    if len(spare) < len(wanted):
        sys.exit(f"only {len(spare)} spare keys")
    keymap = re.sub(r"\n\s*key\s+<I\d+> \{.*?\};", "", keymap, flags=re.DOTALL)
    own = "".join(
        f'\n key <{key}> {{ type= "ALPHABETIC", symbols[Group1]= [ U{ord(one):04X}, U{ord(one.upper()):04X} ] }};'
        for key, one in zip(spare, wanted)
    )
    return re.sub(r"(xkb_symbols .*?\{)", lambda head: head[1] + own, keymap, count=1, flags=re.DOTALL)


class _Image(ctypes.Structure):
    _fields_ = [
        ("width", c_int), ("height", c_int), ("xoffset", c_int), ("format", c_int),
        ("data", c_void_p), ("byte_order", c_int), ("bitmap_unit", c_int), ("bitmap_bit_order", c_int),
        ("bitmap_pad", c_int), ("depth", c_int), ("bytes_per_line", c_int), ("bits_per_pixel", c_int),
    ]


class Screen:
    """The display named by $DISPLAY."""

    def __init__(self):
        self.x, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = c_void_p
        self.x.XDefaultRootWindow.restype = c_ulong
        self.x.XGetImage.restype = ctypes.POINTER(_Image)
        self.x.XStringToKeysym.restype = c_ulong
        self.x.XkbKeycodeToKeysym.restype = c_ulong
        display = self.x.XOpenDisplay(None)
        if not display:
            sys.exit("no display")
        self.display = c_void_p(display)
        self.root = c_ulong(self.x.XDefaultRootWindow(self.display))
        screen = self.x.XDefaultScreen(self.display)
        self.width = self.x.XDisplayWidth(self.display, screen)
        self.height = self.x.XDisplayHeight(self.display, screen)
        self.shift, self.ctrl = self._key("Shift_L")[0], self._key("Control_L")[0]

    def _key(self, name):
        """Keycode and whether Shift is needed, for a character or a key's name."""
        if len(name) == 1:
            symbol = ord(name) if ord(name) < 0x100 else 0x1000000 + ord(name)
        else:
            symbol = self.x.XStringToKeysym(c_char_p(name.encode()))
        code = self.x.XKeysymToKeycode(self.display, c_ulong(symbol))
        if not code:
            sys.exit(f"no key for {name!r}")
        plain = self.x.XkbKeycodeToKeysym(self.display, code, 0, 0)
        return code, plain != symbol

    def press(self, name, ctrl=False):
        """Presses and lets go; it is on its way when this returns."""
        code, shifted = self._key(name)
        around = ([self.ctrl] if ctrl else []) + ([self.shift] if shifted else [])
        now = c_ulong(0)
        for key in around:
            self.test.XTestFakeKeyEvent(self.display, c_uint(key), 1, now)
        self.test.XTestFakeKeyEvent(self.display, c_uint(code), 1, now)
        self.test.XTestFakeKeyEvent(self.display, c_uint(code), 0, now)
        for key in reversed(around):
            self.test.XTestFakeKeyEvent(self.display, c_uint(key), 0, now)
        self.x.XFlush(self.display)

    def burst(self, text, seconds=BURST):
        """Types `text` evenly over `seconds` and Enter; answers how long it really took."""
        begun = time.perf_counter()
        for place, one in enumerate(text):
            while time.perf_counter() - begun < seconds * place / len(text):
                pass
            self.press(one)
        self.press("Return")
        self.x.XSync(self.display, 0)
        return time.perf_counter() - begun

    def pixels(self, x=0, y=0, width=None, height=None):
        """The pixels of a part of the screen, four bytes each."""
        width, height = width or self.width, height or self.height
        image = self.x.XGetImage(
            self.display, self.root, x, y, c_uint(width), c_uint(height), c_ulong(0xFFFFFFFF), 2
        )
        try:
            of = image.contents
            return ctypes.string_at(of.data, of.bytes_per_line * of.height)
        finally:
            self.x.XDestroyImage(image)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["letters"]:
            sys.stdout.write(letters(sys.stdin.read()))
        case ["burst", text]:
            print(f"{len(text)} characters in {Screen().burst(text) * 1000:.0f} ms")
        case _:
            sys.exit(__doc__)
