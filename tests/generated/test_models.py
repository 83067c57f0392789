"""Decoding loses nothing and fails on nothing, for every model of both APIs."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import weakref
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.errors import ValidationError
from nuki_core.json import dumps, loads
from nuki_core.model import Model
from nuki_generated import bridge, web

OPENAPI = Path(__file__).parents[2] / "generated" / "openapi"
MODELS = {
    f"{api}.{name}": (getattr(module, name), list(schema["properties"]))
    for api, module in (("web", web), ("bridge", bridge))
    for name, schema in json.loads((OPENAPI / f"{api}.json").read_text("utf-8"))["components"][
        "schemas"
    ].items()
    if schema.get("properties")
}

numbers = st.integers(-3, 300) | st.sampled_from([2**31, 2**33, 17618910285, -(2**40)])
moments = st.datetimes(timezones=st.just(UTC))
# As the Web API writes them, as bridges do, and otherwise.
instants = (
    moments.map(lambda moment: f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z")
    | moments.map(lambda moment: moment.isoformat(timespec="seconds"))
    | moments.map(datetime.isoformat)
    | st.datetimes().map(datetime.isoformat)
    | moments.map(lambda moment: moment.isoformat(" ", "minutes"))
    | st.from_regex(
        r"\A20[0-9]{2}-[01][0-9]-[0-3][0-9][T ][012][0-9]:[0-5][0-9](:[0-5][0-9]([.,][0-9]{1,7})?)?"
        r"(Z|z|[+-][01][0-9]:[0-5][0-9])?\Z"
    )
    | st.sampled_from(
        ["2026-W09-7T10:00:00.0Z", "20260301T093000.0000000Z", "2026-W09-7T10:00:00Z"]
    )
)
dates = st.dates().map(date.isoformat)
scalars = (
    st.none()
    | st.booleans()
    | numbers
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | instants
    | dates
    | st.integers(-(1 << 70), 1 << 70)
    | st.sampled_from([-0.0, 1.0, "\ud800", "\udc00"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
# A number stands for one of the fields of whichever model is decoded.
names = st.integers(0, 40) | st.text(max_size=6)
inner_objects = st.dictionaries(names, values, max_size=6)
objects = st.dictionaries(
    names, values | inner_objects | st.lists(inner_objects, max_size=2), max_size=12
)


def with_names_of(fields: list[str], value: Any) -> Any:
    """The JSON value with a model's own names, also inside one another."""
    if isinstance(value, dict):
        return {
            fields[key % len(fields)] if isinstance(key, int) else key: with_names_of(fields, item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [with_names_of(fields, item) for item in value]
    return value


def typed(value: Any) -> Any:
    """JSON that tells 1 from 1.0 and from true, and 0.0 from -0.0."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return (type(value), repr(value) if isinstance(value, float) else value)


@pytest.mark.slow
@given(objects)
def test_from_dict_and_back_is_the_identity(drawn: dict[int | str, Any]) -> None:
    """Each drawn object is decoded by every model: making one up takes longer than decoding it."""
    for model, fields in MODELS.values():
        source = with_names_of(fields, drawn)
        before = json.dumps(source)
        decoded = model.from_dict(source)
        encoded = decoded.to_dict()
        assert typed(encoded) == typed(source), model
        assert json.dumps(source) == before, model
        assert loads(dumps(encoded)) == encoded, model
        assert isinstance(repr(decoded), str)


@pytest.mark.slow
@given(scalars | st.lists(values) | st.binary() | st.builds(object))
def test_what_is_no_object_is_an_error_of_ours(value: object) -> None:
    for model, _ in MODELS.values():
        with pytest.raises(ValidationError) as caught:
            model.from_dict(value)
        assert f"{model.__name__}.from_dict() takes a JSON object" in str(caught.value)
        assert f"not a {type(value).__name__}" in str(caught.value)


def test_a_mapping_that_is_no_dict_decodes_as_well() -> None:
    entry = web.SmartlockLog.from_dict(MappingProxyType({"id": "x", "neverDeclared": 1}))
    assert entry.to_dict() == {"id": "x", "neverDeclared": 1}


def test_extra_fields_that_are_called_like_secrets_are_masked(subtests: pytest.Subtests) -> None:
    for name in ("pin", "keypadCode", "access_token", "clientSecret", "otp"):
        with subtests.test(name=name):
            extra = {
                name: "hunter2",
                "size": 7,
                "deep": [{name: 987654}, {"wide": {name: ["hunter2"]}}],
            }
            text = repr(web.Smartlock.from_dict({"name": "Door", **extra}))
            assert "hunter2" not in text
            assert "987654" not in text
            assert "name='Door'" in text
            assert "'size': 7" in text
            assert text.count("***") == 3


def test_every_declared_field_is_an_attribute(subtests: pytest.Subtests) -> None:
    for model, fields in MODELS.values():
        with subtests.test(model=model.__name__):
            assert issubclass(model, Model)
            assert len(attrs.fields(model)) == len(fields) + 1
            assert list(model.json_names) == [field.name for field in attrs.fields(model)[:-1]]
            assert set(model.json_names.values()) == set(fields)
            unknown = model.from_dict(dict.fromkeys(fields, "?") | {"neverDeclared": 1})
            assert unknown.additional_properties == {"neverDeclared": 1}
            assert all(getattr(unknown, field.name) == "?" for field in attrs.fields(model)[:-1])


@pytest.mark.slow
def test_models_are_values(subtests: pytest.Subtests) -> None:
    for model, fields in MODELS.values():
        with subtests.test(model=model.__name__):
            source = {**dict.fromkeys(fields, "?"), "neverDeclared": 1}
            one, other = model.from_dict(source), model.from_dict(source)
            assert one == other
            assert one != model.from_dict({})
            assert weakref.ref(one)() is one
            with pytest.raises(TypeError, match="unhashable"):
                hash(one)
            assert list(inspect.signature(model).parameters)[-1] == "additional_properties"
            assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == other  # noqa: S301 - our own


def test_a_changed_copy_leaves_the_original_alone() -> None:
    config = web.SmartlockConfig.from_dict({"name": "Door", "ledBrightness": "odd", "extra": 1})
    for changed in (config.evolve(name="Gate"), config.__replace__(name="Gate")):  # type: ignore[attr-defined]
        assert changed.to_dict() == {"name": "Gate", "ledBrightness": "odd", "extra": 1}
    assert config.name == "Door"
    with pytest.raises(
        TypeError, match=r"SmartlockConfig\.evolve\(\) got an unexpected keyword .*'nam'"
    ):
        config.evolve(nam="Gate")
    with pytest.raises(ValidationError, match="led_brightness must be from 0 to 5"):
        config.evolve(led_brightness=7)
    log = web.SmartlockLog.from_dict({"name": "Anna"})
    assert log.evolve(name="Otto") == web.SmartlockLog.from_dict({"name": "Otto"})
