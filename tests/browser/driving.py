"""A real Chromium without a driver: pages in, document or PDF out."""

import re
import subprocess
import zlib
from pathlib import Path

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
SHORT_PAPER = re.compile(r"@media print and \(max-height: 262mm\) \{.*?\} \}")
PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-extensions",
    "--no-first-run", "--hide-scrollbars", "--no-pdf-header-footer",
)  # fmt: skip


class Browser:
    """One profile in one folder; every call is a process of its own."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program = program
        self.folder = folder

    def run(self, *arguments: str) -> str:
        command = [self.program, *FLAGS, f"--user-data-dir={self.folder / 'profile'}", *arguments]
        ended = subprocess.run(command, capture_output=True, check=False, timeout=120)
        assert ended.returncode == 0, ended.stderr.decode(errors="replace")[-2000:]
        return ended.stdout.decode("utf-8")

    def write(self, page: str, name: str) -> Path:
        path = self.folder / name
        path.write_text(page, encoding="utf-8")
        return path

    def document(self, page: str, *flags: str, name: str = "page.html") -> str:
        """Open a page and return the document as it is after its scripts, if any."""
        return self.run("--virtual-time-budget=3000", *flags, "--dump-dom", self.write(page, name).as_uri())

    def pages(self, page: str, paper: str) -> int:
        """Print a page and count the sheets of paper.

        Without a driver Chromium asks media queries of Letter paper whatever `@page` says, so the rule for short paper
        is taken out of the copy that stands for a printer with A4.
        """
        printed = self.folder / "printed.pdf"
        asked = SHORT_PAPER.sub("", page) if paper == "A4" else page
        assert (asked != page) == (paper == "A4")
        sized = POLICY.sub("", asked).replace("</style>", f"@page{{size:{paper}}}</style>", 1)
        self.run(f"--print-to-pdf={printed}", self.write(sized, "printed.html").as_uri())
        content = printed.read_bytes()
        parts = [content, *(inflated(stream) for stream in STREAM.findall(content))]
        return sum(len(PAGE.findall(part)) for part in parts)


def inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def with_script(page: str, script: str) -> str:
    """Return a test copy of a page that measures itself; the real page has no script."""
    return POLICY.sub("", page).replace("</body>", f"<script>{script}</script></body>")
