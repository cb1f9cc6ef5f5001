"""June 2020, Türkiye, first group: the figures of the public report, in words of our own.

28 people (16 women, 12 men), six sessions, 33 points under 10 axes: 25 agreed at the first meeting, 6 at the second, 2 left.
Each point: when it was agreed (1, 2, or 0 for never), Arabic, English.
"""

AXES: tuple[tuple[str, str, tuple[tuple[int, str, str], ...]], ...] = (
    (
        "المعتقلون والمغيّبون",
        "Detainees and missing persons",
        (
            (
                1,
                "أن يبقى ملف المعتقلين والمغيّبين في صدارة كل جولة تفاوض.",
                "Keep detainees and the missing at the top of every round of talks.",
            ),
            (
                1,
                "أن يصل الصليب الأحمر إلى جميع أماكن الاحتجاز.",
                "Give the Red Cross access to every place of detention.",
            ),
            (
                1,
                "أن تعرف العائلات مصير ذويها من كل الأطراف.",
                "Let families learn from all sides what became of their relatives.",
            ),
            (
                2,
                "أن تُحاسَب الجهات المسؤولة عن الإخفاء عبر طرق قانونية متاحة.",
                "Hold those responsible for disappearances to account by the legal ways that exist.",
            ),
        ),
    ),
    (
        "حماية المدنيين",
        "Protection of civilians",
        (
            (
                1,
                "أن يتوقف إطلاق النار على الجبهات كلها وأن يُراقَب توقفه.",
                "Stop the fighting on every front, and have the halt monitored.",
            ),
            (
                1,
                "أن تُحمى المشافي والمدارس والعاملون فيها.",
                "Protect hospitals and schools and those who work in them.",
            ),
            (
                1,
                "أن تُهيّأ للأشخاص ذوي الإعاقة ظروف عيش مستقلة في مناطق النزاع.",
                "Make independent living possible for people with disabilities in areas of conflict.",
            ),
        ),
    ),
    (
        "المعيشة وأثر العقوبات",
        "Livelihoods and the effect of sanctions",
        (
            (
                1,
                "أن توضع آليات تجنّب السكان الآثار الجانبية للعقوبات.",
                "Set up ways to spare the population the side effects of sanctions.",
            ),
            (
                2,
                "أن تُستثنى الأدوية والتحويلات العائلية بوضوح من القيود المصرفية.",
                "Exempt medicines and family remittances clearly from banking restrictions.",
            ),
            (
                0,
                "أن تُراجَع العقوبات دورياً بمشاركة خبراء من المجتمع المدني.",
                "Review sanctions at set intervals together with experts from civil society.",
            ),
        ),
    ),
    (
        "المساعدات الإنسانية",
        "Humanitarian aid",
        (
            (1, "أن يُجدَّد قرار المساعدات عبر الحدود ليشمل المعابر جميعها.", "Renew cross-border aid for all crossings."),
            (
                1,
                "ألا تُستعمل المساعدات ورقة ضغط سياسية أو عسكرية.",
                "Never let aid serve as political or military leverage.",
            ),
            (
                1,
                "أن تُخفَّف الإجراءات التي تؤخر وصول المساعدات إلى الناس.",
                "Ease the procedures that keep aid from reaching people.",
            ),
        ),
    ),
    (
        "العودة والملكية",
        "Return and property",
        (
            (
                1,
                "أن تكون عودة المهجّرين طوعية وآمنة وكريمة.",
                "Let the return of the displaced be voluntary, safe and dignified.",
            ),
            (
                1,
                "أن تُصان بيوت المهجّرين وأملاكهم إلى حين عودتهم.",
                "Safeguard the homes and property of the displaced until they return.",
            ),
            (2, "أن تُحسَّن ظروف المهجّرين حيث هم اليوم.", "Improve the conditions of the displaced where they are today."),
        ),
    ),
    (
        "التعليم والهوية",
        "Education and identity",
        (
            (
                1,
                "أن يُدعم التعليم في مراحله كلها، للطلبة والمعلمين والمدارس معاً.",
                "Support education at every stage: pupils, teachers and schools together.",
            ),
            (1, "أن يعود الأطفال المتسرّبون إلى مقاعد الدراسة.", "Bring children who dropped out back to school."),
            (
                2,
                "أن تُوضع استراتيجية تعليم تعزّز هوية جامعة ومتعددة الثقافات.",
                "Draw up an education strategy for a shared identity of many cultures.",
            ),
        ),
    ),
    (
        "التعافي من العنف والتطرف",
        "Recovery from violence and extremism",
        (
            (
                1,
                "أن تُوسَّع برامج التوعية المجتمعية ضد العنف والتطرف.",
                "Widen community programmes against violence and extremism.",
            ),
            (
                2,
                "أن يتوافر دعم نفسي طويل الأمد للناجيات والناجين.",
                "Provide long-term psychological support to survivors.",
            ),
        ),
    ),
    (
        "الانتقال السياسي والانتخابات",
        "Political transition and elections",
        (
            (
                1,
                "أن يجري انتقال سياسي حقيقي وفق القرار 2254.",
                "Bring about a genuine political transition under resolution 2254.",
            ),
            (
                1,
                "ألا تُعدّ أي انتخابات شرعية خارج شروط القرار 2254.",
                "Regard no election as legitimate outside the terms of resolution 2254.",
            ),
            (
                1,
                "أن تُجرى الانتخابات في بيئة آمنة وبإشراف أممي.",
                "Hold elections in a safe environment, supervised by the United Nations.",
            ),
            (0, "أن يُحدَّد جدول زمني ملزم للعملية الدستورية.", "Set a binding timetable for the constitutional process."),
        ),
    ),
    (
        "المساحة المدنية والتمثيل",
        "Civic space and representation",
        (
            (
                1,
                "أن تُحمى المساحة المدنية وأن تتوقف الانتهاكات ضد الناشطات والناشطين.",
                "Protect civic space and end violations against activists.",
            ),
            (
                1,
                "أن يُمثَّل الأشخاص ذوو الإعاقة في كل منصة مدنية.",
                "Represent people with disabilities on every civic platform.",
            ),
            (
                1,
                "أن يُتشاور مع المجتمع المدني حول تمثيل متوازن لمكونات المجتمع.",
                "Consult civil society on a balanced representation of society's components.",
            ),
            (
                1,
                "أن يُصان التراث الأثري من التخريب والتهريب.",
                "Guard archaeological heritage against destruction and smuggling.",
            ),
        ),
    ),
    (
        "غرفة دعم المجتمع المدني",
        "The support room itself",
        (
            (
                1,
                "أن تُحدَّث رؤية الغرفة وبنيتها بملكية سورية وبمعايير شفافة.",
                "Renew the room's vision and structure under Syrian ownership, by transparent criteria.",
            ),
            (
                1,
                "أن تُنشأ آلية يعرف بها المشاركون مصير مخرجاتهم.",
                "Set up a mechanism by which participants learn what became of their outcomes.",
            ),
            (
                1,
                "أن يُدعم حضور المشاركين من الداخل مالياً ولوجستياً.",
                "Support the attendance of people from inside the country, with money and logistics.",
            ),
            (
                2,
                "أن تتبادل الغرفة والمجلس الاستشاري النسائي المعلومات بشفافية.",
                "Let the room and the Women's Advisory Board exchange information openly.",
            ),
        ),
    ),
)

# Each item of a statement: the axis and the places (from 0) of the points it rests on, Arabic, English.
TO_THE_ENVOY: tuple[tuple[int, tuple[int, ...], str, str], ...] = (
    (0, (0, 1, 2, 3), "نطلب الإفراج الفوري عن المعتقلات والمعتقلين، ووصول الصليب الأحمر إليهم، وكشف مصير المغيّبين، ومحاسبة المسؤولين.", "We ask for the immediate release of detainees, access for the Red Cross, the truth about the missing, and accountability."),
    (1, (0, 1, 2), "نطلب وقف الأعمال القتالية وحماية المدنيين، وتهيئة بيئة تلائم الأشخاص ذوي الإعاقة.", "We ask for an end to hostilities, the protection of civilians, and surroundings fit for people with disabilities."),
    (2, (0, 1), "ندعو إلى آليات فعّالة تجنّب المدنيين الآثار الاقتصادية للعقوبات.", "We call for effective ways to spare civilians the economic effects of sanctions."),
    (3, (0, 1, 2), "ندعو إلى تجديد قرار المساعدات عبر الحدود لكل المعابر، وإبعاد الإغاثة عن السياسة والسلاح.", "We call for cross-border aid to be renewed for every crossing and kept apart from politics and arms."),
    (4, (0, 1, 2), "نطلب حماية المهجّرات والمهجّرين وحقهم في عودة طوعية آمنة كريمة.", "We ask for the protection of the displaced and their right to a voluntary, safe and dignified return."),
    (5, (0, 1, 2), "نطلب دعم التعليم بجوانبه كلها واستراتيجية تعيد بناء هوية وطنية جامعة.", "We ask for support to education in all respects, and a strategy that rebuilds a shared national identity."),
    (6, (0, 1), "نطلب مزيداً من البرامج المجتمعية للتعافي من آثار العنف والتطرف.", "We ask for more community programmes to recover from violence and extremism."),
    (7, (0,), "نسعى إلى انتقال سياسي حقيقي وفق القرار 2254.", "We strive for a genuine political transition under resolution 2254."),
    (7, (1, 2), "نؤكد أن أي انتخابات لا تستوفي شروط القرار 2254 لا شرعية لها.", "We hold that elections which do not meet the terms of resolution 2254 have no legitimacy."),
    (8, (0, 1, 2), "نطلب حماية المساحة المدنية وتمثيلاً متوازناً لا يُهمَل فيه أحد، وإدماجاً واضحاً لذوي الإعاقة.", "We ask for civic space to be protected, and for balanced representation that leaves nobody out, people with disabilities included."),
)  # fmt: skip
TO_THE_DONORS: tuple[tuple[int, tuple[int, ...], str, str], ...] = (
    (9, (0,), "نطلب أن تصبح الغرفة سورية الملكية: رؤية وبنية محدّثتان، ومعايير شفافة، ودور في التنسيق والمناصرة.", "We ask that the room become Syrian-owned: a renewed vision and structure, transparent criteria, a part in coordination and advocacy."),
    (9, (2,), "نطلب استمرار الدعم المالي واللوجستي لمشاركة شاملة، من الداخل خصوصاً، وتأهيل الكوادر المدنية.", "We ask for continued financial and logistical support for broad participation, above all from inside, and for training."),
    (9, (1,), "نقدّر دعم المانحين للغرفة، ونراها طرفاً أساسياً في مسار السلام.", "We value the donors' support for the room, which we see as an essential part of the way to peace."),
    (8, (0,), "نطلب حماية المساحة المدنية ووقف ما يطال العاملين فيها من انتهاكات.", "We ask for civic space to be protected and for violations against those who work in it to end."),
    (8, (2,), "نطلب التشاور معنا للوصول إلى تمثيل متوازن لمكونات المجتمع السوري.", "We ask to be consulted on a balanced representation of the components of Syrian society."),
    (8, (1,), "نطلب مناصرة أوسع لدى صانعي القرار كي يُشرَك المجتمع المدني في القضايا كلها.", "We ask for wider advocacy with decision-makers, so that civil society has a part in every matter."),
    (7, (0,), "نطلب تنسيقاً ودعماً أعلى، وبخاصة مع الثلث المدني في اللجنة الدستورية.", "We ask for closer coordination and support, with the civil society third of the Constitutional Committee above all."),
    (9, (3,), "نطلب تبادلاً شفافاً للمعلومات عن عمل المجلس الاستشاري النسائي ومخرجاته.", "We ask for an open exchange of information on the work and outcomes of the Women's Advisory Board."),
)  # fmt: skip

REPLIES: tuple[tuple[str, str, str, str], ...] = (
    ("الاتحاد الأوروبي", "European Union", "سيستمر دعمنا للغرفة، وسيكون لها مكان في مؤتمر بروكسل المقبل.", "Our support for the room goes on, and it will have its place at the coming Brussels conference."),
    ("سويسرا", "Switzerland", "نواصل دعم الغرفة ومن يعملون فيها.", "We keep supporting the room and those who work in it."),
    ("السويد", "Sweden", "دعمنا مستمر، ونأخذ النقاط الثماني إلى عاصمتنا.", "Our support continues; we take the eight items to our capital."),
    ("النرويج", "Norway", "نؤكد استمرار الدعم ونهتم بالمشاركة من الداخل.", "We confirm our support and care about participation from inside."),
)  # fmt: skip
ENVOY_REPLY = (
    "المبعوث الخاص", "The Special Envoy",
    "أهتم بالنقاط العشر وسأعمل من أجلها ضمن ولايتي، وستكون هناك لقاءات دورية تعرفون فيها ما استجد.",
    "I take the ten items seriously and will work for them within my mandate; there will be regular meetings to tell you what is new.",
)  # fmt: skip
SESSIONS: tuple[tuple[str, int, int, str, str], ...] = (
    ("briefing", 2, 10, "افتتاح وتحديث مع المبعوث الخاص", "Opening and update with the Special Envoy"),
    ("briefing", 2, 14, "إحاطات عن لقاءات سابقة للغرفة", "Briefings on earlier meetings of the room"),
    ("closed_consultation", 3, 10, "التشاور المغلق الأول", "First closed consultation"),
    ("closed_consultation", 4, 10, "التشاور المغلق الثاني", "Second closed consultation"),
    ("presentation", 5, 10, "عرض المخرجات على مكتب المبعوث", "Outcomes presented to the Envoy's office"),
    ("presentation", 5, 14, "عرض المخرجات على الجهات المانحة", "Outcomes presented to the donors"),
)
