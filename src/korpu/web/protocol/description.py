"""The API's own description of itself: OpenAPI 3.1, made from the types of questions and answers."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import OpenAPIType, Schema, Server, Tag
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

if TYPE_CHECKING:
    from litestar._openapi.schema_generation import SchemaCreator

PATH = "/api/v1"

DESCRIPTION = """\
What the pages show, for programs: claims tied to the sentences that make them, and what they add up to.

Answers are pages: `next` is given as `after` to get the one behind; the header `Link` has its address. What is added meanwhile
moves nothing: lists go on after the last thing told, and what is worked out from the whole ledger (`findings`, `state`) goes on
as of the moment of its first page. Every answer has an `ETag`, for `If-None-Match`. Errors are `application/problem+json`, each
with a sentence. A parameter that there is not is an error.
"""

TAGS = {
    "pairs": "On which two states there are claims.",
    "claims": "What documents say, each with its sentence.",
    "findings": "Where claims agree, refine, supersede or contradict each other.",
    "dossiers": "The state of relations of two states, in words.",
    "documents": "Texts with their source cards.",
    "search": "Documents, claims and names by words.",
    "verify": "Drafts held against the ledger.",
    "log": "What was done to the ledger.",
}


def description() -> OpenAPIConfig:
    """Return what is told of the API, and that it is told as JSON only: no page that loads another host's scripts."""
    return OpenAPIConfig(
        title="Körpü",
        version=version("korpu"),
        summary="The file on relations between states.",
        description=DESCRIPTION,
        servers=[Server(url="/")],
        tags=[Tag(name=name, description=meaning) for name, meaning in TAGS.items()],
        # Litestar answers whatever is unknown below its description with a page of its own: so there is nothing else below it.
        path=f"{PATH}/openapi.json",
        render_plugins=[JsonRenderPlugin(path="/")],
        use_handler_docstrings=True,
    )


class Pairs(OpenAPISchemaPlugin):
    """Describes two states, and other tuples of one type, as a list of that length: not everyone who reads OpenAPI knows
    `prefixItems`.
    """

    @staticmethod
    def is_plugin_supported_type(value: object) -> bool:
        """Return False: it takes the whole field to tell."""
        return False

    def is_plugin_supported_field(self, field_definition: FieldDefinition) -> bool:
        """Return whether a field is such a tuple."""
        parts = field_definition.args
        return field_definition.is_tuple and Ellipsis not in parts and len(set(parts)) == 1

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: SchemaCreator) -> Schema:
        """Return the schema of such a tuple."""
        parts = field_definition.inner_types
        one = schema_creator.for_field_definition(parts[0])
        return Schema(type=OpenAPIType.ARRAY, items=one, min_items=len(parts), max_items=len(parts))
