# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: account user."""

from __future__ import annotations

from nuki_core.enums import OpenStrEnum


class LanguageCode(OpenStrEnum):
    """Language of messages to a person.

    Members:
        EN: English
        DE: German
        ES: Spanish
        FR: French
        IT: Italian
        NL: Dutch
        CS: Czech
        SK: Slovak
    """

    EN = "en"
    DE = "de"
    ES = "es"
    FR = "fr"
    IT = "it"
    NL = "nl"
    CS = "cs"
    SK = "sk"
