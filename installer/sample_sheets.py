"""The written papers of the sample: a budget, a proposal, a hearing, a principle, a list."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from boardkeeper.printing.fonts import Face, font_of

INK = HexColor("#1f2933")
SOFT = HexColor("#52606d")
LINE = HexColor("#cbd2d9")
WARM = HexColor("#b45309")
PALE = HexColor("#fdf3e1")

_HOUSE = "Børnehuset Mågereden"
PASSWORD = "birketræ"  # noqa: S105 - the sample's own, and told by Hanne


def face(cut: Face = Face.REGULAR) -> str:
    """The registered name of a cut of the typeface."""
    return str(font_of(cut).fontName)


def new_canvas(target: BytesIO, size: tuple[float, float], title: str) -> Canvas:
    """A canvas that writes the same bytes each time."""
    canvas = Canvas(target, pagesize=size, invariant=1, pageCompression=1, lang="da-DK")
    canvas.setFont(face(), 10)
    canvas.setTitle(title)
    canvas.setAuthor(_HOUSE)
    return canvas


def budget() -> bytes:
    """The year's accounts against the budget: a landscape sheet."""
    head = ("Konto", "Budget", "Forventet", "Afvigelse", "Hvorfor")
    rows = (
        ("Løn, fast personale", "7.660.000", "7.489.000", "+171.000", "To stillinger stod ubesat"),
        ("Vikarer", "310.000", "372.000", "−62.000", "Længere sygeforløb på én stue"),
        ("Mad", "694.000", "690.000", "+4.000", ""),
        ("Materialer og ture", "288.000", "281.000", "+7.000", "Færre ture i regnugerne"),
        ("Inventar", "184.000", "182.000", "+2.000", ""),
        ("Grund og bygning", "704.000", "701.000", "+3.000", "Taget over garderoben er tætnet"),
        ("I alt", "9.840.000", "9.715.000", "+125.000", "Kan føres videre til næste år"),
    )
    story: list[Flowable] = [
        _heading("Budgetopfølgning"),
        _body("Beløb i kroner. Plus betyder, at der er brugt mindre end budgetteret."),
        Spacer(1, 5 * mm),
        _table((head, *rows), (62, 32, 32, 32, 82), numbers=(1, 2, 3)),
        Spacer(1, 6 * mm),
        _body(
            "Overskuddet er ikke sparet. Det er penge til hænder, der manglede, mens to stillinger"
            " blev slået op igen. Bemærk, at forskellen mellem løn og vikarer ikke er en gevinst,"
            " men en regning, som personalet har betalt med travlhed."
        ),
        _body(
            "Efter kommunens regler kan op til fem procent føres videre. 125.000 kr. er godt"
            " én procent. Indstillingen under punkt 5 bruger 82.000 kr. af dem."
        ),
    ]
    return _pdf(story, "Budgetopfølgning", landscape(A4))


def playground() -> bytes:
    """The proposal for the playground: four pages."""
    story: list[Flowable] = [
        _heading("Legepladsen i tre etaper"),
        _lead("Bakken, vandet og bålhytten. Oplæg fra legepladsudvalget."),
    ]
    for number, (title, paragraphs) in enumerate(_PLAYGROUND, start=1):
        if number in _NEW_PAGES:
            story.append(PageBreak())
        story.append(_heading(f"{number}. {title}", size=14))
        story += [_body(each) for each in paragraphs]
        if number == _PRICES_AFTER:
            story += [Spacer(1, 3 * mm), _table(_PRICES, (84, 34, 40), numbers=(1,))]
        story.append(Spacer(1, 4 * mm))
    return _pdf(story, "Legepladsen i tre etaper", A4)


def hearing(*, is_first: bool) -> bytes:
    """The answer to the municipality; the first draft says less."""
    paragraphs = _HEARING[:3] if is_first else _HEARING
    story: list[Flowable] = [
        _heading("Høringssvar om åbningstid"),
        _lead("Første udkast" if is_first else "Udkast til bestyrelsens godkendelse"),
        *(_body(each) for each in paragraphs),
        Spacer(1, 10 * mm),
        _body("På bestyrelsens vegne<br/><br/>Mette Ravnholt<br/>formand"),
    ]
    return _pdf(story, "Høringssvar om åbningstid", A4)


def absence() -> bytes:
    """Figures of absence, behind a password: no program can put it in a pack."""
    rows = (
        ("Stue", "I år", "Året før", "Længere forløb"),
        ("Krabbestuen", "5,1 %", "7,9 %", "0"),
        ("Søstjernestuen", "6,0 %", "8,2 %", "0"),
        ("Muslingestuen", "9,8 %", "11,3 %", "3"),
        ("Hele huset", "7,0 %", "9,1 %", "3"),
    )
    story: list[Flowable] = [
        _heading("Fravær pr. stue"),
        _body("Fortroligt. Tallene er så små, at de kan pege på enkelte; del dem ikke."),
        Spacer(1, 4 * mm),
        _table(rows, (60, 30, 30, 40), numbers=(1, 2, 3)),
    ]
    with pikepdf.open(BytesIO(_pdf(story, "Fravær pr. stue", A4))) as opened:
        target = BytesIO()
        locked = pikepdf.Encryption(owner=PASSWORD, user=PASSWORD, R=6)
        opened.save(target, encryption=locked, static_id=True)
        return target.getvalue()


def procedure() -> bytes:
    """The board's rules of procedure: the organisation's own paper, of no meeting."""
    story: list[Flowable] = [_heading("Forretningsorden"), _lead(f"Bestyrelsen for {_HOUSE}")]
    for number, text in enumerate(_PROCEDURE, start=1):
        story += [_heading(f"§ {number}", size=11.5), _body(text)]
    return _pdf(story, "Forretningsorden", A4)


def working_day() -> bytes:
    """A list in Markdown: a paper of no item."""
    return _WORKING_DAY.encode()


def principle() -> bytes:
    """A Word file of our own making, with the few parts Word asks for."""
    paragraphs = [_word_paragraph(text, style) for style, text in _PRINCIPLE]
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in (
            ("[Content_Types].xml", _CONTENT_TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", _DOCUMENT.format(paragraphs="".join(paragraphs))),
            ("word/styles.xml", _STYLES),
            ("word/_rels/document.xml.rels", _STYLE_RELATION),
        ):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return target.getvalue()


def _pdf(story: Sequence[Flowable], title: str, size: tuple[float, float]) -> bytes:
    target = BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=size,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=24 * mm,
        bottomMargin=22 * mm,
        title=title,
        author=_HOUSE,
        lang="da-DK",
        invariant=1,
        initialFontName=face(),
    )

    def frame(canvas: Canvas, page: SimpleDocTemplate) -> None:
        canvas.setFont(face(), 8)
        canvas.setFillColor(SOFT)
        canvas.drawString(25 * mm, 12 * mm, _HOUSE)
        canvas.drawRightString(size[0] - 25 * mm, 12 * mm, str(page.page))

    document.build(list(story), onFirstPage=frame, onLaterPages=frame)
    return target.getvalue()


def _heading(text: str, size: float = 20) -> Paragraph:
    style = ParagraphStyle(
        "heading",
        fontName=face(Face.BOLD),
        fontSize=size,
        leading=size * 1.25,
        textColor=INK,
        spaceAfter=2 * mm,
        spaceBefore=2 * mm,
        keepWithNext=1,
    )
    return Paragraph(escape(text), style)


def _lead(text: str) -> Paragraph:
    style = ParagraphStyle(
        "lead", fontName=face(), fontSize=12, leading=17, textColor=SOFT, spaceAfter=5 * mm
    )
    return Paragraph(escape(text), style)


def _body(text: str) -> Paragraph:
    style = ParagraphStyle(
        "body", fontName=face(), fontSize=10.5, leading=15, textColor=INK, spaceAfter=2.4 * mm
    )
    return Paragraph(text, style)


def _table(rows: Sequence[Sequence[str]], widths: Sequence[float], numbers: Sequence[int]) -> Table:
    """Rows under a head, the last one a sum; widths in millimetres."""
    cell = ParagraphStyle("cell", fontName=face(), fontSize=9.5, leading=13, textColor=INK)
    strong = ParagraphStyle("strong", parent=cell, fontName=face(Face.BOLD))
    filled = [
        [
            Paragraph(
                escape(text),
                ParagraphStyle(
                    "at",
                    parent=strong if place in (0, len(rows) - 1) else cell,
                    alignment=2 if column in numbers else 0,
                ),
            )
            for column, text in enumerate(row)
        ]
        for place, row in enumerate(rows)
    ]
    table = Table(filled, colWidths=[width * mm for width in widths], repeatRows=1, hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, 0), 1, INK),
                ("LINEBELOW", (0, 1), (-1, -2), 0.4, LINE),
                ("LINEABOVE", (0, -1), (-1, -1), 0.8, INK),
                ("BACKGROUND", (0, -1), (-1, -1), PALE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return table


def _word_paragraph(text: str, style: str) -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{styled}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


_PRICES_AFTER = 4
_NEW_PAGES = (2, 3, 4)
_PRICES = (
    ("Del", "Kroner", "Betales af"),
    ("Bakken: jord, tunnel af robinie, græs", "38.000", "Overskud, forældrekasse"),
    ("Vandet: pumpe, rende, dræn", "56.000", "Overskud"),
    ("Bålhytten: tag, bænke, brandmyndighed", "145.000", "Fonde, der søges"),
    ("I alt", "239.000", ""),
)
_PLAYGROUND = (
    (
        "Hvad børnene viste os",
        (
            (
                "For et år siden bad vi børnene vise os, hvor de helst ville være. Fire børn fra"
                " Krabbestuen gik forrest. De gik ikke hen til gyngerne, og de standsede heller"
                " ikke ved det nye klatrestativ. De gik om bag skuret, hvor der er en jordbunke, en"
                " utæt hane og ingen voksne."
            ),
            (
                "Vi spurgte, hvad man laver dér. “Man laver ikke noget,” sagde den ældste. “Man er"
                " der bare, og så bliver det til noget.” Det har udvalget taget som en bestilling:"
                " et sted, der ikke er færdigt."
            ),
            (
                "Siden har vi målt, tegnet og gravet et prøvehul. Jorden er ler på en halv meter og"
                " derefter sand; den kan bære en vold og lede vandet bort, hvis renden ligger ret."
            ),
        ),
    ),
    (
        "Bakken",
        (
            (
                "En jordvold på halvanden meter med en tunnel af robinie, lang nok til at det er"
                " mørkt på midten. Jorden får vi af kommunen, når stien bag huset lægges om; vi"
                " betaler kun kørslen. Siden mod syd er flad nok til at kælke på med mælkekasser,"
                " siden mod nord så stejl, at man skal hjælpe hinanden."
            ),
            (
                "Højden er valgt, fordi der under halvanden meter ikke kræves faldunderlag ud over"
                " græs. Tunnelen har to åbninger og et kighul i loftet, så en voksen altid kan se"
                " ind uden at kravle efter."
            ),
            (
                "Græsset skal have en sæson i fred. Indtil da lægger vi kokosmåtter de to steder,"
                " hvor alle vil op."
            ),
        ),
    ),
    (
        "Vandet",
        (
            (
                "En håndpumpe på vandværkets vand og en rende i tre trin ned til sandet. Pumpen"
                " giver en liter for hvert tag; det koster med andre ord kræfter at blive våd, og"
                " så bruger man vandet på noget. En hane inde i skuret lukker for det hele."
            ),
            (
                "Vi regner med to kubikmeter om ugen i den varme tid. Det svarer til et par baljer"
                " mere om dagen, end vi bruger i dag, fordi den utætte hane samtidig bliver lavet."
            ),
            (
                "Regntøj og skiftetøj er drøftet på stuerne. Personalet beder om en bænk med tag"
                " lige inden for døren; den er regnet med."
            ),
        ),
    ),
    (
        "Hvad det koster, og hvem der betaler",
        (
            (
                "Bakken og vandet udgør første etape og koster 94.000 kr. inklusive moms."
                " Forældrekassen giver 12.000 kr., og resten kan dækkes af årets overskud. To"
                " arbejdsdage med forældre er regnet med; de sparer omkring 30.000 kr."
            ),
            (
                "Bålhytten kræver tilladelse og en brandmyndighed, der siger ja. Den venter, til"
                " halvdelen af pengene er fundet hos fonde."
            ),
        ),
    ),
    (
        "Hvad der kan gå galt",
        (
            (
                "Stien kan blive udsat, og så er der ingen jord. I så fald begynder vi med vandet."
                " Leret kan gøre renden langsom om vinteren; derfor lægges der dræn med det samme,"
                " mens der alligevel er gravet op."
            ),
            (
                "Endelig kan det ske, at børnene hellere vil om bag skuret alligevel. Udvalget"
                " foreslår, at vi lader jordbunken ligge."
            ),
        ),
    ),
)
_HEARING = (
    (
        "Bestyrelsen for Børnehuset Mågereden takker for lejligheden til at udtale sig om forslaget"
        " om at åbne kl. 6.45 i stedet for kl. 6.15."
    ),
    (
        "Vi har talt. På tre uger kom der i alt 11 børn før kl. 6.45, fordelt på fire familier. To"
        " af familierne kan møde senere. To kan ikke; begge har skiftende vagter på hospitalet."
    ),
    (
        "Den halve time om morgenen er dyr i hænder og billig i børn. Midt på dagen er det omvendt."
        " Vi støtter derfor forslaget om at flytte den."
    ),
    (
        "Vi beder dog om, at familier med dokumenteret behov fortsat kan aflevere fra kl. 6.15 i ét"
        " hus i hver bydel. Uden den mulighed bliver en god omlægning til et nej til et arbejde."
    ),
    (
        "Vi foreslår også, at ordningen ses efter, når den har virket i et halvt år, og at tallene"
        " gøres offentlige. Vi stiller gerne vores egne til rådighed."
    ),
)
_PROCEDURE = (
    (
        "Bestyrelsen holder møde mindst otte gange om året. Formanden indkalder med otte dages"
        " varsel og sender dagsorden og bilag med."
    ),
    (
        "Bestyrelsen er beslutningsdygtig, når mere end halvdelen af medlemmerne er til stede. Ved"
        " stemmelighed er formandens stemme afgørende."
    ),
    (
        "Den, der har en personlig interesse i en sag, siger det og forlader lokalet, mens den"
        " behandles."
    ),
    (
        "Referenten skriver beslutningerne ned, mens de træffes, og læser dem op. Referatet sendes"
        " ud inden otte dage og er godkendt, når ingen har gjort indsigelse inden ti."
    ),
    (
        "Lukkede punkter omtales ikke uden for bestyrelsen. Bilag til dem sendes hver for sig og"
        " slettes, når sagen er afgjort."
    ),
    "Mødet slutter til tiden. Det, der ikke er nået, kommer først på næste dagsorden.",
)
_PRINCIPLE = (
    ("Heading1", "Princip for billeder og beskeder i forældreappen"),
    ("", "Udkast fra Jonas Vestervig efter samtalen på forældremødet."),
    ("Heading2", "Hvorfor"),
    (
        "",
        (
            "I en almindelig uge lægger personalet 140 billeder op og svarer på 65 beskeder. De"
            " fleste svar bliver skrevet i middagsstunden, som var tænkt som pause."
        ),
    ),
    ("Heading2", "Princippet"),
    ("", "1. Hver stue skriver én fortælling om ugen med højst ti billeder."),
    ("", "2. Beskeder besvares inden for to hverdage. Det, der haster, ringer man om."),
    ("", "3. Vi tager ikke billeder af børn, der er kede af det eller ikke har tøj på."),
    ("", "4. Princippet prøves et halvt år og drøftes så igen, også med personalet."),
    ("Heading2", "Det, der ikke ændres"),
    ("", "Sygdom og skrammer meldes samme dag. Man kan altid ringe, og man kan altid komme ind."),
)
_WORKING_DAY = """# Huskeliste til arbejdsdagen

Vi mødes ved den blå låge kl. 9 og er færdige, når kagen er spist.

## Tag med
- spade, greb eller trillebør med luft i hjulet
- arbejdshandsker, også i små størrelser
- en kop, så vi slipper for opvasken

## Hold
- **Bakken:** Jonas fordeler opgaverne
- **Vandet:** Amira har tegningen
- **Kaffe og plaster:** Line

Børn er velkomne. Tunnelen må først bruges, når Jonas har været igennem den.
"""
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.styles+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="{type}" Target="{target}"/></Relationships>'
)
_RELATIONS = _RELATION.format(type=f"{_OFFICE}/officeDocument", target="word/document.xml")
_STYLE_RELATION = _RELATION.format(type=f"{_OFFICE}/styles", target="styles.xml")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<w:document xmlns:w="{_WORD}"><w:body>{{paragraphs}}'
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"'
    ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
)
_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<w:styles xmlns:w="{_WORD}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="22"/><w:lang w:val="da-DK"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style></w:styles>'
)
