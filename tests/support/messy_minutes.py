"""Minutes as people write them: lists in lists, links, addresses, emoji, half a dozen languages."""

from __future__ import annotations

MESSY = """\
Formanden bød velkommen til **alle 9** (afbud: Bo/Lise). NB!! Se mail fra kasserer@sejlklub.example
og siden https://nørrevig.example/lokalplaner/14-2?side=3&udgave=b_2#kort – tak til Ole <ole@x.dk>.

1. juni er sidste frist; 14. marts var den første.
1.  Tag
\t- tegl, ca. 85.000,- kr. (ekskl. moms)
\t   * lægter 38x73
      - søm: 3 pk. á 250 stk
\t- stål  50 % * 2
2)  Tagrender
    fortsat næste linje

  og et afsnit, der er rykket ind af ukendte grunde

- [ ] ring til VVS'eren
- [x] mail til **Größe GmbH** / długość 4 m / ναυτικός όμιλος / Ле́нин
-- dobbelt streg
* stjerne *kursiv* og **fed med `kode` i**
+ for, - imod, ± undlod
# 3 på listen
> "citat" sagde Anne-Mette 😀👍🏽 👨‍👩‍👧‍👦 🇩🇰
| navn | beløb |
|------|-------|
| Bo   | 1.200 |
Stien er C:\\mødemappe\\nr_12 og <ikke en kode>. AT&T &amp; Co. [1] Se noten; [2]: også.
***
Slut kl. 21.30\tHusk: nøgler/kaffe/_understreget_ __init__ **uafsluttet
"""


def messy_items(count: int) -> list[str]:
    """The text of that many items, each another cut and order of the same mess."""
    lines = MESSY.splitlines()
    items = []
    for place in range(count):
        turned = [*lines[place % len(lines) :], *lines[: place % len(lines)]]
        some = turned[: 3 + place % len(lines)]
        items.append("\n".join(f"{' ' * (place % 3)}{line}" for line in some))
    return items
