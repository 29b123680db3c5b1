"""The drawn papers of the sample: a plan of the playground in A3, and a photo nobody took."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from boardkeeper.printing.fonts import Face
from installer.sample_sheets import INK, LINE, PALE, SOFT, WARM, face, new_canvas

_GRASS = HexColor("#e3efdc")
_EARTH = HexColor("#d9bf9c")
_WATER = HexColor("#bcdcec")
_TREE = HexColor("#9cc48d")
_ROOF = HexColor("#e4e7eb")

_UPRIGHT = (1200, 1600)
_ORIENTATION = 0x0112
_TURN_RIGHT = 6  # EXIF: what lies on its side is to be turned a quarter clockwise
_SEED = 14


def site_plan() -> bytes:
    """The plot seen from above, one to two hundred, on a landscape A3."""
    target = BytesIO()
    width, height = landscape(A3)
    canvas = new_canvas(target, (width, height), "Situationsplan")
    _title(canvas, height)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.6)
    _filled(canvas, _GRASS)
    canvas.rect(20 * mm, 28 * mm, 300 * mm, 222 * mm, fill=1)
    _house(canvas)
    _hill(canvas)
    _water(canvas)
    _fire(canvas)
    _trees(canvas)
    _legend(canvas)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def photo() -> bytes:
    """Behind the shed, as a telephone saves it: lying on its side, with a note which way is up."""
    chance = random.Random(_SEED)  # noqa: S311 - a drawing, not a secret
    picture = _sky_and_ground()
    draw = ImageDraw.Draw(picture)
    _draw_shed(draw)
    _draw_mound(draw, chance)
    _draw_tap(draw)
    _draw_birch(draw, chance)
    grainy = _grain(picture.filter(ImageFilter.GaussianBlur(1.2)), chance)
    lying = grainy.transpose(Image.Transpose.ROTATE_90)
    notes = Image.Exif()
    notes[_ORIENTATION] = _TURN_RIGHT
    target = BytesIO()
    lying.save(target, "JPEG", quality=78, exif=notes, dpi=(180, 180))
    return target.getvalue()


def _filled(canvas: Canvas, colour: Color) -> None:
    canvas.setFillColor(colour)


def _title(canvas: Canvas, height: float) -> None:
    canvas.setFillColor(INK)
    canvas.setFont(face(Face.BOLD), 22)
    canvas.drawString(20 * mm, height - 24 * mm, "Situationsplan")
    canvas.setFont(face(), 12)
    canvas.setFillColor(SOFT)
    canvas.drawString(
        20 * mm,
        height - 32 * mm,
        "Legepladsen bag huset · 1:200 · nord er opad",
    )


def _named(canvas: Canvas, text: str, x: float, y: float, size: float = 12) -> None:
    """A name in the middle of a thing; millimetres."""
    canvas.setFillColor(INK)
    canvas.setFont(face(Face.BOLD), size)
    canvas.drawCentredString(x * mm, y * mm, text)


def _house(canvas: Canvas) -> None:
    _filled(canvas, _ROOF)
    canvas.rect(20 * mm, 28 * mm, 150 * mm, 52 * mm, fill=1)
    canvas.rect(252 * mm, 206 * mm, 44 * mm, 26 * mm, fill=1)
    _named(canvas, "Børnehuset", 95, 53, 16)
    _named(canvas, "Skur", 274, 217)


def _hill(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setStrokeColor(WARM)
    for ring, colour in enumerate((_EARTH, _EARTH, PALE)):
        _filled(canvas, colour)
        inset = ring * 13
        canvas.ellipse(
            *((60 + inset) * mm, (128 + inset * 0.7) * mm),
            *((158 - inset) * mm, (214 - inset * 0.7) * mm),
            fill=1,
        )
    canvas.setDash(6, 4)
    canvas.setLineWidth(3)
    canvas.line(62 * mm, 162 * mm, 156 * mm, 180 * mm)
    canvas.restoreState()
    _named(canvas, "Bakken", 109, 190)
    canvas.setFont(face(), 10)
    canvas.drawCentredString(109 * mm, 119 * mm, "tunnel af robinie, 1,5 m høj")


def _water(canvas: Canvas) -> None:
    _filled(canvas, _WATER)
    for step in range(3):
        canvas.roundRect(
            (186 + step * 22) * mm, (176 - step * 22) * mm, 20 * mm, 16 * mm, 3 * mm, fill=1
        )
    _named(canvas, "Vandet", 236, 186)
    canvas.setFont(face(), 10)
    canvas.drawString(216 * mm, 178 * mm, "pumpe og rende i tre trin")


def _fire(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setDash(3, 3)
    _filled(canvas, PALE)
    canvas.circle(238 * mm, 82 * mm, 25 * mm, fill=1)
    canvas.restoreState()
    _named(canvas, "Bålhytten", 238, 84)
    canvas.setFont(face(), 10)
    canvas.drawCentredString(238 * mm, 77 * mm, "anden etape")


def _trees(canvas: Canvas) -> None:
    _filled(canvas, _TREE)
    canvas.setLineWidth(0.8)
    for x, y, radius in ((40, 232, 11), (300, 60, 12), (196, 228, 9), (300, 150, 10), (42, 106, 9)):
        canvas.circle(x * mm, y * mm, radius * mm, fill=1)
    _named(canvas, "birk", 196, 226, 9)


def _legend(canvas: Canvas) -> None:
    x = 334 * mm
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.8)
    for place, (colour, words) in enumerate(
        (
            (_EARTH, "Jordvold, første etape"),
            (_WATER, "Vand, første etape"),
            (PALE, "Bålhytte, anden etape"),
            (_GRASS, "Græs, som det ligger"),
            (_TREE, "Træer, der bliver stående"),
            (_ROOF, "Bygninger"),
        )
    ):
        y = (236 - place * 13) * mm
        _filled(canvas, colour)
        canvas.rect(x, y, 9 * mm, 7 * mm, fill=1)
        canvas.setFillColor(INK)
        canvas.setFont(face(), 11)
        canvas.drawString(x + 13 * mm, y + 2 * mm, words)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.2)
    canvas.line(x, 40 * mm, x + 50 * mm, 40 * mm)
    for end in (0, 50):
        canvas.line(x + end * mm, 38 * mm, x + end * mm, 42 * mm)
    canvas.drawString(x, 32 * mm, "10 meter")


def _sky_and_ground() -> Image.Image:
    width, height = _UPRIGHT
    picture = Image.new("RGB", _UPRIGHT)
    draw = ImageDraw.Draw(picture)
    horizon = int(height * 0.56)
    for y in range(height):
        if y < horizon:
            share = y / horizon
            colour = (150 + int(70 * share), 182 + int(38 * share), 205 + int(15 * share))
        else:
            share = (y - horizon) / (height - horizon)
            colour = (112 - int(30 * share), 128 - int(46 * share), 72 - int(24 * share))
        draw.line((0, y, width, y), fill=colour)
    return picture


def _draw_shed(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 420, 560, 960), fill=(122, 62, 48))
    for x in range(0, 560, 40):
        draw.line((x, 420, x, 960), fill=(98, 48, 38), width=5)
    draw.polygon([(-40, 440), (620, 440), (540, 320), (-40, 320)], fill=(72, 74, 80))


def _draw_mound(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.ellipse((330, 860, 1240, 1420), fill=(118, 84, 56))
    draw.ellipse((420, 900, 1120, 1280), fill=(136, 98, 66))
    for _stone in range(420):
        x, y = chance.gauss(780, 190), chance.gauss(1110, 90)
        size = chance.randint(2, 9)
        shade = chance.randint(70, 150)
        draw.ellipse((x, y, x + size, y + size), fill=(shade, int(shade * 0.74), int(shade * 0.5)))
    draw.ellipse((90, 1300, 700, 1480), fill=(132, 148, 158))
    draw.ellipse((140, 1320, 620, 1440), fill=(164, 184, 196))


def _draw_tap(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((470, 760, 486, 1000), fill=(168, 170, 172))
    draw.rectangle((470, 760, 548, 778), fill=(168, 170, 172))
    draw.rectangle((532, 770, 548, 804), fill=(188, 190, 192))
    draw.line((540, 806, 536, 1330), fill=(208, 226, 236), width=5)
    draw.polygon([(120, 1240), (240, 1240), (222, 1390), (138, 1390)], fill=(214, 158, 46))


def _draw_birch(draw: ImageDraw.ImageDraw, chance: random.Random) -> None:
    draw.polygon([(900, 0), (964, 0), (990, 1010), (892, 1010)], fill=(226, 222, 212))
    for _mark in range(34):
        y, x = chance.randint(10, 990), chance.randint(896, 940)
        draw.line((x, y, x + chance.randint(10, 40), y + 3), fill=(70, 66, 62), width=6)
    for _leaf in range(900):
        left, top = chance.gauss(930, 210), chance.gauss(170, 120)
        size = chance.randint(8, 22)
        green = chance.randint(110, 176)
        draw.ellipse((left, top, left + size, top + size), fill=(green - 40, green, 58))


def _grain(picture: Image.Image, chance: random.Random) -> Image.Image:
    """The noise of a telephone's small lens, coarse enough to pack well."""
    small = (picture.width // 4, picture.height // 4)
    noise = Image.frombytes("L", small, chance.randbytes(small[0] * small[1]))
    spread = noise.resize(picture.size, Image.Resampling.BILINEAR).point(lambda v: 122 + v // 16)
    return ImageChops.overlay(picture, Image.merge("RGB", (spread,) * 3))
