"""Decoding loses nothing and fails on nothing, for every model of both APIs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
instants = st.datetimes(timezones=st.sampled_from([UTC])).map(datetime.isoformat)
scalars = (
    st.none()
    | st.booleans()
    | numbers
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | instants
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


def respelled(value: Any) -> Any:
    """JSON with every date-time as its instant, so that two spellings of one compare equal."""
    if isinstance(value, dict):
        return {key: respelled(item) for key, item in value.items()}
    if isinstance(value, list):
        return [respelled(item) for item in value]
    if isinstance(value, str):
        return _instant(value)
    return (type(value), value)


def _instant(text: str) -> object:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@settings(deadline=None)
@given(objects)
def test_from_dict_and_back_is_the_identity(drawn: dict[int | str, Any]) -> None:
    """Each drawn object is decoded by every model: making one up takes longer than decoding it."""
    for model, fields in MODELS.values():
        source = with_names_of(fields, drawn)
        before = json.dumps(source)
        decoded = model.from_dict(source)
        encoded = decoded.to_dict()
        assert respelled(encoded) == respelled(source), model
        assert json.dumps(source) == before, model
        assert json.loads(json.dumps(encoded)) == encoded, model
        assert isinstance(repr(decoded), str)


@pytest.mark.parametrize(("model", "fields"), MODELS.values(), ids=MODELS)
def test_every_declared_field_is_an_attribute(model: type[Any], fields: list[str]) -> None:
    assert issubclass(model, Model)
    assert len(attrs.fields(model)) == len(fields) + 1
    assert list(model.json_names) == [field.name for field in attrs.fields(model)[1:]]
    assert set(model.json_names.values()) == set(fields)
    unknown = model.from_dict(dict.fromkeys(fields, "?") | {"neverDeclared": 1})
    assert unknown.additional_properties == {"neverDeclared": 1}
    assert all(getattr(unknown, field.name) == "?" for field in attrs.fields(model)[1:])
