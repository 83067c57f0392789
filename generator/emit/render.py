"""The text of every generated file, from a corrected document."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from jinja2 import Environment, FileSystemLoader

from generator.load.problems import GeneratorFailure, Problem, collected

from .connection import server
from .families import families
from .former_names import former_classes
from .literals import literal, prose
from .models import enum_classes, model_classes
from .names import resource_name
from .normal import normal
from .operations import operations
from .python_types import TypeMap, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .former_names import FormerName
    from .models import EnumClass, ModelClass
    from .operations import OperationView
    from .python_types import PythonType

C = TypeVar("C")

TEMPLATES: Final = Path(__file__).parent / "templates"
PACKAGE: Final = "nuki_generated"
CORE_NAMES: Final = frozenset(
    {
        *("Any", "AsyncResource", "AsyncSender", "ClassVar", "DeviceType", "Final", "JsonObject"),
        "EnumByDeviceType",
        *("JsonValue", "Mapping", "Model", "NukiId", "OpenFlag", "OpenIntEnum"),
        *("OpenStrEnum", "Operation", "Parameter", "Request", "Resource", "Self", "Sender"),
        *("SmartlockId", "TYPE_CHECKING", "UNSET", "Unset", "ByAnswer", "File"),
        *("API_VERSION", "OPERATIONS", "SERVER", "TypeAlias"),
    }
)
"""What generated modules import under its own name."""


@dataclass(frozen=True, slots=True)
class Api:
    """Everything the templates of one API read."""

    name: str
    title: str
    version: str
    server: str
    enums: dict[str, list[EnumClass]]
    models: dict[str, list[ModelClass]]
    resources: dict[str, list[OperationView]]
    former_classes: dict[FormerName, str] = field(default_factory=dict)

    @property
    def homes(self) -> dict[str, str]:
        """The module of every public name, below the API's package."""
        found = self.classes
        for resource in self.resources:
            for prefix in ("", "Async"):
                found[f"{prefix}{class_name(resource)}Resource"] = f"resources.{resource}"
        prefix = class_name(self.name)
        found |= {f"{prefix}Api": "api", f"Async{prefix}Api": "api", "OPERATIONS": "operations"}
        return dict(sorted(found.items()))

    @property
    def classes(self) -> dict[str, str]:
        """The module of every enum and model."""
        found: dict[str, str] = {}
        for module, enums in self.enums.items():
            found |= {enum.name: f"enums.{module}" for enum in enums}
        for module, models in self.models.items():
            found |= {model.name: f"models.{module}" for model in models}
        return found

    @property
    def modules(self) -> dict[str, list[str]]:
        """The public names of every module."""
        return _by_home(self.homes)

    def imports(self, types: Iterable[PythonType], home: str) -> dict[str, list[str]]:
        """The classes that these types mention, by module, but for those of the module itself."""
        names = {name for kind in types for name in kind.classes}
        found = {name: self.classes[name] for name in sorted(names)}
        return _by_home({name: module for name, module in found.items() if module != home})


def render(name: str, document: dict[str, Any]) -> dict[str, str]:
    """Render one API's package from its corrected document, not yet formatted.

    Raises:
        GeneratorFailure: No code can be made of parts of the document; all of them are named.
    """
    api = _api(name, normal(document))

    def rendered(template: str, **values: object) -> str:
        return _environment().get_template(f"{template}.py.jinja").render(api=api, **values)

    texts = {name: rendered(name) for name in ("__init__", "api", "operations")}
    for package in ("enums", "models", "resources"):
        texts[f"{package}/__init__"] = rendered("subpackage", package=package)
    for module, enums in api.enums.items():
        texts[f"enums/{module}"] = rendered("enums", module=module, enums=enums)
    for module, models in api.models.items():
        types = [field.type for model in models for field in model.fields]
        choices: dict[str, str] = {}
        for table_, contents in sorted(choice for kind in types for choice in kind.tables):
            if choices.setdefault(table_, contents) != contents:
                both = f"{choices[table_]} and {contents}"
                what = f"{both} choose between the same enums in different ways"
                todo = "give one of the two choices an enum of its own"
                raise GeneratorFailure([Problem("x-nuki-by-device-type", what, todo)])
        texts[f"models/{module}"] = rendered(
            "models",
            module=module,
            models=models,
            imports=api.imports(types, f"models.{module}"),
            lookups=_lookups(types),
            choices=choices,
        )
    for resource, views in api.resources.items():
        types = [kind for view in views for kind in view.types]
        texts[f"resources/{resource}"] = rendered(
            "resource",
            resource=resource,
            operations=views,
            imports=api.imports(types, f"resources.{resource}"),
            lookups=_lookups(kind for view in views for kind in view.answers.reading),
        )
    return {f"{PACKAGE}/{api.name}/{path}.py": text for path, text in texts.items()}


def class_name(name: str) -> str:
    """``smartlock_auth`` as the beginning of a class name, ``SmartlockAuth``."""
    words = "".join(word.capitalize() for word in name.split("_"))
    return f"{words}_" if name.endswith("_") else words


def words(name: str) -> str:
    """``smartlock_auth`` in prose."""
    return name.rstrip("_").replace("_", " ")


@cache
def _environment() -> Environment:
    """Our templates, which make Python and no markup."""
    found = Environment(  # noqa: S701 - see above
        loader=FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.loopcontrols"],
    )
    found.globals.update(class_name=class_name, literal=literal, table=table, words=words)
    return found


def _lookups(types: Iterable[PythonType]) -> list[str]:
    """The enums whose members the decoders of these types look up."""
    return sorted({name for kind in types for name in kind.lookups})


def _by_home(homes: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, home in homes.items():
        found.setdefault(home, []).append(name)
    return dict(sorted(found.items()))


def _api(name: str, document: dict[str, Any]) -> Api:
    """What the templates read of a document in its normal form."""
    if not any(document["paths"].values()):
        problem = Problem("/paths", "no operation is described", "describe one")
        raise GeneratorFailure([problem])
    described = [raw for item in document["paths"].values() for raw in item.values()]
    resource_names = {class_name(resource_name(raw["tags"][0])) for raw in described}
    classes = {*(f"{resource}Resource" for resource in resource_names), f"{class_name(name)}Api"}
    constants = {str(raw["x-nuki-name"]).upper() for raw in described}
    taken = {*CORE_NAMES, *classes, *(f"Async{each}" for each in classes), *constants}
    types = TypeMap(document, taken)
    makers: list[Callable[[], Any]] = [
        partial(operations, document, types),
        partial(model_classes, types),
        partial(enum_classes, types),
    ]
    done = collected(lambda make: make(), makers)
    resources: dict[str, list[OperationView]] = done[0]
    models: dict[str, ModelClass] = {model.name: model for model in done[1]}
    enums: dict[str, EnumClass] = {enum.name: enum for enum in done[2]}
    modules = families(models, enums, resources)
    api = Api(
        name=name,
        title=prose(document["info"].get("title")) or "API",
        version=literal(str(document["info"].get("version", ""))),
        server=literal(server(document)),
        enums=_grouped(enums, modules),
        models={home: _used_first(each) for home, each in _grouped(models, modules).items()},
        resources=resources,
    )
    former = former_classes(types.schemas, types.classes, api.homes)
    return replace(api, former_classes=former)


def _grouped(classes: dict[str, C], modules: dict[str, str]) -> dict[str, list[C]]:
    grouped: dict[str, list[C]] = {}
    for name, each in classes.items():
        grouped.setdefault(modules[name], []).append(each)
    return dict(sorted(grouped.items()))


def _used_first(models: list[ModelClass]) -> list[ModelClass]:
    """The models of a module by name, each after those that it mentions.

    ``typing.get_type_hints`` reads the ``__init__`` that attrs makes as of when it makes it.
    """
    by_name = {model.name: model for model in models}
    needed = {name: iter(sorted(by_name[name].classes & by_name.keys())) for name in by_name}
    done: dict[str, ModelClass] = {}
    seen: set[str] = set()
    for start in by_name:
        stack = [start] if start not in seen else []
        seen.add(start)
        while stack:
            used = next(needed[stack[-1]], None)
            if used is None:
                name = stack.pop()
                done[name] = by_name[name]
            elif used not in seen:
                seen.add(used)
                stack.append(used)
    return list(done.values())
