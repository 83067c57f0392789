"""The overlays of the Web API: they fit, each defect they name is gone, and none is left over."""

from __future__ import annotations

import json
import re
from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import extend
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData

from generator.emit.names import name_operations
from generator.emit.prune import prune
from generator.emit.render import render
from generator.load.documents import read_document
from generator.overlay import ABSENT, apply_overlays
from generator.upstream.codes import codes
from generator.upstream.lint import lint, unused_overlays
from tests.generator.overlay.web_documents import (
    FILES,
    LEAKING,
    OWN,
    Object,
    applied,
    both,
    converted,
    corrected,
    nodes,
    operations,
    overlays,
    schemas,
)
from tests.generator.upstream import releases

# An enum of ours may meet new values at any time; the schema describes those known today.
OpenValidator = extend(Draft202012Validator, {"enum": lambda *_: ()})


def problems_of(document: Object) -> list[str]:
    return [str(each) for each in apply_overlays(document, overlays(), strict=True).problems]


def bare(node: object) -> object:
    """The document without its prose."""
    if isinstance(node, list):
        return [bare(each) for each in node]
    if not isinstance(node, dict):
        return node
    texts = {key for key in ("description", "summary") if isinstance(node.get(key), str)}
    return {key: bare(node[key]) for key in node.keys() - texts - {"scopes", "info"}}


def fits(document: Object, schema: str, value: object, *, is_open: bool = True) -> bool:
    """Whether ``value`` is valid at ``schema``, a path below the document's component schemas."""
    validator = OpenValidator if is_open else Draft202012Validator
    root = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    return validator(root).is_valid(value)


def test_every_file_is_an_overlay_with_its_own_number() -> None:
    assert len(FILES) > 100
    assert unused_overlays([path.name for path in FILES], ()) == ()


@pytest.mark.slow
def test_every_overlay_gives_symptom_evidence_and_date() -> None:
    pattern = re.compile(r"Symptom: .+\nEvidence: .+\nDate: \d{4}-\d\d-\d\d", re.DOTALL)
    for path in FILES:
        document: Object = read_document(path)
        assert document["extends"] == "../../spec/web/swagger.json", path.name
        assert pattern.fullmatch(document["info"]["description"]), path.name


@pytest.mark.slow
def test_every_action_says_what_it_expects_and_depends_on_no_text() -> None:
    for name, action in [(each.name, action) for each in overlays() for action in each.actions]:
        assert action.expect is not ABSENT, (name, action.number)
        assert not re.search(r"\.(description|summary)|\?@\.operationId", action.target), name


@pytest.mark.slow
@both
def test_every_action_fits(source: Path) -> None:
    assert problems_of(converted(source)) == []


@pytest.mark.slow
@both
def test_a_defect_that_upstream_corrects_is_reported_by_the_file(source: Path) -> None:
    document = deepcopy(converted(source))
    state = document["components"]["schemas"]["Smartlock.State"]["properties"]
    state["mode"]["maximum"] = 5
    [problem] = problems_of(document)
    assert "060-mode-range.overlay.yaml" in problem


@pytest.mark.slow
@both
def test_an_operation_that_upstream_adds_fits(source: Path) -> None:
    document = deepcopy(converted(source))
    paths = document["paths"]
    paths["/smartlock/{smartlockId}/x"] = paths["/smartlock/{smartlockId}/log"]
    assert problems_of(document) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "version",
    [
        releases.EARLIER[0],
        *(pytest.param(each, marks=pytest.mark.exhaustive) for each in releases.EARLIER[1:]),
    ],
)
def test_an_older_release_still_makes_a_client(version: str) -> None:
    application = apply_overlays(releases.converted(version), overlays(), strict=True)
    assert len(application.problems) < 20
    assert render("web", name_operations(prune(application.document)))


@pytest.mark.slow
def test_other_generators_take_the_result_whole() -> None:
    stock = Config.from_sources(
        ConfigFile(post_hooks=[]), MetaType.NONE, Path(), "utf-8", overwrite=True, output_path=None
    )
    data = GeneratorData.from_dict(corrected(OWN), config=stock)
    assert isinstance(data, GeneratorData)
    described = Counter(tag for _, each in operations(corrected(OWN)) for tag in each["tags"])
    found = data.endpoint_collections_by_tag.values()
    assert sum(len(each.endpoints) for each in found) == described.total()
    assert data.errors == []


@pytest.mark.slow
@both
def test_nothing_is_left_to_lint(source: Path) -> None:
    assert lint(applied(source), [path.name for path in FILES]) == ()


@pytest.mark.slow
@both
def test_framework_classes_and_dots_are_gone(source: Path) -> None:
    names = set(schemas(source))
    assert not [name for name in names if "." in name]
    assert not names & {"Service", "ObjectId", "Context", "Application", "Logger", "Language"}
    answer = {"type": "object", "additionalProperties": True}
    paths = corrected(source)["paths"]
    for path, member in (("/service", "items"), ("/service/{serviceId}", None)):
        content = paths[path]["get"]["responses"]["200"]["content"]["application/json"]
        assert (content["schema"][member] if member else content["schema"]) == answer


@pytest.mark.slow
def test_both_documents_give_the_same_api() -> None:
    assert bare(corrected(OWN)) == bare(corrected(LEAKING))


@both
def test_every_operation_has_a_name_of_its_own(source: Path) -> None:
    found = [operation for _, operation in operations(corrected(source))]
    names = Counter((tag, each["x-nuki-name"]) for each in found for tag in each["tags"])
    assert len(names) == names.total()


def test_names_are_those_of_the_methods() -> None:
    names = {name: each["operationId"] for name, each in operations(corrected(OWN))}
    assert names["get /smartlock"] == "smartlock_list"
    assert names["post /smartlock/{smartlockId}/action"] == "smartlock_act"
    assert names["post /smartlock/{smartlockId}/action/lock"] == "smartlock_lock"
    assert names["post /smartlock/{smartlockId}/action/lock/advanced"] == "advanced_api_lock"
    assert names["put /smartlock/auth"] == "smartlock_auth_create_many"
    assert names["get /smartlock/log"] == "smartlock_log_list"


@both
def test_six_operations_move_a_bolt(source: Path) -> None:
    found = {name: each.get("x-nuki-effect") for name, each in operations(corrected(source))}
    moving = {name for name, effect in found.items() if effect == "motion"}
    assert moving == {name for name in found if "/action" in name}


@both
def test_every_operation_takes_a_bearer_token(source: Path) -> None:
    for name, operation in operations(corrected(source)):
        assert {"bearer": []} in operation["security"], name


@both
def test_scopes_are_declared_alternatives(source: Path) -> None:
    document = corrected(source)
    schemes = document["components"]["securitySchemes"]
    assert set(schemes) == {"bearer", "oauth"}
    asked = [node["oauth"] for node in nodes(document["paths"]) if "oauth" in node]
    assert all(len(scopes) <= 1 for scopes in asked)
    for flow in schemes["oauth"]["flows"].values():
        assert {scope for scopes in asked for scope in scopes} <= set(flow["scopes"])
    listing = dict(operations(document))["get /smartlock"]["security"]
    assert listing == [{"oauth": ["smartlock"]}, {"oauth": ["smartlock.readOnly"]}, {"bearer": []}]


@both
def test_secrets_are_marked(source: Path) -> None:
    secret = re.compile(
        r"password|secret|\w*Pin|otp|accessToken|apiKey|inviteKeys|code|pushId|body|headers"
    )
    marked = [
        prop.get("x-nuki-secret")
        for schema, each in schemas(source).items()
        for name, prop in each.get("properties", {}).items()
        if secret.fullmatch(name) and schema != "Error"
    ]
    assert marked == [True] * 22


_CODES = """
ServerState: Smartlock.serverState
DeviceType: Smartlock.type SmartlockLog.deviceType
BatteryType: Smartlock.SmartdoorAdvancedConfig.supportedBatteryTypes
ButtonAction: Smartlock.AdvancedConfig.singleButtonPressAction
OpenerButtonAction: Smartlock.OpenerAdvancedConfig.doubleButtonPressAction
FobAction OpenerFobAction: Smartlock.Config.fobAction1
MatterState: Smartlock.Config.matterState
OperatingMode: Smartlock.Config.operatingMode
SmartlockMode OpenerMode: Smartlock.State.mode
DoorState: Smartlock.State.doorState
LockState OpenerState: Smartlock.State.state
LockTrigger OpenerTrigger: Smartlock.State.trigger SmartlockLog.trigger
LockAction OpenerAction: SmartlockAction.action Smartlock.State.lastAction
LogAction OpenerLogAction: SmartlockLog.action SmartlockAction.action
LogState: SmartlockLog.state
LogSource: SmartlockLog.source
OpenerLogSource: SmartlockLog.OpenerLog.source
AuthType: SmartlockAuth.type SmartlockAuthCreate.type
Weekdays: SmartlockAuth.allowedWeekDays
AccountRights: Account.rights
SubAccountRights: AccountSubUpdate.rights
"""


def test_codes_are_those_of_the_texts(subtests: pytest.Subtests) -> None:
    described: Object = read_document(OWN)
    for row in _CODES.strip().splitlines():
        with subtests.test(row=row):
            names, fields = map(str.split, row.split(": "))
            found = set()
            for field in fields:
                schema, _, name = field.rpartition(".")
                text = described["definitions"][schema]["properties"][name]["description"]
                found |= {code for code, _ in codes(text)}
            named = [schemas(OWN)[name] for name in names]
            assert found == set().union(
                *(n.get("enum") or n["x-nuki-flags"].values() for n in named)
            )


@both
def test_lists_of_an_enum_are_parallel(source: Path) -> None:
    for name, schema in schemas(source).items():
        members = schema.get("x-enum-varnames", schema.get("x-nuki-flags", ()))
        assert all(re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", member) for member in members), name
        lists = [schema[key] for key in schema if key == "enum" or key.startswith("x-enum-")]
        assert len({len(each) for each in lists}) <= 1, name
        assert len(set(members)) == len(members), name


@both
def test_numbers_that_differ_by_device_type_are_chosen_by_it(source: Path) -> None:
    document = corrected(source)
    chosen = [node for node in nodes(document) if "x-nuki-by-device-type" in node]
    assert len(chosen) == 12
    for node in chosen:
        by_type = node["x-nuki-by-device-type"]
        assert {"2", "default"} <= set(by_type) <= {"2", "3", "default"}
        referred = {each["$ref"].rpartition("/")[2] for each in node["anyOf"]}
        assert referred == {*by_type.values()}
        assert "type" not in node
    for name in ("Smartlock", "SmartlockLog", "DeviceStatusWebhook", "DeviceConfigWebhook"):
        schema = schemas(source)[name]
        assert set(schema["x-nuki-device-type-from"].values()) <= set(schema["properties"])


@both
def test_device_ids_are_one_type(source: Path) -> None:
    document = corrected(source)
    parameters = [node["schema"] for node in nodes(document) if node.get("name") == "smartlockId"]
    members = [each.get("properties", {}) for each in nodes(document)]
    fields = [each["smartlockId"] for each in members if "smartlockId" in each]
    items = [each["smartlockIds"]["items"] for each in members if "smartlockIds" in each]
    assert min(len(parameters), len(fields), len(items)) >= 5
    for schema in (*parameters, *fields, *items):
        assert schema["$ref"] == "#/components/schemas/SmartlockId"
        assert not schema.keys() & {"type", "format"}


_MASKED: Object = json.loads("""{
  "Smartlock": {"smartlockId": 13434261644, "accountId": 0, "type": 0, "favorite": false,
    "serverState": 1, "adminPinState": 1, "virtualDevice": false, "subscriptions": [], "error": ""},
  "SmartlockAuth": {"smartlockId": 13434261644, "authId": 0, "type": 0, "enabled": false,
    "remoteAllowed": false, "lockCount": 0, "error": ""},
  "SmartlockLog": {"id": "64ab", "smartlockId": 13434261644, "deviceType": 0, "action": 255,
    "trigger": 255, "state": 255, "source": 6, "autoUnlock": false, "error": "", "date": ""},
  "AdvancedConfirmationResponse": {"error": "Auths cannot be created."}
}""")


@both
def test_masked_entries_are_valid(source: Path, subtests: pytest.Subtests) -> None:
    for name in _MASKED:
        with subtests.test(name=name):
            assert not fits(converted(source), name, _MASKED[name])
            assert fits(corrected(source), name, _MASKED[name])


OUTSIDE = [
    ("Smartlock.State.mode", 5),
    ("Smartlock.State.trigger", 7),
    ("Smartlock.State.lastAction", 7),
    ("Smartlock.State.ringToOpenEnd", None),
    ("Smartlock.WebConfig.batteryWarningPerMailEnabled", None),
    ("SmartlockAuth.type", 13),
    ("SmartlockAuth.operationId", "5f0c1b2a3d4e5f6071829304"),
    ("SmartlockAuthUpdate.allowedUntilDate", None),
    ("SmartlockAuthUpdate.allowedWeekDays", None),
    ("SmartlockLog.state", 0),
    ("AccountIntegration.subAccountId", None),
    ("AccountSetting.Web.annotations", {"a/b": True}),
    ("AddressReservation.checkedIn", None),
    ("WebhookMessage.body", {"feature": "DEVICE_STATUS"}),
]


@both
def test_values_outside_the_declared_ones_become_valid(
    source: Path, subtests: pytest.Subtests
) -> None:
    for place, value in OUTSIDE:
        with subtests.test(place=place, value=value):
            schema, _, field = place.rpartition(".")
            after = f"{schema.replace('.', '')}/properties/{field}"
            assert not fits(converted(source), f"{schema}/properties/{field}", value)
            assert fits(corrected(source), after, value, is_open=False)
            assert not fits(corrected(source), after, object())


@both
def test_a_page_holds_authorizations(source: Path) -> None:
    results = schemas(source)["PaginatedResponse"]["properties"]["results"]
    assert results == {"type": "array", "items": {"$ref": "#/components/schemas/SmartlockAuth"}}


@both
def test_every_error_answer_has_the_error_body(source: Path) -> None:
    body = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    answers = [each["responses"] for _, each in operations(corrected(source))]
    errors = [
        (code, each[code].get("content")) for each in answers for code in each if code >= "400"
    ]
    assert [error for error in errors if error[1] != body] == []
    assert {code for code, _ in errors} >= {"401", "422", "423"}
    for seen in ({"stackTrace": [], "suppressedExceptions": []}, {"code": 422, "homeRef": "/"}):
        assert fits(corrected(source), "Error", seen)


@both
def test_every_webhook_feature_has_a_payload(source: Path) -> None:
    webhooks = corrected(source)["webhooks"]
    assert set(webhooks) == {*schemas(source)["WebhookFeature"]["enum"], "ADVANCED_RESULT"}
    for item in webhooks.values():
        content = item["post"]["requestBody"]["content"]["application/json"]
        name = content["schema"]["$ref"].rpartition("/")[2]
        assert fits(corrected(source), name, {"feature": "DEVICE_STATUS", "requestId": "64ab"})
    for wrong in ({}, {"feature": "DEVICE_STATUS", "state": []}):
        assert not fits(corrected(source), "DeviceStatusWebhook", wrong)
