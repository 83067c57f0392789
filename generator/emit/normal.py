"""A corrected document in the one form that code is made from.

What OpenAPI 3.1 can say in several ways is said in one here:

* an operation holds all of its parameters, its body, its answers and its servers itself;
* every object with properties is a component: one that stood inside another schema, or in an
  operation, got a name from its place;
* ``allOf`` is merged; references lead to components only, and end.

What has no such form is a problem at its place, and all of them are found before any is raised.
Keywords that only narrow values (``minimum``, ``pattern``, ``not`` …) stay as they are: nothing of
what a server sends is checked against them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.strings import ClassName

from generator.convert import UNSUPPORTED
from generator.convert.media import MULTIPART, URLENCODED
from generator.convert.paths import METHODS
from generator.load.problems import GeneratorFailure, Problem
from generator.load.references import at, pointer, steps

from .media import essence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Path = tuple[str | int, ...]
    Schema = dict[str, Any]

COMPONENTS: Final = "#/components/schemas/"

_SCHEMAS: Final = ("components", "schemas")
_NOTES: Final = frozenset(
    {
        *("title", "description", "default", "example", "examples", "deprecated", "readOnly"),
        *("writeOnly", "externalDocs", "xml", "$comment", "$id", "$schema", "$anchor", "$defs"),
    }
)
"""Keywords that say nothing about which values there are."""
_FORBIDDEN: Final = {
    "$dynamicRef": "point to a component with $ref",
    "$recursiveRef": "point to a component with $ref",
    "patternProperties": "describe the members with properties or additionalProperties",
}
_ALTERNATIVES: Final = ("oneOf", "anyOf")
_CONDITIONS: Final = ("then", "else", "dependentSchemas")
_BRANCHING: Final = frozenset({"$ref", "allOf", "oneOf", "anyOf", *_CONDITIONS})
"""What may describe members of which the schema around it knows nothing."""
_CLASSES: Final = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
_TIGHTEST: Final[dict[str, Callable[[Any, Any], Any]]] = {
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems"), min),
}
"""Which of two bounds holds where both must."""
_ONCE: Final = frozenset({"items", "additionalProperties", "format"})
"""What both of two schemas may say only if they say the same."""
_TELLING: Final = frozenset(
    {"properties", "items", "additionalProperties", "enum", "const", "allOf", "oneOf", "anyOf"}
)
"""What makes another schema of a reference, and is no mere remark or bound."""
_NAMING: Final = frozenset({"$ref", "type", *_TELLING})
"""What says which values an alternative has."""
_DEEPEST_CHAIN: Final = 50
_MOST_ALTERNATIVES: Final = 50
_OF_PATHS: Final = frozenset({"summary", "description", "servers", "parameters"})


def normal(document: dict[str, Any]) -> dict[str, Any]:
    """A new document in the form above; ``x-nuki-origins`` says where new components came from.

    Operations must have been named.

    Raises:
        GeneratorFailure: Parts of the document have no such form; all of them are named.
    """
    work = _Work(document)
    try:
        result = {**document, "paths": work.paths("paths"), "webhooks": work.paths("webhooks")}
        for name in work.described:
            work.component(name)
    except RecursionError:
        what = "its schemas lead through too many others"
        problem = Problem("the document", what, "flatten what allOf joins")
        raise GeneratorFailure([problem]) from None
    work.check_circles()
    if work.problems:
        raise GeneratorFailure(dict.fromkeys(work.problems))
    components = document.get("components", {})
    result["components"] = {**components, "schemas": work.schemas}
    result["x-nuki-origins"] = work.origins
    return result


class _Work:
    """One document on its way to the form."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        found = at(self.document, _SCHEMAS)
        self.described: dict[str, Any] = found if isinstance(found, dict) else {}
        self.schemas: dict[str, Schema] = {}
        self.origins: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.pending: set[str | Path] = set()
        self.parts: dict[Path, Schema] = {}
        self.places: dict[Path, str] = {}
        self.taken = {str(ClassName(name, "Model")) for name in self.described}

    def report(self, path: Path, what: str, todo: str) -> None:
        self.problems.append(Problem(pointer(path), what, todo))

    def marked(self, node: Any) -> bool:
        """Report what the conversion to OpenAPI 3.1 lost here, if no overlay has mended it."""
        marks = node.get(UNSUPPORTED) if isinstance(node, dict) else None
        for each in marks or ():
            self.problems.append(Problem(each["where"], each["what"], each["todo"]))
        return bool(marks)

    # Operations

    def paths(self, section: str) -> dict[str, Any]:
        items = self.document.get(section)
        result: dict[str, Any] = {}
        for path, item in items.items() if isinstance(items, dict) else ():
            if path.startswith("x-"):
                continue
            if not isinstance(item, dict):
                self.report((section, path), "must be an object", "correct it")
                continue
            self.marked(item)
            result[path] = {
                method: self.operation((section, path, method), item, raw)
                for method, raw in item.items()
                if is_operation(method)
            }
        return result

    def operation(self, path: Path, item: Mapping[str, Any], raw: Any) -> Schema:
        if self.marked(raw):
            return {}
        if path[2] not in METHODS or not isinstance(raw, dict):
            self.report(path, "is no operation that a client can send", "correct it")
            return {}
        name = ClassName(str(raw.get("operationId", path[-2])), "Operation")
        result = {**raw, "parameters": self.parameters(path, item, raw, name)}
        if "servers" not in raw and "servers" in item:
            result["servers"] = item["servers"]
        if "requestBody" in raw:
            body, where, owner = self.resolved(raw["requestBody"], (*path, "requestBody"), name)
            self.check_flags(body, where)
            result["requestBody"] = self.with_content(body, where, f"{owner}Body")
        responses = raw.get("responses")
        if not isinstance(responses, dict) or not responses:
            self.report((*path, "responses"), "no answer is described", "describe one")
            responses = {}
        result["responses"] = {
            status: self.response(status, node, (*path, "responses", status), name)
            for status, node in responses.items()
            if not status.startswith("x-")
        }
        return result

    def parameters(
        self, path: Path, item: Mapping[str, Any], raw: Mapping[str, Any], name: str
    ) -> list[Schema]:
        """Its own parameters, then those of its path that it does not override."""
        found: dict[tuple[Any, Any], Schema] = {}
        for place, holder in ((path, raw), (path[:2], item)):
            nodes = holder.get("parameters", [])
            seen: set[tuple[Any, Any]] = set()
            for index, node in enumerate(nodes if isinstance(nodes, list) else [nodes]):
                parameter, where, owner = self.resolved(node, (*place, "parameters", index), name)
                key = (parameter.get("in"), parameter.get("name"))
                if not all(isinstance(part, str) and part for part in key):
                    self.report(where, "a parameter needs 'name' and 'in'", "add them")
                    continue
                if key in seen:
                    self.report(where, f"another parameter of {key[0]} is called {key[1]!r}", "")
                seen.add(key)
                if {"schema", "content"} <= parameter.keys():
                    self.report(where, "a parameter has a schema or content, not both", "drop one")
                self.check_flags(parameter, where)
                proposed = f"{owner}{ClassName(str(key[1]), 'Parameter')}"
                normalised = self.with_content(parameter, where, proposed)
                if "schema" in parameter:
                    schema = self.schema(parameter["schema"], (*where, "schema"), proposed)
                    normalised = {**normalised, "schema": schema}
                elif "content" not in parameter:
                    self.report(where, "a parameter needs a schema", "add one; {} allows anything")
                found.setdefault(key, normalised)
        return list(found.values())

    def check_flags(self, node: Schema, path: Path) -> None:
        """Report what must be true or false of a parameter or a body, and is neither."""
        for flag in ("required", "explode"):
            if not isinstance(node.get(flag, False), bool):
                self.report((*path, flag), f"{node[flag]!r} is not true or false", "correct it")

    def response(self, status: str, node: Any, path: Path, name: str) -> Schema:
        response, where, owner = self.resolved(node, path, name)
        if status[:1] in {"2", "d"} or not isinstance(response.get("content"), dict):
            return self.with_content(response, where, f"{owner}Answer")
        # Errors are not decoded: their first description is enough to say what they are.
        shown = dict([*response["content"].items()][:1])
        named = f"{owner}Answer{status if owner == name else ''}"
        return self.with_content({**response, "content": shown}, where, named)

    def with_content(self, node: Schema, path: Path, name: str) -> Schema:
        """A parameter, body or response with the schemas of its media types."""
        if self.marked(node):
            return {}
        content = node.get("content")
        if "content" in node and not isinstance(content, dict):
            self.report((*path, "content"), "must be an object", "map media types to schemas")
        if not isinstance(content, dict):
            return {key: value for key, value in node.items() if key != "content"}
        done: Schema = {}
        for media_type, media in content.items():
            where = (*path, "content", media_type)
            if not isinstance(media, dict):
                self.report(where, "is no media type object", "write one")
                continue
            encoding = media.get("encoding", {})
            if not isinstance(encoding, dict) or not all(map(_is_object, encoding.values())):
                self.report((*where, "encoding"), "must hold objects", "correct it")
                continue
            done[media_type] = media
            if "schema" in media:
                # The fields of a form are sent by themselves: it needs no class.
                is_form = essence(media_type) in {MULTIPART, URLENCODED}
                schema = self.schema(media["schema"], (*where, "schema"), name, is_form)
                done[media_type] = {**media, "schema": schema}
        return {**node, "content": done}

    def resolved(self, node: Any, path: Path, name: str) -> tuple[Schema, Path, str]:
        """A parameter, body or response, its place, and after whom its classes are called.

        One that is shared is called after itself.
        """
        place, owner, notes = path, name, dict[str, Any]()
        for _ in range(_DEEPEST_CHAIN):
            if not isinstance(node, dict):
                break
            if "$ref" not in node:
                return {**node, **notes}, place, owner
            notes = {**{key: node[key] for key in node if _is_note(key)}, **notes}
            reference = node["$ref"]
            node = self.target(reference, path)
            if node is None:
                return {}, path, name
            place = tuple(steps(reference))
            owner = str(ClassName(str(place[-1]), "Shared"))
        self.report(path, "is no object, or refers to itself", "write it out")
        return {}, path, name

    def target(self, reference: Any, path: Path) -> Any:
        """What a reference leads to; None, and a problem, if nothing."""
        where = steps(reference) if isinstance(reference, str) else []
        if not where:
            todo = "copy what it leads to into the components, and point there"
            self.report(path, f"the reference {reference!r} leaves the document", todo)
            return None
        found = at(self.document, where)
        if found is None:
            self.report(path, f"the reference {reference!r} leads nowhere", "correct it")
        return found

    # Schemas

    def component(self, name: str) -> Schema:
        """A component, in the form above; made once."""
        if name not in self.schemas:
            node, path = self.described[name], (*_SCHEMAS, name)
            if name in self.pending:
                self.report(path, "it is part of itself", "take the circle out of its allOf")
                return {}
            if len(self.pending) > _DEEPEST_CHAIN:
                self.report(path, "too many schemas lead to it", "flatten what allOf joins")
                return {}
            self.pending.add(name)
            self.schemas[name] = self.schema(node, path, str(ClassName(name, "Model")), top=True)
            self.pending.discard(name)
        return self.schemas[name]

    def schema(self, node: Any, path: Path, name: str, top: bool = False) -> Schema:  # noqa: FBT001, FBT002
        """A schema in the form above; with ``top`` it may be an object with properties itself."""
        if isinstance(node, bool):
            return {}
        if not isinstance(node, dict):
            self.report(path, "is no schema", "write an object")
            return {}
        if self.marked(node):
            return {}
        for keyword, todo in _FORBIDDEN.items():
            if keyword in node:
                self.report(path, f"{keyword} is not supported", todo)
        if "allOf" in node or ("$ref" in node and not _TELLING.isdisjoint(node)):
            node = self.merged(node, path, name)
        if "$ref" in node:
            return self.reference(node, path, name)
        if any(keyword in node for keyword in _ALTERNATIVES):
            node = self.alternatives(node, path, name)
        if "$ref" in node:
            return dict(node)
        return self.plain(node, path, name, top=top)

    def plain(self, node: Schema, path: Path, name: str, *, top: bool) -> Schema:
        """A schema without ``$ref`` and ``allOf``."""
        result = dict(node)
        if "const" in node:
            result["enum"] = [node["const"]]
        kinds = node.get("type", [])
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if not isinstance(kind, str) or kind not in _CLASSES:
                self.report(path, f"{kind!r} is no type of JSON", "correct it")
                return {}
        result |= self.children(result, path, name)
        if "prefixItems" in node or isinstance(result.get("items"), bool):
            result.pop("items", None)  # they describe the elements after the first ones, or nothing
        if not isinstance(result.get("enum", []), list):
            self.report((*path, "enum"), "must be a list", "correct it")
            del result["enum"]
        self.check_values(result, path)
        self.check_conditions(node, path)
        if "discriminator" in node and "anyOf" not in node:
            todo = "list the alternatives in an overlay (oneOf), or remove the discriminator there"
            self.report(path, "a discriminator without oneOf names no alternatives", todo)
        if "properties" in node:
            result |= self.members(node, path, name)
        if not result.get("properties"):
            return result
        return result if top else self.lifted(result, path, name)

    def children(self, node: Schema, path: Path, name: str) -> Schema:
        """The schemas of the elements of an array, and of further members of an object."""
        found: Schema = {}
        for keyword, child in (("items", "Item"), ("additionalProperties", "Value")):
            value = node.get(keyword, True)
            if isinstance(value, dict):
                found[keyword] = self.schema(value, (*path, keyword), f"{name}{child}")
            elif not isinstance(value, bool):
                self.report((*path, keyword), "is no schema", "write an object")
        return found

    def members(self, node: Schema, path: Path, name: str) -> Schema:
        """The properties of an object, and which of them are required."""
        properties, required = node["properties"], node.get("required")
        if not isinstance(properties, dict):
            self.report((*path, "properties"), "must be an object", "map names to schemas")
            properties = {}
        found = {
            wire: self.schema(
                each, (*path, "properties", wire), f"{name}{ClassName(wire, 'Field')}"
            )
            for wire, each in properties.items()
        }
        names = required if isinstance(required, list) else []
        if required is not None and required != [each for each in names if isinstance(each, str)]:
            self.report((*path, "required"), "must be a list of names", "correct it")
            names = []
        kinds = _listed(node.get("type", "object"))
        if properties and not {*kinds} <= {"object", "null"}:
            what = f"properties beside the type {node['type']!r} are not supported"
            self.report(path, what, "correct the type, or write oneOf of the object and the others")
        return {"properties": found, "required": names}

    def check_values(self, node: Schema, path: Path) -> None:
        """Report an enum of which no value is of the type beside it."""
        kinds = _listed(node.get("type", []))
        classes = tuple(each for kind in kinds for each in _CLASSES[kind])
        values = node.get("enum", [])
        is_one = [
            # Among numbers, a truth value is none.
            isinstance(value, classes) and (not isinstance(value, bool) or bool in classes)
            for value in values
        ]
        if classes and is_one and not any(is_one):
            what = f"none of the values {values!r:.80} is of the type {node['type']!r}"
            self.report(path, what, "correct one of them")

    def check_conditions(self, node: Schema, path: Path) -> None:
        """Report members that only a condition describes: they would have no field."""
        properties = node.get("properties")
        known = properties if isinstance(properties, dict) else {}
        for keyword in _CONDITIONS:
            branches = node.get(keyword, {})
            if keyword == "dependentSchemas":
                found = [*branches.values()] if isinstance(branches, dict) else []
            else:
                found = [branches]
            described = [each for each in found if isinstance(each, dict)]
            inner = [each.get("properties") for each in described]
            if any(not _BRANCHING.isdisjoint(each) for each in described) or any(
                isinstance(each, dict) and each.keys() - known.keys() for each in inner
            ):
                what = f"members that only {keyword!r} describes are not supported"
                self.report(path, what, "describe them with properties, as ones that may be absent")

    def lifted(self, node: Schema, path: Path, name: str) -> Schema:
        """An object with properties as a component of its own, and a reference to it."""
        if known := self.places.get(path):
            name = known
        while not known and name in self.taken:
            name += "_" if name.endswith("Object") else "Object"
        self.taken.add(name)
        self.places[path] = name
        notes = {key: value for key, value in node.items() if _is_note(key)}
        kinds = node.get("type", "object")
        self.schemas[name] = {**node, "type": "object"}
        self.origins[name] = pointer(path)
        if isinstance(kinds, list) and "null" in kinds:
            return {**notes, "anyOf": [{"$ref": COMPONENTS + name}, {"type": "null"}]}
        return {**notes, "$ref": COMPONENTS + name}

    def reference(self, node: Schema, path: Path, name: str) -> Schema:
        # Bounds may stand beside a reference; what makes another schema of it has been merged.
        notes = {key: value for key, value in node.items() if key not in {"$ref", "type"}}
        where = steps(node["$ref"]) if isinstance(node["$ref"], str) else []
        is_component = len(where) == len(_SCHEMAS) + 1 and tuple(where[:2]) == _SCHEMAS
        if is_component and (where[2] in self.described or where[2] in self.schemas):
            return {**notes, "$ref": COMPONENTS + where[2]}
        found = self.target(node["$ref"], path)
        if found is None:
            return {}
        return {**self.inner(found, tuple(where), node["$ref"], name), **notes}

    def inner(self, found: Any, where: Path, reference: str, name: str) -> Schema:
        """A part of another schema, in the form above; made once, whoever refers to it."""
        if where not in self.parts:
            if where in self.pending:
                self.report(
                    where, f"the reference {reference!r} leads to itself", "use a component"
                )
                return {}
            self.pending.add(where)
            self.parts[where] = self.schema(found, where, name)
            self.pending.discard(where)
        return self.parts[where]

    def alternatives(self, node: Schema, path: Path, name: str) -> Schema:
        """``oneOf`` and ``anyOf`` as one list; alternatives that add no values are left out."""
        keywords = [keyword for keyword in _ALTERNATIVES if keyword in node]
        if len(keywords) > 1:
            self.report(path, "oneOf beside anyOf is not supported", "keep one of them")
        keyword = keywords[0]
        if not isinstance(node[keyword], list) or not node[keyword]:
            self.report((*path, keyword), "must be a list of schemas", "write one")
            return {}
        if len(node[keyword]) > _MOST_ALTERNATIVES:
            what = f"more than {_MOST_ALTERNATIVES} alternatives are not supported"
            self.report((*path, keyword), what, "leave some out, or describe anything")
            return {}
        rest = {key: value for key, value in node.items() if key not in _ALTERNATIVES}
        own = rest.keys() & {"properties", "items", "additionalProperties", "enum", "const"}
        if all(
            # It names no values of its own, but asks for members, say.
            isinstance(each, dict) and each and _NAMING.isdisjoint(each)
            for each in node[keyword]
        ):
            return rest
        if own:
            what = f"{keyword} beside {', '.join(sorted(own))} is not supported"
            self.report(path, what, f"write each alternative of {keyword} out")
            return {}
        found: list[Schema] = []
        for index, each in enumerate(node[keyword]):
            title = each.get("title") if isinstance(each, dict) else None
            titled = str(ClassName(title, "")) if isinstance(title, str) else ""
            is_name = titled.isidentifier() and titled.isascii()
            named = f"{name}{titled if is_name else f'Choice{index + 1}'}"
            found.append(self.schema(each, (*path, keyword, index), named))
        if "type" in rest:
            found = self.alternatives_of_type(_listed(rest["type"]), found, (*path, keyword))
        notes = {key: value for key, value in rest.items() if _is_note(key)}
        if len(found) == 1 and "x-nuki-by-device-type" not in notes:
            return {**found[0], **notes}
        notes["anyOf"] = found
        if "discriminator" in node:
            notes["discriminator"] = self.discriminator(node["discriminator"], found, path)
        return notes

    def alternatives_of_type(
        self, kinds: list[Any], found: list[Schema], path: Path
    ) -> list[Schema]:
        """The same alternatives, or problems: the type beside them must allow each of them."""
        done: list[Schema] = []
        for index, each in enumerate(found):
            schema = self.described_by(each)
            own = _listed(schema.get("type", []))
            if not own and "anyOf" not in schema and not {"enum", "properties"} & schema.keys():
                each = {**each, "type": kinds if len(kinds) > 1 else kinds[0]}  # noqa: PLW2901
            elif own and not {*own} & {*kinds, *(["integer"] if "number" in kinds else [])}:
                what = f"an alternative of type {own!r} beside the type {kinds!r}"
                self.report((*path, index), what, "correct one of them")
            done.append(each)
        return done

    def described_by(self, schema: Schema) -> Schema:
        """What a schema in the form above comes down to: itself, or a component."""
        for _ in range(_DEEPEST_CHAIN):
            if "$ref" not in schema:
                break
            name = schema["$ref"].removeprefix(COMPONENTS)
            if name in self.pending and name not in self.schemas:
                return {}
            schema = self.component(name)
        return schema

    def discriminator(self, node: Any, alternatives: Iterable[Schema], path: Path) -> Schema:
        """The member that tells alternatives apart, and what each of its values means."""
        names = [str(each.get("$ref", "")).removeprefix(COMPONENTS) for each in alternatives]
        name = node.get("propertyName") if isinstance(node, dict) else None
        given = node.get("mapping", {}) if isinstance(node, dict) else {}
        where = (*path, "discriminator")
        if not isinstance(name, str) or not all(names) or not isinstance(given, dict):
            what = "it needs a propertyName, and alternatives that are components"
            self.report(where, what, "correct it, or remove it")
            return {}
        mapping = {str(tag): str(ref).rpartition("/")[2] for tag, ref in given.items()}
        for missing in set(mapping.values()) - set(names):
            self.report(where, f"{missing!r} is none of the alternatives", "correct the mapping")
        for each in names:
            if each not in mapping.values():
                mapping[each] = each
        return {"propertyName": name, "mapping": mapping}

    # allOf

    def merged(self, node: Schema, path: Path, name: str) -> Schema:
        """A schema with its ``allOf`` merged into it, and a reference beside more than remarks."""
        own = {key: value for key, value in node.items() if key not in {"allOf", "$ref"}}
        parts = node.get("allOf", [])
        if not isinstance(parts, list):
            self.report((*path, "allOf"), "must be a list of schemas", "write one")
            return own
        if "$ref" in node:
            parts = [{"$ref": node["$ref"]}, *parts]
        telling = [
            part
            for part in parts
            if not isinstance(part, dict)
            or any(value is not None and not _is_note(key) for key, value in part.items())
        ]
        (alone,) = telling if len(telling) == 1 else ({},)
        if isinstance(alone, dict) and alone and not (_TELLING | {"required"}) & own.keys():
            # The usual way to remark something on a reference: it stays the class that it is.
            inner = self.merged(alone, path, name) if "allOf" in alone else alone
            kind = {} if "$ref" in inner else {"type": own["type"]} if "type" in own else {}
            return {**kind, **inner, **{key: own[key] for key in own if key != "type"}}
        result: Schema = {}
        for index, part in enumerate(parts):
            where = (*path, "allOf", index)
            self.combine(result, self.part(part, where, name), where, is_own=False)
        beside = self.schema(own, path, name, top=True)
        beside = self.part(beside, path, name) if "$ref" in beside else beside
        self.combine(result, beside, path, is_own=True)
        return result

    def part(self, node: Any, path: Path, name: str) -> Schema:
        """One of the schemas that are merged, as an object that holds everything itself."""
        found = self.schema(node, path, name, top=True)
        for _ in range(_DEEPEST_CHAIN):
            if "$ref" not in found:
                break
            found = self.component(found["$ref"].removeprefix(COMPONENTS))
        if any(keyword in found for keyword in _ALTERNATIVES):
            self.report(path, "a choice inside allOf is not supported", "write the choice out")
        return found

    def combine(self, result: Schema, part: Schema, path: Path, *, is_own: bool) -> None:
        """Take another schema into one that must fit both."""
        for key, value in part.items():
            if key == "properties":
                self.combine_properties(result, value, path)
            elif key == "required":
                known = [*result.get("required", [])]
                result["required"] = [*known, *(each for each in value if each not in known)]
            elif key == "enum":
                self.combine_values(result, value, path)
            elif key in _TIGHTEST and {type(result.get(key)), type(value)} <= {int, float}:
                result[key] = _TIGHTEST[key](result[key], value)
            elif key == "type":
                self.combine_type(result, value, path)
            elif (
                key in _ONCE
                and result.get(key, value) != value
                and bool not in {type(result[key]), type(value)}  # which only narrows
            ):
                self.report(path, f"two schemas that differ in {key!r}", "write it out")
            elif is_own or not (_is_note(key) or key == "discriminator"):
                result[key] = value

    def combine_values(self, result: Schema, values: list[Any], path: Path) -> None:
        allowed: list[Any] = result.get("enum") or values
        result["enum"] = [each for each in allowed if each in values]
        if values and not result["enum"]:
            self.report(
                path, f"no value is in both {allowed!r:.80} and {values!r:.80}", "correct one"
            )

    def combine_properties(self, result: Schema, found: Schema, path: Path) -> None:
        known = result.setdefault("properties", {})
        result["properties"] = known = dict(known)
        for wire, schema in found.items():
            telling = {key: value for key, value in schema.items() if not _is_note(key)}
            before = {k: v for k, v in known.get(wire, {}).items() if not _is_note(k)}
            if not before or before == telling or not telling:
                known[wire] = {**known.get(wire, {}), **schema}
            elif "$ref" in before or "$ref" in telling or "anyOf" in {*before, *telling}:
                self.report(path, f"{wire!r} has two schemas that differ", "write it out")
            else:
                inner = dict(known[wire])
                self.combine(inner, schema, (*path, "properties", wire), is_own=True)
                known[wire] = inner

    def combine_type(self, result: Schema, kind: Any, path: Path) -> None:
        before = result.get("type", kind)
        ours, theirs = _listed(before), _listed(kind)
        both = [each for each in ours if each in theirs]
        all_kinds = [*ours, *theirs]
        if "integer" in all_kinds and "number" in all_kinds and "number" not in both:
            both.append("integer")
        if not both:
            self.report(path, f"nothing is both {before!r} and {kind!r}", "correct one of them")
        result["type"] = both if len(both) > 1 else (both or theirs or ["null"])[0]

    # Circles

    def check_circles(self) -> None:
        """Report components that are made of themselves alone, such as a list of itself."""
        edges = {
            name: [*_inlined(schema)]
            for name, schema in self.schemas.items()
            if not schema.get("properties")
        }
        done: set[str] = set()
        for start, leading in edges.items():
            stack = [(start, iter(leading))] if start not in done else []
            around = {start}
            while stack:
                name, following = stack[-1]
                each = next(following, None)
                if each is None:
                    stack.pop()
                    around.discard(name)
                    done.add(name)
                elif each in around:
                    where, todo = (*_SCHEMAS, each), "put an object with properties in between"
                    self.report(where, "it is made of itself", todo)
                elif each in edges and each not in done:
                    around.add(each)
                    stack.append((each, iter(edges[each])))


def is_operation(key: str) -> bool:
    """Whether a member of a path is an operation, one that we do not know perhaps."""
    return key not in _OF_PATHS and not key.startswith("x-")


def _inlined(schema: Any) -> Iterator[str]:
    """The components that a schema needs to be read, without a class in between."""
    if isinstance(schema, list):
        for each in schema:
            yield from _inlined(each)
    elif isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].removeprefix(COMPONENTS)
        for keyword in ("items", "additionalProperties", "anyOf"):
            yield from _inlined(schema.get(keyword))


def _is_object(value: Any) -> bool:
    return isinstance(value, dict)


def _listed(kind: Any) -> list[Any]:
    return kind if isinstance(kind, list) else [kind]


def _is_note(key: str) -> bool:
    return key in _NOTES or key.startswith("x-")
