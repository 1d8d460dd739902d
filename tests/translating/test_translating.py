"""A toolkit's texts go out to translators as gettext, and come back into the files without touching anything else."""

import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlcaudit.source import read_document
from nlcaudit.translating import load_material, parse_catalogue, plan_import, render_catalogue
from nlcaudit.translating.placing import Translation, UnplaceableError, placed, with_language

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 14)
TRUST = "trust/trust-obstacles/trust-obstacles-named"


@pytest.fixture(scope="session")
def msgfmt() -> str:
    """The path of GNU gettext's msgfmt, or a skip."""
    return shutil.which("msgfmt") or pytest.skip("msgfmt was not found (Debian: gettext): catalogues were not checked")


@pytest.fixture(scope="module")
def shipped():
    """The shipped toolkit."""
    material, _ = load_material(str(ROOT / "frameworks/nlc"))
    return material


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A copy of the shipped toolkit."""
    shutil.copytree(ROOT / "frameworks/nlc", tmp_path / "kit")
    return tmp_path / "kit"


def edited(po: bytes, name: str, words: str) -> bytes:
    """The catalogue as it is once somebody has translated one entry."""
    text = po.decode()
    start = text.index(f'msgctxt "{name}"\n')
    at = text.index("msgstr ", start)
    end = text.index("\n\n", at)
    return (text[:at] + f'msgstr "{words}"' + text[end:]).encode()


def checked(msgfmt: str, po: bytes) -> str:
    ended = subprocess.run(
        [msgfmt, "-c", "--statistics", "-o", "/dev/null", "-"], input=po, capture_output=True, check=True
    )
    return ended.stderr.decode()


@pytest.mark.parametrize("language", ["fr", "ar", "es"])
def test_msgfmt_has_nothing_to_say_about_an_export(msgfmt, shipped, language):
    said = checked(msgfmt, render_catalogue(shipped, language, DAY))
    assert re.fullmatch(r"\d+ translated messages?(, \d+ untranslated messages?)?\.\n", said)


@pytest.mark.parametrize("language", ["fr", "ar", "es"])
def test_what_comes_back_as_it_went_out_changes_no_byte(shipped, language):
    catalogue, _ = parse_catalogue(render_catalogue(shipped, language, DAY))
    plan = plan_import(shipped, catalogue)
    assert (plan.texts, plan.changed, plan.problems, plan.begun) == ({}, {}, (), False)


def test_entries_are_named_by_ids_not_by_places(shipped):
    po = render_catalogue(shipped, "fr", DAY, "trust").decode()
    assert f'msgctxt "{TRUST}/levels/2/text"\n' in po
    assert "coordination" not in {line.split("/")[0] for line in po.splitlines() if line.startswith("msgctxt")}


def test_a_percentage_is_not_taken_for_a_format(msgfmt, tmp_path):
    shutil.copytree(ROOT / "frameworks/nlc", tmp_path / "kit")
    file = tmp_path / "kit/trust.yaml"
    file.write_text(file.read_text("utf-8").replace("en: Trust\n", "en: 50 % down, 20 % so-so\n"), "utf-8")
    material, _ = load_material(str(tmp_path / "kit"))
    po = render_catalogue(material, "fr", DAY, "trust")
    assert b"-format" not in po
    checked(msgfmt, po)


def test_a_changed_text_is_written_as_its_neighbours_are(nlcaudit, kit, tmp_path):
    nlcaudit("frameworks", "export", "--toolkit", kit, "--lang", "fr", "--out", "a.po")
    words = (
        "Une phrase assez longue pour ne pas tenir sur une seule ligne du fichier, qui est donc pliée à la même "
        "largeur que les autres."
    )
    po = edited((tmp_path / "a.po").read_bytes(), f"{TRUST}/text", words)
    (tmp_path / "a.po").write_bytes(edited(po, "trust/title", "La confiance : un début"))
    before = (kit / "trust.yaml").read_text("utf-8")
    ended = nlcaudit("frameworks", "import", "a.po", "--toolkit", kit)
    assert (ended.code, ended.out) == (0, "trust: 2 translations change\n")
    pad = " " * 12
    start = before.index(f"{pad}Les partenaires nationaux et locaux nomment-ils ensemble")
    new = f"{pad}{words.removesuffix(' largeur que les autres.')}\n{pad}largeur que les autres."
    expected = before[:start] + new + before[before.index("\n", start) :]
    assert (kit / "trust.yaml").read_text("utf-8") == expected.replace(
        "  fr: Confiance\n", '  fr: "La confiance : un début"\n'
    )
    assert nlcaudit("validate", kit).code == 0


def test_a_dry_run_writes_nothing(nlcaudit, kit, tmp_path):
    nlcaudit("frameworks", "export", "--toolkit", kit, "--lang", "fr", "--out", "a.po")
    (tmp_path / "a.po").write_bytes(edited((tmp_path / "a.po").read_bytes(), "trust/title", "Autre chose"))
    before = {path: path.read_bytes() for path in kit.iterdir()}
    ended = nlcaudit("frameworks", "import", "a.po", "--toolkit", kit, "--dry-run")
    assert ended.out == "trust: 1 translation changes\n"
    assert {path: path.read_bytes() for path in kit.iterdir()} == before


def test_a_new_language_is_begun_as_a_draft(nlcaudit, kit, tmp_path):
    nlcaudit("frameworks", "export", "--toolkit", kit, "--lang", "es", "--out", "a.po")
    po = edited((tmp_path / "a.po").read_bytes(), "trust/title", "Confianza")
    po = edited(po, "toolkit/scale/not-yet/label", "Todavía no")
    (tmp_path / "a.po").write_bytes(edited(po, f"{TRUST}/why", "Porque sí."))
    assert nlcaudit("frameworks", "import", "a.po", "--toolkit", kit).code == 0
    trust, head = ((kit / name).read_text("utf-8") for name in ("trust.yaml", "toolkit.yaml"))
    assert "  ar: الثقة  # proposal, to be read by native practitioners\n  es: Confianza\nsummary:\n" in trust
    assert "\n          es: >-\n            Porque sí.\n        levels:\n" in trust
    assert "      label: {en: Not yet, fr: Pas encore, es: Todavía no}\n" in head
    assert "until native practitioners sign\n  - {id: es, status: draft}\nscale:\n" in head
    assert nlcaudit("validate", "--strict", kit).out == ""
    assert nlcaudit("frameworks", "show", kit, "--lang", "es").code == 0


def test_the_whole_toolkit_can_be_translated_into_a_new_language(shipped):
    po = render_catalogue(shipped, "es", DAY).decode()
    catalogue = read_po(po.splitlines())
    entries = {one.context: f"¿{one.id}? #1: «así», 'sí' \"no\"" for one in catalogue if one.id}
    for name, words in entries.items():
        catalogue.get(catalogue_id(catalogue, name), name).string = words
    file = BytesIO()
    catalogue.locale = "es"
    write_po(file, catalogue)
    read, _ = parse_catalogue(file.getvalue())
    plan = plan_import(shipped, read)
    assert sum(plan.changed.values()) == len(entries)
    for path, text in plan.texts.items():
        kept = [line for line in path.read_text("utf-8").splitlines() if "{" not in line and "- " not in line]
        assert set(kept) <= set(text.splitlines()) or path.name.endswith(".lock.yaml")


def catalogue_id(catalogue, name):
    return next(one.id for one in catalogue if one.context == name)


def test_stale_translations_go_out_as_fuzzy_and_are_fresh_once_confirmed(nlcaudit, kit, tmp_path):
    file = kit / "trust.yaml"
    file.write_text(
        file.read_text("utf-8").replace("Do national and local partners name", "Do both sides name"), "utf-8"
    )
    nlcaudit("frameworks", "export", "--toolkit", kit, "--lang", "fr", "--out", "a.po")
    po = (tmp_path / "a.po").read_text("utf-8")
    assert po.count("#, fuzzy\n") == 1
    assert f'#, fuzzy\nmsgctxt "{TRUST}/text"\n' in po
    before = file.read_bytes()
    assert "1 still waits" in nlcaudit("frameworks", "import", "a.po", "--toolkit", kit).err
    assert "NLC403" in nlcaudit("validate", kit).out
    (tmp_path / "a.po").write_text(po.replace("#, fuzzy\n", ""), "utf-8")
    nlcaudit("frameworks", "import", "a.po", "--toolkit", kit)
    assert nlcaudit("validate", kit).out == ""
    assert file.read_bytes() == before


def test_an_entry_that_no_longer_fits_is_refused_with_its_line_and_nothing_is_written(nlcaudit, kit, tmp_path):
    nlcaudit("frameworks", "export", "--toolkit", kit, "--lang", "fr", "--out", "a.po")
    po = (tmp_path / "a.po").read_text("utf-8")
    po = po.replace('msgid "Trust"', 'msgid "Faith"').replace(f'"{TRUST}/text"', f'"{TRUST}/txt"')
    (tmp_path / "a.po").write_bytes(edited(po.encode(), "trust/trust-obstacles/title", "Neu"))
    before = {path: path.read_bytes() for path in kit.iterdir()}
    ended = nlcaudit("frameworks", "import", "a.po", "--toolkit", kit)
    assert ended.code == 1
    lines = po.splitlines()
    at = [lines.index('msgid "Faith"') + 1, lines.index(f'msgctxt "{TRUST}/txt"') + 2]
    assert f"a.po:{at[0]}: the source of trust/title has changed since the export\n    hint: export" in ended.err
    assert f"a.po:{at[1]}: there is no text {TRUST}/txt any more\n" in ended.err
    assert f"the nearest is now {TRUST}/text" in ended.err
    assert "2 entries cannot be taken; nothing was written" in ended.err
    assert {path: path.read_bytes() for path in kit.iterdir()} == before


def test_fuzzy_entries_that_no_longer_fit_stop_nobody(shipped):
    po = render_catalogue(shipped, "fr", DAY).decode().replace('msgctxt "trust/title"', '#, fuzzy\nmsgctxt "gone"')
    catalogue, _ = parse_catalogue(po.encode())
    assert plan_import(shipped, catalogue).problems == ()


@pytest.mark.parametrize(
    ("written", "line"),
    [(b'msgid "a"\nmsgstr "b"\nnonsense\n', 3), (b"\xff\xfe", 1), (b'msgid "a"\nmsgid "b"\n', 1), (b"%PDF-1.7\n", 1)],
)
def test_what_is_no_catalogue_is_refused_with_its_line(written, line):
    catalogue, problems = parse_catalogue(written)
    assert catalogue is None
    assert [one.line for one in problems] == [line]


def test_an_export_never_overwrites_a_translators_work(nlcaudit, kit, tmp_path):
    (tmp_path / "a.po").write_text("mine", "utf-8")
    ended = nlcaudit("frameworks", "export", "--toolkit", kit, "--lang", "fr", "--out", "a.po")
    assert ended.code == 3
    assert (tmp_path / "a.po").read_text("utf-8") == "mine"


@pytest.mark.parametrize(("language", "said"), [("en", "written first"), ("klingonisch", "no language tag")])
def test_a_language_into_which_nobody_translates_is_refused(nlcaudit, kit, language, said):
    ended = nlcaudit("frameworks", "export", "--toolkit", kit, "--lang", language)
    assert ended.code == 2
    assert said in ended.err


def test_a_framework_that_stands_alone_is_translated_in_its_own_file(nlcaudit, tmp_path):
    assert nlcaudit("frameworks", "new", "night-buses", "--lang", "en").code == 0
    nlcaudit("frameworks", "export", "--toolkit", "night-buses.yaml", "--lang", "fr", "--out", "a.po")
    po = (tmp_path / "a.po").read_bytes()
    names = re.findall(r'msgctxt "(.*)"', po.decode())
    assert len(set(names)) == len(names) > 20
    for name in names:
        po = edited(po, name, f"Texte {len(name)}")
    (tmp_path / "a.po").write_bytes(po)
    before = (tmp_path / "night-buses.yaml").read_text("utf-8")
    assert nlcaudit("frameworks", "import", "a.po", "--toolkit", "night-buses.yaml").code == 0
    after = (tmp_path / "night-buses.yaml").read_text("utf-8")
    comments = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in after.splitlines() if line.lstrip().startswith("#")] == comments
    assert "status: draft" in after
    assert nlcaudit("validate", "night-buses.yaml").code == 0


STYLES = """\
schema: x  # ÿ 😀
plain: {en: One}   # behind
flow: [{en: "Two, three", fr: 'Zwei'}, Four]
block:
  en: |
    Five
     six
  # a comment between

  fr: >+
    Seven

# after
folded:
  - en: Eight
      and nine
  - >-
    Ten
deep: {text: Eleven}
"""
PLACES = [("plain",), ("flow", 0), ("flow", 1), ("block",), ("folded", 0), ("folded", 1), ("deep", "text")]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
    | st.sampled_from("\n :#'\"-{}[],&*!%@`|>?\xa0"),
    min_size=1,
)


@given(st.lists(st.tuples(st.sampled_from(PLACES), WORDS), unique_by=lambda one: one[0], min_size=1),
       st.sampled_from(["fr", "es"]), st.sampled_from(["\n", "\r\n"]))  # fmt: skip
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_are_read_back_and_nothing_else_changes(chosen, language, ends):
    chosen = [(place, words.strip()) for place, words in chosen if words.strip() and "\ufeff" not in words]
    text = STYLES.replace("\n", ends)
    document, _ = read_document(text.encode(), "a.yaml")
    made = placed(document, [Translation(place, "en", language, words) for place, words in chosen])
    again, found = read_document(made.encode(), "a.yaml")
    assert found == []
    for place, words in chosen:
        value = again.data
        for step in place:
            value = value[step]
        assert value[language] == words
    assert [line for line in made.split(ends) if line.startswith("#") or ("  # " in line and "{" not in line)] == [
        line for line in text.split(ends) if line.startswith("#") or ("  # " in line and "{" not in line)
    ]
    assert ends == "\n" or "\n" not in made.replace("\r\n", "")


@pytest.mark.parametrize("text", ["a: &x {en: One}\nb: *x\n", "a: &x One\nb: {en: Two}\n", "a: {en: &x One}\nb: *x\n"])
def test_a_shared_text_is_left_to_a_person(text):
    document, _ = read_document(text.encode(), "a.yaml")
    with pytest.raises(UnplaceableError):
        placed(document, [Translation(("a",), "en", "fr", "Un"), Translation(("b",), "en", "fr", "Deux")])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("languages: [{id: en}]  # so\n", "languages: [{id: en}, {id: es, status: draft}]  # so\n"),
        ("languages:\n  - {id: en}  # so\n\nb: c\n",
         "languages:\n  - {id: en}  # so\n  - {id: es, status: draft}\n\nb: c\n"),
        ("languages:\n- id: en\n  status: draft\nb: c\n",
         "languages:\n- id: en\n  status: draft\n- {id: es, status: draft}\nb: c\n"),
    ],
)  # fmt: skip
def test_a_language_joins_the_list_as_the_list_is_written(before, after):
    document, _ = read_document(before.encode(), "a.yaml")
    assert with_language(document, ("languages",), "es") == after
