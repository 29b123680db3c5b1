"""What a newer pack changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boardkeeper.domain.pack_versions import (
    ChangeKind,
    PackEntry,
    changes_between,
    entries_as_text,
    entries_from_text,
    pages_to_print,
    spans_in_words,
)

entries = st.lists(
    st.builds(
        PackEntry,
        key=st.text(max_size=5),
        title=st.text(max_size=5),
        first=st.integers(1, 99),
        pages=st.integers(0, 9),
        digest=st.text(max_size=3),
    ),
    unique_by=lambda each: each.key,
)


def entry(key: str, first: int, pages: int = 1, digest: str = "a") -> PackEntry:
    return PackEntry(key=key, title=key.title(), first=first, pages=pages, digest=digest)


@given(entries)
def test_what_a_version_keeps_is_read_back(kept: list[PackEntry]) -> None:
    assert list(entries_from_text(entries_as_text(kept))) == kept


@given(entries)
def test_nothing_changes_between_the_same(kept: list[PackEntry]) -> None:
    assert changes_between(kept, kept) == []


def test_what_is_new_another_and_gone_is_told_apart() -> None:
    before = [entry("same", 1), entry("other", 2), entry("gone", 3)]
    now = [entry("new", 1), entry("same", 2), entry("other", 3, digest="b")]
    found = [(each.kind, each.entry.key) for each in changes_between(before, now)]
    assert found == [
        (ChangeKind.ADDED, "new"),
        (ChangeKind.REPLACED, "other"),
        (ChangeKind.REMOVED, "gone"),
    ]


def test_pages_to_print_are_joined_where_they_meet() -> None:
    now = [entry("a", 37, 4), entry("b", 41, 3), entry("c", 60), entry("d", 0, 0)]
    assert spans_in_words(pages_to_print(changes_between([], now))) == "37-43, 60"


def test_what_no_version_wrote_holds_nothing() -> None:
    assert entries_from_text("no json") == ()
    assert entries_from_text("[[1]]") == ()
