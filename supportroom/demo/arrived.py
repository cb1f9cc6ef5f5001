"""A document on its way into the register: notes of an earlier meeting, invented, which nobody has looked through yet."""

from supportroom.files.cleaning import clean, read_cleaned
from supportroom.intake.actions import bring_document
from supportroom.kernel.actors import Actor

NAME = "2019-notes.md"
LANGUAGE = "ar"
NOTES = """\
# لقاء المنظمات العاملة في المدن

١٤ أيلول ٢٠١٩

## ما نوقش

تحدّث المشاركون عن الأوراق التي فقدها الناس حين تركوا بيوتهم، وعن المدارس التي لا تعترف بشهادات غيرها.

## الوثائق والملكية

أوصت المجموعة بما يلي:

1. فتح مكاتب لتسجيل الولادات والزيجات في كل مدينة عاد إليها أهلها.
2. قبول ما لدى الناس من إيصالات وعقود قديمة دليلاً على الملكية إلى أن يُنظر فيها.
3. نشر قائمة بما فُقد من سجلات المدن.

## التعليم

طلب المشاركون من المانحين:

1. تمويل دورات لاستدراك السنوات التي ضاعت على التلاميذ.
2. دعم الاعتراف المتبادل بالشهادات بين المناطق.
"""


def build(team: Actor) -> None:
    """Bring it in as the team would."""
    file = clean(NAME, NOTES.encode())
    bring_document(actor=team, file=file, source=read_cleaned(file), language=LANGUAGE)
