"""Text pasted from Word, mails and web pages, made into the Markdown of minutes."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

_BREAK = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff\ufffc")
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")
_BULLETS = re.compile(
    r"(?m)^([ \t]*)(?:[•·▪▫◦‣⁃∙●○■□➢►\uf0b7\uf0a7\uf076\uf0d8][ \t]*(?=\S)|–[ \t]+(?=\S)|o\t *)"
)
_NUMBERS = re.compile(r"(?m)^([ \t]*)(\d{1,3}[.)])\t+[ ]*")
_EMPTY = re.compile(r"\n{3,}")


def cleaned(text: str) -> str:
    """Pasted text without what nobody sees and what no paper can show.

    Bullets of any look become `-`, tabs after numbers a space, spaces of any width one, and more
    than one empty line becomes one. Quotes, dashes and emoji stay as they were written.
    """
    tidy = _SPACES.sub(" ", _BREAK.sub("\n", text))
    seen = "".join(each for each in tidy if not _is_unseen(each))
    listed = _NUMBERS.sub(r"\1\2 ", _BULLETS.sub(_dash, seen))
    lines = [line.replace("\t", "  ").rstrip() for line in listed.split("\n")]
    return _EMPTY.sub("\n\n", "\n".join(lines)).strip("\n")


def cleaned_html(html: str) -> str:
    """Pasted rich text as Markdown: its bold and its lists stay, every other look goes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return cleaned(reader.written())


def _dash(found: re.Match[str]) -> str:
    depth = len(found[1].expandtabs(4)) // 2
    return f"{'  ' * (depth + found[0].strip().startswith('o'))}- "


def _is_unseen(character: str) -> bool:
    if character in _UNSEEN or character in _TURNING:
        return True
    return unicodedata.category(character) == "Cc" and character not in "\n\t"


_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre"}
    | {"section", "article", "header", "footer", "ul", "ol"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"}) | _HEADINGS
_SILENT = frozenset({"style", "script", "head", "title"})
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)


class _Reader(HTMLParser):
    """Collects the words of a page, with a mark where bold begins and ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._runs: list[tuple[str, bool]] = []
        self._open: list[tuple[str, bool]] = []  # each open tag, and whether its words are bold
        self._lists: list[int | None] = []  # the next number of each open list; None for bullets
        self._silent = 0

    def written(self) -> str:
        """Everything read so far, as Markdown."""
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, is_bold in self._runs:
            if text == "\n":
                lines.append([])
            else:
                lines[-1].append((text, is_bold))
        return "\n".join(_line(line) for line in lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag == "br":
            self._runs.append(("\n", False))
            return
        if tag in ("ul", "ol"):
            self._break(1)
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag in _BLOCKS and not self._is_in_item():
            self._break(2)
        elif tag in ("td", "th") and self._runs and self._runs[-1][0] != "\n":
            self._runs.append((" ", False))
        style = dict(attrs).get("style") or ""
        is_bold = (tag in _BOLD or bool(_HEAVY.search(style))) and not _LIGHT.search(style)
        inherits = bool(self._open) and self._open[-1][1] and not _LIGHT.search(style)
        self._open.append((tag, is_bold or inherits))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._break(1 if self._lists else 2)
        elif tag in _BLOCKS and not self._is_in_item():
            self._break(2)
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                break

    def handle_data(self, data: str) -> None:
        text = re.sub(r"[ \t\r\n]+", " ", data)
        at_start = not self._runs or self._runs[-1][0] == "\n" or self._runs[-1][0].endswith(" ")
        text = text.lstrip(" ") if at_start else text
        if text and not self._silent:
            self._runs.append((text, bool(self._open) and self._open[-1][1]))

    def _begin_item(self) -> None:
        self._break(1)
        number = self._lists[-1] if self._lists else None
        marker = "- " if number is None else f"{number}. "
        if self._lists and number is not None:
            self._lists[-1] = number + 1
        self._runs.append(("    " * max(0, len(self._lists) - 1) + marker, False))

    def _is_in_item(self) -> bool:
        """Whether a paragraph would begin right behind a list's marker."""
        return bool(self._lists) and bool(self._runs) and self._runs[-1][0] != "\n"

    def _break(self, lines: int) -> None:
        """Begin a new line, or leave one empty, unless that has been done."""
        there = 0
        while there < len(self._runs) and self._runs[-1 - there][0] == "\n":
            there += 1
        if self._runs and there < len(self._runs):
            self._runs += [("\n", False)] * max(0, lines - there)


def _line(runs: list[tuple[str, bool]]) -> str:
    """One line, the bold of neighbouring runs between one pair of asterisks."""
    written = ""
    pending: list[str] = []
    for text, is_bold in [*runs, ("", False)]:
        if is_bold:
            pending.append(text)
            continue
        written += _bold("".join(pending)) + text
        pending = []
    return written


def _bold(text: str) -> str:
    """The text between asterisks, its outer spaces outside them, where Markdown wants them."""
    words = text.strip()
    if not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}**{words.replace('**', '')}**{after}"
