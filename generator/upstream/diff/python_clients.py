"""The clients of an API in both packages: attributes, resources, and methods that live on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .python_annotations import Types
    from .surface import Surface
    from .surface_classes import Method, PublicClass
    from .surface_operations import TableRow

    Key = tuple[str, str]

ASYNC: Final = "Async"


@dataclass(frozen=True, slots=True)
class Client:
    """One of the two clients of an API: its attributes, the classes behind them, their methods."""

    surface: Surface
    attributes: Mapping[str, Method]
    resources: Mapping[str, PublicClass]

    @property
    def methods(self) -> dict[Key, Method]:
        """The methods of all resources, by resource and name."""
        return {
            (attribute, name): method
            for attribute, resource in self.resources.items()
            for name, method in resource.methods.items()
        }

    def row(self, key: Key) -> TableRow | None:
        """What ``OPERATIONS`` says of a method."""
        return self.surface.operations.get(key)


@dataclass(frozen=True, slots=True)
class ClientPair:
    """A client in the old package and in the new one.

    ``heirs`` maps the methods that are gone or deprecated to new ones that call the same endpoint.
    """

    old: Client
    new: Client
    types: Types
    heirs: Mapping[Key, Key]

    @property
    def package(self) -> str:
        """What users import: ``nuki.web``."""
        return self.new.surface.package

    def place(self, *names: str) -> str:
        """What users write: ``web.smartlock.list``."""
        return ".".join((self.new.surface.api, *names))

    @property
    def lists(self) -> frozenset[str]:
        """The modules that list the resources."""
        return frozenset({self.package, f"{self.package}.api", f"{self.package}.operations"})

    def modules(self, *keys: Key) -> frozenset[str]:
        """The modules that say which methods there are, and define these."""
        both = self.old.resources, self.new.resources
        homes = frozenset(side[key[0]].module for side in both for key in keys if key[0] in side)
        return homes | self.lists if len({key[0] for key in keys}) > 1 else homes


def client_pair(old: Surface, new: Surface, types: Types, *, is_async: bool) -> ClientPair:
    """The synchronous or the asynchronous clients of both packages."""
    before, after = _client(old, is_async=is_async), _client(new, is_async=is_async)
    return ClientPair(before, after, types, _heirs(before, after))


def _client(surface: Surface, *, is_async: bool) -> Client:
    attributes: dict[str, Method] = {}
    resources: dict[str, PublicClass] = {}
    for each in surface.classes.values():
        if surface.is_client(each) and each.name.startswith(ASYNC) == is_async:
            for name, method in each.methods.items():
                resource = surface.resource(method)
                if resource is not None:
                    attributes[name], resources[name] = method, resource
    return Client(surface, attributes, resources)


def _heirs(old: Client, new: Client) -> dict[Key, Key]:
    before, after = old.methods, new.methods
    fresh = {
        row.endpoint: key
        for key, method in after.items()
        if key not in before and not method.deprecated and (row := new.row(key))
    }
    return {
        key: fresh[row.endpoint]
        for key, method in before.items()
        if not method.deprecated and (key not in after or after[key].deprecated)
        if (row := old.row(key)) and row.endpoint in fresh
    }
