"""What the people of the main job say: every text in Arabic and in English, all of it invented for the tests."""

from typing import NamedTuple


class Said(NamedTuple):
    """A text in both languages."""

    ar: str
    en: str

    def in_(self, language: str) -> str:
        """Give the text in one of the two."""
        return self.ar if language == "ar" else self.en


def other(language: str) -> str:
    """Give the language that is not this one."""
    return "en" if language == "ar" else "ar"


TITLE = Said("جولة الاختبار لهذا اليوم", "Trial round of this day")
PLACE = Said("قاعة مستعارة في غازي عنتاب", "A borrowed hall in Gaziantep")
PURPOSE = Said("نجرّب الجولة من أولها إلى آخرها.", "We try a round from its beginning to its end.")
ORGANISERS = Said("شريك تنفيذي متخيَّل", "An invented implementing partner")
GROUP = Said("مجموعة الاختبار", "Trial group of the day")
SESSIONS = (
    Said("التشاور المغلق الأول", "First closed consultation"),
    Said("التشاور المغلق التالي", "Closed consultation that follows"),
    Said("جلسة قراءة التقرير", "Session that reads the report"),
)
PILLARS = (
    Said("التعليم", "Schooling"),
    Said("المياه", "Water"),
    Said("الصحة", "Health"),
    Said("العودة الطوعية", "Return by choice"),
    Said("المفقودون", "The missing"),
    Said("العمل", "Work"),
    Said("السكن", "Housing"),
    Said("الوثائق الشخصية", "Personal papers"),
    Said("مشاركة النساء", "Participation of women"),
    Said("الشباب", "Young people"),
)
ASKS = (
    Said("سجل علني يُظهر ما أُنجز في باب {0} كل ثلاثة أشهر", "A public register that shows what was done: {0}"),
    Said("لجنة تضم أصحاب الشأن تتابع باب {0} مع المانحين", "A committee of those concerned that follows it: {0}"),
    Said("تمويل معلن لعامين على الأقل في باب {0}", "Funding announced for two years at least: {0}"),
    Said("جهة مستقلة تستقبل الشكاوى في باب {0} وتجيب عنها", "An independent desk that answers complaints: {0}"),
)  # fmt: skip
SIZES = (4, 4, 3, 3, 3, 3, 3, 3, 3, 4)
DISPUTED = (3, 7, 10, 13, 16, 19, 22, 25)
STILL_DISPUTED = (3, 25)
MISTAKE = Said("، والكلمة هذه خطأ مطبعي", ", and this word is a slip of the pen")
LUNCH = Said("استراحة للغداء عند الواحدة", "A break for lunch at one o'clock")
WITHDRAWN = Said("نقطة رُفعت على عجل ثم سُحبت", "A point raised in haste and taken back")
FURTHER = Said("نعيد صياغتها قبل الجلسة التالية", "To be worded anew before the next session")
UNSETTLED = Said("تبقى مفتوحة للجولة القادمة", "It stays open for the next round")
ADDRESSEES = (Said("مكتب المبعوث", "The Envoy's office"), Said("المانحون", "The donors"))
TITLES = (
    Said("بيان إلى مكتب المبعوث", "Statement to the Envoy's office"),
    Said("بيان إلى المانحين", "Statement to the donors"),
)
OPENING = Said(
    "نحن المشاركين في هذه الجولة نضع أمامكم ما اتفقنا عليه.", "We who took part put before you what we agreed."
)
EDITED = Said(
    "نطلب سجلاً علنياً واحداً يغطي كل الأبواب المتفق عليها.",
    "We ask for one public register that covers every agreed matter.",
)
REPLY = Said("وصلنا البيان وسنجيب عنه بنداً بنداً.", "We have the statement and will answer it item by item.")
REPORTED = Said(
    "عُقدت الجولة تجربةً لمسارها الكامل، من أول نقطة إلى هذا التقرير.",
    "The round was held as a trial of its whole course, from the first point to this report.",
)


def objection(place: int, who: str) -> Said:
    """Give the reason of one person against the point at this place, like no other reason."""
    return Said(f"اعتراض لا يشبه غيره، رمزه {who[0]}{place}", f"An objection like no other, marked {who[0]}{place}")


def points() -> list[tuple[Said, Said]]:
    """List the thirty-three points, each with its pillar."""
    return [
        (pillar, Said(ask.ar.format(pillar.ar), ask.en.format(pillar.en.lower())))
        for pillar, size in zip(PILLARS, SIZES, strict=True)
        for ask in ASKS[:size]
    ]


def file_of_points(language: str) -> bytes:
    """Write the points as a file in one language: a slip in the first, something that is no point at the end."""
    lines, number = [], 0
    for pillar, size in zip(PILLARS, SIZES, strict=True):
        lines += ["", f"## {pillar.in_(language)}", ""]
        for ask in range(size):
            words = points()[number][1].in_(language) + (MISTAKE.in_(language) if number == 0 else "")
            lines.append(f"{numeral(ask + 1, language)} {words}.")
            number += 1
    lines.append(f"{numeral(SIZES[-1] + 1, language)} {LUNCH.in_(language)}.")
    return "\n".join(lines).encode()


def numeral(number: int, language: str) -> str:
    """Number an item as it is done in a language."""
    return f"{chr(0x0660 + number)}-" if language == "ar" else f"{number}."


def file_of_people(language: str) -> bytes:
    """Write six invented participants as a table."""
    group = GROUP.in_(language)
    heads = "الاسم,المجموعة,النوع الاجتماعي,الإقامة" if language == "ar" else "name,group,gender,residence"
    names = ("رؤى التجربة", "مها التجربة", "هند التجربة", "وليد التجربة", "جاد التجربة", "كنان التجربة")
    genders = ("امرأة", "رجل") if language == "ar" else ("woman", "man")
    rows = [f"{name},{group},{genders[place // 3]},Gaziantep" for place, name in enumerate(names)]
    return "\n".join([heads, *rows]).encode()
