"""The letter of the round that is being prepared, and what those invited answered and asked. Invented. Arabic, English."""

from supportroom.demo.ahead import Pair

LETTER = (
    (
        "تحية طيبة،\n\nندعوكم إلى جولة اقترحتم أنتم مواضيعها. البرنامج ونقاط النقاش منشورة، ولكل موضوع شخص يعرفه ويجيب عن أسئلتكم. "
        "إن احتجتم إلى عون لتصلوا أو لتتابعوا، فاكتبوه مع الرد.\n\nفريق الغرفة"
    ),
    (
        "Dear colleague,\n\nYou are invited to a round whose topics you proposed yourselves. The programme and its discussion "
        "points are published, and for each topic there is somebody who knows it and answers your questions. If you need "
        "help to come or to follow, say so with your answer.\n\nThe team of the room"
    ),
)
BELOW = (
    "سجّل قليلون ممن يعيشون بإعاقة. المكان هذه المرة غير مهيأ كفاية، وسنختار غيره، وندعو جمعياتهم إلى اقتراح أسماء.",
    (
        "Few people with a disability registered. The venue is not accessible enough this time; another will be found, and "
        "their associations are asked whom to invite."
    ),
)
NEEDS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("travel", "الطريق من الداخل يحتاج يومين"), ("connection", "")),
    (("visa", ""),),
    (("care", "طفلان، أربع وست سنوات"),),
    (("interpretation", "لغة الإشارة"), ("accessibility", "مدخل بلا درج")),
    (("connection", "الكهرباء عندنا ساعتان في اليوم"),),
)
DECLINED: tuple[Pair, ...] = (
    ("عندي امتحانات في هذه الأيام.", "I have examinations on these days."),
    ("لا أستطيع السفر الآن.", "I cannot travel now."),
    ("أفضّل أن يأتي غيري هذه المرة.", "I would rather somebody else came this time."),
    ("", ""),
)
SUBSTITUTE = ("ليلى الاقتراح (متخيَّلة)", "عبر المنظمة نفسها")
JOINT = (
    (
        "نحن منظمات تعمل في الخدمات المحلية. نقدّر أن البرنامج وصل مبكراً وأن مواضيعه من اقتراح المدعوين. لكن الجلسات تقع في أسبوع "
        "توزيع معونات الشتاء، ولا نستطيع أن نترك الناس. نعتذر معاً، ونطلب أن يُسأل عن المواعيد قبل تثبيتها."
    ),
    (
        "We are organisations that provide services in our towns. We value that the programme came early and that its topics "
        "were proposed by those invited. But the sessions fall into the week in which winter relief is handed out, and we "
        "cannot leave people alone. We decline together, and ask that dates be asked about before they are fixed."
    ),
)
# topic (its place in TOPICS), question, answer; the last is still open
QUESTIONS: tuple[tuple[int, Pair, Pair], ...] = (
    (
        0,
        ("هل يحضر من يعمل في المصارف؟", "Will somebody come who works in a bank?"),
        (
            "نعم، يشارك في الإحاطة الأولى خبيران في التحويلات ويجيبان عن الأسئلة.",
            "Yes: two people who know transfers take part in the first briefing and answer questions.",
        ),
    ),
    (
        4,
        ("هل نناقش أراضي الوقف أيضاً؟", "Do we discuss endowment land as well?"),
        (
            "نعم، ضمن نقطة الأدلة البديلة عن السندات.",
            "Yes, under the point about proof in place of deeds.",
        ),
    ),
    (2, ("هل يُطلب من العائلات أن تشهد؟", "Will families be asked to testify?"), ("", "")),
)
