"""What the overlays of the Web API do for callers: texts, arguments, and what may be left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.upstream.lint import named_codes
from generator.upstream.sources_file import AS_SERVED, SourcesFile
from nuki_generated.web.enums.address import ServiceId
from nuki_generated.web.enums.smartlock_auth import AuthType
from nuki_generated.web.resources import (
    address_token,
    advanced_api,
    service,
    smartlock_auth,
    smartlock_log,
)
from tests.generator.overlay.web_documents import OWN, Object, both, corrected, operations, schemas

if TYPE_CHECKING:
    from pathlib import Path

    from nuki_core.request import Operation

_MARKS = ("enum", "x-nuki-flags", "x-nuki-by-device-type")


def properties(source: Path) -> list[tuple[str, Object]]:
    return [
        (f"{name}.{field}", prop)
        for name, schema in schemas(source).items()
        for field, prop in schema.get("properties", {}).items()
    ]


def refers_to_codes(source: Path, prop: Object) -> bool:
    """Whether a property, or what it is a list or a choice of, is named by an enum or flags."""
    inner = [prop, prop.get("items", {}), *prop.get("anyOf", ())]
    names = [each["$ref"].rpartition("/")[2] for each in inner if "$ref" in each]
    return any(mark in schemas(source)[name] for name in names for mark in _MARKS)


@both
def test_every_schema_has_a_description(source: Path) -> None:
    for name, schema in schemas(source).items():
        text = schema.get("description", "")
        assert re.fullmatch(r"[A-Z].{8,250}\.", text), name
        assert text.count(". ") < 3, name


@both
def test_a_field_leaves_its_codes_to_its_enum(source: Path) -> None:
    named = [(where, prop) for where, prop in properties(source) if refers_to_codes(source, prop)]
    assert len(named) > 70
    assert [where for where, prop in named if named_codes(prop.get("description", ""))] == []


@both
def test_device_types_keep_their_names_for_other_languages(source: Path) -> None:
    schema = schemas(source)["DeviceType"]
    assert dict(zip(schema["x-enum-varnames"], schema["enum"], strict=True))["SMART_DOOR"] == 3


@pytest.mark.skipif(
    SourcesFile().entry("web")["edition"] == AS_SERVED,
    reason="SOURCES.toml records the vendor's document as served, not our edition of it",
)
def test_a_summary_of_what_is_queued_says_so() -> None:
    queued = re.compile("queued|Request taken", re.IGNORECASE)
    found = {
        name: operation["summary"]
        for name, operation in operations(corrected(OWN))
        for status, answer in operation["responses"].items()
        if status < "300" and queued.search(answer["description"])
    }
    assert len(found) > 20
    assert [name for name, summary in found.items() if not summary.startswith("Queue ")] == []


@both
def test_the_summaries_of_actions_do_not_depend_on_the_vendors(source: Path) -> None:
    summaries = {name: operation["summary"] for name, operation in operations(corrected(source))}
    assert all(text.startswith("Queue ") for name, text in summaries.items() if "/action" in name)


@both
def test_comma_separated_filters_are_lists(source: Path) -> None:
    found: dict[str, list[str]] = {}
    for name, operation in operations(corrected(source)):
        for parameter in operation.get("parameters", ()):
            schema = parameter["schema"]
            if schema.get("type") == "array":
                assert (parameter["style"], parameter["explode"]) == ("form", False)
                found.setdefault(schema["items"]["$ref"].rpartition("/")[2], []).append(name)
    assert {name: len(users) for name, users in found.items()} == {"AuthType": 3, "ServiceId": 1}


_OLDER: dict[str, Any] = {"older_than": "64ab"}


@pytest.mark.parametrize(
    ("operation", "arguments", "query"),
    [
        (
            smartlock_auth.LIST,
            {"types": [AuthType.APP, AuthType.FOB, AuthType.KEYPAD]},
            ("types", "0,2,3"),
        ),
        (smartlock_auth.LIST_PAGED, {"types": (AuthType.KEYPAD_CODE,)}, ("types", "13")),
        (
            service.LIST,
            {"service_ids": [ServiceId.AIRBNB, ServiceId("other")]},
            ("serviceIds", "airbnb,other"),
        ),
        (smartlock_log.LIST, _OLDER, ("id", "64ab")),
        (smartlock_log.LIST_FOR_SMARTLOCK, {"smartlock_id": 1, **_OLDER}, ("id", "64ab")),
        (advanced_api.LIST_WEBHOOK_LOGS, {"api_key_id": 1, **_OLDER}, ("id", "64ab")),
        (address_token.REDEEM, {"token_id": "64ab", "send_email": False}, ("email", "false")),
    ],
    ids=lambda value: str(value) if hasattr(value, "path") else None,
)
def test_arguments_are_written_as_the_api_reads_them(
    operation: Operation, arguments: dict[str, Any], query: tuple[str, str]
) -> None:
    assert operation.request(**arguments).query == (query,)


@both
def test_a_token_that_nobody_redeemed_is_valid(source: Path) -> None:
    assert not {"redeemDate", "redeemAccountId"} & set(schemas(source)["AddressToken"]["required"])
    assert "redeemDate" not in schemas(source)["AddressUnitResponse"]["required"]


@both
@pytest.mark.parametrize("name", ["SmartlockAuthUpdate", "SmartlockAuthMultiUpdate"])
def test_restrictions_say_that_null_removes_them(source: Path, name: str) -> None:
    fields = schemas(source)[name]["properties"]
    restrictions = [prop for field, prop in fields.items() if field.startswith("allowed")]
    assert len(restrictions) == 5
    assert all("null removes" in prop["description"] for prop in restrictions)
