"""A round that is being prepared: invented topics, discussion points, questions and answers. Arabic, English.

Two topics take up what stayed open in the June 2020 round; 205 registered, as many as once answered the room's survey.
"""

from typing import NamedTuple

Pair = tuple[str, str]
NONE: Pair = ("", "")
TAKE_UP, MERGE, LEAVE_OUT = "take_up", "merge", "leave_out"
AGENDA, MERGED, DEFERRED, WITHDRAWN, WAITING = "agenda", "merged", "deferred", "withdrawn", "waiting"


class Point(NamedTuple):
    """A discussion point, and what became of it."""

    words: Pair
    verb: str = TAKE_UP
    reason: Pair = NONE


class Topic(NamedTuple):
    """A proposed topic with its framework and its fate; `takes_up`: a word of the earlier point that it is linked to."""

    title: Pair
    why: Pair
    questions: Pair = NONE
    points: tuple[Point, ...] = ()
    fate: str = AGENDA
    reason: Pair = NONE
    contact: str = ""
    competence: Pair = NONE
    takes_up: str = ""


TITLE = ("جولة العودة والحقوق", "Round on return and rights")
PURPOSE = (
    "جولة تُحضَّر مع من يُدعون إليها: هم اقترحوا مواضيعها، وعرفوا ما صار بكل اقتراح، ووصلهم برنامج لا عناوين.",
    (
        "A round prepared with those invited to it: they proposed its topics, know what became of every proposal, and were "
        "sent a programme rather than headings."
    ),
)
PLACE = ("مركز مؤتمرات متخيَّل، غازي عنتاب", "An invented conference centre, Gaziantep")
CALL = (
    "عمّ تتحدث الجولة القادمة؟ اقترحوا ما ترونه، ولكل منكم ثلاث علامات لما تقدّمونه على غيره.",
    "What should the next round speak about? Propose what you see fit; each of you has three marks for what comes first.",
)
GROUPS = (
    ("مجموعة الحقوق", "Group on rights"),
    ("مجموعة العودة والسكن", "Group on return and housing"),
    ("مجموعة التعليم والخدمات", "Group on education and services"),
)
PILLARS = (
    ("الحقوق والدستور", "Rights and constitution"),
    ("العودة والسكن", "Return and housing"),
    ("التعليم والخدمات", "Education and services"),
)
FIELDS = (
    ("المعتقلون والمفقودون", "Detainees and missing persons"),
    ("الدستور والقانون", "Constitution and law"),
    ("السكن والملكية", "Housing and property"),
    ("التعليم", "Education"),
    ("الإغاثة والخدمات", "Relief and services"),
    ("مشاركة النساء", "Women's participation"),
)

TOPICS = (
    Topic(
        ("العقوبات وحياة الناس", "Sanctions and people's lives"),
        (
            "يدفع الناس ثمن تحويلات تتأخر وأدوية لا تصل. في 2020 لم نتفق على من يراجع العقوبات وكيف.",
            (
                "People pay for transfers that are late and medicine that does not come. In 2020 we did not agree on who reviews "
                "sanctions and how."
            ),
        ),
        (
            "من يراجع؟ وكل كم؟ وكيف لا تصير المراجعة حجة لتأخير المحاسبة؟",
            "Who reviews, and how often? How does a review not become an excuse to put off accountability?",
        ),
        (
            Point(("أثر العقوبات على تحويل أموال الإغاثة", "What sanctions do to transfers of relief money")),
            Point(("خبراء مستقلون للمراجعة ومن يرشّحهم", "Independent experts for a review, and who names them")),
            Point(("التحويلات العائلية الصغيرة", "Small transfers between families"), MERGE),
            Point(
                ("قائمة بأسماء أشخاص تُرفع عنهم العقوبات", "A list of people from whom sanctions be lifted"),
                LEAVE_OUT,
                ("لا نناقش أشخاصاً بأسمائهم في هذه الغرفة.", "This room does not discuss people by name."),
            ),
        ),
        contact="facilitator",
        competence=("تعمل منذ سنوات على إيصال أموال الإغاثة.", "Has worked for years on getting relief money through."),
        takes_up="sanctions",
    ),
    Topic(
        ("جدول زمني للدستور", "A timetable for the constitution"),
        (
            "بقيت نقطة الجدول الزمني بلا اتفاق. نريد أن نعرف أي ضمانات تجعلها مقبولة لمن رفضها.",
            (
                "The point about a timetable was left without agreement. We want to know which guarantees would make it "
                "acceptable to those who refused it."
            ),
        ),
        ("أي ضمانات؟ ومن يراقب المواعيد؟", "Which guarantees? Who watches the dates?"),
        (
            Point(("ضمانات ترافق كل موعد", "Guarantees that go with every date")),
            Point(("دور المجتمع المدني في مراقبة المواعيد", "What civil society does to watch the dates")),
        ),
        contact="office",
        competence=(
            "يتابع أعمال اللجنة الدستورية في مكتب المبعوث.",
            "Follows the constitutional committee in the Envoy's office.",
        ),
        takes_up="timetable",
    ),
    Topic(
        ("مصير المعتقلين والمفقودين", "The fate of detainees and the missing"),
        (
            "لكل بيت سؤال بلا جواب. العائلات تطلب أن تكون جزءاً من البحث لا موضوعاً له.",
            "Every home has a question without an answer. Families ask to be part of the search and not its subject.",
        ),
        ("كيف تشارك العائلات؟ ومن يحفظ ما تقوله؟", "How do families take part? Who keeps what they say?"),
        (
            Point(("وصول العائلات إلى السجلات", "Access of families to the records")),
            Point(("حماية من يدلي بشهادة", "Protection of those who testify")),
            Point(("دعم نفسي للعائلات", "Support for families in their grief")),
        ),
        contact="facilitator",
        competence=("تعمل مع عائلات المفقودين منذ سنوات.", "Has worked with families of the missing for years."),
    ),
    Topic(
        ("عودة آمنة وطوعية", "A safe and voluntary return"),
        (
            "يُضغط على لاجئين للعودة إلى أماكن لا يعرف أحد إن كانت آمنة.",
            "Refugees are pressed to go back to places of which nobody knows whether they are safe.",
        ),
        ("من يقول إن مكاناً صار آمناً؟", "Who says that a place has become safe?"),
        (
            Point(("شروط نعرف بها أن العودة طوعية", "Signs by which we know that a return is voluntary")),
            Point(("خدمات تسبق العودة لا تليها", "Services that come before return and not after it")),
            Point(("زيارات استطلاع بلا التزام", "Visits to look, without obligation"), MERGE),
        ),
        contact="rapporteur",
        competence=("يرافق عائلات في مخيمات الشمال.", "Accompanies families in the camps of the north."),
    ),
    Topic(
        ("أوراق البيوت والأراضي", "Papers for homes and land"),
        (
            "ضاعت سندات، وبيعت بيوت في غياب أهلها. بلا أوراق لا عودة.",
            "Deeds are lost and homes were sold while their people were away. Without papers there is no return.",
        ),
        ("ما الذي يُقبل دليلاً حين تضيع الأوراق؟", "What counts as proof when the papers are lost?"),
        (
            Point(("أدلة بديلة عن السندات الضائعة", "Proof in place of lost deeds")),
            Point(("ملكية النساء بعد غياب الأزواج", "Women's property when husbands are missing")),
            Point(
                ("تعويض نقدي فوري للجميع", "Money at once for everybody"),
                LEAVE_OUT,
                (
                    "نرجئه إلى جولة عن إعادة الإعمار مع من يموّلها.",
                    "It is put off to a round on reconstruction with those who fund it.",
                ),
            ),
        ),
        contact="team",
        competence=("نسّقت عمل القانونيين على سجلات الملكية.", "Coordinated the lawyers' work on property records."),
    ),
    Topic(
        ("الاعتراف بالشهادات", "Recognition of school certificates"),
        (
            "شهادة من منطقة لا تُقبل في أخرى، فيخسر الطلاب سنوات.",
            "A certificate from one region is refused in another, and students lose years.",
        ),
        ("أي لجنة يثق بها الجميع؟", "Which commission would all trust?"),
        (
            Point(("امتحان معادلة في كل المناطق", "An equivalence examination in every region")),
            Point(("صفوف مسائية لمن فاتتهم سنوات", "Evening classes for those who missed years")),
        ),
        contact="member",
        competence=("أدارت مدارس في منطقتين.", "Has run schools in two regions."),
    ),
    Topic(
        ("الماء والكهرباء في الأحياء المتضررة", "Water and power in damaged quarters"),
        (
            "تُصلَح الشبكات حيث يسهل العمل لا حيث الحاجة.",
            "Networks are repaired where it is easy and not where it is needed.",
        ),
        ("كيف يُعرف أين الحاجة؟", "How is need made known?"),
        (
            Point(("نشر خرائط الحاجة والإنفاق", "Publish maps of need and of spending")),
            Point(("لجان أحياء تراقب الأعمال", "Committees of the quarters that watch the works")),
        ),
        contact="member",
        competence=("تابعت مشاريع مياه في ثلاث مدن.", "Followed water projects in three cities."),
    ),
    Topic(
        ("وثائق ولادة الأطفال", "Birth papers of children"),
        (
            "أطفال وُلدوا في النزوح بلا قيد، ولا يرثون ولا يدرسون.",
            "Children born in displacement stand in no register; they neither inherit nor go to school.",
        ),
        points=(Point(("تسجيل متأخر بلا غرامات", "Late registration without fines")),),
        fate=MERGED,
        reason=(
            "تُبحث أوراق الأطفال مع أوراق البيوت: الدوائر والأدلة نفسها.",
            "Children's papers are discussed with those of homes: the same offices, the same proof.",
        ),
    ),
    Topic(
        ("صندوق لمشاريع النساء", "A fund for women's businesses"),
        ("مبالغ صغيرة تكفي لبدء عمل، ولا أحد يقرضها.", "Small sums are enough to begin, and nobody lends them."),
        fate=DEFERRED,
        reason=(
            "يحتاج الموضوع إلى المانحين، ولم يُدعوا إلى هذه الجولة. نعرضه عليهم في الجولة التالية.",
            "The topic needs the donors, who are not invited to this round. It is put to them in the next.",
        ),
    ),
    Topic(
        ("الصحة النفسية بعد الفقد", "Mental health after loss"),
        (
            "لا نتكلم عمّا نحمله، ونحن ندعو غيرنا إلى الكلام.",
            "We do not speak of what we carry, and ask others to speak.",
        ),
        fate=WAITING,
    ),
    Topic(
        ("الإعلام المحلي", "Local media"),
        ("من يروي ما يجري في مدننا؟", "Who tells what happens in our towns?"),
        fate=WITHDRAWN,
    ),
)
REMARKS: tuple[tuple[int, Pair], ...] = (
    (
        0,
        (
            "المهم أن يحضر من يعرف كيف تعمل المصارف فعلاً.",
            "What matters is that somebody comes who knows how banks work.",
        ),
    ),
    (2, ("لا تكرروا ما قلناه في 2020؛ ابنوا عليه.", "Do not repeat what we said in 2020: build on it.")),
    (
        2,
        ("العائلات تخاف على أسمائها، فلا تطلبوا شهادات.", "Families fear for their names: do not ask them to testify."),
    ),
    (4, ("في ريفنا لا سجل أصلاً، فماذا نقدّم؟", "In our villages there never was a register: what shall we show?")),
    (7, ("هذا والموضوع الخامس واحد.", "This and the fifth topic are one.")),
)
READING: tuple[tuple[int, Pair, str], ...] = (
    (0, ("تقرير جولة حزيران 2020 في هذه الغرفة", "The report of this room's June 2020 round"), ""),
    (
        1,
        ("قرار مجلس الأمن 2254 (2015)", "Security Council resolution 2254 (2015)"),
        "https://undocs.org/S/RES/2254(2015)",
    ),
    (4, ("دليل متخيَّل لإثبات الملكية", "An invented guide to proving ownership"), ""),
)
CRITERIA = (
    "ستون مقعداً في ثلاث مجموعات. ندعو من يعرف أحد المواضيع، ونوازن بين النساء والرجال والمناطق والأعمار، ونقدّم من لم يشارك من قبل.",
    (
        "Sixty places in three groups. We invite people who know one of the topics, balance women and men, regions and ages, "
        "and put first those who have not come before."
    ),
)
MOVED = ("نُقلت جلسة النتائج إلى بعد الظهر.", "The plenary on results was moved to the afternoon.")
ROOMS = (("القاعة الأولى", "First hall"), ("القاعة الثانية", "Second hall"), ("القاعة الثالثة", "Third hall"))
