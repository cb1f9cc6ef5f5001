"""Words and forms for the style guide: invented, in the two languages that the components must serve."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django import forms

from supportroom.web.charts import SHAPES, Bar, Drawing, Mark, Part, bars, days


@dataclass(frozen=True)
class Words:
    """What one language's column of the style guide says; `other` is a word of the other script inside a line."""

    language: str
    direction: str
    room: str
    round: str
    group: str
    lede: str
    pillar: str
    point: str
    point_long: str
    second_point: str
    reason: str
    person: str
    role: str
    place: str
    phases: tuple[str, ...]
    tabs: tuple[str, ...]
    states: tuple[tuple[str, str], ...]
    counts: tuple[str, str, str]
    verbs: tuple[str, ...]
    labels: tuple[str, ...]
    help: str
    error: str
    notice: str
    empty: str
    empty_how: str
    columns: tuple[str, ...]


ENGLISH: Final = Words(
    language="en",
    direction="ltr",
    room="Civil Society Support Room",
    round="Regional consultation, June 2020",
    group="First group, Türkiye",
    lede="Two closed meetings of the first group. Its points go to the Envoy and to the donors of the room.",
    pillar="Safe and neutral environment",
    point="Publish the agenda of each round two weeks before it begins.",
    point_long="The release of detainees, and news of the missing, are not matters for negotiation: they are owed "
    "to every family, and come before any other step (Resolution 2254, paragraph 12).",
    second_point="Members choose those who speak for them; organisers do not.",
    reason="The wording leaves out people who live in camps.",
    person="Reem Sample",
    role="rapporteur",
    place="Gaziantep",
    phases=("Topics", "Programme", "Invitations", "Sessions", "Report", "Follow-up"),
    tabs=("Overview", "Points", "Statements", "Report"),
    states=(
        ("Agreed", "settled"),
        ("Check open", "open"),
        ("Waits for you", "waiting"),
        ("Not agreed", "refused"),
        ("Draft", "quiet"),
    ),
    counts=("raised", "agreed", "remaining"),
    verbs=("Open the check", "Save as draft", "Withdraw the point", "Cancel", "Not possible now"),
    labels=("Wording of the point", "Pillar", "E-mail", "Languages", "Keep me told of changes", "File", "Where", "Day"),
    help="One demand in one point. A check can then be held on it.",
    error="Write something first.",
    notice="The check closed. 17 of 28 answered, and the point stands as agreed.",
    empty="Statements of this round will stand here.",
    empty_how="Anyone in the group can begin one from points that are agreed.",
    columns=("Point", "Pillar", "Support", "State"),
)
ARABIC: Final = Words(
    language="ar",
    direction="rtl",
    room="غرفة دعم المجتمع المدني",
    round="المشاورة الإقليمية، حزيران 2020",
    group="المجموعة الأولى، تركيا",
    lede="اجتماعان مغلقان للمجموعة الأولى. تذهب نقاطها إلى المبعوث وإلى الجهات المانحة للغرفة.",
    pillar="البيئة الآمنة والمحايدة",
    point="نشر جدول أعمال كل جولة قبل أسبوعين من بدايتها.",
    point_long="إطلاق سراح المعتقلين وكشف مصير المفقودين ليسا موضع تفاوض، بل حقٌّ لكل أسرة يسبق أي خطوة أخرى "
    "(القرار 2254، الفقرة 12، النص الإنكليزي: Security Council).",
    second_point="يختار الأعضاء من يتحدث باسمهم، ولا يختارهم المنظمون.",
    reason="الصياغة تُغفل سكان المخيمات.",
    person="ريم نموذج",
    role="مقرِّرة",
    place="غازي عنتاب",
    phases=("المواضيع", "البرنامج", "الدعوات", "الجلسات", "التقرير", "المتابعة"),
    tabs=("نظرة عامة", "النقاط", "البيانات", "التقرير"),
    states=(
        ("متفق عليها", "settled"),
        ("الاستطلاع مفتوح", "open"),
        ("بانتظارك", "waiting"),
        ("غير متفق عليها", "refused"),
        ("مسودة", "quiet"),
    ),
    counts=("طُرحت", "اتُّفق عليها", "باقية"),
    verbs=("افتح الاستطلاع", "احفظ مسودة", "اسحب النقطة", "إلغاء", "غير ممكن الآن"),
    labels=("صياغة النقطة", "المحور", "البريد الإلكتروني", "اللغات", "أعلموني بما يتغير", "ملف", "المكان", "اليوم"),
    help="مطلب واحد في كل نقطة، ليمكن استطلاع الرأي فيها.",
    error="اكتب شيئًا أولًا.",
    notice="أُغلق الاستطلاع. أجاب 17 من 28، والنقطة متفق عليها.",
    empty="ستظهر هنا بيانات هذه الجولة.",
    empty_how="يمكن لأي عضو في المجموعة أن يبدأ بيانًا من النقاط المتفق عليها.",
    columns=("النقطة", "المحور", "التأييد", "الحالة"),
)
BOTH: Final = (ENGLISH, ARABIC)


def drawings(words: Words) -> tuple[Drawing, Drawing, Drawing]:
    """Draw plain bars, bars of parts, and days on a line, in the language and direction that are set."""
    name, labels = f"sample-{words.language}", (words.pillar, words.point_long, words.group)
    parts = [Part(word, tone) for word, tone in words.states]
    rows = [
        Bar(label, values)
        for label, values in zip(labels, ((9, 3, 2, 4, 1), (1, 0, 0, 0, 0), (0, 4, 0, 1, 6)), strict=True)
    ]
    kinds = zip(SHAPES, words.states, (2017, 2020, 2020, 2021, 2023), strict=False)
    marks = [Mark(date(year, 6, 2), word, shape, tone) for shape, (word, tone), year in kinds]
    plain = [Bar(label, (share,), f"{share} %") for label, share in zip(labels, (100, 62, 0), strict=True)]
    return (
        bars(f"{name}-plain", words.group, words.lede, plain),
        bars(f"{name}-parts", words.round, words.lede, rows, parts),
        days(f"{name}-days", words.point, words.lede, marks, date(2026, 3, 1)),
    )


class SampleForm(forms.Form):
    """A form with a field of each kind; `filled` tells whether it holds an acceptable text or is sent back."""

    wording = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))
    pillar = forms.ChoiceField()
    mail = forms.EmailField(required=False)
    day = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    place = forms.ChoiceField(widget=forms.RadioSelect)
    languages = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    told = forms.BooleanField(required=False)
    file = forms.FileField(required=False)

    def __init__(self, words: Words, *, filled: bool = True) -> None:
        """Take the language's words; an unfilled form is bound to an empty text, so that it shows its errors."""
        prefix = f"{words.language}-{'ok' if filled else 'wrong'}"
        initial = {"wording": words.point, "place": "a", "languages": ["ar"], "told": True}
        super().__init__(None if filled else {}, prefix=prefix, initial=initial, auto_id=f"{prefix}-%s")
        order = ("wording", "pillar", "mail", "languages", "told", "file", "place", "day")
        for name, label in zip(order, words.labels, strict=True):
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = words.error
        self.fields["wording"].help_text = words.help
        self._choose("pillar", [("a", words.pillar)])
        self._choose("place", [("a", words.place), ("b", words.role)])
        self._choose("languages", [("ar", "العربية"), ("en", "English"), ("ku", "Kurdî")])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
