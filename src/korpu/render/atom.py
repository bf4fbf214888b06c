"""News as an Atom feed (RFC 4287): an entry a change. The same news makes the same bytes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

from korpu.render.news import NewsEntry, NewsPage, PairPage
from korpu.render.page import Phrase

ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_atom(page: NewsPage) -> bytes:
    """Return the news as an Atom feed in UTF-8.

    An entry's `id` stays as long as its change says the same; `updated` is when the ledger learnt it, of a feed without
    entries the begin of its time. When it was made stands nowhere: a feed that says the same is the same.
    """
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": page.language})
    times = [entry.at for pair in page.pairs for entry in pair.entries if entry.at]
    _add(feed, "id", page.id)
    _add(feed, "title", page.title)
    _add(feed, "updated", _time(max(times, default=page.since)))
    _add(ET.SubElement(feed, "author"), "name", "Körpü")
    _add(feed, "generator", "Körpü")
    for pair in page.pairs:
        for entry in pair.entries:
            _entry(feed, entry, pair, page)
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: ET.Element, entry: NewsEntry, pair: PairPage, page: NewsPage) -> None:
    element = ET.SubElement(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", f"{pair.title}. {entry.label}: {_plain(entry.entry.phrase)}")
    _add(element, "updated", _time(entry.at or page.since))
    ET.SubElement(element, "category", {"term": entry.what, "label": entry.label})
    _add(element, "content", "\n".join(_html(entry, page)), type="html")


def _html(entry: NewsEntry, page: NewsPage) -> Iterator[str]:
    """The entry in HTML, everything from documents escaped."""
    told = entry.entry
    yield f"<p><strong>{escape(entry.label)}.</strong> {_phrase(told.phrase)}</p>"
    if told.standing:
        yield f"<p><em>{escape(told.standing)}</em>{escape(f'. {told.why}' if told.why else '')}</p>"
    for other in told.others:
        reason = f". {other.reason}" if other.reason else ""
        yield f"<p>{escape(other.lead)}: {_phrase(other.phrase)}{escape(reason)}</p>"
    for remark in told.remarks:
        yield f"<p>{_phrase(remark)}</p>"
    if entry.before or entry.before_standing:
        parts = ["; ".join(map(_phrase, entry.before)), f"<em>{escape(entry.before_standing)}</em>"]
        both = " · ".join(part for part in parts if part not in ("", "<em></em>"))
        yield f"<p>{escape(page.labels['before'])}: {both}</p>"
    if entry.because:
        yield f"<p>{escape(entry.because)}</p>"
    if entry.cited:
        yield "<ul>"
        for one in entry.cited:
            source = escape(one.source)
            link = f'<a href="{escape(one.url)}">{source}</a>' if one.url else source
            yield f"<li>[{one.number}] «{escape(one.quote)}» {link}</li>"
        yield "</ul>"


def _phrase(words: Phrase) -> str:
    references = "".join(f"[{number}]" for number in words.notes)
    return escape(f"{_plain(words)} {references}" if references else _plain(words))


def _plain(words: Phrase) -> str:
    tags = "; ".join(tag.text for tag in words.tags)
    return f"{words.text} ({tags})" if tags else words.text


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    """Add an element with a text; what XML cannot have at all (control characters) is left out of it."""
    ET.SubElement(parent, name, attributes).text = _NOT_XML.sub("", text)


def _time(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
