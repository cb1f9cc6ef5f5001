"""June 2021, regional consultations, second group: four pillars, a fifth proposed, fifteen recommendations, in our own words.

Some 130 people met in five regional groups; this is the record of the second. Arabic, English.
"""

GROUPS: tuple[tuple[str, str, str], ...] = (
    ("المجموعة الأولى", "First group", "Gaziantep"),
    ("المجموعة الثانية", "Second group", "Beirut"),
    ("المجموعة الثالثة", "Third group", "Amman"),
    ("المجموعة الرابعة", "Fourth group", "Erbil"),
    ("المجموعة الخامسة", "Fifth group", "Damascus"),
)
PEOPLE_PER_GROUP = 26

PILLARS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "الملف السياسي والدستور",
        "The political file and the constitution",
        (
            (
                "التقدم في ملف المعتقلين تمهيد لا بد منه لبناء الثقة.",
                "Progress on detainees must come first if there is to be trust.",
            ),
            (
                "يختار المجتمع المدني بنفسه الموضوعات التي تُناقَش.",
                "Civil society itself chooses the topics to be discussed.",
            ),
            (
                "نواة دائمة من المتطوعين تعطي المجتمع المدني حركة جديدة.",
                "A standing core of volunteers gives civil society a new momentum.",
            ),
            (
                "تُوسَّع المساحة المدنية وتُحمى عبر تجمعات تعمل إقليمياً.",
                "Civic space is widened and protected by alliances that work across the region.",
            ),
            (
                "تنوع المجتمع المدني قوة، وهو من يختار ممثليه بنفسه.",
                "The diversity of civil society is a strength, and it chooses its own representatives.",
            ),
            (
                "تُبنى قدرات المؤسسات المدنية بالتعلم من التجارب السابقة.",
                "Civic institutions grow by learning from what was tried before.",
            ),
            (
                "لا عودة قبل حل سياسي وبيئة آمنة للجميع.",
                "There is no return before a political solution and surroundings safe for all.",
            ),
            (
                "كل ما نوقش هنا يصب في العملية الدستورية.",
                "All that was discussed here feeds into the constitutional process.",
            ),
        ),
    ),
    (
        "القضايا الاجتماعية والاقتصادية",
        "Social and economic matters",
        (
            (
                "منصة إعلامية يثق بها الناس شرط للشفافية.",
                "A media platform that people trust is a condition of transparency.",
            ),
            (
                "تُتابَع الأموال السورية المودعة في المصارف اللبنانية.",
                "Syrian funds held in Lebanese banks are followed up.",
            ),
            (
                "يُراقَب عمل المكاتب الأممية المعنية بالحقوق في لبنان والأردن.",
                "The work of the United Nations rights offices in Lebanon and Jordan is monitored.",
            ),
            (
                "تُدرَس أسباب انهيار الليرة بعناية قبل نسبتها إلى العقوبات.",
                "The causes of the currency's fall are studied with care before it is put down to sanctions.",
            ),
        ),
    ),
    (
        "القضايا الإنسانية والحماية",
        "Humanitarian matters and protection",
        (
            (
                "النزوح المتكرر يرهق الناس نفسياً ومعيشياً ويغيّر تركيبة المناطق.",
                "Repeated displacement wears people down and changes who lives where.",
            ),
            (
                "من يعود اليوم يواجه خطر الاعتقال والانتقام والتجنيد.",
                "Those who return today face arrest, revenge and conscription.",
            ),
        ),
    ),
    (
        "إشراك المجتمع المدني والنساء",
        "Inclusion of civil society and women",
        (
            (
                "التمكين الاقتصادي أساس مشاركة النساء في السياسة.",
                "Economic independence is the ground of women's part in politics.",
            ),
            (
                "حصص للنساء في المنصات واللجان كلها، مع بناء القدرات.",
                "Quotas for women on all platforms and committees, with training to match.",
            ),
            ("تشمل الحصص النساء من أهل الفكر على قدم المساواة.", "Quotas include women intellectuals on equal terms."),
        ),
    ),
)
FIFTH_PILLAR = ("إجراءات بناء الثقة", "Confidence-building measures")

# Each recommendation: the pillar and the places (from 0) of the points it rests on, Arabic, English.
RECOMMENDATIONS: tuple[tuple[int, tuple[int, ...], str, str], ...] = (
    (
        1,
        (0,),
        "إنشاء منصة إعلامية موثوقة تشرح مجريات العملية السياسية ونتائجها على الدوام.",
        "Create a trusted media platform that explains the political process and its results at all times.",
    ),
    (
        0,
        (7,),
        "إعداد دليل لتعريف المصطلحات مع تحليل للأطراف المؤثرة والمتأثرة.",
        "Write a guide to terms, with an analysis of who influences and who is influenced.",
    ),
    (0, (0,), "إضافة محور خامس لإجراءات بناء الثقة.", "Add a fifth pillar for confidence-building measures."),
    (
        0,
        (7,),
        "أن تعدّ الغرفة ورقة مبادئ دستورية ترفعها إلى اللجنة الدستورية عبر مكتب المبعوث.",
        "Let the room write a paper on constitutional principles for the Constitutional Committee, through the Envoy's office.",
    ),
    (
        0,
        (5,),
        "وضع استراتيجية تُدخل التنمية المجتمعية في العملية السياسية.",
        "Draw up a strategy that brings community development into the political process.",
    ),
    (
        0,
        (4,),
        "توحيد مؤسسات المجتمع المدني في جسم لا يتبع أي حزب.",
        "Unite civic institutions in a body that belongs to no party.",
    ),
    (
        0,
        (1,),
        "إشراك المجتمع المدني مباشرة في رسم الحل السياسي.",
        "Involve civil society directly in shaping the political solution.",
    ),
    (
        0,
        (2,),
        "تسريع فتح مجموعات العمل الموضوعية على منصة الغرفة.",
        "Open the thematic working groups on the room's platform sooner.",
    ),
    (
        1,
        (1,),
        "أن يطلب مكتب المبعوث كشفاً بإنفاق الأموال: كم للرواتب وكم للمساعدات، وأين أُنفقت في لبنان والأردن؟",
        "Have the Envoy's office ask how money is spent: how much on staff, how much on aid, and where in Lebanon and Jordan.",
    ),
    (
        1,
        (2,),
        "الرقابة على عمل مكاتب حقوق الإنسان الأممية حيث تتكرر الانتهاكات.",
        "Oversee the United Nations human rights offices where violations recur.",
    ),
    (
        2,
        (0,),
        "معالجة حال المخيمات، كالركبان، التي تفتقر إلى الطبابة والغذاء والتعليم.",
        "Deal with camps such as Rukban, which lack medical care, food and schooling.",
    ),
    (
        2,
        (0,),
        "أن تتيح الأمم المتحدة تحديد حاجات اللاجئين بالعمل معهم مباشرة.",
        "Have the United Nations make it possible to assess refugees' needs with refugees themselves.",
    ),
    (
        0,
        (2, 5),
        "مجموعات عمل من ثلاثة إلى خمسة أشخاص تكتب أوراقاً يعلّق عليها الأعضاء خلال سبعة إلى عشرة أيام، ثم تُعتمد بالأغلبية مع الرأي المعارض.",
        "Working groups of three to five people write papers on which all members comment within seven to ten days, adopted by majority together with the opposing opinion.",
    ),
    (
        0,
        (3,),
        "مظلة تحمي العاملين في المجتمع المدني، ومكاتب للغرفة في الداخل ودول الجوار.",
        "An umbrella that protects civil society, with offices of the room inside the country and next door.",
    ),
    (
        1,
        (1, 2),
        "أن يشرف ناشطو المجتمع المدني، عبر مكتب المبعوث، على توزيع المساعدات الأممية.",
        "Have civil society supervise the distribution of United Nations aid, through the Envoy's office.",
    ),
)
