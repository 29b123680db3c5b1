"""Files of contacts as other programs write them."""

from __future__ import annotations

OLD_PHONE = (
    b"BEGIN:VCARD\r\n"
    b"VERSION:2.1\r\n"
    b"N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:S=F8rensen;=C5se\r\n"
    b"FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:=C5se S=F8rensen\r\n"
    b"TEL;HOME;VOICE:98 12 34 56\r\n"
    b"TEL;CELL:+45 20 30 40 50\r\n"
    b"TEL;WORK;FAX:98 00 00 00\r\n"
    b"EMAIL;INTERNET:aase@soe.example\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Bor p=C3=A5 =C3=86r=C3=B8=0D=0A=\r\n"
    b"og har b=C3=A5d=\r\n"
    b"\r\n"
    b"END:VCARD\r\n"
)
"""vCard 2.1 with quoted-printable in two character sets, soft line breaks and bare types."""

OUTLOOK = (
    b"BEGIN:VCARD\r\n"
    b"VERSION:2.1\r\n"
    b"X-MS-SIGNATURE:YES\r\n"
    b"N;LANGUAGE=da;CHARSET=Windows-1252:Kj\xe6r;J\xf8rgen;;Dr.\r\n"
    b"FN;CHARSET=Windows-1252:J\xf8rgen Kj\xe6r\r\n"
    b"ORG;CHARSET=Windows-1252:Kj\xe6r & S\xf8n A/S;Salg\r\n"
    b"TITLE:Direkt\xf8r\r\n"
    b"TEL;WORK;VOICE:+45 (33) 12 34 56\r\n"
    b"ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:;;Havnegade =\r\n"
    b"12=0D=0A2. tv;K=F8benhavn K;;1058;Danmark\r\n"
    b"LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Havnegade 12=0D=0A=\r\n"
    b"1058 K=F8benhavn K\r\n"
    b"EMAIL;PREF;INTERNET:jk@kjaer.example\r\n"
    b"PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n"
    b" /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8l\r\n"
    b" JCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv=\r\n"
    b"\r\n"
    b"REV:20250301T120000Z\r\n"
    b"END:VCARD\r\n"
)

IPHONE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.4//EN
N:Nyström;Märta;;;
FN:Märta Nyström
ORG:Öresund Bygg AB;
item1.EMAIL;type=INTERNET:marta@privat.example
item2.EMAIL;type=INTERNET;type=WORK;type=pref:marta@bygg.example
item2.X-ABLabel:_$!<Work>!$_
TEL;type=IPHONE;type=CELL;type=VOICE;type=pref:+46 70 123 45 67
item3.ADR;type=HOME;type=pref:;;Strandgatan 4\\n2 tr;Malmö;;211 20;Sverige
item3.X-ABADR:se
NOTE:Taler dansk\\, og gerne\\; siger hun
UID:8F0C1B0E-7C8B-4E6A-9A52-0D6F2D1E9B11
END:VCARD
""".replace("\n", "\r\n").encode()

FOURTH = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
FN;PREF=1:Zoë van der Berg
N:van der Berg;Zoë;;;
EMAIL;TYPE="work,x":mailto:zoe@netwerk.example
TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+31-6-1234-5678
ROLE:Revis
 or
ADR;TYPE=home;LABEL="Kade 1: boven":;;Kade 1;Utrecht;;3511;NL
END:VCARD
""".encode()


def card(*lines: str, version: str = "3.0") -> bytes:
    """One card of these lines."""
    whole = ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]
    return "\r\n".join(whole).encode()
