"""What became of what was asked, as the demo room tells it: addressees, demands, answers, deliveries, further steps.

Who is addressed and what was asked when are facts of the public documents; answers and steps are invented.
A recommendation is named by its year and its place in that year's texts, from 1.
"""

Pair = tuple[str, str]
Named = tuple[int, int]

# key: Arabic, English, kind, language of letters
ADDRESSEES: dict[str, tuple[str, str, str, str]] = {
    "office": ("مكتب المبعوث الخاص", "The Office of the Special Envoy", "office", "en"),
    "donors": ("مانحو الغرفة", "The room's donors", "donor", "en"),
    "ministers": ("الدول المجتمعة في بروكسل", "The states that met in Brussels", "state", "en"),
    "committee": ("اللجنة الدستورية", "The Constitutional Committee", "committee", "ar"),
    "agencies": ("وكالات الأمم المتحدة العاملة في المنطقة", "United Nations agencies in the region", "un", "en"),
}
LETTER: Pair = (
    "نضع بين أيديكم ما طلبه أعضاء الغرفة منكم، ونرجو ردكم في الموعد المبيّن.",
    "We put before you what the members of the room ask of you, and hope for your answer by the day given.",
)
# To whom a recommendation is put besides, or instead of, the one to whom its text was written.
TO_WHOM: dict[Named, tuple[str, ...]] = {
    (2020, 4): ("office", "donors"),
    (2020, 6): ("office", "agencies"),
    (2021, 4): ("office", "committee"),
    (2021, 10): ("office", "agencies"),
    (2021, 11): ("agencies",),
    (2021, 12): ("agencies",),
    (2021, 15): ("office", "agencies"),
    (2023, 19): ("office",),
    (2023, 16): ("ministers", "office"),
    (2023, 21): ("ministers", "office"),
}
# What several texts ask for: title, whether they ask the same, who asks.
DEMANDS: tuple[tuple[Pair, str, tuple[Named, ...]], ...] = (
    (
        ("حماية المساحة المدنية", "Protection of civic space"),
        "same",
        ((2020, 10), (2020, 14), (2023, 1)),
    ),
    (
        ("الكشف عن مصير المعتقلين والمغيّبين والإفراج عنهم", "The fate and release of detainees and the disappeared"),
        "same",
        ((2020, 1), (2023, 13)),
    ),
    (
        ("عودة طوعية آمنة كريمة", "Voluntary, safe and dignified return"),
        "same",
        ((2020, 5), (2023, 14)),
    ),
    (
        ("التعليم بعد سنوات الحرب", "Schooling after the years of war"),
        "same",
        ((2020, 6), (2023, 5)),
    ),
    (
        ("أن تُعرَف مخرجات الغرفة ويُسمَع بها", "The room's outcomes are to be known and heard"),
        "related",
        ((2017, 4), (2017, 5), (2021, 1)),
    ),
    (
        ("أن يُسأل المجتمع المدني قبل وضع جدول الأعمال", "Civil society is asked before an agenda is set"),
        "related",
        ((2017, 1), (2017, 2), (2021, 7)),
    ),
    (
        ("مجموعات عمل تكتب أوراقاً", "Working groups that write papers"),
        "same",
        ((2021, 8), (2021, 13)),
    ),
)
# recommendation, addressee, days after it was sent, verdict, Arabic, English
ANSWERS: tuple[tuple[Named, str, int, str, str, str], ...] = (
    ((2017, 1), "office", 70, "accepted", "سنسأل الأعضاء عن الموضوعات قبل كل جولة.", "We will ask the members about topics before every round."),
    ((2017, 2), "office", 70, "accepted", "تُفتح الأطر للمساهمة قبل نشر البرنامج.", "Frameworks are open to contributions before a programme is published."),
    ((2017, 3), "office", 70, "partly", "لكل موضوع جهة اتصال، وما زلنا نبحث عن متخصصين في بعضها.", "Each topic has a contact person; for some we still look for specialists."),
    ((2017, 4), "office", 95, "partly", "نذكر المخرجات الرئيسة في الإحاطات، ولا يتسع الوقت لها كلها.", "Main outcomes are named in the briefings; there is no time for all of them."),
    ((2020, 1), "office", 30, "accepted", "يبقى الملف في صدارة عملنا، ونرفع طلب الوصول إلى أماكن الاحتجاز مع كل طرف.", "The file stays at the head of our work; access to places of detention is raised with every party."),
    ((2020, 3), "office", 50, "noted", "أحطنا علماً وننقل الطلب إلى الدول المعنية.", "We take note and pass the request on to the states concerned."),
    ((2020, 4), "office", 40, "accepted", "دعونا علناً إلى تجديد القرار.", "We have called in public for the resolution to be renewed."),
    ((2020, 5), "office", 45, "accepted", "العودة الطوعية الآمنة شرط نكرره في كل لقاء.", "Safe and voluntary return is a condition that we repeat in every meeting."),
    ((2020, 6), "office", 88, "noted", "التعليم خارج ولايتنا المباشرة، ونحيله إلى الوكالات المختصة.", "Schooling lies outside our direct mandate; we refer it to the agencies in charge."),
    ((2020, 9), "office", 52, "rejected", "لا يصدر المكتب رأياً في شرعية الانتخابات.", "The office gives no opinion on the legitimacy of elections."),
    ((2020, 11), "donors", 55, "partly", "ندعم مراجعة داخلية للغرفة، وتحديد ملكيتها أمر لأعضائها.", "We support an internal review of the room; whose it is, its members decide."),
    ((2020, 12), "donors", 55, "accepted", "الدعم مستمر، مع بند خاص للمشاركة من الداخل.", "Support continues, with a line of its own for participation from inside."),
    ((2020, 18), "donors", 120, "accepted", "تُنشر خلاصة عمل المجلس كل ستة أشهر.", "A summary of the board's work is published every six months."),
    ((2021, 1), "office", 58, "accepted", "تتيح الغرفة صفحات عامة باللغتين.", "The room is given public pages in both languages."),
    ((2021, 8), "office", 44, "accepted", "فُتحت أربع مجموعات عمل.", "Four working groups were opened."),
    ((2021, 9), "office", 59, "noted", "نحيل السؤال إلى المانحين والوكالات.", "We pass the question on to donors and agencies."),
    ((2021, 12), "agencies", 57, "partly", "تُجرى تقييمات الحاجات مع اللاجئين في ثلاث مناطق.", "Needs are assessed with refugees in three areas."),
    ((2023, 1), "ministers", 49, "partly", "ندعم المساحة المدنية ببرامجنا، وإصلاح القانون شأن سوري.", "We support civic space by our programmes; reform of the law is a Syrian matter."),
    ((2023, 4), "ministers", 49, "accepted", "تُصمَّم برامج التنمية المحلية مع من تخصهم.", "Local development programmes are designed with those whom they concern."),
    ((2023, 19), "office", 35, "accepted", "نستفيد من النقاش في مشاوراتنا الدستورية.", "We draw on the discussion in our constitutional consultations."),
)  # fmt: skip
# An answer that was changed after it was given: recommendation, days later, verdict, words, why
AMENDED: tuple[Named, int, str, Pair, Pair] = (
    (2020, 6), 60, "partly",
    ("نحيل الطلب إلى الوكالات المختصة، وندعم معها خطة لعودة المتسربين إلى المدارس.", "We refer it to the agencies in charge, and support with them a plan for bringing children back to school."),
    ("أُقرّت خطة مشتركة بعد الرد الأول.", "A joint plan was agreed after the first answer."),
)  # fmt: skip
# recommendation, step, day, words, source
STEPS: tuple[tuple[Named, str, tuple[int, int, int], Pair, str], ...] = (
    ((2017, 1), "begin", (2018, 9, 3), ("سُئل الأعضاء عن الموضوعات للمرة الأولى.", "Members were asked about topics for the first time."), "minutes of the meeting"),
    ((2021, 8), "begin", (2021, 10, 4), ("بدأت أربع مجموعات عملها.", "Four groups began their work."), "the groups' pages"),
    ((2021, 8), "finish", (2023, 6, 15), ("حُملت نتائج المجموعات الأربع إلى بروكسل.", "The outcomes of the four groups were carried to Brussels."), "the speech"),
    ((2021, 13), "begin", (2021, 10, 4), ("تعمل المجموعات بثلاثة إلى خمسة أعضاء.", "Groups work with three to five members."), "the groups' pages"),
    ((2020, 4), "begin", (2020, 7, 13), ("جُدّد القرار لمعبر واحد.", "The resolution was renewed for one crossing."), "Security Council resolution 2533"),
    ((2020, 4), "lapse", (2023, 7, 11), ("انتهى التفويض دون تجديد.", "The authorisation ended without renewal."), "record of the Council"),
    ((2020, 12), "begin", (2020, 10, 1), ("بدأ العمل ببند المشاركة من الداخل.", "The line for participation from inside took effect."), "letter of the donors"),
    ((2020, 12), "finish", (2021, 6, 21), ("شارك من الداخل من تعذّر حضوره قبل عام.", "People from inside took part who could not a year before."), "the round's figures"),
    ((2020, 12), "reopen", (2023, 6, 16), ("تعذّر حضور عضوين مؤتمر بروكسل.", "Two members could not attend the conference in Brussels."), "the speech"),
)  # fmt: skip
# What the donors answered some days ago to the first proposal of the paper on civic space.
LATEST: tuple[str, Pair] = (
    "partly",
    (
        "ندعم قيام الجمعيات بالإخطار، ونشترط في برامجنا حماية أسماء المؤسسين؛ أما القانون فشأن سوري.",
        "We support associations that exist by giving notice, and ask in our programmes that founders' names be protected; the law is a Syrian matter.",
    ),
)
