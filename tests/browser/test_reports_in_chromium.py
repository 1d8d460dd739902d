"""Reports in a real browser: what hostile texts become, what leaves the page, how it fits paper and telephones."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from browser.driving import with_script
from report.ferry import ferry, report_of
from report.hostile import CORPUS, made, swapping
from report.reading import Elements, render_html

from nlcaudit.loader import load_engagement
from nlcaudit.report import Beside, Options, build_report
from nlcaudit.scoring import score
from nlcaudit.waves import compare_waves

pytestmark = pytest.mark.browser
PORT_AZUR, BEFORE = (Path(__file__).parents[2] / "examples" / name for name in ("port-azur", "port-azur-2025"))
NARROW = 320
SHIFTS = (0, 15, 30)


@pytest.fixture(scope="module")
def port_azur():
    """Render the example city, alone or beside its earlier wave: edition and language → page."""
    loaded, before = load_engagement(PORT_AZUR), load_engagement(BEFORE)
    card = score(loaded.toolkit, loaded.engagement)
    day = loaded.engagement.file.date
    changes = compare_waves(loaded.toolkit, loaded.engagement, card, (before.toolkit, before.engagement))

    def page(edition: str, language: str, *, earlier: bool = False) -> str:
        options, beside = Options(language, edition, "draft", day), Beside(changes if earlier else None)
        return render_html(build_report(loaded.toolkit, loaded.engagement.file, card, options, beside))

    return page


def page_of(folder, swap) -> str:
    kit, engagement = made(folder, swap)
    options = Options("en", "full", "draft", engagement.file.date)
    return render_html(build_report(kit, engagement.file, score(kit, engagement), options))


@pytest.fixture
def listener():
    """A server that counts who asks it for anything."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("together", [False, True])
def test_hostile_texts_become_no_element_attribute_or_address(browser, tmp_path, together):
    numbers = count()
    benign = Elements(browser.document(page_of(tmp_path / "benign", lambda _: f"Plain words {next(numbers)}")))
    everything = " ".join(CORPUS)
    swaps = [lambda _: f"{next(numbers)} {everything}"] if together else [swapping(shift) for shift in SHIFTS]
    for number, swap in enumerate(swaps):
        hostile = Elements(browser.document(page_of(tmp_path / str(number), swap)))
        assert hostile.elements == benign.elements
        assert hostile.addresses == benign.addresses
        assert hostile.declared == []


def injected(page: str, server: str) -> str:
    """Put into a page what an attacker would, had the escaping failed."""
    return page.replace(
        "</main>",
        f"<script>document.title='owned';fetch('{server}/fetch')</script><script src='{server}/script'></script>"
        f"<img src='{server}/img' onerror=\"document.title='owned'\"><link rel=stylesheet href='{server}/css'>"
        f"<iframe src='{server}/frame'></iframe><p id=painted style='color:rgb(1, 2, 3)'>x</p></main>",
    )


def test_the_policy_stops_what_was_injected(browser, listener):
    server, asked = listener
    page = injected(render_html(report_of(ferry())), server)
    assert "<title>owned</title>" not in browser.document(page)
    assert asked == []


def test_without_the_policy_the_same_injection_would_have_worked(browser, listener):
    server, asked = listener
    page = with_script(injected(render_html(report_of(ferry())), server), "")
    assert "<title>owned</title>" in browser.document(page)
    assert {"/fetch", "/script", "/img", "/css", "/frame"} <= set(asked)


def test_the_style_sheet_is_let_in_by_its_hash(browser):
    """A wrong hash would leave the page unstyled: then `main` would stand as far left as the window."""
    probe = "document.body.dataset.style = getComputedStyle(document.querySelector('h1')).letterSpacing"
    page = render_html(report_of(ferry()))
    styled = browser.document(with_script(page, probe))
    assert re.search(r'data-style="-[\d.]+px"', styled)
    allowed = page.replace("default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';")
    kept = browser.document(allowed.replace("</body>", f"<script>{probe}</script></body>"))
    assert re.search(r'data-style="-[\d.]+px"', kept)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("earlier", [False, True])
def test_the_short_report_of_the_example_city_is_two_pages_of_paper(browser, port_azur, paper, language, earlier):
    page = port_azur("short", language, earlier=earlier)
    assert ('id="changes"' in page) is earlier
    assert browser.pages(page, paper) == 2


def widths(browser, page: str, window: int) -> tuple[int, int]:
    """Return how wide a window is and how wide what stands in it, in CSS pixels."""
    measure = "parent.postMessage(innerWidth + ' ' + document.documentElement.scrollWidth, '*')"
    browser.write(with_script(page, measure), "inner.html")
    frame = (
        "<!doctype html><body><script>onmessage = e => { document.body.dataset.widths = e.data }</script>"
        f'<iframe src="inner.html" width={window} height=600 style="border:0"></iframe>'
    )
    inner, content = re.search(r'data-widths="(\d+) (\d+)"', browser.document(frame)).groups()
    return int(inner), int(content)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("edition", ["short", "full"])
def test_nothing_is_wider_than_a_telephone(browser, port_azur, edition, language):
    assert widths(browser, port_azur(edition, language), NARROW) == (NARROW, NARROW)


def test_a_word_of_five_hundred_letters_fits_a_telephone(browser, tmp_path):
    page = page_of(tmp_path / "kit", lambda _: "a" * 500)
    assert widths(browser, page, NARROW) == (NARROW, NARROW)


CONTRAST = """
const lum = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b };
const rgb = s => s.match(/[\\d.]+/g).map(Number);
const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
  if (c.length < 4 || c[3] > 0) return c.slice(0, 3) } return rgb(getComputedStyle(document.documentElement).color)
  && (matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0] : [255, 255, 255]) };
const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x + .05) / (y + .05) };
let least = 99, shapes = 99;
for (const e of document.querySelectorAll('body *')) {
  if (e.closest('.watermark') || e.closest('svg')) continue;
  if ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    least = Math.min(least, ratio(rgb(getComputedStyle(e).color).slice(0, 3), behind(e)));
}
for (const e of document.querySelectorAll('.mark-0, .mark-1, .bar, .bounds')) {
  const s = getComputedStyle(e), paint = s.fill === 'none' ? s.stroke : s.fill;
  shapes = Math.min(shapes, ratio(rgb(paint).slice(0, 3), behind(e)));
}
document.body.dataset.scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
document.body.dataset.contrast = least.toFixed(2) + ' ' + shapes.toFixed(2);
"""


@pytest.mark.parametrize(("scheme", "setting"), [("light", 1), ("dark", 0)])
def test_words_and_shapes_stand_out_in_light_and_in_dark(browser, port_azur, scheme, setting):
    page = with_script(port_azur("full", "en"), CONTRAST)
    document = browser.document(page, f"--blink-settings=preferredColorScheme={setting}")
    assert f'data-scheme="{scheme}"' in document
    words, shapes = map(float, re.search(r'data-contrast="([\d.]+) ([\d.]+)"', document).groups())
    assert words >= 4.5
    assert shapes >= 3
