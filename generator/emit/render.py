"""The text of every generated file, from a corrected document."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from openapi_python_client import Project
from openapi_python_client.strings import ClassName

from . import phrases
from .former_names import former_classes
from .imports import with_imports
from .literals import annotated, call, literal, prose
from .models import enum_classes, model_classes
from .operations import operations
from .parse import config, parse
from .python_types import TypeMap, table

if TYPE_CHECKING:
    from openapi_python_client.parser import GeneratorData

    from .former_names import FormerName
    from .models import EnumClass, ModelClass
    from .operations import OperationView

C = TypeVar("C")

TEMPLATES: Final = Path(__file__).parent / "templates"
WEBHOOKS: Final = "webhooks"
PACKAGE: Final = "nuki_generated"


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
        found: dict[str, str] = {}
        for module, enums in self.enums.items():
            found |= {enum.name: f"enums.{module}" for enum in enums}
        for module, models in self.models.items():
            found |= {model.name: f"models.{module}" for model in models}
        for resource in self.resources:
            for prefix in ("", "Async"):
                found[f"{prefix}{phrases.class_name(resource)}Resource"] = f"resources.{resource}"
        prefix = phrases.class_name(self.name)
        found |= {f"{prefix}Api": "api", f"Async{prefix}Api": "api", "OPERATIONS": "operations"}
        return dict(sorted(found.items()))

    @property
    def modules(self) -> dict[str, list[str]]:
        """The public names of every module."""
        found: dict[str, list[str]] = {}
        for name, home in self.homes.items():
            found.setdefault(home, []).append(name)
        return dict(sorted(found.items()))


class ClientProject(Project):
    """The parser's project, rendered by our templates into text instead of files."""

    def __init__(self, name: str, document: dict[str, Any], data: GeneratorData) -> None:
        super().__init__(openapi=data, config=config(), custom_template_path=TEMPLATES)
        self.api = _api(name, document, data)
        self.env.globals.update(
            {name: value for name, value in vars(phrases).items() if callable(value)},
            api=self.api,
            annotated=annotated,
            call=call,
            literal=literal,
            table=table,
        )

    def texts(self) -> dict[str, str]:
        """Path below ``generated/`` to text, for every module of this API."""
        title = self.api.title
        texts = {
            "__init__": self._render("package"),
            "api": self._module("api", "api", f"The {title} as attributes of a client."),
            "operations": self._render("operations"),
        }
        for package in ("enums", "models", "resources"):
            texts[f"{package}/__init__"] = self._render("empty_package", package=package)
        for module, enums in self.api.enums.items():
            doc = f"Enums and flags of the {title}, all of them open: {words(module)}."
            texts[f"enums/{module}"] = self._module("enums", f"enums.{module}", doc, enums=enums)
        for module, models in self.api.models.items():
            doc = f"Models of the {title}: {words(module)}."
            values = {"models": models, **_tables(models)}
            texts[f"models/{module}"] = self._module("models", f"models.{module}", doc, **values)
        for resource, views in self.api.resources.items():
            doc = f"The {words(resource)} operations of the {title}."
            texts[f"resources/{resource}"] = self._module(
                "resource", f"resources.{resource}", doc, resource=resource, operations=views
            )
        return {f"{PACKAGE}/{self.api.name}/{path}.py": text for path, text in texts.items()}

    def _module(self, template: str, home: str, doc: str, **values: object) -> str:
        body = self._render(template, **values)
        code = with_imports(body, home, self.api.homes, lazy=template in {"resource", "api"})
        return self._render("module", doc=doc, code=code)

    def _render(self, template: str, **values: object) -> str:
        return self.env.get_template(f"{template}.py.jinja").render(**values)


def render(name: str, document: dict[str, Any]) -> dict[str, str]:
    """Render one API's package from its corrected document."""
    return ClientProject(name, document, parse(document, name)).texts()


def words(name: str) -> str:
    """``smartlock_auth`` in prose."""
    return name.replace("_", " ")


def _tables(models: list[ModelClass]) -> dict[str, list[Any]]:
    """The look-up tables that the decoders of these models use."""
    types = [field.type for model in models for field in model.fields]
    return {
        "lookups": sorted({name for kind in types for name in kind.lookups}),
        "choices": sorted({choice for kind in types for choice in kind.tables}),
    }


def _api(name: str, document: dict[str, Any], data: GeneratorData) -> Api:
    types = TypeMap(document)
    resources = operations(document, data, types)
    models = {model.name: model for model in model_classes(data, types)}
    enums = {enum.name: enum for enum in enum_classes(data, types)}
    modules = _modules(models, resources)
    api = Api(
        name=name,
        title=prose(document["info"]["title"]),
        version=literal(document["info"]["version"]),
        enums=_grouped(enums, modules),
        models=_grouped(models, modules),
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


def _modules(
    models: dict[str, ModelClass], resources: dict[str, list[OperationView]]
) -> dict[str, str]:
    """Give each class to the first resource that reaches it; so no modules import in a circle."""
    found: dict[str, str] = {}
    for resource, views in resources.items():
        _claim(
            resource, [name for v in views for t in v.types for name in t.classes], models, found
        )
    _claim(WEBHOOKS, list(models), models, found)
    return found


def _claim(
    module: str, todo: list[str], models: dict[str, ModelClass], found: dict[str, str]
) -> None:
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = module
            todo += models[name].classes if name in models else ()


def _grouped(classes: dict[str, C], modules: dict[str, str]) -> dict[str, list[C]]:
    grouped: dict[str, list[C]] = {}
    for name, each in classes.items():
        grouped.setdefault(modules.get(name, WEBHOOKS), []).append(each)
    return dict(sorted(grouped.items()))
