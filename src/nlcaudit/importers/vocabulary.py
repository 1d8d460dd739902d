"""Heads of columns that forms and servers write by themselves, in English and French."""

from collections.abc import Mapping

from nlcaudit.importers.matching import words_of
from nlcaudit.importers.targets import Key, Part


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(one) for one in text.split("|"))


PERSONAL: Mapping[str, frozenset[str]] = {
    "e-mail": _words(
        "email|e-mail|mail|email address|e-mail address|your email|your email address|adresse e-mail|adresse email|"
        "adresse mail|adresse de messagerie|adresse électronique|courriel|votre courriel|votre adresse e-mail"
    ),
    "name": _words(
        "name|your name|full name|first name|last name|surname|given name|family name|nom|votre nom|prénom|nom complet|"
        "nom de famille|nom et prénom|prénom et nom|nom prénom|nom d'usage|contact|contact person|personne de contact"
    ),
    "user": _words(
        "username|user name|user|_submitted_by|submitted by|submitterid|submitter id|submittername|submitter name|"
        "nom d'utilisateur|utilisateur|soumis par|envoyé par|enumerator|interviewer|enquêteur|enquêtrice|author|auteur"
    ),
    "device": _words(
        "deviceid|device id|device|simserial|sim serial|subscriberid|subscriber id|imei|mac address|user agent|browser|"
        "identifiant de l'appareil|appareil|id de l'appareil|navigateur|adresse mac"
    ),
    "IP address": _words("ip|ip address|ip addresses|adresse ip|remote address"),
    "telephone": _words(
        "phone|phonenumber|phone number|telephone|mobile|mobile number|your phone number|téléphone|numéro de téléphone|"
        "tél|portable|votre téléphone|votre numéro de téléphone"
    ),
    "time": _words(
        "start|end|start time|end time|starttime|endtime|today|heure de début|heure de fin|début|fin|aujourd'hui|"
        "date de début|date de fin|duration|durée"
    ),
    "place": _words(
        "_geolocation|geolocation|gps|location|latitude|longitude|_geolocation/0|_geolocation/1|address|"
        "postal address|adresse|adresse postale|localisation|position"
    ),
    "birth": _words("date of birth|birth date|birthday|age|your age|date de naissance|âge|votre âge"),
}
"""What says, or helps to find out, who somebody is; never read unless the user maps it."""


def _heads(text: str) -> frozenset[str]:
    return frozenset(text.split())


TECHNICAL = _heads("""
    id _index _status _tags _notes _validation_status __version__ _version_ _version _xform_id_string formhub/uuid
    _attachments _bamboo_dataset_id _media_all_received formversion reviewstate edits attachmentspresent _xform_id
    attachmentsexpected meta/instancename meta-instancename score _parent_table_name _parent_index meta/audit
    meta-audit audit status isvalidated __system/reviewstate __system/status __system/edits __system/formversion
    __system/attachmentspresent __system/attachmentsexpected form_title
""")
"""Heads in small letters. `id` is a row's number in the exports of Microsoft Forms: each form begins with 1."""
SUBMISSION = _heads("_uuid meta/instanceid meta-instanceid instanceid key meta/rootuuid __id")
REPLACES = _heads("meta/deprecatedid meta-deprecatedid deprecatedid")
SERVER_NUMBER = frozenset({"_id"})
"""Where a submission is edited on a Kobo server, `_uuid` becomes another; this and the time of sending do not."""
FORM_TEXTS = _words("question|framework|section|theme|consent_text")

RESPONDENT: Mapping[Key, str] = {
    "group": "groupe|respondent_group|respondent group|Which group do you answer for?|"
    "Pour quel groupe répondez-vous ?|Au nom de quel groupe répondez-vous ?",
    "language": "langue|form_language",
    "respondent": "respondent_code|code of the respondent|code du répondant",
    "consent": "consentement",
    "depth": "form_depth",
    "frameworks": "form_frameworks",
    "toolkit": "form_toolkit",
    "version": "form_version",
    "submitted": "_submission_time|submissiondate|submission date|timestamp|horodateur|horodatage|completion time|"
    "last modified time|heure de la dernière modification|heure d'achèvement|date de soumission|"
    "__system/submissiondate|submitted at|date submitted",
}
"""Key → heads; what is listed here is looked up before what is personal."""
OUR_LABELS: Mapping[Key, tuple[str, ...]] = {
    "group": ("Your group",),
    "language": ("Language",),
    "respondent": ("Your code, if you were given one",),
    "consent": ("I have read this and agree to answer", "I have read the text below and agree to answer"),
}
"""Key → labels of our own forms, as the catalogue `forms` has them in English."""
MACHINE: Mapping[Key, frozenset[str]] = {"submission": SUBMISSION, "replaces": REPLACES, "server_number": SERVER_NUMBER}
"""Key → heads in small letters, whole or behind a group's name."""

PART_NAMES: Mapping[Part, str] = {
    "answer": "réponse|rating|level|niveau",
    "reason": "raison|why it does not apply|pourquoi sans objet|motif",
    "confidence": "certitude|how sure|how sure are you",
    "note": "notes|comment|comments|remarque|remarques|commentaire|commentaires",
    "flag": "to come back to|à revoir",
    "what": "evidence|élément de preuve|preuve|quoi",
    "where": "evidence where|où",
    "date": "evidence date",
    "owner": "evidence owner|kept by|conservé par",
    "strength": "evidence strength|force",
    "seen_by": "evidence seen by|vu par",
}
"""How the column beside a question is called, after the question's code: `T1_note`, `[T1] Commentaire`."""

DONT_KNOW = "don't know|I don't know|do not know|I do not know|je ne sais pas|ne sait pas|ne sais pas|nsp"
OUTSIDE_POWERS = (
    "outside our powers|outside our legal powers|outside powers|hors de nos compétences|"
    "hors de nos compétences légales|hors compétences|hors compétence"
)
NOT_APPLICABLE = (
    "not applicable|does not apply|does not apply here|sans objet|sans objet ici|non applicable|ne s'applique pas"
)
KINDS = {"dont_know": DONT_KNOW, "outside_powers": OUTSIDE_POWERS, "not_applicable": NOT_APPLICABLE}
YES = _words("yes|oui|true|1|x|vrai|ok|agree|j'accepte|I agree|agreed|accepted")
NO = _words("no|non|false|0|faux|disagree|je refuse|I do not agree|refused")
