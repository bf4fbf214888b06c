"""Relating: how what one claim answers stands to what another answers, of one question.

First what they answer is compared, then the times of which they tell; last it is asked whether two that seem to
contradict each other may both be right.
"""

from __future__ import annotations

from collections.abc import Callable

from korpu.claims import Claim, RoleValue
from korpu.edtf import days
from korpu.findings.case import Case
from korpu.findings.dates import Match, begin, begin_text, compare_dates
from korpu.findings.finding import Reason
from korpu.findings.names import compare_fillers, has_no_subject, names, stems
from korpu.findings.qualifiers import counted_by, is_former, qualifiers
from korpu.findings.questions import Question
from korpu.findings.times import MONTH, Order, Told, held_at_once, order, tenure, told
from korpu.findings.values import compare_values, range_of, write
from korpu.kinds import Answer, Kind, RoleType


def relate(question: Question, left: Claim, right: Claim, case: Case) -> Match:
    """Return how `left` stands to `right`, two claims on `question`; `forward` is false where the right one refines or
    supersedes the left."""
    if reason := about_another(question.kind, left, right):
        return Match("not_comparable", reason)
    if (left.stance == "denied") != (right.stance == "denied"):
        denial = right if right.stance == "denied" else left
        match = _deny(question, left if denial is right else right, denial, case)
        return match if denial is right else turned(match)
    match = _compare(question, left, right, case)
    if question.changes:
        match = _in_time(question, left, right, match, case)
    if match.relation == "contradicts":
        for rule in MAY_BOTH_BE_RIGHT:
            if reason := rule(question, left, right, case):
                return Match("not_comparable", reason)
    return match


def relate_at_one_time(question: Question, left: Claim, right: Claim, case: Case) -> Match:
    """Return how the answers of the two stand to each other, were both told of one time and of one thing."""
    match = _compare(question, left, right, case)
    if match.relation == "contradicts":
        for rule in MAY_BOTH_BE_RIGHT:
            if rule is not may_be_several and (reason := rule(question, left, right, case)):
                return Match("not_comparable", reason)
    return match


def about_another(kind: Kind, left: Claim, right: Claim) -> Reason | None:
    """Return what two claims, which no date makes one event, are about, where each has few of the other's words for it."""
    topics = topics_of(kind)
    dated = [found for claim in (left, right) if topics and (found := days(claim.when))]
    if len(dated) == 2 and dated[0].overlaps(dated[1]):
        return None
    for role in sorted(topics):
        first, second = left.roles.get(role), right.roles.get(role)
        if first is None or second is None:
            continue
        if not _speaks_of(left, first, second) and not _speaks_of(right, second, first):
            return other_role(role, first, second)
    return None


def topics_of(kind: Kind) -> frozenset[str]:
    """Return the roles that say what claims of a kind are about, in words of their own, where these only say that it is so."""
    if kind.answer is not Answer.EXISTS:
        return frozenset()
    return frozenset(role for role, type in kind.roles.items() if type is RoleType.PHRASE)


def other_role(role: str, first: RoleValue, second: RoleValue) -> Reason:
    """Return the reason that two claims are apart which have different fillers in a role."""
    return Reason(
        "other_role", {"role": role, "first": ", ".join(names(first)), "second": ", ".join(names(second))}
    )


def _speaks_of(claim: Claim, own: RoleValue, other: RoleValue) -> bool:
    """Whether a claim has, in its own topic or elsewhere in its sentence, half at least of the words of another one."""
    words, said = (stems(" ".join(names(filler))) for filler in (other, own))
    return 2 * len(words & (said | stems(claim.quote))) >= len(words)


def turned(match: Match) -> Match:
    """Return the match seen from the other side."""
    directed = match.relation in ("refines", "supersedes")
    return Match(match.relation, match.reason, not match.forward) if directed else match


def _compare(question: Question, left: Claim, right: Claim, case: Case) -> Match:
    """How the answers stand to each other, whatever the times at which they are told."""
    kind = question.kind
    if kind.answer is Answer.ROLE:
        return _compare_holders(question, left, right)
    if kind.answer is Answer.VALUE:
        return _compare_amounts(question, left, right, case)
    match = compare_dates(left.when, right.when)
    numbered = "when" in kind.question and all(
        role in claim.roles for role in kind.question if role != "when" for claim in (left, right)
    )
    is_once = kind.answer is Answer.WHEN and (numbered or not kind.recurs)
    if match.relation == "contradicts" and not is_once:
        return Match("not_comparable", Reason("other_time", match.reason.details))
    return match


def _compare_holders(question: Question, left: Claim, right: Claim) -> Match:
    """Who or what is named; of one and the same, what is known of its time."""
    role = question.kind.answer_role or ""
    first, second = left.roles.get(role), right.roles.get(role)
    if first is None and second is None:
        return compare_dates(left.when, right.when)
    if first is None or second is None:
        return Match("refines", Reason("name_missing"), forward=second is None)
    match = compare_fillers(question.kind, role, first, second)
    if match.relation != "same":
        return match
    a, b = days(left.when), days(right.when)
    if a is not None and b is not None and not a.overlaps(b):
        return Match(
            "same", Reason("same_at_two_times", {"first": left.when or "", "second": right.when or ""})
        )
    spans = "/" in (left.when or ""), "/" in (right.when or "")
    if question.kind.lasts and a is not None and b is not None and spans[0] != spans[1]:
        return Match("refines", Reason("span_given"), forward=spans[0])
    return compare_dates(left.when, right.when)


def _compare_amounts(question: Question, left: Claim, right: Claim, case: Case) -> Match:
    """The amounts, and of an event the dates as well: a part of a longer time has an amount of its own."""
    a, b = case.value(left), case.value(right)
    if a is not None and b is not None:
        match = compare_values(a, b)
    elif a is not None or b is not None:
        match = Match("refines", Reason("value_missing"), forward=a is not None)
    else:
        match = Match("same", Reason("same_answer"))
    if not question.kind.past or days(left.when) == days(right.when):
        return match
    if match.relation == "same":
        return compare_dates(left.when, right.when)
    if match.relation != "contradicts" and (left.when is None or right.when is None):
        return match
    if left.when is None or right.when is None:
        return Match("not_comparable", Reason("may_be_several"))
    return Match("not_comparable", Reason("other_time", {"first": left.when, "second": right.when}))


def _in_time(question: Question, left: Claim, right: Claim, match: Match, case: Case) -> Match:
    """Of what changes: a later answer supersedes another one; without the times nothing says whether it changed."""
    is_role = question.kind.answer is Answer.ROLE
    if match.relation in ("same", "not_comparable") or (is_role and match.relation != "contradicts"):
        return match
    if match.reason.code == "value_missing":
        return match
    first, second = told(left, case), told(right, case)
    if is_role:
        # Who is called a former holder is none as the text appears.
        first = _if_own(first) if is_former(left) else first
        second = _if_own(second) if is_former(right) else second
    if is_role and left.document == right.document and _is_person(question):
        # A text that names two holders does not say that both are in office as it appears.
        first, second = _if_own(first), _if_own(second)
    sequence = order(first, second)
    if is_role and first is not None and second is not None:
        sequence = _succession(question, left, first, right, second)
    if sequence in ("earlier", "later"):
        later, earlier = (left, right) if sequence == "later" else (right, left)
        return _supersede(question, later, earlier, case, forward=later is left)
    if match.relation == "contradicts" and sequence == "unknown":
        return Match("not_comparable", Reason("may_have_changed"))
    if match.relation == "contradicts" and not question.kind.alone:
        return Match("not_comparable", Reason("may_stand_together"))
    return match


def _is_person(question: Question) -> bool:
    return question.kind.roles.get(question.kind.answer_role or "") is RoleType.PERSON


def _if_own(time: Told | None) -> Told | None:
    return time if time is not None and time.own else None


def _succession(question: Question, left: Claim, first: Told, right: Claim, second: Told) -> Order:
    """Whether the left holder came earlier or later, was in office at `one` time with the right, or `unknown`."""
    a, b = tenure(left, first), tenure(right, second)
    if held_at_once(a, b):
        return "one"
    sequence = order(Told(a.begin, first.own), Told(b.begin, second.own))
    if sequence != "one":
        return sequence
    most = 0 if _is_person(question) else MONTH
    width = first.days.width
    return "one" if not (first.own or second.own) and width is not None and width <= most else "unknown"


def _supersede(question: Question, later: Claim, earlier: Claim, case: Case, forward: bool) -> Match:
    date = begin_text(later.when) if later.when else case.published(later) or ""
    a, b = case.value(later), case.value(earlier)
    if a is None or b is None:
        role = question.kind.answer_role or ""
        name = ", ".join(names(later.roles.get(role, ())))
        return Match("supersedes", Reason("superseded", {"later": name, "date": date}), forward)
    details = {"later": write(a), "earlier": write(b), "date": date}
    new, old = range_of(a), range_of(b)
    fell = new is not None and old is not None and new.high < old.low
    if question.kind.grows and fell and compare_values(a, b).relation == "contradicts":
        return Match("contradicts", Reason("count_fell", details))
    return Match("supersedes", Reason("superseded_value", details), forward)


def _deny(question: Question, claim: Claim, denial: Claim, case: Case) -> Match:
    """How a claim stands to the denial of it: `supersedes` forward where it became so after it was denied."""
    kind, role = question.kind, question.kind.answer_role
    denied, given = case.value(denial), case.value(claim)
    about = [compare_values(denied, given)] if denied is not None and given is not None else []
    if role is not None and role in denial.roles and role in claim.roles:
        about.append(compare_fillers(kind, role, denial.roles[role], claim.roles[role]))
    if any(match.relation in ("contradicts", "not_comparable") for match in about):
        return Match("not_comparable", Reason("denies_another"))
    if kind.past or (denied is not None and not question.changes):
        return Match("contradicts", Reason("denied"))
    if kind.recurs and compare_dates(claim.when, denial.when).relation == "contradicts":
        return Match("not_comparable", Reason("denies_another"))
    if kind.recurs and (claim.when is None) != (denial.when is None):
        return Match("not_comparable", Reason("denied_at_unknown_time"))
    if claim.when is not None and denial.when is not None and _overlap(claim.when, denial.when):
        return Match("contradicts", Reason("denied"))
    first, second = told(claim, case), told(denial, case)
    sequence = order(first, second)
    if sequence == "later":
        return Match("supersedes", Reason("denied_before"))
    if sequence == "earlier" and (kind.ends or kind.changes or kind.recurs):
        return Match("supersedes", Reason("denied_since"), forward=False)
    if sequence == "earlier" or (sequence == "one" and first and second and first.own == second.own):
        return Match("contradicts", Reason("denied"))
    return Match("not_comparable", Reason("denied_at_unknown_time"))


def _overlap(left: str, right: str) -> bool:
    a, b = begin(left), begin(right)
    return a is not None and b is not None and a.overlaps(b)


Rule = Callable[[Question, Claim, Claim, Case], Reason | None]


def by_two_statistics(question: Question, left: Claim, right: Claim, case: Case) -> Reason | None:
    """Each is by the statistics of one of the states."""
    first, second = (
        counted_by(claim, question.kind, case.cards.get(claim.document)) for claim in (left, right)
    )
    if first is None or second is None or first == second:
        return None
    return Reason("two_statistics", {"first": first, "second": second})


def counted_in_two_ways(question: Question, left: Claim, right: Claim, case: Case) -> Reason | None:
    """One document gives an estimate beside the number that it takes for certain."""
    one_document = left.document == right.document and left.stance != right.stance
    return Reason("estimate_beside_fact") if one_document and case.value(left) is not None else None


def of_other_things(question: Question, left: Claim, right: Claim, case: Case) -> Reason | None:
    """A word in one of the sentences makes its amount one of something else, or its date that of another one."""
    if qualifiers(left) == qualifiers(right):
        return None
    return Reason("tells_of_another" if case.value(left) is None else "counts_other_things")


def may_be_several(question: Question, left: Claim, right: Claim, case: Case) -> Reason | None:
    """There may be several of them, and nothing says that the two are one."""
    several = question.kind.several
    if several is None:
        return None
    sorts = {claim.roles.get(several.role) for claim in (left, right)}
    told_apart = several.by in left.roles and several.by in right.roles
    is_such = not several.terms or bool(sorts & set(several.terms))
    return Reason("may_be_several") if is_such and not told_apart else None


def without_a_title(question: Question, left: Claim, right: Claim, case: Case) -> Reason | None:
    """One is known by its sort alone («a joint declaration»), of which there may be many."""
    bare = any(has_no_subject(question.kind, claim.roles) for claim in (left, right))
    return Reason("without_a_title") if bare else None


MAY_BOTH_BE_RIGHT: tuple[Rule, ...] = (
    by_two_statistics,
    counted_in_two_ways,
    of_other_things,
    may_be_several,
    without_a_title,
)
"""The readings in which two answers that differ are both right, each with its reason."""
