"""What the keeper reads of a standing, word for word."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from interview.making import orchard

from nlcaudit.engagement import EvidenceRecord
from nlcaudit.loader import load_engagement
from nlcaudit.messages import Messages
from nlcaudit.standing import evidence_to_ask_for, render_asking, render_standing
from nlcaudit.standing.asking import Asking
from nlcaudit.standing.survey import Gap, Part, Sheet, Standing

PORT_AZUR = Path(__file__).parents[2] / "examples/port-azur"
EN, FR = Messages("standing", "en"), Messages("standing", "fr")
DAY = date(2026, 11, 26)
ASKED = {
    "en": """\
Evidence worth asking for, at most ten:
  M1  Has the national approach to prevention been explained to the partners working in this city?
      Who to ask: National side. The sides describe it differently.
      Named already: Présentation de la stratégie nationale faite aux partenaires
      Named already: Ordre du jour et liste de présence de la séance d'information
      Named already: Lettre d'engagement sur une séance par an
      Named already: Record of the questions raised at the briefing
  I3  Are local partners brought into the preparation of the national prevention strategy from the start?
      Who to ask: National side. The sides describe it differently.
  T5  Do national and local partners learn in joint training what each contributes to prevention?
      Who to ask: National side.
      Named already: Programme de l'exercice commun et liste des rôles arrêtée à la fin
      Named already: Bilan de l'exercice commun
  C8  Does the platform follow agreed actions through to completion?
      Who to ask: National side.
""",
    "fr": """\
Preuves qu’il vaut la peine de demander, dix au plus\u202f:
  M1  L’approche nationale de la prévention a-t-elle été expliquée aux partenaires qui travaillent dans cette ville ?
      À qui demander\u202f: Côté national. Les côtés le décrivent différemment.
      Déjà indiqué\u202f: Présentation de la stratégie nationale faite aux partenaires
      Déjà indiqué\u202f: Ordre du jour et liste de présence de la séance d'information
      Déjà indiqué\u202f: Lettre d'engagement sur une séance par an
      Déjà indiqué\u202f: Record of the questions raised at the briefing
  I3  Les partenaires locaux sont-ils associés dès le départ à la préparation de la stratégie nationale de prévention ?
      À qui demander\u202f: Côté national. Les côtés le décrivent différemment.
  T5  Les partenaires nationaux et locaux apprennent-ils, en formation commune, ce que chacun apporte à la prévention ?
      À qui demander\u202f: Côté national.
      Déjà indiqué\u202f: Programme de l'exercice commun et liste des rôles arrêtée à la fin
      Déjà indiqué\u202f: Bilan de l'exercice commun
  C8  La plateforme suit-elle les actions convenues jusqu’à leur achèvement ?
      À qui demander\u202f: Côté national.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def loaded():
    return load_engagement(PORT_AZUR)


@pytest.mark.parametrize("language", ASKED)
def test_evidence_to_ask_for_names_question_side_and_what_was_named(loaded, language):
    wanted = evidence_to_ask_for(loaded.toolkit, loaded.engagement)
    assert render_asking(wanted, loaded.toolkit, Messages("standing", language)) == ASKED[language]


def test_evidence_that_is_old_is_said_to_be(loaded):
    asking = Asking("trust-obstacles-named", "local", differs=False, brought=((EvidenceRecord(what="A list"), True),))
    assert render_asking([asking], loaded.toolkit, EN).endswith("      Named already: A list (too old)\n")


def test_where_there_is_nothing_to_ask_for_it_says_why(loaded, tmp_path):
    assert render_asking([], loaded.toolkit, EN) == (
        "There is nothing to ask for: what is rated high or described differently was shown to the other side.\n"
    )
    assert render_asking([], orchard(tmp_path), EN) == (
        "This toolkit has no sides: nobody could show evidence to the other one.\n")  # fmt: skip


def standing(**said):
    nothing = {"day": DAY, "sheets": (), "groups": (), "sides": (), "gaps": (), "old_evidence": 0,
               "withdraw_until": None, "kept_until": None}  # fmt: skip
    return Standing(**{**nothing, **said})


def part(name, **said):
    nothing = {"side": None, "persons": 0, "institutions": 0, "expected": 0, "invited": 0, "declined": 0}
    return Part(name, **{**nothing, "coverage": None, **said})


def test_an_engagement_of_which_nothing_is_known_has_no_empty_headings(tmp_path):
    assert (
        render_standing(standing(), orchard(tmp_path), EN)
        == """\
For the keeper of the answers only: do not pass this page on.

0 responses:

By group:

Nothing is missing for a valid diagnosis.
"""
    )


def test_each_part_of_a_standing_has_its_line(loaded):
    whole = standing(
        sheets=(Sheet("mk-2222", "person", "health", 1, 18), Sheet("c", "institution", None, 2, 2)),
        groups=(part("health", persons=1, institutions=1, expected=3, invited=4, declined=1, coverage=Fraction(1, 3)),
                part("", persons=2, institutions=2)),
        sides=(part("local", persons=1, expected=1),),
        gaps=(Gap("persons", "local", Fraction(1), Fraction(5)),
              Gap("coverage", "trust", Fraction(1, 3), Fraction(2, 3)),
              Gap("unheard", "justice", Fraction(0), Fraction(2))),
        old_evidence=1, withdraw_until=(date(2026, 11, 27), 1), kept_until=(DAY, 0),
    )  # fmt: skip
    assert (
        render_standing(whole, loaded.toolkit, EN)
        == """\
For the keeper of the answers only: do not pass this page on.

2 responses:
  mk-2222  1 of 18 answered · Health
  c        2 of 2 answered · –

By group:
  Health: 1 person, 1 institution, 3 expected, 33 % rated
  –: 2 persons, 2 institutions
By side:
  Local side: 1 person, 1 expected

Missing for a valid diagnosis:
  Local side: 1 of at least 5 persons
  Trust: 33 % of the answers are ratings, of at least 67 %
  Justice, prisons and probation: expected, and not heard
To remind (invited, neither answered nor declined):
  Health: 1
1 piece of evidence is older than the toolkit’s limit.
Answers can be taken back until 27 November 2026 (1 day).
The answers are kept until 26 November 2026 (0 days).
"""
    )


@pytest.mark.parametrize(("messages", "said"), [
    (EN, ["2 pieces of evidence are older than the toolkit’s limit.",
          "The day until which answers could be taken back is over: 25 November 2026.",
          "The answers were kept until 20 November 2026: nlcaudit purge deletes them."]),
    (FR, ["2 preuves sont plus anciennes que la limite de la boîte à outils.",
          "Le délai pour retirer ses réponses est passé\u202f: 25 novembre 2026.",
          "Les réponses devaient être gardées jusqu’au 20 novembre 2026\u202f: nlcaudit purge les supprime."]),
])  # fmt: skip
def test_days_that_are_over_say_so(loaded, messages, said):
    late = standing(old_evidence=2, withdraw_until=(date(2026, 11, 25), -1), kept_until=(date(2026, 11, 20), -6))
    assert render_standing(late, loaded.toolkit, messages).splitlines()[-3:] == said
