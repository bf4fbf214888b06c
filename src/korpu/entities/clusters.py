"""From mentions and people's judgements to entities: what is joined, by which reason, and what must be asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import combinations
from typing import Literal

import msgspec

from korpu.entities.candidates import find_candidates, have_common_word
from korpu.entities.context import Context, overlap
from korpu.entities.mentions import Mention
from korpu.entities.names import likeness, relate, weigh
from korpu.entities.verdict import Likeness, Verdict
from korpu.entities.words import plain
from korpu.kinds import EntityType

RULES = "korpu"
"""The author of what the rules join."""


class Judgement(msgspec.Struct, frozen=True):
    """What a person decided: the names on the left are (not) those on the right. A later one holds against an earlier.

    Attributes:
        left, right: ids of mentions.
    """

    sameness: Literal["same", "different"]
    left: frozenset[str]
    right: frozenset[str]
    author: str | None = None
    because: str | None = None


class Link(msgspec.Struct, frozen=True):
    """Why two names are one, or may be: ids of mentions, left before right, with the author of the verdict."""

    left: str
    right: str
    verdict: Verdict
    author: str = RULES


class Entity(msgspec.Struct, frozen=True):
    """One thing under all its names.

    Attributes:
        id: the least of the ids of its names; any of them finds it.
        name: the fullest of its names.
        spellings: its names as they are written, each once, sorted.
        mentions: where they stand.
        links: why they are one: for each spelling after the first, what joined it.
    """

    id: str
    type: EntityType
    name: str
    spellings: tuple[str, ...]
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...] = ()

    @property
    def context(self) -> Context:
        """All that is known of it."""
        known = self.mentions[0].context
        for mention in self.mentions[1:]:
            known |= mention.context
        return known

    def among(self, claims: Set[str]) -> Entity | None:
        """Return the entity with its names in these claims only; None where it has none there."""
        mentions = tuple(mention for mention in self.mentions if mention.claim in claims)
        ids = {mention.id for mention in mentions}
        links = tuple(link for link in self.links if link.left in ids and link.right in ids)
        return _entity(self.type, mentions, links) if mentions else None


def _entity(type: EntityType, mentions: tuple[Mention, ...], links: tuple[Link, ...]) -> Entity:
    """Return the entity of mentions, which are sorted, under the fullest of their names."""
    counts = Counter(mention.name for mention in mentions)
    name = min(counts, key=lambda name: (-len(name.split()), "." in name, -counts[name], name))
    return Entity(mentions[0].id, type, name, tuple(sorted(counts)), mentions, links)


class Entities(msgspec.Struct, frozen=True):
    """What the mentions come to: entities sorted by type, name and id; and the pairs of names that only a person can decide."""

    entities: tuple[Entity, ...]
    doubts: tuple[Link, ...]


class Node(msgspec.Struct, frozen=True):
    """Mentions that need not be told apart: of one spelling, of which the same is known."""

    id: str
    type: EntityType
    name: str
    context: Context
    mentions: tuple[Mention, ...]


def find_entities(mentions: Iterable[Mention], judgements: Sequence[Judgement] = ()) -> Entities:
    """Return what the mentions name. The order of the mentions does not matter, that of the judgements does.

    What people judged comes first. Then names are joined by the rules, the surest first, but never two of which conflicting
    things are known, nor two that one sentence tells apart, nor a name that would fit two entities that are not one.
    """
    clusters = _Clusters(_nodes(mentions, judgements), judgements)
    clusters.join_judged()
    for links in clusters.links_by_strength():
        clusters.join(links)
    return clusters.result()


def _nodes(mentions: Iterable[Mention], judgements: Sequence[Judgement]) -> list[Node]:
    """Put mentions together; those that people judged stay by themselves."""
    judged = frozenset[str]().union(*(one.left | one.right for one in judgements))
    groups: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        known = mention.context
        posts = frozenset((fact.office, fact.state, fact.host) for fact in known.facts)
        own = mention.id if mention.id in judged or mention.type == "agreement" else ""
        dates = frozenset(f.when for f in known.facts) if mention.type == "agreement" else None
        parties = frozenset[str]() if known.states and mention.type == "person" else known.parties
        group = (mention.type, mention.key, plain(mention.name), posts, parties, own, dates)
        groups[group].append(mention)
    nodes = []
    for members in groups.values():
        members.sort(key=lambda one: (one.id, one.claim, one.role))
        context = members[0].context
        for member in members[1:]:
            context |= member.context
        first = members[0]
        nodes.append(Node(first.id, first.type, first.name, context, tuple(members)))
    return sorted(
        nodes, key=lambda node: (node.type, node.id, node.name, repr(sorted(map(repr, node.context.facts))))
    )


Block = tuple[EntityType, str]
"""A type and a key: only names of one block are compared."""

Name = tuple[Block, str]
"""A name with its block."""


def _block(node: Node) -> Block:
    return node.type, node.mentions[0].key


Step = tuple[int, int, Verdict]
"""Two nodes that a verdict would join."""


def _pairs(ones: list[int], others: list[int]) -> Iterator[tuple[int, int]]:
    if ones is others:
        yield from combinations(ones, 2)
    else:
        yield from ((min(one, other), max(one, other)) for one in ones for other in others)


class _Clusters:
    """Entities in the making: each node's root, and of each root its nodes, what is known and what may not join it."""

    def __init__(self, nodes: list[Node], judgements: Sequence[Judgement]) -> None:
        self.nodes = nodes
        self.judgements = judgements
        self.root = list(range(len(nodes)))
        self.members = {number: [number] for number in self.root}
        self.context = {number: node.context for number, node in enumerate(nodes)}
        self.of_id: dict[str, list[int]] = defaultdict(list)
        self.apart: dict[int, set[int]] = defaultdict(set)
        self.joined: list[tuple[int, int, Verdict, str]] = []
        self.doubts: dict[tuple[int, int], Verdict] = {}
        self.names = {number: {(_block(node), node.name)} for number, node in enumerate(nodes)}
        self.excused: set[frozenset[str]] = set()
        for number, node in enumerate(nodes):
            for id in {mention.id for mention in node.mentions}:
                self.of_id[id].append(number)
        for numbers in self.of_id.values():
            for other in numbers[1:]:
                self._unite(numbers[0], other, Verdict("same", "same_document"), RULES)
        self._tell_apart_within_claims()
        self._tell_apart_within_lists()

    def _tell_apart_within_claims(self) -> None:
        """Names in one claim are of two: a meeting's participants, twin cities."""
        in_claim: dict[tuple[str, EntityType], set[int]] = defaultdict(set)
        for number, node in enumerate(self.nodes):
            for mention in node.mentions:
                in_claim[mention.claim, node.type].add(number)
        for numbers in in_claim.values():
            for one, other in combinations(sorted(numbers), 2):
                if plain(self.nodes[one].name) != plain(self.nodes[other].name):
                    self._keep_apart(one, other)

    def _tell_apart_within_lists(self) -> None:
        """Two holders of one post at two times, in one document, are two: it lists them."""
        holders: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
        for number, node in enumerate(self.nodes):
            for mention in node.mentions if node.type == "person" else ():
                for fact in mention.context.facts:
                    if fact.when and (fact.host or "." in fact.office):
                        post = (mention.document, fact.office, fact.state, fact.host)
                        holders[post].append((fact.when, number))
        for dated in holders.values():
            for (when, one), (other_when, other) in combinations(sorted(dated), 2):
                two = plain(self.nodes[one].name) != plain(self.nodes[other].name)
                if two and overlap(when, other_when) is None:
                    self._keep_apart(one, other)

    def _keep_apart(self, one: int, other: int) -> None:
        self.apart[one].add(other)
        self.apart[other].add(one)

    def join_judged(self) -> None:
        """Join what people said is one, and keep apart what they said is not."""
        decided: dict[tuple[int, int], Judgement] = {}
        for judgement in self.judgements:
            left = [number for id in sorted(judgement.left) for number in self.of_id.get(id, ())]
            right = [number for id in sorted(judgement.right) for number in self.of_id.get(id, ())]
            for pair in ((min(a, b), max(a, b)) for a in left for b in right if a != b):
                decided[pair] = judgement
        for one, other in sorted(decided):
            judgement = decided[one, other]
            if judgement.sameness == "same":
                verdict = Verdict("same", "judged_same", {"because": judgement.because or "–"})
                self.apart[one].discard(other)
                self.apart[other].discard(one)
                self._unite(one, other, verdict, judgement.author or "")
                # Two names of one person, then: new mentions of either are not kept apart by how they are written.
                self.excused.add(frozenset((plain(self.nodes[one].name), plain(self.nodes[other].name))))
        for one, other in sorted(decided):
            if decided[one, other].sameness == "different":
                self._keep_apart(one, other)

    def links_by_strength(self) -> Iterator[list[Step]]:
        """Yield what the rules would join: whole names in one office, then whole names, then shortened ones."""
        blocks: dict[Block, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, node in enumerate(self.nodes):
            blocks[_block(node)][node.name].append(number)
        levels: tuple[list[Step], ...] = ([], [], [])
        for (type, _), block in blocks.items():
            for name, other_name in find_candidates(type, sorted(block)):
                alike = likeness(type, name, other_name)
                if alike.how == "none":
                    continue
                for one, other in _pairs(block[name], block[other_name]):
                    self._weigh(one, other, alike, levels)
        yield from levels

    def _weigh(self, one: int, other: int, alike: Likeness, levels: tuple[list[Step], ...]) -> None:
        a, b = self.nodes[one], self.nodes[other]
        related = relate(a.type, a.context, b.context)
        verdict = weigh(alike, related)
        if verdict.sameness == "same":
            level = 2 if alike.how != "full" else 0 if related.relation == "shared" else 1
            levels[level].append((one, other, verdict))
        elif verdict.sameness == "unsure":
            self.doubts[one, other] = verdict

    def join(self, links: list[Step]) -> None:
        """Join by links of one strength, but for those that fit several entities that cannot be one."""
        torn = self._torn(links)
        for one, other, verdict in sorted(links, key=lambda link: link[:2]):
            a, b = self.root[one], self.root[other]
            if a == b:
                continue
            found = self._conflict(a, b)
            if found is None and torn & {a, b}:
                found = Verdict("unsure", "several_fit")
            if found is None:
                self._unite(one, other, verdict, RULES)
            else:
                self.doubts[one, other] = found

    def _torn(self, links: list[Step]) -> set[int]:
        """The entities in the making that would be joined to two that cannot be one."""
        reaches: dict[int, set[int]] = defaultdict(set)
        for one, other, _ in links:
            a, b = self.root[one], self.root[other]
            if a != b and self._conflict(a, b) is None:
                reaches[a].add(b)
                reaches[b].add(a)
        cannot: dict[tuple[int, int], bool] = {}
        torn = set()
        for a, others in reaches.items():
            for pair in combinations(sorted(others), 2):
                if pair not in cannot:
                    cannot[pair] = self._conflict(*pair) is not None
                if cannot[pair]:
                    torn.add(a)
                    break
        return torn

    def _conflict(self, a: int, b: int) -> Verdict | None:
        """Why two entities in the making may not be joined, None where they may."""
        a, b = sorted((self.root[a], self.root[b]), key=lambda root: len(self.members[root]))
        if any(self.root[other] == b for member in self.members[a] for other in self.apart.get(member, ())):
            return Verdict("different", "told_apart")
        if any(self._are_two(name, other) for name in self.names[a] for other in self.names[b]):
            return Verdict("different", "told_apart")
        related = relate(self.nodes[a].type, self.context[a], self.context[b])
        return Verdict("unsure", related.code, related.details) if related.relation == "conflict" else None

    def _are_two(self, name: Name, other: Name) -> bool:
        """Whether two names that have one key and a word in common are not alike; what people said of them is past doubt."""
        return (
            name[0] == other[0]
            and name != other
            and have_common_word(name[1], other[1])
            and likeness(name[0][0], name[1], other[1]).how == "none"
            and frozenset((plain(name[1]), plain(other[1]))) not in self.excused
        )

    def _unite(self, one: int, other: int, verdict: Verdict, author: str) -> None:
        a, b = sorted((self.root[one], self.root[other]))
        if a == b:
            return
        for member in self.members[b]:
            self.root[member] = a
        self.members[a] += self.members.pop(b)
        self.context[a] |= self.context.pop(b)
        self.names[a] |= self.names.pop(b)
        self.joined.append((one, other, verdict, author))

    def result(self) -> Entities:
        """Return the entities, and the doubts that are left between them."""
        links: dict[int, list[Link]] = defaultdict(list)
        for one, other, verdict, author in self.joined:
            if plain(self.nodes[one].name) != plain(self.nodes[other].name) or author != RULES:
                links[self.root[one]].append(self._link(one, other, verdict, author))
        entities = [self._entity(root, members, links[root]) for root, members in self.members.items()]
        return Entities(
            tuple(sorted(entities, key=lambda entity: (entity.type, entity.name, entity.id))),
            tuple(self._doubts()),
        )

    def _doubts(self) -> Iterator[Link]:
        """The doubts between two entities, one for each two; none where a person or a sentence has told them apart."""
        seen = set()
        for (one, other), verdict in sorted(self.doubts.items()):
            pair = frozenset((self.root[one], self.root[other]))
            if len(pair) == 2 and pair not in seen and verdict.sameness == "unsure":
                seen.add(pair)
                found = self._conflict(one, other)
                if found is None or found.sameness == "unsure":
                    yield self._link(one, other, found or verdict, RULES)

    def _link(self, one: int, other: int, verdict: Verdict, author: str) -> Link:
        left, right = sorted((self.nodes[one].id, self.nodes[other].id))
        return Link(left, right, verdict, author)

    def _entity(self, root: int, members: list[int], links: list[Link]) -> Entity:
        mentions = sorted(
            (mention for member in members for mention in self.nodes[member].mentions),
            key=lambda mention: (mention.id, mention.claim, mention.role),
        )
        return _entity(self.nodes[root].type, tuple(mentions), tuple(links))
