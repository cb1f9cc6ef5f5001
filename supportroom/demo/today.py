"""A round of today with an open session, to play with: invented points for an invented agenda. Arabic, English."""

TITLE = ("جولة تجريبية لليوم", "Today's trial round")
POINTS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "التعافي المحلي",
        "Local recovery",
        (
            (
                "أن تُرمَّم شبكات المياه في الأحياء الأكثر ازدحاماً أولاً.",
                "Repair the water networks of the most crowded quarters first.",
            ),
            ("أن تُمنح المشاريع الصغيرة قروضاً بلا فوائد.", "Give small businesses loans without interest."),
            ("أن يعرف السكان كيف تُنفَق أموال الترميم.", "Let residents know how repair money is spent."),
        ),
    ),
    (
        "التعليم",
        "Education",
        (
            ("أن تُعترف الشهادات الصادرة في كل المناطق.", "Recognise school certificates from every region."),
            (
                "أن تُفتح صفوف مسائية لمن فاتتهم سنوات دراسة.",
                "Open evening classes for those who missed years of school.",
            ),
        ),
    ),
    (
        "المشاركة",
        "Participation",
        (
            ("أن تُعقد جلسات للشباب قبل كل جولة.", "Hold sessions for young people before each round."),
            ("أن تتوفر لغة الإشارة في الجلسات العامة.", "Provide sign language in plenary sessions."),
        ),
    ),
)
