"""Whether plain values have the shape that a JSON Schema of ours describes: the few words of it that we use."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str, "integer": int, "object": dict, "array": list, "null": type(None),
}  # fmt: skip
READ = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}


def faults(value: Any, schema: Any, schemas: Any, where: str = "$") -> Iterator[str]:
    """Give what is wrong with a value, each with its place."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not isinstance(value, tuple(KINDS[kind] for kind in kinds)) or isinstance(value, bool):
        yield f"{where}: {value!r} is not {kinds}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is not among {schema['enum']}"
    if isinstance(value, str) and schema.get("format") in READ:
        READ[schema["format"]](value.replace("Z", "+00:00") if schema["format"] == "date-time" else value)
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from faults(one, schema["items"], schemas, f"{where}[{number}]")
    if isinstance(value, dict):
        yield from _object_faults(value, schema, schemas, where)


def _object_faults(value: dict[str, Any], schema: Any, schemas: Any, where: str) -> Iterator[str]:
    known, further = schema.get("properties", {}), schema.get("additionalProperties")
    yield from (f"{where}: {name} is missing" for name in schema.get("required", ()) if name not in value)
    for name, one in value.items():
        inner = known.get(name, further)
        if inner is None:
            yield f"{where}: {name} is not described"
        else:
            yield from faults(one, inner, schemas, f"{where}.{name}")
