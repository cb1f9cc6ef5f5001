"""What a room's rule says about a tally, with its reasons. Pure: the same numbers give the same answer.

Three kinds of rule:

* `consensus`: nobody cannot accept it;
* `consensus_minus`: at most `minus` people cannot accept it, and fewer than support it or can live with it;
* `share`: at least `share` per cent of those present, without those who stand aside, support it or can live with it.

For all three at least `quorum` per cent of those present must have answered, whatever they answered, and at least one
must support it or be able to live with it: silence and standing aside carry nothing. The edges: where nobody answers it
remains; who stands aside counts for the quorum and for nothing else; where more answered than were counted as present,
all who answered count as present (so a present of nought is what the room forgot to count). One person more who
supports it, or one who moves from an objection towards support, never turns agreed into remaining.
"""

from collections.abc import Mapping
from dataclasses import dataclass

CONSENSUS, CONSENSUS_MINUS, SHARE = "consensus", "consensus_minus", "share"
AGREED, REMAINING = "agreed", "remaining"


@dataclass(frozen=True)
class Rule:
    """A room's rule; `share` and `quorum` are per cent of those present."""

    kind: str = CONSENSUS
    minus: int = 0
    share: int = 75
    quorum: int = 50


@dataclass(frozen=True)
class Tally:
    """How many gave each answer, and how many were counted as present."""

    support: int = 0
    live_with: int = 0
    stand_aside: int = 0
    cannot_accept: int = 0
    present: int = 0

    @property
    def consenting(self) -> int:
        """Those who support it or can live with it."""
        return self.support + self.live_with

    @property
    def answered(self) -> int:
        """All who answered."""
        return self.consenting + self.stand_aside + self.cannot_accept

    @property
    def in_the_room(self) -> int:
        """Those present: as counted, and never fewer than answered."""
        return max(self.present, self.answered)


@dataclass(frozen=True)
class Ground:
    """A reason of a result: its code (worded in `vocabulary.GROUNDS`) and the numbers in it."""

    code: str
    numbers: Mapping[str, int]


@dataclass(frozen=True)
class Result:
    """What the rule says: `agreed` or `remaining`, and why."""

    outcome: str
    reasons: tuple[Ground, ...]


def judge(rule: Rule, tally: Tally) -> Result:
    """Apply the rule to the tally; ValueError for a kind of rule that does not exist."""
    if rule.kind not in _JUDGES:
        raise ValueError(rule.kind)
    outcome, ground = _without_weight(rule, tally) or _JUDGES[rule.kind](rule, tally)
    return Result(outcome, (ground, *_remarks(tally)))


def _without_weight(rule: Rule, tally: Tally) -> tuple[str, Ground] | None:
    """Give why the answers cannot carry a decision, whatever they are; None where they can."""
    if not tally.answered:
        return REMAINING, Ground("nobody_answered", {})
    if tally.answered * 100 < rule.quorum * tally.in_the_room:
        numbers = {"answered": tally.answered, "present": tally.in_the_room, "quorum": rule.quorum}
        return REMAINING, Ground("no_quorum", numbers)
    if not tally.consenting:
        return REMAINING, Ground("nobody_supports", {})
    return None


def _by_consensus(_rule: Rule, tally: Tally) -> tuple[str, Ground]:
    if tally.cannot_accept:
        return REMAINING, Ground("objections", {"objections": tally.cannot_accept, "allowed": 0})
    return AGREED, Ground("nobody_objects", {})


def _by_consensus_minus(rule: Rule, tally: Tally) -> tuple[str, Ground]:
    numbers = {"objections": tally.cannot_accept, "allowed": rule.minus}
    if not tally.cannot_accept:
        return AGREED, Ground("nobody_objects", {})
    if tally.cannot_accept > rule.minus:
        return REMAINING, Ground("objections", numbers)
    if tally.cannot_accept >= tally.consenting:
        return REMAINING, Ground("objections_outweigh", {})
    return AGREED, Ground("objections_within", numbers)


def _by_share(rule: Rule, tally: Tally) -> tuple[str, Ground]:
    counted = tally.in_the_room - tally.stand_aside
    numbers = {"consenting": tally.consenting, "counted": counted, "share": rule.share}
    if tally.consenting * 100 >= rule.share * counted:
        return AGREED, Ground("share_reached", numbers)
    return REMAINING, Ground("share_missed", numbers)


_JUDGES = {CONSENSUS: _by_consensus, CONSENSUS_MINUS: _by_consensus_minus, SHARE: _by_share}


def _remarks(tally: Tally) -> tuple[Ground, ...]:
    remarks = []
    if tally.stand_aside:
        remarks.append(Ground("stood_aside", {"aside": tally.stand_aside}))
    if tally.answered > tally.present:
        remarks.append(Ground("more_answered", {}))
    return tuple(remarks)
