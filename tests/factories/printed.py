"""PDFs as printers make them, set with the room's own fonts: one column or two, English or Arabic, running heads."""

import typst

from supportroom.rendering.pdf import fonts

PAGE = (
    '#set page(width: 420pt, height: 500pt, margin: 50pt, columns: {columns}, header: [{head}], numbering: "1 / 1")\n'
)
TEXT = '#set text(font: ("Source Serif 4", "Amiri"), size: 10pt, lang: "{language}")\n#set par(justify: true)\n'


def printed(markup: str, *, columns: int = 1, language: str = "en", head: str = "") -> bytes:
    """Set typst's markup: `= Heading`, `+ numbered`, `- bullet`, empty lines between paragraphs."""
    source = PAGE.format(columns=columns, head=head) + TEXT.format(language=language) + markup
    return typst.compile(source.encode(), format="pdf", font_paths=fonts())


RIVER = """
#place(top, scope: "parent", float: true)[#text(20pt)[Outcomes of the river dialogue]]
= Background
The river changed its bed two winters ago. Since then nobody knows who may fish where, and who repairs what the water
takes. The villages have written many letters, and few were answered by anybody at all.

= Findings
- Three landing places were washed away, and have not been built again since that winter.
- The ferry runs on one day in the week, although two hundred people need it.

= Recommendations
The dialogue recommended:

+ Rebuilding the three landing places before the next winter, with the help of the people who use them.
+ Running the ferry on five days a week, and on market days twice, at a price that pupils can pay.
+ Drawing a map of fishing grounds that all nine villages sign, and keeping a copy in each school.
+ Naming one person in the district office to whom questions about the river can be sent in writing.

= Who took part
- Boat Builders' Union
- Ferry Women's Circle
- Upper Villages Council
"""
RIVER_ASKS = [
    "Rebuilding the three landing places before the next winter, with the help of the people who use them.",
    "Running the ferry on five days a week, and on market days twice, at a price that pupils can pay.",
    "Drawing a map of fishing grounds that all nine villages sign, and keeping a copy in each school.",
    "Naming one person in the district office to whom questions about the river can be sent in writing.",
]
ARABIC_RIVER = """
#place(top, scope: "parent", float: true)[#text(20pt)[مخرجات حوار النهر]]
= خلفية
غير النهر مجراه قبل شتاءين، ومنذ ذلك الحين لا يعرف أحد من يحق له الصيد وأين، ولا من يصلح ما يأخذه الماء. كتبت القرى
رسائل كثيرة في عام 2021 ولم يصلها إلا القليل من الردود (ثلاثة).

= ملاحظات
- جرفت المياه ثلاثة مراس ولم تبن من جديد.
- تعمل العبارة يوما واحدا في الأسبوع.

= التوصيات
أوصى الحوار بما يلي:

+ إعادة بناء المراسي الثلاثة قبل الشتاء القادم بمساعدة من يستعملونها.
+ تشغيل العبارة خمسة أيام في الأسبوع بسعر يقدر عليه التلاميذ.
+ تسمية شخص واحد في مكتب الناحية ترسل إليه الأسئلة.
"""
ARABIC_RIVER_ASKS = [
    "إعادة بناء المراسي الثلاثة قبل الشتاء القادم بمساعدة من يستعملونها.",
    "تشغيل العبارة خمسة أيام في الأسبوع بسعر يقدر عليه التلاميذ.",
    "تسمية شخص واحد في مكتب الناحية ترسل إليه الأسئلة.",
]
