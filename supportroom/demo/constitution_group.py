"""Two groups more: one on constitutional principles, whose paper the office reads; one that was called for, on a guide to
terms. Invented. Arabic, English.
"""

from supportroom.demo.group_words import Answer, Comment, Origin, Pair, Para, Stands

TITLE = ("مبادئ دستورية", "Constitutional principles")
TASK = (
    (
        "ما المبادئ التي لا يقوم دستور من دونها أياً كان من يكتبه؟ تقترح المجموعة قائمة قصيرة تُرسل إلى اللجنة الدستورية عبر مكتب المبعوث."
    ),
    (
        "Which principles does no constitution stand without, whoever writes it? The group proposes a short list, to be sent to the "
        "constitutional committee through the Envoy's office."
    ),
)
PAPER = ("سبعة أسطر قبل الدستور", "Seven lines before a constitution")
FIELDS = (("القانون الدستوري", "Constitutional law"), ("حقوق النساء", "Women's rights"))
STANDING: tuple[Stands, ...] = (
    Stands(9, "محاضر جلسات حوار دستوري في أربع مدن.", ("دوّنت ما اتفق عليه الناس.", "I wrote down what people agreed on."), "TR-27", "TR-27"),
    Stands(16, "تدريس القانون الدستوري.", ("القصير يُقرأ.", "What is short is read."), "SY-HL", "SY-HL"),
    Stands(8, "دراسة عن النساء في دساتير المنطقة.", ("لا نصف دستور.", "There is no half constitution."), "LB-BA", "SY-DR"),
)  # fmt: skip
REASONS: tuple[Pair, ...] = (
    ("دوّن حوارات دستورية في أربع مدن.", "Has recorded dialogues on the constitution in four cities."),
    ("ستة عشر عاماً في تدريس القانون الدستوري.", "Sixteen years of teaching constitutional law."),
    ("دراسة عن النساء في دساتير المنطقة.", "A study of women in the region's constitutions."),
)
LIBRARY: tuple[Origin, ...] = (
    Origin("geneva", "report", "Geneva communiqué", "en", "Action Group for Syria", 2012, "A/66/865"),
    Origin("dialogues", "report", "أربع مدن تتحدث عن دستورها", "ar", "محاضر متخيَّلة", 2020, publisher="نشر متخيَّل"),
)
PARAGRAPHS: tuple[Para, ...] = (
    Para(
        (
            (
                "لا نكتب دستوراً ولا نحل محل من يكتبه. نكتب ما قاله الناس في أربع مدن حين سُئلوا عما لا يُساوَم عليه [@dialogues]، ونرسله في "
                "سبعة أسطر كي يُقرأ."
            ),
            (
                "We do not write a constitution, nor stand in for those who do. We write what people in four cities said when asked what "
                "is not up for bargaining [@dialogues], and send it in seven lines so that it is read."
            ),
        )
    ),
    Para(
        (
            "الناس سواء في الحقوق والواجبات، لا يفضَّل أحد بدين أو قومية أو جنس أو منطقة.",
            "People are equal in rights and duties; nobody is preferred by religion, origin, sex or region.",
        )
    ),
    Para(
        (
            "النساء نصف كل هيئة تُنتخب أو تُعيَّن، وتمنح الأم جنسيتها لأولادها كما يمنحها الأب.",
            "Women are half of every body that is elected or appointed; a mother passes on her nationality as a father does.",
        ),
        (
            (
                "يعمل القانون على أن تكون النساء نصف كل هيئة تُنتخب أو تُعيَّن، ولا تقل حصتهن عن الثلث في أي وقت. وتمنح الأم جنسيتها لأولادها "
                "كما يمنحها الأب."
            ),
            (
                "The law works towards women being half of every body that is elected or appointed; their share is at no time below a "
                "third. A mother passes on her nationality as a father does."
            ),
        ),
    ),
    Para(
        (
            "لا يُعتقل أحد إلا بأمر قاضٍ، ولا يُخفى أحد، ولا تسقط هذه الجريمة بمرور الزمن.",
            "Nobody is detained but by a judge's order, nobody is made to disappear, and that crime does not lapse with time.",
        )
    ),
    Para(
        (
            "القضاء مستقل، والجيش والأمن تحت رقابة هيئة منتخبة، ولا محكمة استثنائية [@geneva].",
            "Courts are independent, army and security answer to an elected body, and there is no special tribunal [@geneva].",
        )
    ),
    Para(
        (
            "لكل منطقة نصيب معلوم من المال العام، وما تقرره بنفسها مكتوب في القانون.",
            "Each region has a known share of public money, and what it decides by itself is written in law.",
        )
    ),
    Para(
        (
            "يُعرض الدستور على الناس بعد أن يقرؤوه بلغاتهم، ولا يُعدَّل باب الحقوق إلا بما هو أوسع منه.",
            "The constitution is put to people after they have read it in their languages; its rights change only for wider ones.",
        )
    ),
)
ANSWERS: dict[str, Answer] = {
    "half": Answer(
        "partly",
        ("النصف غاية والثلث حد: هكذا لا يُفرَّغ النص.", "Half is the aim and a third the floor: so the words stay true."),
        ("صيغ السطر غايةً وحداً أدنى.", "The line now has an aim and a floor."),
        2,
    ),
    "region": Answer("not_accepted", ("هذا لمجموعة اللامركزية.", "That is for the group on decentralisation.")),
}
COMMENTS: tuple[Comment, ...] = (
    Comment(
        2,
        ("نصف كل هيئة غداً؟ ضعوا حداً يُبدأ به.", "Half of every body tomorrow? Set a floor to begin with."),
        "half",
        support=4,
    ),
    Comment(5, ("كم هو النصيب المعلوم؟", "How much is a known share?"), "region", support=2),
)
NOTE: Pair = (
    "هل يُقصد بالهيئة المنتخبة برلمان أم مجلس انتقالي؟",
    "Does the elected body mean a parliament or a transitional council?",
)
NOTED = 4

TERMS_TITLE = ("دليل المصطلحات", "A guide to terms")
TERMS_TASK = (
    "نستعمل الكلمات نفسها ونعني غيرها. تكتب المجموعة دليلاً قصيراً لما نعنيه بكلمات العملية السياسية، مع من يعنيها بغير ذلك.",
    (
        "We use the same words and mean others. The group writes a short guide to what we mean by the words of the political process, "
        "and says who means something else by them."
    ),
)
TERMS_FIELDS = (("اللغة والمصطلح", "Language and terms"),)
