"""The invented members who registered for the round that is being prepared, with what they say of themselves."""

from supportroom.demo.people import actor_for, invented
from supportroom.kernel.actors import SYSTEM
from supportroom.people.actions import add_person, set_profile
from supportroom.people.models import Competence, Person
from supportroom.people.vocabulary import ABROAD, DISPLACED, INSIDE, MAN, MEMBER, WOMAN

FIRST = 150  # the numbers below belong to the people of earlier rounds
ORGANISATIONS = (
    "بيت الجسر (متخيَّل)",
    "رابطة الضفتين (متخيَّلة)",
    "شبكة القرى (متخيَّلة)",
    "نادي القرّاء (متخيَّل)",
    "حقوق بلا حدود المثال (متخيَّلة)",
    "مطبخ الحي (متخيَّل)",
    "",
)
REGIONS = (
    ("SY-HL", INSIDE), ("SY-ID", DISPLACED), ("TR-27", ABROAD), ("SY-HA", INSIDE), ("SY-HL", INSIDE), ("SY-ID", DISPLACED),
    ("LB-BA", ABROAD), ("TR-27", ABROAD), ("SY-HL", INSIDE), ("SY-ID", DISPLACED), ("DE", ABROAD), ("SY-DR", INSIDE),
)  # fmt: skip
AGES = ("25_34", "35_49", "under_25", "50_64", "35_49", "25_34", "over_64")
TONGUES = (["ar"], ["ar", "en"], ["ar", "ku"], ["ar", "tr"])
SILENT, DISABLED = 9, 31  # every ninth says nothing, every thirty-first lives with a disability
PERSONAS_SAY = {
    "facilitator": ("SY-HL", DISPLACED, WOMAN, "35_49"),
    "rapporteur": ("TR-27", ABROAD, MAN, "35_49"),
    "member": ("SY-ID", DISPLACED, WOMAN, "25_34"),
    "shielded_member": ("SY-HA", INSIDE, MAN, "under_25"),
}


def add_members(count: int, fields: list[Competence]) -> list[Person]:
    """Add so many invented members with their profiles."""
    return [_member(number, fields) for number in range(count)]


def _member(number: int, fields: list[Competence]) -> Person:
    name, gender = invented(FIRST + number)
    organisation = ORGANISATIONS[number % len(ORGANISATIONS)] or None
    person = add_person(actor=SYSTEM, name=name, roles=(MEMBER,), organisation=organisation)
    if number % SILENT == SILENT - 1:
        return person
    region, situation = REGIONS[number // 2 % len(REGIONS)]
    set_profile(
        actor=actor_for(person),
        person=person,
        region=region,
        situation=situation,
        gender=gender,
        age_band=AGES[number // 2 % len(AGES)],
        disability="yes" if number % DISABLED == 0 else "no",
        languages=TONGUES[number % len(TONGUES)],
        competences=[fields[number % len(fields)]],
    )
    return person


def say_of_personas(people: dict[str, Person], fields: list[Competence]) -> None:
    """Let the personas who are members fill in their profiles."""
    for place, (key, (region, situation, gender, age)) in enumerate(PERSONAS_SAY.items()):
        set_profile(
            actor=actor_for(people[key]),
            person=people[key],
            region=region,
            situation=situation,
            gender=gender,
            age_band=age,
            disability="no",
            languages=["ar"],
            competences=[fields[place]],
        )
