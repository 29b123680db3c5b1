"""Two columns of flowables side by side, for what is read across on one page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable


class Beside(Flowable):
    """Two columns with a gap between them. They stay together; `share` is the left one's width."""

    def __init__(
        self,
        left: Sequence[Flowable],
        right: Sequence[Flowable],
        *,
        gap: float,
        share: float = 0.5,
        below: float = 0,
    ) -> None:
        super().__init__()
        self._columns = (list(left), list(right))
        self._gap = gap
        self._share = share
        self.spaceAfter = below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - theirs
        self.width = aW
        widths = self._widths(aW)
        self.height = max(
            _height(column, width, aH) for column, width in zip(self._columns, widths, strict=True)
        )
        return self.width, self.height

    def draw(self) -> None:
        x = 0.0
        for column, width in zip(self._columns, self._widths(self.width), strict=True):
            y = self.height
            for at, each in enumerate(column):
                _wide, high = each.wrap(width, self.height)
                y -= (_before(each) if at else 0) + high
                each.drawOn(self.canv, x, y)
                y -= _after(each)
            x += width + self._gap

    def _widths(self, available: float) -> tuple[float, float]:
        left = (available - self._gap) * self._share
        return left, available - self._gap - left


def _height(column: Sequence[Flowable], width: float, available: float) -> float:
    total = 0.0
    for at, each in enumerate(column):
        total += (_before(each) if at else 0) + each.wrap(width, available)[1] + _after(each)
    return total


def _before(each: Flowable) -> float:
    return float(each.getSpaceBefore())


def _after(each: Flowable) -> float:
    return float(each.getSpaceAfter())
