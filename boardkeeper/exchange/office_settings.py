"""The settings LibreOffice converts with: no macros, and nothing fetched from anywhere.

A document can name pictures, sections and tables that lie elsewhere. Left to itself LibreOffice
gets them: a server learns that the document was read, and a file of the person's own, named in a
document from outside, ends up in a pack that is mailed on.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
_NEVER_ASKED = "2"
"""Of links in a table: do not follow them, and do not ask."""

_SETTINGS: tuple[tuple[str, str, str], ...] = (
    # Without this a linked picture is fetched, by http and from the disk alike.
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "DisableOLEAutomation", "true"),
    (_SCRIPTING, "DisablePythonRuntime", "true"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", _NEVER_ASKED),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    # And should a version have a way around it: a proxy at a port where nobody answers.
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
    (_INTERNET, "ooInetFTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetFTPProxyPort", "9"),
    (_INTERNET, "ooInetNoProxy", ""),
    ("/org.openoffice.Setup/Office", "OfficeRestartInProgress", "false"),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
)


def write_settings(folder: Path) -> None:
    """Put the settings where LibreOffice looks for a person's own, given this folder as theirs.

    What a version does not know it passes over.
    """
    lines = "\n".join(
        f"<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)}"
        f' oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{lines}\n</oor:items>\n",
        encoding="utf-8",
    )
