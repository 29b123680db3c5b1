r"""The Markdown of minutes: paragraphs, bold, bullet and numbered lists. All else is plain text.

Minutes are typed by people who never heard of Markdown, so nothing they type may vanish or turn
into something else: a line break stays one, `1. juni` is a date rather than a list, numbers are
those typed, `# $ < > _ \ &` are what they are. A link `[text](address)` reads `text (address)`.
`**bold**` is bold; a list begins with `-` or `*` or `1.`, goes one level down by any indent, and
ends where a line begins at the margin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from boardkeeper.formats.typed import month_number

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 6
"""How many levels a list has at most; what is indented further stays on the last."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one weight; a line break in it is one on the paper."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph of text."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, with the number as typed (`3.`, `3)`); empty in a bullet list."""

    marker: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, numbered or not; lists in its items lie a level below."""

    is_numbered: bool
    items: tuple[ListItem, ...]


Block = TextBlock | ListBlock


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph where it stands: its depth from 0 and what precedes it.

    `depth` counts the lists around it, 0 outside any. `marker` is `•` or the number as typed, and
    empty for a paragraph outside a list or a further one inside an item.
    """

    depth: int
    marker: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


BULLET = "•"


@lru_cache(maxsize=1024)
def blocks_of(text: str) -> tuple[Block, ...]:
    """The text as blocks, in order. Any text has blocks; none raises."""
    tokens = _parser().parse(_prepared(text))
    return tuple(_Tree(tokens).blocks())


def lines_of(text: str) -> tuple[Line, ...]:
    """The text as paragraphs with depth and marker, for what has no lists of its own."""
    return tuple(_lines(blocks_of(text), depth=0))


def plain_of(text: str) -> str:
    """The text without markup, list items by their markers and their levels indented."""
    return "\n".join(_plain(line) for line in lines_of(text))


def _plain(line: Line) -> str:
    indent = "  " * max(0, line.depth - 1)
    marker = f"{line.marker} " if line.marker else "  " * (line.depth > 0)
    return f"{indent}{marker}{line.text.replace(chr(10), chr(10) + indent + ' ' * len(marker))}"


def _lines(blocks: Iterable[Block], depth: int) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, TextBlock):
            yield Line(depth, "", block.spans)
        else:
            for item in block.items:
                yield from _item_lines(item, depth + 1)


def _item_lines(item: ListItem, depth: int) -> Iterator[Line]:
    marker = item.marker or BULLET
    for line in _lines(item.blocks, depth):
        is_own = line.depth == depth
        yield Line(depth, marker, line.spans) if is_own else line
        marker = "" if is_own else marker


# A character no text holds: it keeps what it stands before from being read as markup.
_GUARD = "\ue000"
_UNTIDY = re.compile(r"[\ue000\x00]")
_BREAK = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_MARKER = re.compile(r"([-*]|\d{1,3}[.)])(?: +|$)")
_LINK = re.compile(
    r"\[([^\[\]\n]+)\]\((?:<([^<>\n]*)>|([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))"
    r'(?:[ ]+"([^"\n]*)")?\)'
)


def _prepared(text: str) -> str:
    """The text with its lists indented as Markdown wants it, and what only looks like one kept."""
    tidy = _LINK.sub(_link_in_words, _UNTIDY.sub("", _BREAK.sub("\n", text)))
    levels: list[tuple[int, int]] = []  # where each open list's marker was typed, and stands now
    written: list[str] = []
    is_after_blank = True
    for typed in tidy.split("\n"):
        line = typed.expandtabs(4)
        body = line.strip()
        indent = len(line) - len(line.lstrip())
        marker = _marker_of(body, is_in_sentence=not (levels or is_after_blank))
        if marker is not None:
            # The blank line lets any number begin a list, also right below a paragraph.
            written += ["", _list_line(levels, indent, marker, body[len(marker) :].lstrip())]
        elif body:
            if indent == 0 and levels:
                levels.clear()
                written.append("")
            written.append(f"{' ' * _under(levels, indent)}{_GUARD}{body}")
        else:
            written.append("")
        is_after_blank = not body
    return "\n".join(written)


def _link_in_words(found: re.Match[str]) -> str:
    """A link's text and, unless that is what the text says, its address."""
    text, title = found[1], found[4]
    address = (found[2] or found[3] or "").removeprefix("mailto:")
    said = " ".join(part for part in (address, title) if part)
    return text if not said or said == text else f"{text} ({said})"


def _marker_of(body: str, *, is_in_sentence: bool) -> str | None:
    """The marker the line begins with, if it is one of a list.

    A date (`1. juni`) is none, nor a number alone, nor one that a sentence going on from the line
    before happens to begin a line with.
    """
    found = _MARKER.match(body)
    if found is None or not found[1][0].isdecimal():
        return found and found[1]
    rest = body[found.end() :].split()
    if not rest or (is_in_sentence and rest[0][0].islower()):
        return None
    is_date = month_number(rest[0].strip(".,;:").casefold()) is not None
    return None if is_date and found[1].endswith(".") else found[1]


def _list_line(levels: list[tuple[int, int]], indent: int, marker: str, body: str) -> str:
    """One item's first line; deeper than the last item's marker begins a list below it."""
    while levels and indent <= levels[-1][0]:
        levels.pop()
    del levels[DEEPEST - 1 :]
    stands = levels[-1][1] if levels else 0
    levels.append((indent, stands + len(marker) + 1))
    return f"{' ' * stands}{marker} {_GUARD}{body}"


def _under(levels: Sequence[tuple[int, int]], indent: int) -> int:
    """Where a line that begins no item stands: under the item it is indented more than."""
    return max((content for typed, content in levels if typed < indent), default=0)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # The parser costs a start a twentieth of a second, and is needed when minutes are shown.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("zero", {"maxNesting": 8 * DEEPEST})
    return parser.enable(["list", "emphasis"])


class _Tree:
    """Turns the parser's flat tokens into blocks."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = iter(tokens)

    def blocks(self, until: str = "") -> Iterator[Block]:
        for token in self._tokens:
            if token.type == until:
                return
            if token.type == "inline":
                yield TextBlock(_spans(token.children or []))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                yield self._list(is_numbered=token.type == "ordered_list_open")

    def _list(self, *, is_numbered: bool) -> ListBlock:
        end = "ordered_list_close" if is_numbered else "bullet_list_close"
        items = []
        for token in self._tokens:
            if token.type == end:
                break
            if token.type == "list_item_open":
                marker = f"{token.info}{token.markup}" if is_numbered else ""
                items.append(ListItem(marker, tuple(self.blocks("list_item_close"))))
        return ListBlock(is_numbered, tuple(items))


def _spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The runs of a paragraph; markup that is not of the subset is the text it was typed as."""
    runs: list[tuple[str, bool]] = []
    depth = 0
    for token in tokens:
        if token.type in ("strong_open", "strong_close") and token.markup == "**":
            depth += token.nesting
        else:
            runs.append((token.content or token.markup, depth > 0))
    return _joined(runs)


def _joined(runs: Iterable[tuple[str, bool]]) -> tuple[Span, ...]:
    """Neighbours of one weight in one span, guards and empty runs left out."""
    spans: list[Span] = []
    for run, is_bold in runs:
        text = run.replace(_GUARD, "")
        if spans and (spans[-1].is_bold == is_bold or not text.strip(" ")):
            spans[-1] = Span(spans[-1].text + text, spans[-1].is_bold)
        elif text:
            spans.append(Span(text, is_bold))
    return tuple(spans)
