# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki API, all of them open: account user."""

from nuki_core.enums import OpenStrEnum


class LanguageCode(OpenStrEnum):
    """Language of messages to a person."""

    EN = "en"
    """English"""
    DE = "de"
    """German"""
    ES = "es"
    """Spanish"""
    FR = "fr"
    """French"""
    IT = "it"
    """Italian"""
    NL = "nl"
    """Dutch"""
    CS = "cs"
    """Czech"""
    SK = "sk"
    """Slovak"""
