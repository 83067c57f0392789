"""What docstrings tell a caller, in the words of Python."""

from __future__ import annotations

import ast
import inspect
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from nuki_generated import bridge, web

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from nuki_core.request import Operation

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"
APIS: dict[str, ModuleType] = {"web": web, "bridge": bridge}
OPERATIONS = [(api, operation) for api, module in APIS.items() for operation in module.OPERATIONS]


def doc_of(api: str, operation: Operation) -> str:
    resource = "".join(word.capitalize() for word in operation.resource.split("_"))
    method = getattr(getattr(APIS[api], f"{resource}Resource"), operation.name)
    return " ".join((inspect.getdoc(method) or "").split())


@pytest.mark.slow
def test_what_is_returned_is_said(subtests: pytest.Subtests) -> None:
    for api, operation in OPERATIONS:
        with subtests.test(api=api, operation=operation.name):
            brings = {kind for status, kind in operation.responses.items() if 200 <= status < 300}
            doc = doc_of(api, operation)
            assert bool(re.search(r"Returns: \w.*\w", doc)) == (brings != {None})
            assert ("; None if nothing came" in doc) == (None in brings and len(brings) > 1)


def wire_names(node: Any) -> Iterator[str]:
    """Names of fields and parameters that are written otherwise in Python."""
    if isinstance(node, list):
        for element in node:
            yield from wire_names(element)
    elif isinstance(node, dict):
        yield from (node.get("properties") or {})
        if node.get("in") in {"path", "query"}:
            yield node["name"]
        for value in node.values():
            yield from wire_names(value)


@pytest.mark.slow
@pytest.mark.parametrize("api", APIS)
def test_fields_are_called_as_in_python(api: str) -> None:
    document = json.loads((GENERATED / "openapi" / f"{api}.json").read_text("utf-8"))
    names = {name for name in wire_names(document) if re.search("[a-z][A-Z]", name)}
    assert len(names) > 20
    for path in sorted((GENERATED / "nuki_generated" / api).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    described = re.sub(r"`(GET|PUT|POST|DELETE)\s[^`]*`", "", text)
                    assert not names & set(re.findall(r"\w+", described)), path


def test_numbers_that_a_field_takes_stand_in_its_text() -> None:
    text = (GENERATED / "nuki_generated/web/models/smartlock.py").read_text("utf-8")
    flat = " ".join(text.split())
    assert "One of 5, 10, 15, 20, 30, 45, 60." in flat
    assert "One of 1, 3, 5, 7, 10, 15, 20, 30." in flat
    assert "From 0 to 9999." in doc_of("web", named("smartlock.set_admin_pin"))


def named(name: str) -> Operation:
    return next(each for each in web.OPERATIONS if f"{each.resource}.{each.name}" == name)


def test_operations_that_the_vendor_calls_deprecated_are_marked() -> None:
    marked = {
        each.resource for each in web.OPERATIONS if "calls this deprecated" in doc_of("web", each)
    }
    assert marked == {"notification"}


def test_the_advanced_api_says_that_it_needs_an_approval() -> None:
    for operation in web.OPERATIONS:
        if operation.resource == "advanced_api":
            assert "the vendor's approval" in doc_of("web", operation)


def test_both_numberings_of_rights_point_at_each_other() -> None:
    assert "SubAccountRights" in (web.AccountRights.__doc__ or "")
    assert "AccountRights" in (web.SubAccountRights.__doc__ or "")
    assert web.AccountRights.VIEW_SMARTLOCK_LOGS == 16
    assert web.SubAccountRights.VIEW_SMARTLOCK_LOGS == 8


def test_what_is_skipped_without_a_word_is_said() -> None:
    assert "without a word" in doc_of("web", named("smartlock_auth.delete_many"))
    assert "whether the server keeps" in doc_of("web", named("smartlock_auth.update"))


def test_editors_that_do_not_run_the_code_know_what_is_for_them() -> None:
    """Jedi, for one, knows ``TYPE_CHECKING`` by where it comes from."""
    for folder in ("src", "generated", "simulator"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            assert not re.search(r"^TYPE_CHECKING\b", path.read_text("utf-8"), re.MULTILINE), path


def test_what_is_inferred_says_so() -> None:
    assert "inferred" in doc_of("web", named("account.list_sub_accounts"))
    for model in (web.DeviceConfigWebhook, web.AccountUserWebhook):
        assert "Inferred" in (model.__doc__ or "")
    text = (GENERATED / "nuki_generated/web/models/smartlock_auth.py").read_text("utf-8")
    assert "Inferred: no schema and no sample shows it" in " ".join(text.split())


def test_sub_accounts_come_in_a_list_or_alone() -> None:
    request = named("account.list_sub_accounts").request()
    for body in (b'[{"accountId": 7}]', b' {"accountId": 7}'):
        (account,) = request.decode(body)  # type: ignore[misc]
        assert account.account_id == 7
    assert request.decode(b"[]") == []
