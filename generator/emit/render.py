"""The text of every generated file, from a corrected document."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from jinja2 import BytecodeCache
from openapi_python_client import Project
from openapi_python_client.strings import ClassName

from generator.load.problems import GeneratorFailure, Problem

from .families import families
from .former_names import former_classes
from .literals import literal, prose
from .models import enum_classes, model_classes
from .operations import operations
from .parse import config, parse
from .python_types import TypeMap, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2.bccache import Bucket
    from openapi_python_client.parser import GeneratorData

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
        *("EnumByDeviceType", "Limits", "NO_PROPERTIES", "RequestModel"),
        *("JsonValue", "MISSING", "Mapping", "Model", "NukiId", "OpenFlag", "OpenIntEnum"),
        *("OpenStrEnum", "Operation", "Parameter", "Request", "Resource", "Self", "Sender"),
        *("SmartlockId", "TYPE_CHECKING", "UNSET", "Unset"),
    }
)
"""What generated modules import under its own name."""


@dataclass(frozen=True, slots=True)
class Api:
    """Everything the templates of one API read."""

    name: str
    title: str
    version: str
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


class _CompiledTemplates(BytecodeCache):
    """Templates that a project of this process compiled; a project compiles its own otherwise."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED: Final = _CompiledTemplates()


class ClientProject(Project):
    """The parser's project, rendered by our templates into text instead of files."""

    def __init__(self, name: str, document: dict[str, Any], data: GeneratorData) -> None:
        super().__init__(openapi=data, config=config(), custom_template_path=TEMPLATES)
        self.api = _api(name, document, data)
        self.env.bytecode_cache = _COMPILED
        self.env.globals.update(
            api=self.api, class_name=class_name, literal=literal, table=table, words=words
        )

    def texts(self) -> dict[str, str]:
        """Path below ``generated/`` to text, for every module of this API."""
        texts = {name: self._render(name) for name in ("__init__", "api", "operations")}
        for package in ("enums", "models", "resources"):
            texts[f"{package}/__init__"] = self._render("subpackage", package=package)
        for module, enums in self.api.enums.items():
            texts[f"enums/{module}"] = self._render("enums", module=module, enums=enums)
        for module, models in self.api.models.items():
            types = [field.type for model in models for field in model.fields]
            texts[f"models/{module}"] = self._render(
                "models",
                module=module,
                models=models,
                imports=self.api.imports(types, f"models.{module}"),
                lookups=sorted({name for kind in types for name in kind.lookups}),
                choices=_choices(types),
            )
        for resource, views in self.api.resources.items():
            types = [kind for view in views for kind in view.types]
            texts[f"resources/{resource}"] = self._render(
                "resource",
                resource=resource,
                operations=views,
                imports=self.api.imports(types, f"resources.{resource}"),
            )
        return {f"{PACKAGE}/{self.api.name}/{path}.py": text for path, text in texts.items()}

    def _render(self, template: str, **values: object) -> str:
        return self.env.get_template(f"{template}.py.jinja").render(**values)


def class_name(name: str) -> str:
    """``smartlock_auth`` as the beginning of a class name, ``SmartlockAuth``."""
    return "".join(word.capitalize() for word in name.split("_"))


def words(name: str) -> str:
    """``smartlock_auth`` in prose."""
    return name.replace("_", " ")


def render(name: str, document: dict[str, Any]) -> dict[str, str]:
    """Render one API's package from its corrected document, not yet formatted."""
    return ClientProject(name, document, parse(document, name)).texts()


def _by_home(homes: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, home in homes.items():
        found.setdefault(home, []).append(name)
    return dict(sorted(found.items()))


def _choices(types: Iterable[PythonType]) -> dict[str, str]:
    """The tables that choose an enum by device type."""
    found: dict[str, str] = {}
    for name, contents in sorted(choice for kind in types for choice in kind.tables):
        if found.setdefault(name, contents) != contents:
            what = f"{found[name]} and {contents} choose between the same enums in different ways"
            todo = "give one of the two choices an enum of its own"
            raise GeneratorFailure([Problem("x-nuki-by-device-type", what, todo)])
    return found


def _api(name: str, document: dict[str, Any], data: GeneratorData) -> Api:
    types = TypeMap(document)
    resources = operations(document, data, types)
    models = {model.name: model for model in model_classes(data, types)}
    enums = {enum.name: enum for enum in enum_classes(data, types)}
    modules = families(models, enums, resources)
    api = Api(
        name=name,
        title=prose(document["info"]["title"]),
        version=literal(document["info"]["version"]),
        enums=_grouped(enums, modules),
        models={home: _used_first(each) for home, each in _grouped(models, modules).items()},
        resources=resources,
    )
    classes = {
        schema: str(name)
        for schema in types.schemas
        for kind in ("Enum", "Flags", "Model")
        if (name := ClassName(schema, kind)) in api.homes
    }
    former = former_classes(types.schemas, classes, api.homes)
    return replace(api, former_classes=former)


def _grouped(classes: dict[str, C], modules: dict[str, str]) -> dict[str, list[C]]:
    grouped: dict[str, list[C]] = {}
    for name, each in classes.items():
        if name in CORE_NAMES:
            what = f"a class of the generated code is called {name}, too"
            raise GeneratorFailure([Problem(name, what, "rename the schema in an overlay")])
        grouped.setdefault(modules[name], []).append(each)
    return dict(sorted(grouped.items()))


def _used_first(models: list[ModelClass]) -> list[ModelClass]:
    """The models of a module by name, each after those that it mentions.

    ``typing.get_type_hints`` reads the ``__init__`` that attrs makes as of when it makes it.
    """
    done: dict[str, ModelClass] = {}
    by_name = {model.name: model for model in models}

    def add(name: str, around: frozenset[str] = frozenset()) -> None:
        if name in by_name and name not in done and name not in around:
            for used in sorted(by_name[name].classes):
                add(used, around | {name})
            done[name] = by_name[name]

    for name in by_name:
        add(name)
    return list(done.values())
