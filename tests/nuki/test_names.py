"""The public names: a word means one thing, over both APIs."""

from __future__ import annotations

import inspect
import re
from inspect import isclass
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from nuki import NO_RETRY, ValidationError, WebClient, bridge, web
from nuki_core.enums import OpenValue
from nuki_core.model import Model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from nuki_core.request import Operation

APIS: dict[str, ModuleType] = {"web": web, "bridge": bridge}
OPERATIONS: list[Operation] = [*web.OPERATIONS, *bridge.OPERATIONS]


def words() -> Iterator[str]:
    """Every public name of enums, members, models, fields, methods and arguments."""
    for module in APIS.values():
        for name in module.__all__:
            found: Any = getattr(module, name)
            yield name
            if isclass(found) and issubclass(found, OpenValue):
                yield from (member.name for member in found)  # type: ignore[attr-defined]
            elif isclass(found) and issubclass(found, Model):
                yield from (field.name for field in attrs.fields(found))
    for operation in OPERATIONS:
        yield operation.name
        yield from inspect.signature(operation.request).parameters


def test_ring_to_open_continuous_mode_and_the_door_sensor_have_one_spelling() -> None:
    short = re.compile(r"(^|_)(rto|cm|doorsensor|fw)(_|$)|DoorSensor", re.IGNORECASE)
    assert [word for word in words() if short.search(word)] == []


def test_both_apis_name_the_same_code_alike() -> None:
    for name in ("LockState", "OpenerState", "LockAction", "DoorState"):
        known = {member.value: member.name for member in getattr(web, name)}
        for member in getattr(bridge, name):
            assert known.get(member.value, member.name) == member.name
    shared = {"ACTIVATE_RING_TO_OPEN", "DEACTIVATE_RING_TO_OPEN", "ACTIVATE_CONTINUOUS_MODE"}
    assert shared <= {action.name for action in web.OpenerAction}
    assert shared <= {action.name for action in bridge.OpenerAction}


def test_no_argument_is_called_id_or_type() -> None:
    for operation in OPERATIONS:
        assert not {"id", "type"} & {parameter.name for parameter in operation.parameters}


def test_bulk_forms_end_in_many() -> None:
    bulk = {
        f"{each.resource}.{each.name}"
        for each in web.OPERATIONS
        if (each.body or "").startswith("list[")
        or (each.body and each.path.startswith(("/bulk-", "/smartlock/auth")))
    }
    assert bulk == {
        "address.delete_unit_many",
        "advanced_api.create_auth_many",
        "smartlock.update_web_config_many",
        "smartlock_auth.create_many",
        "smartlock_auth.delete_many",
        "smartlock_auth.update_many",
    }


def test_the_body_for_many_is_not_taken_for_one() -> None:
    many: Any = web.SmartlocksAuthCreate(name="Anna", remote_allowed=False)
    with WebClient("token", base_url="http://127.0.0.1:9", retry=NO_RETRY) as client:
        with pytest.raises(
            ValidationError, match="must be a SmartlockAuthCreate, not a Smartlocks"
        ):
            client.smartlock_auth.create(1, many)
        nothing: Any = None
        with pytest.raises(ValidationError, match="must be an AddressUpdate, not None"):
            client.address.update(1, nothing)


def test_intercoms_are_listed_by_a_filter() -> None:
    with (
        WebClient("token", base_url="http://127.0.0.1:9", retry=NO_RETRY) as client,
        pytest.raises(ValidationError, match="give brand_id or recently_changed"),
    ):
        client.opener.list_intercoms(ignore_verified=True)
