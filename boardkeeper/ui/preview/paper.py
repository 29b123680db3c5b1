"""On to the printer: the pages of the finished PDF, at the printer's own sharpness."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from boardkeeper.printing.raster import Pages
from boardkeeper.services.prepared import Document
from boardkeeper.ui.preview.sheets import image_of

_SHARPEST = 300
"""Dots an inch; beyond it text gains nothing and the spooler suffers."""


def print_document(document: Document, parent: QWidget, *, password: str = "") -> None:
    """Ask which printer and how many, and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: paint_pages(document.content, printer, password))
    QDialog.open(dialog)  # QPrintDialog's own open() asks for a receiver and a slot's name


def paint_pages(content: bytes, printer: QPrinter, password: str = "") -> None:
    """Paint the pages asked for onto the printer, each at its own size."""
    with Pages(content, password) as pages:
        first = max(1, printer.fromPage())
        last = min(len(pages), printer.toPage() or len(pages))
        painter = QPainter()
        for number in range(first, last + 1):
            width, height = pages.sizes[number - 1]
            size = QPageSize(QPageSize.PageSizeId.A4)
            if (round(width), round(height)) != (595, 842):
                size = QPageSize(QRectF(0, 0, width, height).size(), QPageSize.Unit.Point)
            printer.setPageSize(size)
            if number == first:
                painter.begin(printer)
            else:
                printer.newPage()
            scale = min(printer.resolution(), _SHARPEST) / 72
            image = image_of(pages.raster(number - 1, scale))
            painter.drawImage(QRectF(painter.viewport()), image)
        painter.end()
