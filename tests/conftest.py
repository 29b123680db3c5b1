"""What every test stands on: English words, and a house of services in memory."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from boardkeeper.i18n import Language, set_language
from tests.support.builders import House, house
from tests.support.compiled_once import compile_once
from tests.support.laws import USUAL

# No test needs a screen; one who wants to watch names a platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no failure: nothing here is timed.
settings.register_profile("unhurried", deadline=None, max_examples=USUAL)
settings.register_profile("soak", deadline=None, max_examples=1_000)
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    """Write statements out once for all tests; what is measured has to do it itself."""
    if not config.getoption("benchmark_only", default=False):
        compile_once()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Sentences are compared in English, whatever the test before chose."""
    set_language(Language.ENGLISH)
    yield
    set_language(Language.DANISH)


@pytest.fixture(name="house")
def house_in_memory() -> Iterator[House]:
    """An empty house in memory."""
    with house() as built:
        yield built
