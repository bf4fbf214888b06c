"""What a request is refused for, in a sentence that the interface can translate."""

from __future__ import annotations

from typing import Any

from litestar.exceptions import HTTPException


def message(text: str) -> str:
    """Return the text; what stands in the call is put into the catalogues, to be translated where it is shown."""
    return text


class Refused(HTTPException):
    """A request that is not answered as it was asked.

    Attributes:
        template: the sentence, with `{…}` where a value stands.
        values: the values by the names that stand in braces.
    """

    def __init__(
        self, status: int, template: str, headers: dict[str, str] | None = None, **values: Any
    ) -> None:
        super().__init__(detail=template.format(**values), status_code=status, headers=headers)
        self.template = template
        self.values = values


class LoginNeeded(Refused):
    """Nobody has logged in, or the session is over."""

    def __init__(self) -> None:
        super().__init__(401, message("You are not logged in, or not any more. Log in, then try again."))
