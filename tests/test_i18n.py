from __future__ import annotations

import threading
from contextvars import copy_context
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from boardkeeper.i18n import Language, _, language, ngettext, pgettext, set_language, speaking
from boardkeeper.resources import resource


@pytest.fixture(name="catalog", scope="module")
def danish_catalog() -> Catalog:
    path = resource("locale", "da", "LC_MESSAGES", "boardkeeper.po")
    return read_po(BytesIO(path.read_bytes()), locale="da")


def test_the_language_of_the_process_is_the_one_chosen() -> None:
    set_language(Language.DANISH)
    assert (language(), _("Meetings")) == (Language.DANISH, "Møder")
    set_language(Language.ENGLISH)
    assert (language(), _("Meetings")) == (Language.ENGLISH, "Meetings")


def test_another_language_is_spoken_for_a_while_only() -> None:
    with speaking(Language.DANISH):
        assert _("Meetings") == "Møder"
        with speaking(Language.ENGLISH):
            assert _("Meetings") == "Meetings"
        assert _("Meetings") == "Møder"
    assert _("Meetings") == "Meetings"


def test_a_language_spoken_for_a_while_is_not_heard_in_other_threads() -> None:
    heard: list[Language] = []
    with speaking(Language.DANISH):
        other = threading.Thread(target=lambda: heard.append(language()))
        other.start()
        other.join()
        copied = copy_context().run(language)
    assert heard == [Language.ENGLISH]
    assert copied is Language.DANISH


def test_a_number_of_things_is_said_as_the_language_does() -> None:
    def boards(count: int) -> str:
        return ngettext("{count} board", "{count} boards", count).format(count=count)

    assert [boards(count) for count in (0, 1, 2)] == ["0 boards", "1 board", "2 boards"]
    with speaking(Language.DANISH):
        assert [boards(count) for count in (0, 1, 2)] == ["0 hverv", "1 hverv", "2 hverv"]


def test_a_word_of_several_meanings_is_told_apart_by_its_context() -> None:
    with speaking(Language.DANISH):
        assert pgettext("file name", "Agenda") == "Dagsorden"
    assert pgettext("file name", "Agenda") == "Agenda"


def test_every_message_has_its_danish(catalog: Catalog) -> None:
    lacking = [
        each.id
        for each in catalog
        if each.id and not all(each.string if isinstance(each.string, tuple) else [each.string])
    ]
    assert lacking == []


def test_no_message_is_marked_as_uncertain(catalog: Catalog) -> None:
    assert [each.id for each in catalog if each.id and each.fuzzy] == []
