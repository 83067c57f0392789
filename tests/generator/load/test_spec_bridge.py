"""The hand-written description of the Bridge API, before and after its overlays."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openapi_spec_validator
import pytest
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from generator.load.documents import read_document
from generator.overlay import apply_overlays, load_overlay
from nuki_generated.bridge.enums.device import LockAction
from nuki_generated.bridge.resources import auth, device

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
OVERLAYS = sorted((ROOT / "overlays/bridge").glob("*.overlay.yaml"))
DOCUMENT: dict[str, Any] = read_document(ROOT / "spec/bridge/openapi.yaml")
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]

DEVICE = {"nukiId", "deviceType"}
MOTION = {200, 401, 403, 404, 410, 503}
ENDPOINTS: dict[str, tuple[set[str], set[int]]] = {
    "/auth": (set(), {200, 403, 503}),
    "/configAuth": ({"enable"}, {200, 400, 401, 403, 503}),
    "/list": (set(), {200, 401, 403, 503}),
    "/lockState": (DEVICE, MOTION),
    "/lockAction": (DEVICE | {"action", "noWait"}, MOTION | {400}),
    "/lock": (DEVICE, MOTION),
    "/unlock": (DEVICE, MOTION),
    "/unpair": (DEVICE, {200, 401, 403, 404, 503}),
    "/info": (set(), {200, 401, 403, 503}),
    "/callback/add": ({"url"}, {200, 400, 401, 403, 503}),
    "/callback/list": (set(), {200, 401, 403, 503}),
    "/callback/remove": ({"id"}, {200, 400, 401, 403, 503}),
    "/log": ({"offset", "count"}, {200, 401, 403, 503}),
    "/clearlog": (set(), {200, 204, 401, 403, 503}),
    "/fwupdate": (DEVICE | {"scope"}, {200, 204, 401, 403, 503}),
    "/reboot": (set(), {200, 204, 401, 403, 503}),
    "/factoryReset": (set(), {200, 204, 401, 403, 503}),
}
OPERATIONS: dict[str, dict[str, Any]] = {
    path: item["get"] for path, item in DOCUMENT["paths"].items()
}
PARAMETERS = [
    pytest.param(parameter, id=f"{path}-{parameter['name']}")
    for path, operation in OPERATIONS.items()
    for parameter in operation.get("parameters", ())
]


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    """What a local reference points to; its own siblings win."""
    while "$ref" in node:
        target: Any = DOCUMENT
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target | {key: value for key, value in node.items() if key != "$ref"}
    return node


def media_types() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, operation in OPERATIONS.items():
        for status, response in operation["responses"].items():
            for name, media in resolve(response).get("content", {}).items():
                yield f"{path} {status} {name}", media
    for name, item in DOCUMENT["webhooks"].items():
        for media in item["post"]["requestBody"]["content"].values():
            yield name, media


def examples() -> Iterator[tuple[str, dict[str, Any], Any]]:
    for where, media in media_types():
        for value in media_examples(media):
            yield where, media["schema"], value
    for name, schema in SCHEMAS.items():
        for value in schema.get("examples", ()):
            yield name, schema, value
    for case in PARAMETERS:
        (parameter,) = case.values
        yield str(case.id), parameter["schema"], parameter["example"]


def media_examples(media: dict[str, Any]) -> list[Any]:
    if "example" in media:
        return [media["example"]]
    return [example["value"] for example in media.get("examples", {}).values()]


def absolute(node: Any) -> Any:
    """The same schema with references that hold outside of the document."""
    if isinstance(node, list):
        return [absolute(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: f"urn:bridge{value}" if key == "$ref" else absolute(value)
        for key, value in node.items()
    }


def is_bounded(schema: dict[str, Any]) -> bool:
    """Whether the schema, or every alternative of it, says which values it takes."""
    schema = resolve(schema)
    if "anyOf" in schema:
        return all(map(is_bounded, schema["anyOf"]))
    if schema["type"] == "string":
        return "maxLength" in schema
    return "enum" in schema or {"format", "minimum"} <= schema.keys()


@pytest.fixture(scope="module")
def corrected() -> dict[str, Any]:
    application = apply_overlays(DOCUMENT, [load_overlay(path) for path in OVERLAYS], strict=True)
    assert not application.problems
    return application.document


@pytest.mark.slow
def test_the_description_is_valid_openapi() -> None:
    openapi_spec_validator.validate(DOCUMENT)
    assert DOCUMENT["info"]["version"] == "1.13.3"


def test_it_holds_the_17_endpoints_and_discovery_all_get() -> None:
    assert set(OPERATIONS) == {*ENDPOINTS, "/discover/bridges"}
    assert len(ENDPOINTS) == 17
    assert all(set(item) == {"get"} for item in DOCUMENT["paths"].values())


def test_an_endpoint_has_its_parameters_and_status_codes(subtests: pytest.Subtests) -> None:
    for path, (names, statuses) in ENDPOINTS.items():
        with subtests.test(path=path):
            operation = OPERATIONS[path]
            assert {parameter["name"] for parameter in operation.get("parameters", ())} == names
            assert set(map(int, operation["responses"])) == statuses


def test_every_documented_status_code_appears() -> None:
    seen = {int(status) for item in OPERATIONS.values() for status in item["responses"]}
    assert seen == {200, 204, 400, 401, 403, 404, 410, 503}


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_parameter_is_described_and_bounded(parameter: dict[str, Any]) -> None:
    assert parameter["in"] == "query"
    assert parameter["description"]
    assert is_bounded(parameter["schema"])
    assert parameter["required"] or {"default", "$ref"} & parameter["schema"].keys()


def test_defaults_are_those_of_the_bridge() -> None:
    defaults = {
        (path, parameter["name"]): parameter["schema"]["default"]
        for path, operation in OPERATIONS.items()
        for parameter in operation.get("parameters", ())
        if "default" in parameter["schema"]
    }
    device_types = {path for path, (names, _) in ENDPOINTS.items() if "deviceType" in names}
    assert defaults == {(path, "deviceType"): 0 for path in device_types} | {
        ("/lockAction", "noWait"): 0,
        ("/log", "offset"): 0,
        ("/log", "count"): 100,
        ("/fwupdate", "scope"): 0,
    }


REQUIRED_MEMBERS = [
    ("Device", {"nukiId", "name"}),
    ("DeviceState", {"state", "stateName", "batteryCritical"}),
    ("LockStateResult", {"success"}),
    ("StateCallback", {"nukiId", "state", "stateName", "batteryCritical"}),
    ("ActionResult", {"success"}),
    ("AuthResult", {"success"}),
    ("BridgeIds", {"serverId"}),
]


def test_only_what_is_always_there_is_required(subtests: pytest.Subtests) -> None:
    for schema, required in REQUIRED_MEMBERS:
        with subtests.test(schema=schema):
            assert set(SCHEMAS[schema]["required"]) == required


def test_one_state_three_places() -> None:
    """The cached state, the fresh one and the callback's differ in what surrounds the state."""
    cached, fresh, callback = (
        set(SCHEMAS[name]["properties"])
        for name in ("DeviceState", "LockStateResult", "StateCallback")
    )
    assert cached - {"timestamp"} == fresh - {"success"} == callback - DEVICE
    assert cached - fresh == {"timestamp"}
    assert fresh - cached == {"success"}


def test_every_field_and_every_schema_is_described() -> None:
    missing = [
        f"{name}.{field}"
        for name, schema in SCHEMAS.items()
        for field, value in {"": schema, **schema.get("properties", {})}.items()
        if not resolve(value).get("description")
    ]
    assert missing == []


def test_every_body_has_an_example() -> None:
    assert [where for where, media in media_types() if not media_examples(media)] == []


@pytest.mark.slow
def test_an_example_fits_its_schema(subtests: pytest.Subtests) -> None:
    resource = Resource.from_contents(DOCUMENT, default_specification=DRAFT202012)
    registry = Registry().with_resource("urn:bridge", resource)
    for where, schema, value in examples():
        with subtests.test(where=where):
            validator = OAS31Validator(
                absolute(schema), registry=registry, format_checker=oas31_format_checker
            )
            assert [error.message for error in validator.iter_errors(value)] == []


def test_example_ids_match_the_names_they_appear_in() -> None:
    answer = OPERATIONS["/info"]["responses"]["200"]["content"]["application/json"]["example"]
    for result in answer["scanResults"]:
        assert result["name"].rpartition("_")[2] == f"{result['nukiId']:08X}"


def test_enumerations_name_and_describe_every_value_once() -> None:
    enumerations = {name: schema for name, schema in SCHEMAS.items() if "enum" in schema}
    assert len(enumerations) == 9
    for schema in enumerations.values():
        names = schema["x-enum-varnames"]
        assert len(schema["enum"]) == len(names) == len(schema["x-enum-descriptions"])
        assert len(set(schema["enum"])) == len(set(names)) == len(names)
        assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", name) for name in names)


def test_there_are_three_ways_to_authenticate() -> None:
    schemes = DOCUMENT["components"]["securitySchemes"]
    assert all((scheme["type"], scheme["in"]) == ("apiKey", "query") for scheme in schemes.values())
    alternatives = [{schemes[name]["name"] for name in entry} for entry in DOCUMENT["security"]]
    assert alternatives == [{"ctoken", "nonce"}, {"ts", "rnr", "hash"}, {"token"}]


def test_only_discovery_and_the_button_need_no_token() -> None:
    public = {path for path, operation in OPERATIONS.items() if operation.get("security") == []}
    assert public == {"/discover/bridges", "/auth"}
    assert all("401" not in OPERATIONS[path]["responses"] for path in public)


def test_discovery_is_asked_elsewhere() -> None:
    elsewhere = {path: item["servers"] for path, item in OPERATIONS.items() if "servers" in item}
    assert {path: [server["url"] for server in servers] for path, servers in elsewhere.items()} == {
        "/discover/bridges": ["https://api.nuki.io"]
    }


def test_the_callback_is_a_webhook_with_every_documented_variant() -> None:
    body = DOCUMENT["webhooks"]["stateChanged"]["post"]["requestBody"]["content"]
    assert body["application/json"]["schema"] == {"$ref": "#/components/schemas/StateCallback"}
    assert {"lock", "lockWithDoorSensor", "opener"} <= set(body["application/json"]["examples"])


def test_overlays_name_every_method_once_per_tag(corrected: dict[str, Any]) -> None:
    methods = Counter(
        (item["get"]["tags"][0], item["get"]["x-nuki-name"]) for item in corrected["paths"].values()
    )
    assert set(methods.values()) == {1}
    assert ("Device", "act") in methods


def test_overlays_tell_what_moves_a_bolt(corrected: dict[str, Any]) -> None:
    effects = {path: item["get"]["x-nuki-effect"] for path, item in corrected["paths"].items()}
    moving = {path for path, effect in effects.items() if effect == "motion"}
    assert set(effects.values()) == {"read", "change", "motion"}
    assert moving == {"/lockAction", "/lock", "/unlock"}


def test_overlays_let_no_call_wait_less_than_the_bridge_needs(corrected: dict[str, Any]) -> None:
    timeouts = {path: item["get"]["x-nuki-timeout"] for path, item in corrected["paths"].items()}
    assert timeouts["/auth"] > 30
    assert min(timeouts.values()) == timeouts["/list"] == 10
    assert {timeouts[path] for path in ("/lockAction", "/lock", "/unlock")} == {30}


def test_overlays_tell_openers_from_locks(corrected: dict[str, Any]) -> None:
    schemas = corrected["components"]["schemas"]
    choices = [
        schemas[name]["properties"]["state"]["x-nuki-by-device-type"]
        for name in ("DeviceState", "LockStateResult", "StateCallback")
    ]
    assert choices == [{"2": "OpenerState", "default": "LockState"}] * 3
    assert schemas["NukiId"]["x-nuki-type"] == "NukiId"
    assert schemas["DeviceType"]["x-nuki-type"] == "DeviceType"


def test_overlays_keep_the_names_of_device_types(corrected: dict[str, Any]) -> None:
    kept = {"enum", "x-enum-varnames", "x-enum-descriptions"}
    schema = corrected["components"]["schemas"]["DeviceType"]
    assert {key: schema[key] for key in kept} == {key: SCHEMAS["DeviceType"][key] for key in kept}


def test_overlays_make_switches_of_what_takes_0_or_1(corrected: dict[str, Any]) -> None:
    found = {
        (path, parameter["name"]): parameter["x-nuki-boolean"]
        for path, item in corrected["paths"].items()
        for parameter in item["get"].get("parameters", ())
        if "x-nuki-boolean" in parameter or parameter["schema"].get("maximum") == 1
    }
    assert found == {("/configAuth", "enable"): True, ("/lockAction", "noWait"): True}


@pytest.mark.parametrize(("switch", "written"), [(True, "1"), (False, "0")])
def test_a_switch_is_written_as_1_or_0(switch: bool, written: str) -> None:  # noqa: FBT001
    enabling = auth.SET_ENABLED.request(enabled=switch)
    acting = device.ACT.request(nuki_id=1, device_type=4, action=LockAction.LOCK, no_wait=switch)
    assert enabling.query == (("enable", written),)
    assert acting.query[-1] == ("noWait", written)


def test_a_switch_left_alone_is_not_written() -> None:
    acting = device.ACT.request(nuki_id=1, device_type=4, action=LockAction.LOCK)
    assert "noWait" not in dict(acting.query)


def test_an_overlay_says_why_and_notices_when_it_is_no_longer_needed(
    corrected: dict[str, Any], subtests: pytest.Subtests
) -> None:
    for path in OVERLAYS:
        with subtests.test(path=repr(path)):
            overlay = load_overlay(path)
            why = read_document(path)["info"]["description"]
            assert re.search(
                r"^Symptom: .+^Evidence: .+^Date: \d{4}-\d\d-\d\d$", why, re.DOTALL | re.MULTILINE
            )
            again = apply_overlays(corrected, [overlay], strict=True)
            assert len(again.problems) >= len(overlay.actions)
