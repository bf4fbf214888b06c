"""Draw docs/images/dossier.png: the samples' dossier of Azerbaijan and Kazakhstan, as a browser shows it.

    python genscripts/picture.py

Needs Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

IMAGE = Path(__file__).resolve().parent.parent / "docs" / "images" / "dossier.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = (1000, 1250)
"""Of the window, in CSS pixels: the head of the dossier and its first sections."""


def draw(image: Path) -> None:
    """Write the picture.

    Raises:
        SystemExit: there is no Chromium.
        subprocess.CalledProcessError: Körpü or the browser failed.
    """
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        raise SystemExit(
            "The picture is drawn by Chromium, which is not there. Install the package chromium."
        )
    with tempfile.TemporaryDirectory() as folder:
        ledger, page = Path(folder, "demo.ledger"), Path(folder, "dossier.html")
        _korpu("demo", "--ledger", str(ledger))
        _korpu("dossier", "AZ", "KZ", "--language", "en", "--ledger", str(ledger), "--output", str(page))
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={folder}/p",
        ]
        window = f"--window-size={SIZE[0]},{SIZE[1]}"
        command = [browser, *options, window, f"--screenshot={image}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=60)


def _korpu(*arguments: str) -> None:
    program = [sys.executable, "-c", "from korpu.cli import main; main()", *arguments]
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    draw(IMAGE)
