"""The invented people of the demo room. Whoever is called المثال or Example does not exist."""

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.people.actions import accept_invitation, add_person, invite_person
from supportroom.people.models import Account, Person
from supportroom.people.tokens import new_token
from supportroom.people.vocabulary import ADDRESSEE, INTERPRETER, MAN, MEMBER, OBSERVER, OFFICE, TEAM, WOMAN

# key: name, role, language, organisation
PERSONAS: dict[str, tuple[str, str, str, str]] = {
    "team": ("Tala Example", TEAM, "en", "Implementing partner (invented)"),
    "facilitator": ("هالة المثال", MEMBER, "ar", "شبكة الزيتون (متخيَّلة)"),
    "rapporteur": ("كريم المثال", MEMBER, "ar", "دار الياسمين (متخيَّلة)"),
    "member": ("سلمى المثال", MEMBER, "ar", "ملتقى الفرات (متخيَّل)"),
    "shielded_member": ("نزار المثال", MEMBER, "ar", ""),
    "office": ("Omar Example", OFFICE, "en", "Envoy's office (invented)"),
    "addressee": ("Ada Example", ADDRESSEE, "en", "A donor (invented)"),
    "interpreter": ("إيمان المثال", INTERPRETER, "ar", ""),
    "observer": ("Olga Example", OBSERVER, "en", ""),
}
WOMEN = [
    "رنا",
    "لينا",
    "ميساء",
    "سمر",
    "هدى",
    "نور",
    "جمانة",
    "ريم",
    "دانا",
    "عبير",
    "نهى",
    "سوسن",
    "غادة",
    "رغد",
    "وفاء",
    "نجوى",
]
MEN = ["سامر", "فادي", "يزن", "عمار", "باسل", "رامي", "مازن", "أنس", "خالد", "زياد", "وائل", "حازم"]
FAMILIES = (
    "المثال",
    "التجربة",
    "المتخيَّل",
    "العيّنة",
    "النموذج",
    "الافتراض",
    "الحكاية",
    "التمرين",
    "المسودة",
    "البروفة",
    "الرواية",
    "التصوّر",
    "المشهد",
    "الفرضية",
    "اللوحة",
    "القصة",
)


def add_persona(key: str) -> Person:
    """Add one of the personas, with an account that only the one-click page of the demo opens."""
    name, role, language, organisation = PERSONAS[key]
    zone = "Europe/Zurich" if language == "en" else "Asia/Damascus"
    person = add_person(
        actor=SYSTEM, name=name, roles=(role,), language=language, organisation=organisation or None, time_zone=zone
    )
    invitation = invite_person(actor=SYSTEM, person=person, token=new_token())
    accept_invitation(actor=SYSTEM, invitation=invitation, email=f"{key}@example.org", password=new_token())
    return person


def invented(number: int) -> tuple[str, str]:
    """Give the name and gender of the invented person of this number (from 0): as many women as men, all different up to 384."""
    names = WOMEN if number % 2 == 0 else MEN
    place = number // 2
    gender = WOMAN if number % 2 == 0 else MAN
    return f"{names[place % len(names)]} {FAMILIES[place // len(names) % len(FAMILIES)]}", gender


def actor_for(person: Person) -> Actor:
    """Give the actor of an invented person, with or without an account."""
    return Actor(ref=person.ref, person_id=person.pk, roles=frozenset(person.roles))


def account_of(key: str) -> Account | None:
    """Give the account of a persona, or None before the demo room is built."""
    return Account.objects.at_address(f"{key}@example.org").select_related("person").first()
