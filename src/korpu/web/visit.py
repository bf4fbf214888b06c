"""The visit: who asks for a page, in which language, as of which times; and the page that answers."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import msgspec
from litestar import MediaType, Request, Response

from korpu.accounts.account import Role
from korpu.document import Document
from korpu.errors import WrongUse
from korpu.intake import Failure
from korpu.ledger.store import Ledger
from korpu.web.dossiers import PATIENCE, Dossiers
from korpu.web.given import Given
from korpu.web.interface import Interface, interface, names_of_languages, negotiate, offered
from korpu.web.pairs_written import pair_written
from korpu.web.safety.csrf import token_of
from korpu.web.safety.sessions import Session
from korpu.web.settings import Settings
from korpu.web.templates import environment
from korpu.web.times import Times, times_of
from korpu.web.verifying import Verified, verify_given
from korpu.web.workers import Workers

Made = TypeVar("Made")

FILE_PATIENCE = 60.0
"""Seconds that a chart or a file (an address with a dot) waits for a dossier: no page can say in its place to ask again."""
LANGUAGE_COOKIE = "korpu-language"


class Visitor(msgspec.Struct, frozen=True):
    """Who asks.

    Attributes:
        name: as the log will say; empty where nobody has logged in.
        role: what they may do; None where nobody has logged in.
        is_local: whether there are no accounts, and whoever reaches the application works here.
    """

    name: str
    role: Role | None
    is_local: bool = False

    @property
    def may_edit(self) -> bool:
        """Whether they may add, correct and decide."""
        return self.role is not None and self.role.includes(Role.EDITOR)


class Visit(msgspec.Struct, frozen=True):
    """One request, as pages see it."""

    visitor: Visitor
    interface: Interface
    times: Times
    ledger: Ledger
    dossiers: Dossiers
    workers: Workers
    path: str
    query: dict[str, str]
    is_fragment: bool
    csrf_token: str
    session: Session | None = None

    @property
    def language(self) -> str:
        """The interface's language."""
        return self.interface.language

    def counts(self) -> dict[tuple[str, str], int]:
        """Return how many claims stand, or stood at the instant that is asked for, on each two states that have any."""
        instant = self.times.instant
        if instant is None:
            return self.dossiers.all_claims(self.ledger)
        key = ("counts", self.times.known_at, self.ledger.last_change())
        return self.dossiers.kept.get(key, lambda: self.ledger.pair_claims(None, instant), len)

    def pair_in(self, text: str) -> tuple[tuple[str, str] | None, str]:
        """Return the two states that somebody wrote, None where there are none, and what is wrong where it is."""
        try:
            return pair_written(text), ""
        except WrongUse as error:
            return None, self.interface.tell(error)

    def pairs_told(self) -> list[tuple[str, str]]:
        """Return all two states that anything is claimed on, those of most claims first."""
        counts = self.counts()
        return sorted(counts, key=lambda pair: (-counts[pair], pair))

    def pair_name(self, pair: tuple[str, str]) -> str:
        """Return two states by their names."""
        return " – ".join(map(self.interface.say.state, pair))

    def view(self, pair: tuple[str, str], make: Callable[..., Made], *given: Hashable) -> Made:
        """Return what a function makes of the dossier on two states at the visit's times (see `Dossiers.view`)."""
        patience = FILE_PATIENCE if "." in self.path.rpartition("/")[2] else PATIENCE
        return self.dossiers.view(self.ledger, pair, self.times, make, *given, patience=patience)

    def verify(
        self, draft: Given | Document, pair: tuple[str, str] | None, times: Times
    ) -> Verified | Failure:
        """Return what the ledger says of a draft, or why this could not be read (see `korpu.web.verifying`)."""
        return self.workers.run(verify_given, self.dossiers.address, draft, pair, times)

    def page(self, template: str, status: int = 200, **told: Any) -> Response[str]:
        """Return a page made from a template, in the visit's language.

        Args:
            told: what the template is told beside the visit and its words.
        """
        return Response(self.words(template, **told), media_type=MediaType.HTML, status_code=status)

    def words(self, template: str, **told: Any) -> str:
        """Return what a template makes, in the visit's language."""
        known = {
            "visit": self,
            "_": self.interface.text,
            "n_": self.interface.count,
            "tell": self.interface.tell,
            "say": self.interface.say,
            "number": self.interface.number,
            "address": self.times.address,
            "query_kept": {n: v for n, v in self.query.items() if n not in self.times.fields},
            "languages": names_of_languages(offered()),
        }
        return environment().get_template(template).render(known | told)


def visit_of(request: Request[Any, Any, Any]) -> Visit:
    """Return the visit that a request is.

    Raises:
        korpu.errors.WrongUse: a time that it asks for is no date.
    """
    settings: Settings = request.app.state.settings
    visitor = visitor_of(request)
    query = {name: value for name, value in request.query_params.items() if isinstance(value, str)}
    return Visit(
        visitor=visitor,
        interface=interface(language_of(request)),
        times=times_of(query),
        ledger=request.app.state.ledger.by(visitor.name or settings.author),
        dossiers=request.app.state.dossiers,
        workers=request.app.state.workers,
        path=request.url.path,
        query=query,
        is_fragment=request.headers.get("hx-request") == "true",
        csrf_token=token_of(request),
        session=request.scope.get("auth"),
    )


def visitor_of(request: Request[Any, Any, Any]) -> Visitor:
    """Return who asks, as the gate found it (`korpu.web.safety.gate`); nobody, where nobody has logged in."""
    known = request.scope.get("user")
    return known if isinstance(known, Visitor) else Visitor("", None)


def language_of(request: Request[Any, Any, Any]) -> str:
    """Return the language in which to answer."""
    settings: Settings = request.app.state.settings
    wanted = request.cookies.get(LANGUAGE_COOKIE)
    return negotiate(wanted, request.headers.get("accept-language", ""), settings.language)
