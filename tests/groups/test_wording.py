"""The reasons in words: everything for the team, nothing that points at somebody in what is published."""

import pytest
from django.utils.translation import override

from supportroom.groups.appointing import Aim, Ground, Stander, propose
from supportroom.groups.wording import in_words, published_reason
from supportroom.kernel.actors import SYSTEM
from supportroom.people.actions import add_competence
from supportroom.room.models import Room
from tests.factories.rounds import words


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_reason_has_its_words_in_each_language(language: str, room: Room) -> None:
    law = add_competence(actor=SYSTEM, name=words("Law", "القانون"))
    full = Stander(1, frozenset({law.pk}), 9, has_works=True, lives_in="TR", works_in="LB",
                   traits=frozenset({"women:"}), has_conflict=True)  # fmt: skip
    standers = [full, Stander(2, lives_in="TR", works_in="LB"), Stander(3)]
    proposal = propose(standers, Aim(frozenset({law.pk}), 3, {"women:": 30}))
    one_place = propose([full], Aim(seats=3), seated=[full]).notes
    more = [Ground("candidates", {"count": 3}), Ground("departures", {"count": 1}), Ground("as_ranked")]
    with override(language):
        names = {str(law.pk): str(law.name.said_in(language))}
        for ground in [*(g for each in proposal.placed for g in each.grounds), *proposal.notes, *one_place, *more]:
            said = in_words(ground, names)
            assert said
            assert "%(" not in said


def test_a_published_reason_names_no_place_and_no_trait(room: Room) -> None:
    law = add_competence(actor=SYSTEM, name=words("Law", "القانون"))
    stander = Stander(1, frozenset({law.pk}), 9, has_works=True, lives_in="SY-ID", works_in="SY-HL",
                      traits=frozenset({"displaced:", "region:SY-ID"}), has_conflict=True)  # fmt: skip
    aim = Aim(frozenset({law.pk}), 3, {"displaced:": 30, "region:SY-ID": 30})
    reason = published_reason(propose([stander], aim).placed[0])
    said = " ".join(reason.texts.values())
    assert set(reason.texts) == {"ar", "en"}
    assert "Law" in reason.texts["en"]
    assert "القانون" in reason.texts["ar"]
    for word in ("Idlib", "Aleppo", "إدلب", "حلب", "displaced", "9"):
        assert word not in said
