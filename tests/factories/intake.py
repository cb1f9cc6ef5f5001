"""Documents on their way in: written in our own words with the shapes that such documents have, brought by actions."""

from supportroom.files.cleaning import Cleaned, clean, read_cleaned
from supportroom.files.vocabulary import TEXT
from supportroom.intake.actions import bring_document
from supportroom.intake.models import Intake, IntakeGroup, IntakeItem
from supportroom.kernel.actors import SYSTEM
from supportroom.reading.source import read_source

REPORT = """\
# Meeting of the northern committees

12-13 May 2019

## Participants

- Bakers' Association of the Valley
- Centre for Open Archives
- Network of Mountain Schools

## Water

The participants discussed how wells are shared. They raised these points:

- Two wells in three stand idle since the winter.
- Trucks come on some days and not on others.

The group recommended the following:

1. Publishing each week which wells can be used.
2. Repairing the pumps of the eastern villages before autumn.
3. Training two people in every village to look after a pump.

## Schools

The group called on the donors to:

1. Pay teachers by the term instead of by the month.
2. Open one school in each valley to pupils who cannot walk.
"""
ARABIC = """\
محضر لقاء لجان الشمال

١٢ أيار ٢٠١٩

المشاركون:

- جمعية خبازي الوادي
- مركز الأرشيف المفتوح

أوصت المجموعة بما يلي:

(١) نشر جدول أسبوعي بالآبار الصالحة للاستعمال.

(٢) إصلاح مضخات القرى الشرقية قبل الخريف.

(٣) تدريب شخصين في كل قرية على صيانة المضخة.
"""


def a_text(words: str = REPORT, name: str = "northern-committees-2019-05.txt") -> Cleaned:
    """Give a cleaned text without asking the child process."""
    return Cleaned(name, TEXT, words.encode())


def an_intake(words: str = REPORT, *, name: str = "northern-committees-2019-05.txt", language: str = "en") -> Intake:
    """Bring a text in: five recommendations under two headings, unless other words are given."""
    file = a_text(words, name)
    source = read_source(name, file.content)
    return bring_document(actor=SYSTEM, file=file, source=source, language=language)


def an_intake_of(name: str, content: bytes, language: str = "en") -> Intake:
    """Bring a file of any kind in as the page does: cleaned and read in the child process."""
    file = clean(name, content)
    return bring_document(actor=SYSTEM, file=file, source=read_cleaned(file), language=language)


def groups_of(intake: Intake) -> list[IntakeGroup]:
    """Give an intake's lists in order."""
    return list(intake.groups.all())


def taken_in(intake: Intake) -> list[IntakeItem]:
    """Give what is marked to be recorded, in order."""
    rows = IntakeItem.objects.filter(group__intake=intake, is_taken=True).select_related("group")
    return list(rows.order_by("group__position", "position"))
