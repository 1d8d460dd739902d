"""What betrays a person in a text, and what does not."""

import pytest

from nlcaudit.loader.policies import complete_policy
from nlcaudit.rules.habits import personal_detail
from nlcaudit.rules.tags import ISO_639_1, registered

ADVICE = complete_policy({})[0].advice


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Write to jean.dupont+port@example.org please.", "an e-mail address"),
        ("Tel. 04 91 00 00 00", "a telephone number"),
        ("+33 6 12 34 56 78", "a telephone number"),
        ("call 0049 (30) 1234567", "a telephone number"),
        ("Vu avec M. Dupont en mars.", "a person’s name"),
        ("Mme Éva Martin l’a dit.", "a person’s name"),
        ("as Mrs O’Neill knows", "a person’s name"),
        ("Monsieur Diallo était là", "a person’s name"),
    ],
)
def test_a_detail_about_a_person_is_noticed(text, kind):
    assert personal_detail(text, ADVICE) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Three meetings in 2024, 2025 and 2026.",
        "The minutes of 2026-03-12, file 12/345, article 2.1.4",
        "0,5 of 120 000 inhabitants",
        "Monsieur le préfet was there, and Madame la maire.",
        "A plan for 2024-2027, version 10.12.2026",
        "Decree 2023-1234567 of the prefecture; law 83-634",
        "the MRs of the ward and mr. nobody",
        "SIRET 123 456 789 00012",
        "user@localhost",
    ],
)
def test_what_only_looks_alike_is_left_alone(text):
    assert personal_detail(text, ADVICE) is None


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("fre", "fr"), ("en_GB", "en-GB"), ("fr-ca", "fr-CA"), ("rmn", "rmn"), ("sr-latn", "sr-Latn"), ("xx", ""),
        ("fr-QC", ""),
    ],
)  # fmt: skip
def test_a_tag_is_looked_up_in_the_registry(written, known):
    assert registered(written) == known


def test_the_codes_of_two_letters_are_those_of_the_registry():
    assert {code for code in ISO_639_1 if registered(code) != code} == set()
