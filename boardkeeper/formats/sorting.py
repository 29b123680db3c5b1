"""The order of names in a list: case-blind, and æ ø å last in Danish."""

from __future__ import annotations

import unicodedata

from boardkeeper.i18n import Language, language

# The three characters after z stand for the three letters after z.
_DANISH = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"})
_ENGLISH = str.maketrans({"æ": "ae", "ø": "o"})


def sort_key(text: str) -> str:
    """What to sort by: `sorted(names, key=sort_key)`.

    In Danish aa sorts as å, and the Swedish and German letters beside their Danish cousins.
    Other accents do not count.
    """
    key = text.casefold()
    is_danish = language() is Language.DANISH
    if is_danish:
        key = key.replace("aa", "å")
    if key.isascii():
        return key
    key = unicodedata.normalize("NFC", key).translate(_DANISH if is_danish else _ENGLISH)
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", key) if not unicodedata.combining(letter)
    )
