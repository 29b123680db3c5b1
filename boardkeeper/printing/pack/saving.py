"""A pack written to disk: the same bytes for the same pack, unless it has a password."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pikepdf

_STATIC = b"<31415926535897932384626433832795>"
"""The id the library gives a file when it is asked for one that is always the same."""

_TRAILER = 4096
_VERSION = "1.7"


def save_pack(pdf: pikepdf.Pdf, target: Path, password: str, *, named_after: str) -> None:
    """Write the file. Its id comes of `named_after`, or is any where it is encrypted with it."""
    if password:
        # The owner's password is the same: there is nothing a reader is to be kept from.
        encryption = pikepdf.Encryption(user=password, owner=password, R=6)
        pdf.save(target, encryption=encryption, min_version=_VERSION)
        return
    # An id made of all that is written costs as much as the writing. Nor is what is small packed:
    # that takes a fifth of the time, to make the file a hundredth smaller.
    pdf.save(
        target,
        static_id=True,
        min_version=_VERSION,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    made = b"<" + sha256(named_after.encode()).hexdigest()[:32].encode() + b">"
    with target.open("rb+") as file:
        length = file.seek(0, os.SEEK_END)
        start = file.seek(max(0, length - _TRAILER))
        trailer = file.read()
        file.seek(start)
        file.write(trailer.replace(_STATIC, made))
