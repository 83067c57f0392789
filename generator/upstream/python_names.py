"""What things of a description are called in the package that is made of it.

Read from the text of the package, so that it is what users see, whatever a description calls it.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

Code = int | str

_WORD: Final = re.compile(r"[A-Za-z_]\w*")
_CALL: Final = re.compile(r"\b(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) (/[^\s,;:]*)")
_PARAMETER: Final = re.compile(r"`(?P<wire>[^`]+)` of `(?P<method>[^`]+)\(\)`")
_DOTTED: Final = re.compile(r"(?<![\w`.])[A-Z]\w*(?:\.\w+)+")


@dataclass(frozen=True, slots=True)
class Typed:
    """A field or a parameter: what users write, and the names in its type."""

    name: str
    type: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PythonNames:
    """The names of one API.

    ``fields`` has those of each class by their names in JSON, ``members`` those of each enum by
    their values, ``methods`` what calls an operation, by method and path, and ``parameters`` those
    of each such call by the names that are sent.
    """

    fields: dict[str, dict[str, Typed]] = field(default_factory=lambda: defaultdict(dict))
    members: dict[str, dict[Code, str]] = field(default_factory=lambda: defaultdict(dict))
    methods: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    parameters: dict[str, dict[str, Typed]] = field(default_factory=lambda: defaultdict(dict))

    def member(self, kind: Typed, code: Code) -> str:
        """The member that a code is in a field or parameter: ``LogState.BUSY``; empty if none."""
        found = (
            f"{e}.{self.members[e][code]}" for e in kind.type if code in self.members.get(e, {})
        )
        return next(found, "")

    def has_member(self, name: str) -> bool:
        """Whether an enum has a member of this name, ``LogState.BUSY``."""
        enum, _, member = name.partition(".")
        return member in self.members.get(enum, {}).values()

    def of_schema(self, name: str, wire: str) -> Typed | None:
        """The field for a property of a component: ``SmartlockLog.device_type``."""
        plain = name.replace(".", "")
        found = self.fields.get(plain, {}).get(wire)
        return Typed(f"{plain}.{found.name}", found.type) if found else None

    def of_operation(self, method: str, path: str, wire: str) -> Typed | None:
        """The parameter of a call: ``web.smartlock_log.list(limit)``."""
        called = self.methods.get((method.upper(), path), "")
        found = self.parameters.get(called, {}).get(wire)
        return Typed(f"{called}({found.name})", found.type) if found else None

    def renamed(self, text: str) -> str:
        """A sentence with the names of Python in it, where it has those of the description."""

        def call(found: re.Match[str]) -> str:
            name = self.methods.get((found[1], found[2]))
            return f"`{name}()`" if name else found[0]

        def parameter(found: re.Match[str]) -> str:
            known = self.parameters.get(found["method"], {}).get(found["wire"])
            return f"`{known.name if known else found['wire']}` of `{found['method']}()`"

        def dotted(found: re.Match[str]) -> str:
            words = found[0].split(".")
            for count in range(len(words) - 1, 0, -1):
                known = self.of_schema("".join(words[:count]), words[count])
                if known:
                    return f"`{'.'.join([known.name, *words[count + 1 :]])}`"
            return found[0]

        return _DOTTED.sub(dotted, _PARAMETER.sub(parameter, _CALL.sub(call, text)))


def python_names(api: str, texts: Mapping[str, str]) -> PythonNames:
    """The names in the modules of an API, which are given by path."""
    names = PythonNames()
    for path, text in texts.items():
        for node in ast.parse(text).body if f"/{api}/" in path else ():
            value = node.value if isinstance(node, ast.AnnAssign) else None
            if isinstance(node, ast.ClassDef):
                _read_class(node, names)
            elif isinstance(value, ast.Call) and ast.unparse(value.func) == "Operation":
                given = {each.arg: each.value for each in value.keywords}
                keys = ("method", "path", "resource", "name")
                method, url, resource, name = (str(ast.literal_eval(given[key])) for key in keys)
                called = f"{api}.{resource}.{name}"
                names.methods[method, url] = called
                parameters = given["parameters"]
                for each in parameters.elts if isinstance(parameters, ast.Tuple) else ():
                    if isinstance(each, ast.Call):
                        own, wire, *_, kind = map(ast.literal_eval, each.args)
                        names.parameters[called][wire] = Typed(own, tuple(_WORD.findall(kind)))
    return names


def _read_class(node: ast.ClassDef, names: PythonNames) -> None:
    types: dict[str, tuple[str, ...]] = {}
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            types[each.target.id] = tuple(_WORD.findall(ast.unparse(each.annotation)))
            if each.target.id == "json_names" and isinstance(each.value, ast.Dict):
                pairs = ast.literal_eval(each.value).items()
                names.fields[node.name] |= {
                    wire: Typed(name, types.get(name, ())) for name, wire in pairs
                }
        elif isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name):
            value = ast.literal_eval(each.value)
            names.members[node.name][value] = each.targets[0].id
