"""The group on protection, which collects and drafts: its library, discussion, tasks, meeting, draft. Arabic, English."""

from typing import NamedTuple

from supportroom.demo.group_words import Origin, Pair, Para, Stands

TITLE = ("أولويات الحماية", "Priorities of protection")
TASK = (
    (
        "ما الحد الأدنى الذي لا يعود أحد من دونه؟ تكتب المجموعة عن الاعتقال والاختفاء، وعن أوراق الناس وبيوتهم، وعن العلامات التي "
        "يُعرف بها مكان آمن، ولا تطلب من أحد شهادة."
    ),
    (
        "What is the least without which nobody returns? The group writes on detention and disappearance, on people's papers and "
        "homes, and on the signs by which a safe place is known. It asks nobody to testify."
    ),
)
PAPER = ("الحد الأدنى: ورقة عن الحماية", "The least there must be: a paper on protection")
FIELDS = (
    ("الاحتجاز والاختفاء", "Detention and disappearance"),
    ("الأوراق الثبوتية والملكية", "Civil papers and property"),
)
STANDING: tuple[Stands, ...] = (
    Stands(
        13,
        "مرافقة عائلات مفقودين؛ دليل لحفظ ما تقوله العائلات من دون أسماء.",
        ("لا أكتب عن العائلات، بل معها.", "I do not write about families but with them."),
        "SY-HL",
        "TR-27",
    ),
    Stands(
        7,
        "استشارات في قيد الولادات والملكية؛ ثلاثمئة ملف.",
        ("من لا ورقة له لا باب له.", "Who has no paper has no door."),
        "LB-BA",
        "LB-BA",
    ),
    Stands(
        10,
        "دراسة عن عائدين إلى ريف دمشق والجنوب.",
        ("سألت عائدين عمّا لم يُقل لهم قبل العودة.", "I asked people who returned what they had not been told before."),
        "SY-DR",
        "SY-DR",
    ),
)
REASONS: tuple[Pair, ...] = (
    (
        "ثلاث عشرة سنة مع عائلات المفقودين، وقاعدة عمل تحمي من يتكلم.",
        "Thirteen years with families of the missing, and a way of working that shields those who speak.",
    ),
    (
        "معرفة عملية بالقيد المدني والملكية، ومن بلد لجوء.",
        "Knows civil registers and property from practice; from a country of refuge.",
    ),
    (
        "بحث ميداني مع عائدين، ومن الجنوب.",
        "Field research with people who returned; from the south.",
    ),
)
LIBRARY: tuple[Origin, ...] = (
    Origin(
        "guiding",
        "report",
        "Guiding Principles on Internal Displacement",
        "en",
        "United Nations Commission on Human Rights",
        1998,
        "E/CN.4/1998/53/Add.2",
        note="المبدآن 28 و29: عودة طوعية، واسترداد البيت أو تعويض.",
    ),
    Origin(
        "missing",
        "report",
        "Independent Institution on Missing Persons in the Syrian Arab Republic",
        "en",
        "United Nations General Assembly",
        2023,
        "A/RES/77/301",
        address="https://undocs.org/A/RES/77/301",
        note="مشاركة العائلات في صلب القرار: نبني عليه ولا نعيده.",
    ),
    Origin(
        "law13",
        "law",
        "قانون الأحوال المدنية",
        "ar",
        "الجمهورية العربية السورية",
        2021,
        "13",
        note="ما الذي تغير في القيد المتأخر؟ نحتاج إلى قراءة قانونية.",
    ),
    Origin("law10", "law", "القانون رقم 10", "ar", "الجمهورية العربية السورية", 2018, "10"),
    Origin(
        "returns",
        "report",
        "أربعون عائلة عادت: ماذا قيل لها وماذا وجدت؟",
        "ar",
        "فريق بحث متخيَّل",
        2022,
        publisher="نشر متخيَّل",
        note="المقابلات بلا أسماء ولا أمكنة. نحافظ على ذلك في الورقة.",
    ),
)


class Said(NamedTuple):
    """A post: whose seat (its place), what, and whether it quotes the one before and mentions the first seat."""

    seat: int
    words: str
    quotes: bool = False
    mentions: bool = False


THREADS: tuple[tuple[str, str, tuple[Said, ...]], ...] = (
    (
        "",
        "كيف نكتب عن الاعتقال من دون شهادات؟",
        (
            Said(0, "اقتراحي: لا نطلب قصة من أحد. ما نُشر يكفي، وما لم يُنشر ليس لنا."),
            Said(2, "موافق، ولكن الأرقام المنشورة متباعدة. أيها نأخذ؟", quotes=True),
            Said(1, "نذكر المدى كله ومن قال كل رقم، ولا نختار.", quotes=True),
            Said(0, "جيد. من يكتب الفقرة الأولى؟"),
            Said(1, "أكتبها أنا قبل الخميس، وتقرأها @ بعدي.", mentions=True),
        ),
    ),
    (
        "",
        "علامات المكان الآمن",
        (
            Said(2, "العائدون لا يسألون عن الأمن بل عن ثلاثة: هل يُعتقل العائد، هل له بيت، هل في المدرسة معلم؟"),
            Said(1, "أضيف رابعة: هل يستطيع أن يغادر من جديد؟", quotes=True),
        ),
    ),
    (
        "law13",
        "",
        (
            Said(1, "المادة عن القيد المتأخر لا تذكر من وُلد خارج البلاد بلا قيد. هذه ثغرة نبني عليها التوصية."),
            Said(0, "هل نستطيع أن نسأل محامية من خارج المجموعة؟", quotes=True),
        ),
    ),
)
WITH_IT = "مرفق ملخص قراءتي للقانون في صفحة."
ATTACHED = (
    "ملخص القيد المتأخر.md",
    (
        "# القيد المتأخر\n\nما وجدته في النص:\n\n- من وُلد داخل البلاد: يُقيَّد بشهادة شاهدين.\n- من وُلد خارجها بلا قيد: لا نص. "
        "هنا نكتب التوصية.\n"
    ).encode(),
)
# title, in how many days it is due, which seat has it, whether it is done
TASKS: tuple[tuple[str, int, int, bool], ...] = (
    ("قراءة قانون الأحوال المدنية وتلخيص ما تغير في القيد المتأخر", 4, 1, False),
    ("جمع الأرقام المنشورة عن الاعتقال مع مصادرها", 6, 0, False),
    ("مسودة الفقرة عن علامات المكان الآمن", 9, 2, False),
    ("سؤال الفريق عن ترجمة المسودة", -3, 0, True),
)
MEETING = ("قراءة المسودة الأولى معاً", "Reading the first draft together")
AGENDA = (
    "الفقرات الأربع الأولى؛ ما الذي ينقص عن الملكية؛ متى نفتح التعليقات.",
    "The first four paragraphs; what is missing on property; when to open the paper to comments.",
)
PARAGRAPHS: tuple[Para, ...] = (
    Para(("ما نقصده بالحد الأدنى", "What we mean by the least"), is_heading=True),
    Para(
        (
            (
                "لا نكتب هنا عن العدالة كلها، بل عمّا لا يصح من دونه أن يُقال لأحد: عُد. أن يعرف أنه لن يُعتقل، وأن له ورقة وبيتاً، وأن من "
                "غاب من أهله يُبحث عنه."
            ),
            (
                "We do not write of all that is just, but of that without which nobody may be told to return: to know that one will "
                "not be arrested, that one has papers and a home, and that those of one's family who are gone are being looked for."
            ),
        )
    ),
    Para(("من اعتُقل ومن غاب", "Those detained, those gone"), is_heading=True),
    Para(
        (
            "يقف التوقيف التعسفي أولاً، في كل المناطق وعند كل الأطراف. وتُلغى المذكرات الأمنية بحق من لم يُحكم عليه، ويُبلَّغ أصحابها.",
            (
                "Arbitrary arrest stops first, in every region and by every side. Security notices against those never sentenced are "
                "cancelled, and the people concerned are told."
            ),
        )
    ),
    Para(
        (
            (
                "للعائلات أن تعرف. أنشأت الجمعية العامة مؤسسة مستقلة معنية بالمفقودين [@missing]، وعلى كل طرف أن يسلّمها سجلاته. ونطلب أن "
                "تجلس العائلات حيث يُقرَّر البحث، لا حيث يُعلن عنه فقط."
            ),
            (
                "Families have a right to know. The General Assembly has set up an independent institution on the missing [@missing]; "
                "each side must hand over its records. We ask that families sit where the search is decided, and not merely where "
                "it is announced."
            ),
        )
    ),
    Para(("الأوراق والبيوت", "Papers and homes"), is_heading=True),
    Para(
        (
            "يُسجَّل كل طفل حيث وُلد وبما تيسر من دليل، بلا غرامة وبلا مراجعة أمنية [@law13].",
            "Every child is registered where it was born, by whatever proof there is, without a fine and without a security check [@law13].",
        )
    ),
    Para(
        (
            (
                "لا تُنظَّم منطقة غاب أهلها. ومن سُلب بيته يسترده أو يُعوَّض، وفق المبادئ المعروفة للنازحين [@guiding]، ولا تُحتسب عليه مهلة "
                "لم يعلم بها [@law10]."
            ),
            "",
        )
    ),
    Para(("كيف يُعرف مكان آمن", "How a safe place is known"), is_heading=True),
    Para(
        (
            (
                "سُئلت أربعون عائلة عادت عمّا لم يُقل لها قبل العودة [@returns]. ذكرت أكثرها أربعة أسئلة: هل يُعتقل العائد؟ هل له بيت؟ هل في "
                "المدرسة معلم؟ وهل يستطيع أن يغادر من جديد؟"
            ),
            "",
        )
    ),
)
