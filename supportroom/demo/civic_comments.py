"""What members said to the draft on civic space: 41 comments. Invented. Arabic, English."""

from supportroom.demo.group_words import Comment

SATISFIED, INSISTS = "satisfied", "insists"

COMMENTS: tuple[Comment, ...] = (
    Comment(
        5,
        (
            "ثلاثة أسماء عند السجل في مدينتي تعني ثلاثة بيوت تُزار ليلاً.",
            "Three names with the register mean, in my town, three homes visited at night.",
        ),
        "names",
        support=14,
        then=SATISFIED,
    ),
    Comment(
        5, ("من يحفظ السجل حين تتبدل السلطة؟", "Who keeps the register when power changes hands?"), "names", support=6
    ),
    Comment(
        5,
        ("لا تنشروا أسماء المؤسسات من النساء.", "Do not publish the names of the women who found an association."),
        "names",
        support=9,
        then=SATISFIED,
    ),
    Comment(
        5,
        ("نقترح أن يبقى الاسم عند السجل وحده.", "We propose that names stay with the register alone."),
        "names",
        ("… تبقى الأسماء عند السجل ولا تُنشر.", "… The names stay with the register and are not published."),
        is_named=True,
        support=11,
        then=SATISFIED,
    ),
    Comment(5, ("وماذا إن طلبت جهة أمنية القائمة؟", "And if a security agency asks for the list?"), "names", support=7),
    Comment(
        5,
        ("في المهجر أيضاً تُضغط عائلاتنا بسبب أسمائنا.", "Abroad, too, our families are pressed because of our names."),
        "names",
        support=3,
    ),
    Comment(
        5,
        (
            "سجل يأخذ علماً فقط باب لمن يحمل السلاح كي يلبس ثوب جمعية.",
            "A register that only takes note is a door for those with arms to dress up as an association.",
        ),
        "fronts",
        support=8,
        then=INSISTS,
        insistence=(
            "ثلاثون يوماً لا تعيد ما أُخذ باسم الجمعية. نقدّم رأياً معارضاً.",
            "Thirty days do not give back what was taken in an association's name. We shall file an opposing opinion.",
        ),
    ),
    Comment(
        5,
        (
            "قاضٍ ينظر قبل القيام، خلال خمسة عشر يوماً، أعدل للجميع.",
            "A judge who looks beforehand, within fifteen days, is fairer to all.",
        ),
        "fronts",
        is_named=True,
        support=5,
        then=INSISTS,
        insistence=("المحكمة بعد الواقعة ليست كالمحكمة قبلها.", "A court after the fact is not a court before it."),
    ),
    Comment(
        6,
        ("من يوقف جمعية تجنّد الفتيان؟", "Who stops an association that recruits boys?"),
        "fronts",
        support=6,
        then=SATISFIED,
    ),
    Comment(
        6,
        (
            "رأينا واجهات كهذه في مدينتنا، ولم يجرؤ أحد على الشكوى.",
            "We saw such fronts in our town, and nobody dared to complain.",
        ),
        "fronts",
        support=4,
    ),
    Comment(
        6,
        ("أضيفوا أن المحكمة مدنية لا استثنائية.", "Add that the court is a civil one and no special tribunal."),
        "fronts",
        support=5,
    ),
    Comment(
        7,
        (
            "نحن الجمعية الوحيدة في ناحيتنا؛ المبلغ وحده يكفي ليُعرف من نحن.",
            "We are the only association in our district; the sum alone says who we are.",
        ),
        "money",
        support=10,
        then=SATISFIED,
    ),
    Comment(
        7,
        (
            "لا تنشروا شيئاً عن التمويل ما دامت الحواجز قائمة.",
            "Publish nothing on funding as long as there are checkpoints.",
        ),
        "money",
        support=4,
        then=INSISTS,
        insistence=("النشر مجموعاً أهون، وأبقى ضده.", "Together is better; I remain against it."),
    ),
    Comment(
        7,
        (
            "بالعكس: انشروا الأسماء، فالناس يسألون أين ذهب المال.",
            "On the contrary: publish the names, people ask where the money went.",
        ),
        "money",
        support=2,
    ),
    Comment(
        7,
        ("ساعة لملء الاستمارة؟ جربناها واحتاجت يوماً.", "An hour for the form? We tried it and it took a day."),
        "money",
        is_named=True,
        support=3,
    ),
    Comment(
        11,
        (
            "أولادنا يدرسون بالكردية. هل الأساس لهم أيضاً؟",
            "Our children learn in Kurdish. Is the ground for them as well?",
        ),
        "tongues",
        support=12,
        then=SATISFIED,
    ),
    Comment(
        11,
        ("اذكروا السريانية باسمها.", "Name Syriac by its name."),
        "tongues",
        is_named=True,
        support=5,
        then=SATISFIED,
    ),
    Comment(
        11,
        ("ترجمة لاحقة تعني درساً متأخراً سنة.", "A translation that comes later means a lesson that is a year late."),
        "tongues",
        support=4,
    ),
    Comment(
        10,
        (
            "المدرسة التي تتكلم لغة البيت لا تقسم البلد.",
            "A school that speaks the language of the home does not divide the country.",
        ),
        "tongues",
        support=6,
    ),
    Comment(
        18,
        ("لم تُذكر الإعاقة في الورقة كلها.", "Disability is not mentioned in the whole paper."),
        "access",
        support=9,
        then=SATISFIED,
    ),
    Comment(18, ("قاعات اجتماعاتنا في الطابق الثاني.", "Our halls are on the second floor."), "access", support=4),
    Comment(
        12,
        (
            "صف مسائي بلا لغة إشارة يترك بعضنا في البيت.",
            "An evening class without sign language leaves some of us at home.",
        ),
        "access",
        support=3,
    ),
    Comment(
        18,
        ("مقعد لمن يعيش بإعاقة في كل لجنة.", "A seat on every committee for a person with a disability."),
        "access",
        ("… ومقعد لمن يعيش بإعاقة …", "… and one for a person with a disability …"),
        is_named=True,
        support=8,
        then=SATISFIED,
    ),
    Comment(
        18,
        ("لماذا الثلث؟ نحن نصف البلد وأكثر.", "Why a third? We are half of the country and more."),
        "share",
        support=13,
        then=INSISTS,
        insistence=("نقبل الخُمسين اليوم ونعود إلى النصف.", "Two fifths for today; we shall come back for half."),
    ),
    Comment(18, ("النصف أو لا شيء.", "Half or nothing."), "share", support=4),
    Comment(
        18,
        ("الثلث كثير حيث لا تحضر النساء الاجتماعات بعد.", "A third is much where women do not come to meetings yet."),
        "share",
        support=2,
    ),
    Comment(18, ("ومن دون الثلاثين: مقعد واحد قليل.", "And under thirty: one seat is little."), "share", support=5),
    Comment(
        14,
        (
            "نحن سبعة متطوعين بلا حساب مصرفي. ماذا ننشر؟",
            "We are seven volunteers without a bank account. What should we publish?",
        ),
        "small",
        support=7,
        then=SATISFIED,
    ),
    Comment(
        14,
        ("ضعوا حداً أدنى للنشر.", "Set a floor for publication."),
        "small",
        ("… كل جمعية يزيد إنفاقها السنوي على حد …", "… Each association that spends more in a year than …"),
        support=3,
        then=SATISFIED,
    ),
    Comment(
        14, ("صفحة واحدة لا تكفي جمعية كبيرة.", "One page is not enough for a large association."), "small", support=1
    ),
    Comment(
        None,
        (
            "لا كلمة عن المعتقلين، وهم أول المجتمع المدني.",
            "Not a word on the detainees, who are civil society's first.",
        ),
        "elsewhere",
        support=8,
    ),
    Comment(
        None,
        (
            "والعقوبات؟ تحويل مئة دولار لجمعية يستغرق شهراً.",
            "And sanctions? A transfer of a hundred dollars to an association takes a month.",
        ),
        "elsewhere",
        support=5,
    ),
    Comment(
        None,
        ("لا مساحة مدنية بلا انتخابات محلية.", "There is no civic space without local elections."),
        "elsewhere",
        support=3,
    ),
    Comment(
        2,
        ("لتضف الورقة فصلاً عن الإعلام.", "Let the paper add a chapter on media."),
        "elsewhere",
        is_named=True,
        support=4,
    ),
    Comment(
        4,
        (
            "القانون عُدّل أكثر من مرة، والجملة توحي بغير ذلك.",
            "The law was amended more than once, and the sentence suggests otherwise.",
        ),
        "facts",
        is_named=True,
        support=2,
        then=SATISFIED,
    ),
    Comment(
        4, ("التعديلات لم تمس الرخصة: قولوا ذلك.", "The amendments left the permit alone: say so."), "facts", support=2
    ),
    Comment(2, ("أين النقابات؟", "Where are the trade unions?"), "unions", support=3),
    Comment(
        4,
        ("نقابة المحامين تُحلّ كما تُحلّ الجمعيات.", "The bar association is dissolved as associations are."),
        "unions",
        support=2,
        then=INSISTS,
        insistence=(
            "الفصل بينهما ورقي: من يحل هذه يحل تلك.",
            "They differ on paper alone: who dissolves the one dissolves the other.",
        ),
    ),
    Comment(
        16,
        ("ثلاثون يوماً طويلة على امرأة هُددت.", "Thirty days are long for a woman who was threatened."),
        "days",
        support=4,
    ),
    Comment(
        16, ("بلديتنا فيها موظف واحد. اجعلوها ستين.", "Our town hall has one clerk. Make it sixty."), "days", support=1
    ),
    Comment(
        21,
        (
            "كيف يعرف المبعوث حال المساحة المدنية؟ أعطوه ما يعدّه.",
            "How would the Envoy know the state of civic space? Give something to count.",
        ),
        "signs",
        support=6,
        then=SATISFIED,
    ),
)
