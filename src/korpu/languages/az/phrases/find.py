"""All the phrases of a sentence: measures first, then names, then what is made of names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from korpu.claims import COUNTED_UNITS
from korpu.languages.az.dates import find_dates
from korpu.languages.az.numbers import Amount, find_amounts
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.addresses import compose_addresses
from korpu.languages.az.phrases.causes import compose_causes
from korpu.languages.az.phrases.chairs import seat_chairs
from korpu.languages.az.phrases.flows import compose_flows
from korpu.languages.az.phrases.heads import equate_heads
from korpu.languages.az.phrases.help import compose_help
from korpu.languages.az.phrases.missions import compose_missions
from korpu.languages.az.phrases.naming import name_phrases
from korpu.languages.az.phrases.objects import settle_objects
from korpu.languages.az.phrases.persons import compose_persons, own_genitives
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.phrases.pointing import point_back
from korpu.languages.az.phrases.projects import compose_projects
from korpu.languages.az.phrases.quantities import compose_quantities
from korpu.languages.az.phrases.recognition import own_independence
from korpu.languages.az.phrases.sessions import compose_sessions
from korpu.languages.az.phrases.settling import settle_roles
from korpu.languages.az.phrases.titles import compose_titles
from korpu.languages.az.phrases.twins import compose_twins
from korpu.languages.az.phrases.works import compose_works, know_givers
from korpu.languages.az.tokens import Token
from korpu.languages.az.units import find_units
from korpu.languages.az.words import words
from korpu.reading.calendar import DateMention


def find_phrases(sentence: Sentence) -> list[Phrase]:
    """Return all that a sentence names, in order, without overlap."""
    phrases = compose_titles(sentence, find_named(sentence))
    phrases = compose_addresses(sentence, phrases)
    phrases = compose_sessions(sentence, phrases)
    phrases = compose_works(sentence, phrases)
    phrases = own_genitives(sentence, compose_missions(sentence, phrases))
    phrases = seat_chairs(sentence, equate_heads(sentence, phrases))
    phrases = compose_flows(
        sentence,
        own_independence(sentence, point_back(sentence, settle_roles(sentence, know_givers(phrases)))),
    )
    phrases = compose_quantities(sentence, phrases)
    return compose_causes(sentence, compose_help(sentence, phrases))


def find_named(sentence: Sentence) -> list[Phrase]:
    """Return the dates, amounts, names and known words of a sentence, before other things are made of them."""
    measured = _measured(sentence)
    taken = frozenset(index for phrase in measured for index in range(phrase.first, phrase.last + 1))
    units = find_units(list(sentence.tokens), taken)
    phrases = sorted([*name_phrases(sentence, units), *measured], key=lambda phrase: phrase.first)
    phrases = settle_objects(sentence, phrases)
    phrases = compose_twins(sentence, compose_projects(sentence, phrases))
    return compose_persons(sentence, phrases, taken)


def _measured(sentence: Sentence) -> list[Phrase]:
    """The dates and amounts of a sentence; a date wins where both would take a number."""
    text = sentence.text[sentence.start : sentence.end]
    if len(text) < 4 and not any(map(str.isdigit, text)):
        return []
    folded = fold(text)
    measures: list[tuple[DateMention | Amount, int, int]]
    measures = [(date, date.start, date.end) for date in find_dates(text, folded)]
    measures += [(amount, amount.start, _end(amount)) for amount in find_amounts(text, folded)]
    found: list[Phrase] = []
    taken: set[int] = set()
    for mention, start, end in measures:
        tokens = _tokens_in(sentence.tokens, sentence.start + start, sentence.start + end)
        if (
            tokens
            and not _is_schools(sentence, mention, tokens)
            and not _is_of_families(sentence, tokens)
            and not (isinstance(mention, Amount) and _opens_list(sentence, tokens))
            and not taken & set(tokens)
            and not _is_pointer(sentence, tokens[0])
            and not _is_in_name(sentence, tokens[0])
        ):
            taken.update(tokens)
            type_ = "amount" if isinstance(mention, Amount) else "date"
            crowd = any(sentence.key(index) in _CROWDS for index in tokens)
            found.append(Phrase(tokens[0], tokens[-1], type_, concept="crowd" if crowd else "", data=mention))
    return found


def _opens_list(sentence: Sentence, tokens: Sequence[int]) -> bool:
    """«… belədir: 1.»: the number of a list's first item; «3. A haqqında Saziş …», «3) …»: that of the item itself."""
    if tuple(tokens) == (0,) and sentence.tokens[0].text.isdigit() and sentence.key(1) in (".", ")"):
        return True
    ends = tokens[-1] + 2 >= len(sentence.tokens) and sentence.key(tokens[-1] + 1) in ("", ".")
    return ends and sentence.key(tokens[0] - 1) == ":" and sentence.tokens[tokens[0]].text == "1"


def _is_of_families(sentence: Sentence, tokens: Sequence[int]) -> bool:
    """«476 azərbaycanlı ailəsi» counts no persons."""
    return sentence.key(tokens[-1] + 2).startswith("ailə")


_CROWDS = frozenset({"onlarla", "yüzlərlə", "minlərlə", "milyonlarla"})
"""Words that count without a number."""


def _is_schools(sentence: Sentence, mention: DateMention | Amount, tokens: Sequence[int]) -> bool:
    """«bazar günü məktəbi»: a sort of school, and no day."""
    after = sentence.key(tokens[-1] + 1) if tokens else ""
    return isinstance(mention, DateMention) and after.startswith("məktəb")


def _end(amount: Amount) -> int:
    """Where an amount ends; what is counted («5 şirkət») stays for the lexicon."""
    return amount.number_end if amount.unit in COUNTED_UNITS else amount.end


def _is_pointer(sentence: Sentence, index: int) -> bool:
    """«iki ölkə» points at the pair and counts nothing."""
    ahead = tuple(sentence.key(at) for at in range(index, index + 3))
    return any(
        keys == ahead[: len(keys) - 1] + keys[-1:] and ahead[len(keys) - 1].startswith(keys[-1])
        for keys, entry in words().phrases.get(ahead[0], ()) if entry.type in ("pointer", "reciprocal")
    )  # fmt: skip


def _is_in_name(sentence: Sentence, index: int) -> bool:
    """«CASA-1000», «D-8»: a number joined to an acronym counts nothing."""
    if index < 2:
        return False
    name, dash, number = sentence.tokens[index - 2 : index + 1]
    return number.text.isdigit() and dash.text == "-" and dash.glued and number.glued and name.text.isupper()


def _tokens_in(tokens: Sequence[Token], start: int, end: int) -> range:
    """The tokens of which some part stands between `start` and `end`."""
    first = bisect_right(tokens, start, key=lambda token: token.tail_end)
    return range(first, bisect_left(tokens, end, lo=first, key=lambda token: token.start))
