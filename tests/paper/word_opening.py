"""Word files laid out by LibreOffice, as an office without Word gets them."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import paper_reading
from paper_reading import Page

from bluezone_desk.paths import resource

OFFICE_PROGRAM = shutil.which("soffice")
NOT_HERE = "LibreOffice is not here (.ci/test-packages.txt names it)"
#: Our metric twin stands for the font the files name, as it does for the PDF.
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>
"""


def opened(folder: Path, documents: Mapping[str, bytes]) -> dict[str, list[Page]]:
    """The pages of each document, all laid out in one run of the program."""
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(fonts=resource("fonts", "tinos"), cache=folder / "cache"), encoding="utf-8")
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(document)
    command = [OFFICE_PROGRAM or "", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *(f"{folder}/{name}.docx" for name in documents)]
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=110)
    return {name: paper_reading.read((folder / f"{name}.pdf").read_bytes()) for name in documents}
