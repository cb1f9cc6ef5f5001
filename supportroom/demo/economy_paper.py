"""The paper of the group on the economy, which is in comment now. In our own words. Arabic, English."""

from supportroom.demo.group_words import Comment, Origin, Pair, Para, Stands

TITLE = ("الاقتصاد والتعافي والتنمية", "Economy, recovery and development")
TASK = (
    (
        "من أين يعيش الناس اليوم، ومن يربح من بقائهم على هذه الحال؟ تبحث المجموعة في التعافي الذي يبدأ من المشاريع الصغيرة والتعاونيات "
        "والأرض، وفي شروط عادلة لمن يموّله."
    ),
    (
        "What do people live on today, and who gains from things staying as they are? The group looks at a recovery that begins with "
        "small businesses, cooperatives and the land, and at fair terms for those who fund it."
    ),
)
PAPER = (
    "من يربح من التعافي؟ ورقة عن اقتصاد يحمله الناس",
    "Who gains from recovery? A paper on an economy that people carry",
)
FIELDS = (
    ("المشاريع الصغيرة والتعاونيات", "Small businesses and cooperatives"),
    ("الزراعة والغذاء", "Farming and food"),
    ("تمويل التعافي", "Financing recovery"),
)
STANDING: tuple[Stands, ...] = (
    Stands(
        12,
        "دراسة عن ست تعاونيات للنساء؛ دليل قروض بلا فوائد.",
        ("رأيت تعاونيات تعيش حيث أفلس التجار.", "I saw cooperatives live on where traders failed."),
        "SY-ID",
        "TR-27",
    ),
    Stands(
        8,
        "متابعة أسعار القمح والبذار في ثلاث محافظات.",
        ("من لا يملك بذاره لا يملك قراره.", "Who does not own the seed does not own the decision."),
        "SY-HA",
        "SY-HA",
    ),
    Stands(
        10,
        "تدقيق منح صغيرة لمنظمات محلية.",
        (
            "أعرف كيف تُقرأ موازنة منحة وما يغيب عنها.",
            "I know how to read a grant's budget, and what is missing from it.",
        ),
        "LB-BA",
        "LB-BA",
        "عملت مستشاراً لأحد المانحين حتى العام الماضي.",
    ),
    Stands(
        5,
        "",
        ("لدي مشغل صغير وأريد أن يُسمع أمثالي.", "I have a small workshop and want my like to be heard."),
        "SY-HL",
        "SY-HL",
    ),
)
REASONS: tuple[Pair, ...] = (
    (
        "اثنتا عشرة سنة مع تعاونيات النساء، ودراسة منشورة عنها.",
        "Twelve years with women's cooperatives, and a published study of them.",
    ),
    ("معرفة بالقمح والبذار من الحقل، ومن الجزيرة.", "Knows grain and seed from the field; from the north-east."),
    (
        "خبرة في قراءة موازنات المنح. أعلن عملاً سابقاً عند مانح ولا يكتب في فقرة المانحين.",
        "Reads grant budgets by trade. Has declared earlier work for a donor and does not write the paragraph on donors.",
    ),
    ("صاحب مشغل: الصوت الذي تتحدث عنه الورقة.", "Owner of a workshop: the voice that the paper speaks about."),
)
LIBRARY: tuple[Origin, ...] = (
    Origin(
        "ilo2022",
        "report",
        "Resolution concerning decent work and the social and solidarity economy",
        "en",
        "International Labour Conference",
        2022,
    ),
    Origin("coops", "report", "ست تعاونيات وما بقي منها", "ar", "باحثة متخيَّلة", 2021, publisher="نشر متخيَّل"),
    Origin(
        "prices",
        "report",
        "دفتر أسعار: القمح والبذار والسماد في ثلاثة مواسم",
        "ar",
        "مرصد متخيَّل",
        2022,
        note="الأرقام من ثلاث أسواق فقط؛ لا تعمَّم.",
    ),
    Origin(
        "sdg",
        "report",
        "Transforming our world: the 2030 Agenda for Sustainable Development",
        "en",
        "United Nations General Assembly",
        2015,
        "A/RES/70/1",
        address="https://undocs.org/A/RES/70/1",
    ),
    Origin("law8", "law", "قانون مصارف التمويل الأصغر", "ar", "الجمهورية العربية السورية", 2021, "8"),
)

PARAGRAPHS: tuple[Para, ...] = (
    Para(("من أين نبدأ", "Where we begin"), is_heading=True),
    Para(
        (
            (
                "لم تدمر الحرب الاقتصاد فحسب، بل أعادت توزيعه. صار المعبر والمولدة وتصريح الاستيراد مصادر دخل، وصار أصحابها قلة تعرف بعضها. "
                "كل خطة تعافٍ تمر عبر هذه الأبواب تزيد أصحابها غنى، مهما حسنت نية من وضعها."
            ),
            (
                "The war did more than destroy the economy: it dealt it out anew. A crossing, a generator, an import licence became "
                "sources of income, and those who hold them are few and know one another. Every plan for recovery that goes through "
                "these doors makes their owners richer, however well it was meant."
            ),
        )
    ),
    Para(
        (
            (
                "نسأل عن كل مشروع ثلاثة أسئلة: من يملكه بعد خمس سنوات، ومن يقرر فيه، ومن يخسر إن توقف التمويل؟ ونقترح أن تُسأل قبل أن "
                "يُصرف أول مبلغ."
            ),
            (
                "Of every project we ask three questions: who owns it in five years, who decides in it, and who loses if the money "
                "stops? We propose that they be asked before the first sum is paid."
            ),
        )
    ),
    Para(("اقتصاد يتكافل فيه الناس", "An economy of solidarity"), is_heading=True),
    Para(
        (
            (
                "حين أُغلقت الأسواق أبقت مطابخ وورش ومخابز مشتركة بيوتاً كثيرة على قيد الحياة. تسميها منظمة العمل الدولية اقتصاداً اجتماعياً "
                "وتضامنياً [@ilo2022]، ويسميها أصحابها شغلاً. نقترح لها صفة في القانون: تعاونية يؤسسها خمسة، بصوت لكل عضو، وبلا رأس مال أدنى."
            ),
            (
                "When markets closed, shared kitchens, workshops and bakeries kept many homes alive. The International Labour "
                "Conference calls this a social and solidarity economy [@ilo2022]; those who do it call it work. We propose a form "
                "for it in law: a cooperative founded by five, with a vote for each and no least capital."
            ),
        )
    ),
    Para(
        (
            (
                "من ست تعاونيات دُرست بقيت أربع بعد ثلاث سنوات [@coops]. ما أبقاها ليس حجم المنحة بل ثلاثة أمور: دفتر مفتوح للأعضاء، "
                "ومشترٍ ثابت، وامرأة على الأقل توقّع على الصرف."
            ),
            (
                "Of six cooperatives that were studied, four stood after three years [@coops]. It was not the size of the grant that "
                "kept them, but three things: books open to the members, a steady buyer, and at least one woman who signs for what "
                "is spent."
            ),
        )
    ),
    Para(
        (
            (
                "القرض الصغير اليوم أغلى من الكبير، والكفيل المطلوب موظف حكومي لا يعرفه معظم الناس. يتيح القانون مصارف للتمويل الأصغر "
                "[@law8]، ونقترح أن تقبل كفالة الجماعة بدلاً من كفالة الموظف."
            ),
            (
                "A small loan costs more today than a large one, and the guarantor asked for is a civil servant whom most people do not "
                "know. The law allows for banks of microfinance [@law8]; we propose that they accept the word of a group in place of "
                "a clerk's."
            ),
        )
    ),
    Para(("الأرض والغذاء", "Land and food"), is_heading=True),
    Para(
        (
            (
                "تضاعف ثمن البذار والسماد في ثلاثة مواسم أسرع من ثمن القمح [@prices]. من يزرع يخسر، ومن يستورد يربح. نقترح بنوك بذار محلية "
                "تديرها جمعيات الفلاحين، ومراكز يلتقي فيها الفلاح بالطحان والمهندسة والمموّل في مكان واحد."
            ),
            (
                "In three seasons the price of seed and fertiliser rose faster than that of wheat [@prices]. Who sows loses, who "
                "imports gains. We propose local seed banks run by farmers' associations, and centres where a farmer finds the "
                "miller, the engineer and the lender in one place."
            ),
        )
    ),
    Para(
        (
            "الماء شرط كل ما سبق. لا يُموَّل مشروع ري يأخذ من حوض مشترك ما لم يوقّع عليه من يشربون من الجهة الأخرى.",
            (
                "Water comes before all of this. No irrigation is funded that takes from a shared basin unless those who drink on the "
                "other side have signed as well."
            ),
        )
    ),
    Para(("من يموّل، وبأي شروط", "Who funds, and on what terms"), is_heading=True),
    Para(
        (
            (
                "حين يتنافس حيّان على منحة واحدة يخسر الاثنان جيرة طويلة. نطلب من المانحين أن يعلنوا معاً، وبشروط واحدة، وأن يقولوا لمن "
                "رُفض لماذا رُفض."
            ),
            (
                "When two quarters compete for one grant, both lose a long neighbourhood. We ask donors to call together, on the same "
                "terms, and to tell those who were refused why."
            ),
        )
    ),
    Para(
        (
            "كل دعم يُربط بهدف من أهداف التنمية المستدامة [@sdg] وبعلامة تُقاس بعد انتهائه بسنتين، لا بعدد التدريبات التي عُقدت فيه.",
            (
                "Each grant is tied to one of the goals of sustainable development [@sdg] and to a sign measured two years after it "
                "ended, rather than to the number of trainings held in it."
            ),
        )
    ),
    Para(
        (
            "تُنشر قائمة من يملك الشركات التي تنفذ مشاريع التعافي. ومن أثرى من الحصار أو التهريب لا يبني ما هدمه.",
            (
                "It is published who owns the companies that carry out recovery. Those who grew rich on sieges or smuggling do not "
                "build what they helped to tear down."
            ),
        )
    ),
    Para(
        (
            "نصف ما يُصرف على المشاريع الصغيرة يذهب إلى نساء وشابات وشبان دون الثلاثين، ويُنشر الرقم كل ستة أشهر.",
            (
                "Half of what is spent on small businesses goes to women and to people under thirty, and the figure is published every "
                "six months."
            ),
        )
    ),
)

COMMENTS: tuple[Comment, ...] = (
    Comment(
        5,
        (
            "لماذا اشتراط امرأة توقّع؟ اشترطوا من يوثق به.",
            "Why require that a woman signs? Require somebody who is trusted.",
        ),
        "",
        support=2,
    ),
    Comment(
        5,
        ("بالعكس، حيث وقّعت امرأة بقي الدفتر مفتوحاً.", "On the contrary: where a woman signed, the books stayed open."),
        "",
        is_named=True,
        support=9,
    ),
    Comment(
        6,
        (
            "كفالة الجماعة تصير ضغطاً على أضعفها حين يتأخر واحد.",
            "A group's word becomes pressure on its weakest when one of them is late.",
        ),
        "",
        (
            "… كفالة الجماعة، على ألا يُطالَب عضو بأكثر من حصته …",
            "… the word of a group, where no member is asked for more than their share …",
        ),
        support=6,
    ),
    Comment(
        8,
        (
            "في أي المحافظات جُمعت الأسعار؟ عندنا غير ذلك.",
            "In which governorates were the prices gathered? Ours differ.",
        ),
        "",
        support=3,
    ),
    Comment(
        8,
        ("البذار المحسّن القادم مع المعونة أفسد بذارنا.", "Improved seed that came with relief spoiled our own."),
        "",
        support=5,
    ),
    Comment(
        9,
        ("ومن يوقّع عن الجهة الأخرى حين تكون دولة؟", "And who signs for the other side when it is a state?"),
        "",
        support=4,
    ),
    Comment(
        11,
        ("المانحون لا يعلنون معاً أبداً. اطلبوا ما هو ممكن.", "Donors never call together. Ask for what is possible."),
        "",
        is_named=True,
        support=2,
    ),
    Comment(
        13,
        (
            "نشر أسماء المالكين في بلد بلا قضاء يعرّضنا نحن لا هم.",
            "Publishing owners' names in a country without courts endangers us and not them.",
        ),
        "",
        support=11,
    ),
    Comment(13, ("من يقرر أن فلاناً أثرى من الحصار؟", "Who decides that somebody grew rich on a siege?"), "", support=7),
    Comment(
        14,
        ("أين من يعيش بإعاقة؟ مشغلي كله منهم.", "Where are people with disabilities? My whole workshop is theirs."),
        "",
        support=6,
    ),
    Comment(
        None,
        (
            "لا كلمة عن العقوبات، وبسببها لا تصلنا قطعة غيار.",
            "Not a word on sanctions, because of which no spare part reaches us.",
        ),
        "",
        support=8,
    ),
)
