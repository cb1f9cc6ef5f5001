"""June 2023, Brussels: what four working groups of the room asked for, carried to a ministerial meeting, in our own words.

Four groups, five, six, five and four recommendations; and one that all four asked for. Each: Arabic, English, themes, goals.
"""

DAY = (2023, 6, 15)
TITLE = ("كلمة الغرفة في بروكسل", "The room's speech in Brussels")
BY = ("غرفة دعم المجتمع المدني", "The civil society support room")
MEETING = ("الاجتماع الوزاري لمؤتمر بروكسل السابع", "Ministerial meeting of the seventh Brussels conference")
CARRIED_BY = ("ممثل عن الغرفة", "A representative of the room")
Asked = tuple[str, str, tuple[str, ...], tuple[int, ...]]

CIVIC: tuple[Asked, ...] = (
    (
        "حماية المساحة المدنية وإصلاح القانون الناظم للجمعيات.",
        "Protect civic space, and reform the law that governs associations.",
        (),
        (16,),
    ),
    (
        "ترسيخ مفهوم المواطنة في مراحل التعليم كلها وفي عمل المؤسسات المدنية.",
        "Root the idea of citizenship in education at all levels and in the work of civic institutions.",
        ("youth",),
        (4, 16),
    ),
    (
        "وضع آليات شفافة للمساءلة المجتمعية.",
        "Set up transparent ways of holding power to account by society.",
        (),
        (16,),
    ),
    (
        "تعزيز الشراكة مع المجتمعات المحلية وصولاً إلى حلول تنموية تشارك فيها.",
        "Strengthen partnership with local communities, towards development that they take part in.",
        ("region",),
        (11, 17),
    ),
    (
        "مشاركة المجتمع المدني في القضايا الملحّة، وفي مقدمتها فجوات التعليم وتعدد المناهج.",
        "Let civil society take part in the most pressing matters, first among them gaps in schooling and diverging curricula.",
        ("youth",),
        (4,),
    ),
)
ECONOMY: tuple[Asked, ...] = (
    (
        "إعادة هيكلة اقتصاد تركزت موارده في أيدي قلة من أصحاب السلطة.",
        "Restructure an economy whose resources lie with a few who hold power.",
        (),
        (8, 10),
    ),
    (
        "دور أول للمجتمع في التنمية الاقتصادية عبر منظماته ومبادراته، وعناية خاصة بالمشاريع الصغيرة والمتوسطة.",
        "A leading role for society in economic development through its organisations and initiatives, with care for small and medium-sized enterprises.",
        (),
        (8,),
    ),
    (
        "تشجيع مشاريع الاقتصاد التضامني بديلاً عن تجارة الأزمات.",
        "Encourage ventures of the solidarity economy in place of the trade of the crisis.",
        (),
        (8, 12),
    ),
    (
        "أن تعتمد الجهات الخارجية والمانحون نهجاً عادلاً يخفف التنافس بين المجتمعات المحلية.",
        "Let external actors and donors follow a just approach that eases competition between local communities.",
        ("region",),
        (10, 17),
    ),
    (
        "ربط الدعم كله بأهداف التنمية المستدامة وبالمساءلة.",
        "Tie all support to the Sustainable Development Goals and to accountability.",
        (),
        (16, 17),
    ),
    (
        "تعزيز السيادة الغذائية، ومن سبلها مراكز تلتقي فيها جهود التنمية.",
        "Strengthen food sovereignty, among other ways by centres in which development efforts meet.",
        (),
        (2,),
    ),
)
PROTECTION: tuple[Asked, ...] = (
    (
        "وقف الفلتان الأمني والاعتقال التعسفي، وإلغاء الملاحقات، وردّ ما صودر.",
        "End lawlessness and arbitrary arrest, cancel security pursuits, give back what was confiscated.",
        (),
        (16,),
    ),
    (
        "كشف مصير المعتقلين والمخطوفين والمغيّبين لدى كل الأطراف، والإفراج عنهم.",
        "Reveal the fate of detainees, abductees and the disappeared held by any party, and release them.",
        (),
        (16,),
    ),
    (
        "عودة طوعية آمنة للنازحين واللاجئين إلى ديارهم أو حيث يختارون، مع ضمان أمنهم.",
        "Safe and voluntary return of the displaced and refugees to their homes or where they choose, with their security guaranteed.",
        ("region",),
        (10, 16),
    ),
    (
        "تيسير الحصول على الوثائق المدنية من هوية وملكية وسفر.",
        "Make civil documents, of identity, property and travel, easy to obtain.",
        ("women",),
        (16,),
    ),
    (
        "تحسين المعيشة بتأهيل البنية التحتية ودعم التعافي المبكر.",
        "Better living conditions by mending infrastructure and supporting early recovery.",
        (),
        (1, 9),
    ),
)
DECENTRALISATION: tuple[Asked, ...] = (
    (
        "إطار قانوني جديد للامركزية ينطلق من أحكام القانون النافذ ومن خطة وطنية يدور حولها حوار شامل.",
        "A new legal framework for decentralisation that builds on provisions of the present law and on a national plan open to inclusive dialogue.",
        ("region",),
        (16,),
    ),
    (
        "حصة أكبر من الموارد الوطنية للمجتمعات المحلية، موزعة بعدالة.",
        "A larger share of national resources for local communities, fairly distributed.",
        ("region",),
        (10, 11),
    ),
    (
        "أن يستفيد مكتب المبعوث من نقاش اللامركزية في العملية السياسية، اليوم لا في المستقبل وحده.",
        "Let the Envoy's office use the discussion of decentralisation in the political process, for today and not only for the future.",
        (),
        (16,),
    ),
    (
        "دعم الإدارات المحلية في أنحاء سوريا كلها كي تؤدي أدوارها الجديدة وتتقارب.",
        "Support local administrations all over Syria in their new roles, and in ways that bring them together.",
        ("region",),
        (11, 16),
    ),
)
BY_ALL: Asked = (
    "ضمان حقوق النساء والشباب ومصالحهم.",
    "Guarantee the rights and interests of women and youth.",
    ("women", "youth"),
    (5, 10),
)
GROUPS: tuple[tuple[str, str, tuple[Asked, ...]], ...] = (
    ("المساحة المدنية والقيم المدنية", "Civil society space and civic values", CIVIC),
    ("الاقتصاد والتعافي وآفاق التنمية", "Economy, recovery and prospects of development", ECONOMY),
    ("أولويات حماية السوريين", "Priorities in protecting Syrians", PROTECTION),
    ("الإدارة المحلية واللامركزية", "Local governance and decentralisation", DECENTRALISATION),
)
ALL_FOUR = ("المجموعات الأربع", "All four groups")
