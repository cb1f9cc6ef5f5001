"""The group on civic space: its call, who stood for it, why they were appointed, its library. Arabic, English."""

from supportroom.demo.group_words import Origin, Pair, Stands

TITLE = ("المساحة المدنية والقيم المدنية", "Civic space and civic values")
TASK = (
    (
        "كيف يجتمع الناس ويؤسسون جمعيات ويراقبون من يحكمهم بلا إذن ولا خوف؟ تقترح المجموعة قانوناً للجمعيات، وأساساً مشتركاً "
        "للتربية المدنية، وقواعد بسيطة للمساءلة تبدأ بها الجمعيات نفسها."
    ),
    (
        "How can people meet, found associations and watch those who govern them, without leave and without fear? The group "
        "proposes a law on associations, a common ground for civic education, and plain rules of accountability that "
        "associations keep first of all themselves."
    ),
)
PAPER = (
    "أن نجتمع بلا إذن: ورقة عن المساحة المدنية والقيم المدنية",
    "To meet without leave: a paper on civic space and civic values",
)
FIELDS = (
    ("قانون الجمعيات", "Law of associations"),
    ("التربية المدنية", "Civic education"),
    ("المساءلة المجتمعية", "Social accountability"),
)
STANDING: tuple[Stands, ...] = (
    Stands(
        14,
        "مسودة نظام أساسي نموذجي للجمعيات الصغيرة؛ تدريب مئة وعشرين جمعية على كتابته.",
        (
            "أعرف ما تخسره جمعية صغيرة حين تنتظر رخصة.",
            "I know what a small association loses while it waits for a permit.",
        ),
        "SY-HL",
        "TR-27",
    ),
    Stands(
        9,
        "دليل لمحاضر الاجتماعات العامة في البلدات؛ مقالان عن موازنات محلية.",
        (
            "راقبت مع جيراني موازنة بلدتنا ثلاث سنوات.",
            "With my neighbours I followed our town's budget for three years.",
        ),
        "TR-27",
        "SY-ID",
        "عضو في مجلس إدارة جمعية تتلقى تمويلاً من الخارج.",
    ),
    Stands(
        11,
        "منهاج تجريبي للصفوف المسائية؛ دروس في المواطنة بالعربية والكردية.",
        ("الصف أول مكان نتعلم فيه أن نختلف.", "The classroom is the first place where one learns to disagree."),
        "SY-HA",
        "SY-HA",
    ),
    Stands(
        6,
        "مرافعة في حل جمعيات أمام القضاء الإداري.",
        ("دافعت عن جمعيات حُلّت بقرار إداري.", "I defended associations that were dissolved by decree."),
        "SY-DR",
        "SY-DR",
    ),
    Stands(
        3,
        "",
        ("أريد أن أتعلم وأن أكتب.", "I want to learn and to write."),
        "SY-HL",
        "SY-HL",
    ),
)
REASONS: tuple[Pair, ...] = (
    (
        "أربع عشرة سنة في مرافقة الجمعيات الصغيرة ونظام أساسي نموذجي تستعمله اليوم عشرات منها.",
        "Fourteen years beside small associations, and model statutes that dozens of them use today.",
    ),
    (
        "تجربة ثلاث سنوات في مراقبة موازنة محلية، ومقالان عنها. أعلنت صلتها بجمعية ممولة من الخارج ولا تكتب في فقرة التمويل.",
        "Three years of watching a local budget, and two articles on it. Has declared a tie to an association funded from abroad and does not write on funding.",
    ),
    (
        "أحد عشر عاماً في التعليم خارج المدرسة بلغتين، ومن منطقة ليست ممثَّلة في المقاعد الأخرى.",
        "Eleven years of teaching outside school in two languages, from a region that the other seats do not cover.",
    ),
    (
        "معرفة عملية بما يحدث لجمعية أمام القضاء، ومن الجنوب.",
        "Knows from practice what happens to an association in court; from the south.",
    ),
)
LIBRARY: tuple[Origin, ...] = (
    Origin("law93", "law", "قانون الجمعيات والمؤسسات الخاصة", "ar", "الجمهورية العربية السورية", 1958, "93"),
    Origin(
        "iccpr", "law", "International Covenant on Civil and Political Rights", "en", "United Nations", 1966,
        "999 UNTS 171", note="المادة 22 هي مقياسنا لكل تقييد.",
    ),
    Origin(
        "res2254", "law", "Resolution 2254 (2015)", "en", "United Nations Security Council", 2015, "S/RES/2254 (2015)",
        address="https://undocs.org/S/RES/2254(2015)",
    ),
    Origin(
        "survey", "report", "ستون جمعية تجيب: ما الذي يعيق عملنا؟", "ar", "ملتقى متخيَّل للجمعيات", 2020,
        publisher="نشر متخيَّل", note="تسع بلدات من ستين تعقد اجتماعاً مفتوحاً للموازنة.",
    ),
    Origin(
        "onepage", "report", "An account on one page: a form for small associations", "en", "Invented Bureau of Plain Accounts", 2019,
        publisher="An invented press",
    ),
    Origin("core", "article", "ما الذي تشترك فيه مناهجنا؟", "ar", "باحثة متخيَّلة", 2021, note="يصلح أساساً للفقرة عن المناهج."),
)  # fmt: skip
