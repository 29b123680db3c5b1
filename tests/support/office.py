"""A small script in LibreOffice's place, for what is told to it and made of its answers."""

from __future__ import annotations

from pathlib import Path

_READS_ITS_ORDERS = """\
while [ $# -gt 1 ]; do
  case "$1" in
    -env:UserInstallation=*) settings="${1#-env:UserInstallation=file://}" ;;
    --outdir) folder="$2"; shift ;;
  esac
  shift
done
made="${1%.*}.pdf"
"""


def an_office_program(folder: Path, script: str) -> Path:
    """A program that knows `$settings`, `$folder`, the document `$1` and the PDF to be `$made`."""
    folder.mkdir(exist_ok=True)
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{_READS_ITS_ORDERS}{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return program
