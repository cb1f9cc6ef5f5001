"""The group on decentralisation, which is open to candidates. In our own words. Arabic, English."""

from supportroom.demo.group_words import Pair, Stands

TITLE = ("الإدارة المحلية واللامركزية", "Local governance and decentralisation")
TASK = (
    (
        "ماذا تقرر البلدة بنفسها، وبأي مال؟ تقرأ المجموعة قانون الإدارة المحلية (المرسوم التشريعي 107 لعام 2011) وما جرّبه الناس في "
        "المناطق كلها منذ صدوره، وتقترح ما يبقى منه وما يُكتب من جديد، حتى لا تعني اللامركزية تقسيماً ولا تعني المركزية إهمالاً."
    ),
    (
        "What does a town decide for itself, and with which money? The group reads the law on local administration (Legislative Decree "
        "107 of 2011) beside what people in every region have tried since, and proposes what should stay and what should be written "
        "anew, so that decentralisation does not mean division, nor the centre neglect."
    ),
)
FIELDS = (
    ("الإدارة المحلية", "Local administration"),
    ("المالية المحلية", "Local finance"),
)
QUESTION: Pair = (
    "هل تُفتح مجموعة عمل عن الإدارة المحلية واللامركزية؟",
    "Should a working group on local governance and decentralisation be opened?",
)
STANDING: tuple[Stands, ...] = (
    Stands(15, "أربع سنوات في مجلس مدينة؛ مقارنة لموازنات خمس بلديات.", ("جلست في مجلس بلا موازنة وأعرف معنى ذلك.", "I sat on a council without a budget and know what that means."), "SY-HL", "SY-HL"),
    Stands(9, "بحث في تحويلات المركز إلى المحافظات.", ("المال أولاً، ثم الصلاحيات.", "Money first, powers after."), "DE", "DE"),
    Stands(11, "تدريب لجان أحياء؛ دليل انتخابات محلية.", ("من لا يُنتخب قريباً من بيته لا يُسأل.", "Who is not elected near one's home answers to nobody."), "SY-HA", "SY-HA", "مرشحة سابقة لمجلس محلي."),
    Stands(6, "تقارير عن مياه ونفايات في ثلاث بلدات.", ("الخدمة هي الامتحان.", "Services are the test."), "SY-ID", "TR-27"),
    Stands(4, "", ("أمثّل شباناً لم ينتخبوا في حياتهم.", "I stand for young people who have never voted in their lives."), "SY-HL", "SY-HL"),
    Stands(12, "رسالة ماجستير عن المرسوم 107.", ("قرأت القانون مادة مادة.", "I have read the law article by article."), "LB-BA", "LB-BA"),
)  # fmt: skip
