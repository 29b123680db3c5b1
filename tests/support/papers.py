"""What is on the papers that pages wish for."""

from __future__ import annotations

from boardkeeper.ui.papers import Paper, Wanted


def title_of(paper: Paper) -> str:
    """The paper's title, as the preview would show it."""
    return paper.prepare(Wanted()).title
