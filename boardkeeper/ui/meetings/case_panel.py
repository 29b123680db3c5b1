"""One agenda item in full: why, what lies behind it, what it costs, what is recommended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardkeeper.domain.agenda import AgendaItem, AgendaLine, ItemType, type_name
from boardkeeper.i18n import _, pgettext
from boardkeeper.services.catalogue import Services
from boardkeeper.ui.appendices.compact import CompactPapers, Shown
from boardkeeper.ui.appendices.desk import Place
from boardkeeper.ui.autosave import RecordForm
from boardkeeper.ui.kit import (
    Caption,
    CheckField,
    ChoiceField,
    DurationField,
    Heading,
    IconButton,
    LineField,
    Space,
    TextField,
    scaled,
)


class CasePanel(QWidget):
    """The chosen item's case, saved as it is written."""

    closed = Signal()
    said = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Case"))
        self._form: RecordForm[AgendaItem] = RecordForm(services.agenda.change)
        self._services = services
        self._papers = CompactPapers(services)
        self._papers.said.connect(self.said)
        self._build()

    def show_line(self, line: AgendaLine | None) -> None:
        """Show a line's item; what was being typed in another one is saved first."""
        self._form.setVisible(line is not None)
        self._papers.setVisible(line is not None)
        if line is None:
            self._number.hide()
            self._title.setText(_("New item"))
            return
        shown = self._form.record
        if shown is not None and shown.id != line.item.id:
            self._form.commit()
        self._form.show_record(line.item)
        self._show_papers(line.item)
        self._title.setText(line.item.title)
        self._number.setText(_("Item {number}").format(number=line.number) if line.number else "")
        self._number.setVisible(bool(line.number))

    def _show_papers(self, item: AgendaItem) -> None:
        service = self._services.papers
        papers = [
            Shown(each.paper, each.number, len(service.versions(each.paper.id)))
            for each in service.of_item(item.id)
        ]
        self._papers.show_papers(Place(item_id=item.id), papers)

    def add_papers(self, files: list[Path]) -> None:
        """Add files to the item that is shown."""
        self._papers.add(files)

    def finish(self) -> None:
        """Save what has been typed and not yet saved."""
        self._form.commit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(scaled(340), scaled(320))

    def _build(self) -> None:
        self._number = Caption("")
        self._title = Heading("")
        close = IconButton("x", _("Close the case"))
        close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._number)
        words.addWidget(self._title)
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.S, Space.S)
        head.addLayout(words, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._add_fields()
        ground = QWidget()
        ground.setProperty("ground", "none")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(Space.L, 0, Space.L, Space.L)
        inner.addWidget(self._papers)
        inner.addWidget(self._form)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def _add_fields(self) -> None:
        keep = self._form.keep
        keep("purpose", LineField(_("Purpose"), placeholder=_("What do we want out of it?")))
        keep("background", TextField(_("Background"), lines=3))
        keep("economy", TextField(_("Finances"), lines=1))
        wish = _("It is recommended that …")
        keep("recommendation", TextField(_("Recommendation"), lines=2, placeholder=wish))
        types = [(each, type_name(each)) for each in ItemType]
        keep("type", ChoiceField(pgettext("agenda item", "Type"), types))
        keep("presenter", LineField(_("Presenter")))
        keep("minutes", DurationField(_("Minutes")), kept_as=lambda minutes: minutes or 0)
        own = LineField(_("Own number"), placeholder=_("Automatic"))
        keep("number", own, beside=True)
        open_hint = _("Left out of the open edition.")
        keep("is_closed", CheckField(_("Closed item"), hint=open_hint))
        consent_hint = _("Approved together with the others marked so, without debate.")
        keep("is_consent", CheckField(_("Consent item"), hint=consent_hint))
        notes_hint = _("Only in the chair's edition.")
        keep("notes", TextField(_("Private notes"), lines=2, hint=notes_hint))
