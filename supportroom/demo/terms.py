"""The demo room's glossary and its analysis of actors, in our own words. Arabic, English."""

Pair = tuple[str, str]

# slug: name, forms by language, definition, source, an earlier definition and why it was changed ("" where there is none)
TERMS: tuple[tuple[str, Pair, dict[str, list[str]], Pair, Pair, tuple[Pair, Pair] | None], ...] = (
    (
        "civic-space",
        ("المساحة المدنية", "civic space"),
        {"ar": ["الفضاء المدني"], "en": ["space of civil society", "civil society space"]},
        ("ما يتاح للناس من حرية كي يجتمعوا وينتظموا ويتكلموا في الشأن العام دون خوف.", "The freedom that people have to gather, to organise and to speak on public matters without fear."),
        ("مجموعة العمل المعنية بالمساحة المدنية", "The working group on civic space"),
        (
            ("حرية عمل الجمعيات.", "The freedom of associations to work."),
            ("اتسع التعريف ليشمل الأفراد والمبادرات غير المسجلة.", "Widened to individuals and to initiatives that are not registered."),
        ),
    ),
    (
        "detainees-file",
        ("ملف المعتقلين", "detainees' file"),
        {"ar": ["ملف المعتقلين والمغيّبين"], "en": ["file of detainees", "detainees file"]},
        ("ما يتصل بالمعتقلين والمخطوفين والمغيّبين: كشف المصير، والوصول، والإفراج، والمحاسبة.", "All that concerns detainees, abductees and the disappeared: their fate, access to them, release, accountability."),
        ("تقرير جولة حزيران/يونيو 2020", "Report of the round of June 2020"),
        None,
    ),
    (
        "resolution-2254",
        ("القرار 2254", "resolution 2254"),
        {"ar": ["القرار ٢٢٥٤", "قرار مجلس الأمن 2254"], "en": ["UNSCR 2254", "Security Council resolution 2254"]},
        ("قرار مجلس الأمن لعام 2015 الذي يرسم عملية سياسية يقودها السوريون: حكم وعملية دستورية وانتخابات بإشراف أممي.", "The Security Council's resolution of 2015 that sets out a political process led by Syrians: governance, a constitutional process, elections under supervision of the United Nations."),
        ("مجلس الأمن، 2015", "Security Council, 2015"),
        None,
    ),
    (
        "constitutional-committee",
        ("اللجنة الدستورية", "Constitutional Committee"),
        {"ar": [], "en": []},
        ("هيئة من ثلاثة أثلاث، للحكومة والمعارضة والمجتمع المدني، تبحث الدستور في جنيف منذ 2019.", "A body of three thirds, of government, opposition and civil society, which has discussed the constitution in Geneva since 2019."),
        ("مكتب المبعوث الخاص", "The Office of the Special Envoy"),
        None,
    ),
    (
        "cross-border-aid",
        ("المساعدات عبر الحدود", "cross-border aid"),
        {"ar": ["المساعدات العابرة للحدود"], "en": ["cross-border relief", "aid across the border"]},
        ("إغاثة تصل من دول الجوار بتفويض من مجلس الأمن دون موافقة من يسيطر على المعبر في الداخل.", "Relief that comes from neighbouring countries under an authorisation of the Security Council."),
        ("مجلس الأمن، قرارات 2014 وما بعدها", "Security Council, resolutions since 2014"),
        None,
    ),
    (
        "voluntary-return",
        ("العودة الطوعية", "voluntary return"),
        {"ar": ["عودة طوعية"], "en": ["voluntary, safe and dignified return"]},
        ("عودة يختارها صاحبها وهو يعرف ما ينتظره، وله أن يرفضها دون أن يفقد حمايته.", "A return that somebody chooses knowing what awaits them, and may refuse without losing protection."),
        ("جولة العودة والحقوق", "The round on return and rights"),
        None,
    ),
    (
        "decentralisation",
        ("اللامركزية", "decentralisation"),
        {"ar": ["لامركزية"], "en": ["decentralization"]},
        ("نقل صلاحيات وموارد من المركز إلى إدارات محلية منتخبة.", "Powers and resources pass from the centre to elected local administrations."),
        ("مجموعة الإدارة المحلية واللامركزية", "The group on local governance and decentralisation"),
        None,
    ),
    (
        "early-recovery",
        ("التعافي المبكر", "early recovery"),
        {"ar": [], "en": []},
        ("ما يعيد الخدمات وسبل العيش في أثناء الأزمة، قبل إعادة الإعمار.", "What brings services and livelihoods back during a crisis, before reconstruction."),
        ("مجموعة الاقتصاد والتعافي", "The group on economy and recovery"),
        None,
    ),
    (
        "solidarity-economy",
        ("الاقتصاد التضامني", "solidarity economy"),
        {"ar": [], "en": []},
        ("أنشطة يملكها من يعمل فيها، ويُقدَّم فيها نفع الناس على الربح.", "Activities owned by those who work in them, where people's good comes before profit."),
        ("مجموعة الاقتصاد والتعافي", "The group on economy and recovery"),
        None,
    ),
    (
        "chatham-house-rule",
        ("قاعدة تشاتام هاوس", "Chatham House Rule"),
        {"ar": [], "en": []},
        ("يجوز أن يُروى ما قيل، ولا يُذكَر من قاله.", "What was said may be told; who said it may not."),
        ("ميثاق الغرفة", "The room's charter"),
        None,
    ),
)  # fmt: skip
# key: name, kind, about
ACTORS: dict[str, tuple[Pair, str, Pair]] = {
    "council": (("مجلس الأمن", "The Security Council"), "un", ("يقرر ولاية المبعوث وآليات الإغاثة.", "Decides on the Envoy's mandate and on ways of relief.")),
    "envoy": (("مكتب المبعوث الخاص", "The Office of the Special Envoy"), "un", ("ييسّر العملية السياسية ويستمع إلى الغرفة.", "Facilitates the political process and hears the room.")),
    "committee": (("اللجنة الدستورية", "The Constitutional Committee"), "political", ("تبحث الدستور في ثلاثة أثلاث.", "Discusses the constitution, in three thirds.")),
    "government": (("الحكومة", "The government"), "state", ("تسيطر على معظم مؤسسات الدولة.", "Controls most institutions of the state.")),
    "opposition": (("هيئات المعارضة", "Opposition bodies"), "political", ("تفاوض باسم طيف من القوى.", "Negotiate for a range of forces.")),
    "states": (("دول ذات نفوذ", "States with influence"), "state", ("تدعم أطرافاً وتؤثر في المجلس.", "Support parties and have weight in the Council.")),
    "donors": (("الدول المانحة", "Donor states"), "state", ("تموّل الإغاثة والتعافي وعمل الغرفة.", "Fund relief, recovery and the work of the room.")),
    "agencies": (("وكالات الإغاثة", "Relief agencies"), "un", ("تصل إلى الناس في المناطق.", "Reach people in the regions.")),
    "civil": (("المجتمع المدني", "Civil society"), "civil", ("يوثّق ويغيث ويقترح، ويلتقي في الغرفة.", "Documents, helps, proposes, and meets in the room.")),
    "displaced": (("النازحون واللاجئون", "The displaced and refugees"), "regional", ("يتأثرون بكل قرار ويُسألون قليلاً.", "Concerned by every decision, and seldom asked.")),
    "families": (("عائلات المعتقلين", "Families of detainees"), "regional", ("تنتظر الكشف عن المصير.", "Wait to learn what became of their own.")),
}  # fmt: skip
# who, whom, strength, how
INFLUENCES: tuple[tuple[str, str, int, Pair], ...] = (
    ("council", "envoy", 3, ("يحدد ولايته", "sets the mandate")),
    ("council", "agencies", 3, ("يأذن بعبور الحدود", "authorises crossings")),
    ("states", "council", 3, ("تصوّت وتستعمل النقض", "vote, and use the veto")),
    ("states", "government", 3, ("تدعمها", "support it")),
    ("states", "opposition", 2, ("تدعمها", "support them")),
    ("envoy", "committee", 2, ("ييسّر دوراتها", "facilitates its sessions")),
    ("government", "committee", 3, ("تشغل ثلثها", "holds one third")),
    ("opposition", "committee", 2, ("تشغل ثلثها", "holds one third")),
    ("civil", "committee", 1, ("يشغل ثلثها", "holds one third")),
    ("civil", "envoy", 2, ("يرفع إليه توصياته", "brings recommendations to it")),
    ("donors", "agencies", 3, ("تموّلها", "fund them")),
    ("donors", "civil", 2, ("تموّل عمله", "fund its work")),
    ("agencies", "displaced", 2, ("تصل إليهم بالإغاثة", "bring them relief")),
    ("government", "families", 3, ("تحجب المصير أو تكشفه", "withholds or tells their fate")),
    ("government", "displaced", 3, ("تحكم شروط العودة", "rules the terms of return")),
    ("families", "civil", 2, ("تنظّم مطالبها معه", "organise their demands with it")),
)  # fmt: skip
