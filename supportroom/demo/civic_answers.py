"""What the group on civic space answered to the comments on its draft. Invented. Arabic, English."""

from supportroom.demo.group_words import Answer

ACCEPTED, PARTLY, NOT_ACCEPTED, OUT_OF_SCOPE = "accepted", "partly", "not_accepted", "out_of_scope"

ANSWERS: dict[str, Answer] = {
    "names": Answer(
        ACCEPTED,
        (
            "قائمة أسماء منشورة تصير قائمة مطلوبين في أول تبدل للسلطة. تبقى الأسماء عند السجل وحده.",
            "A published list of names becomes a wanted list the next time power changes hands. The names stay with the register alone.",
        ),
        (
            "لا تُنشر أسماء من يُسألون، ولا تُعطى إلا بقرار قاضٍ يُبلَّغون به.",
            "Those who answer for the statutes are not published, and are given away by a judge's order alone, of which they are told.",
        ),
        5,
    ),
    "fronts": Answer(
        PARTLY,
        (
            "الخوف في محله، والرخصة لا تعالجه: من يحمل السلاح يحصل عليها أول الناس. أبقينا الإخطار، وأضفنا طريقاً سريعاً إلى المحكمة.",
            (
                "The fear is well founded, and a permit does not answer it: whoever carries arms is the first to get one. Notice "
                "stays; a quick way to court was added."
            ),
        ),
        (
            "لكل ذي مصلحة أن يطلب خلال ثلاثين يوماً وقف جمعية هي واجهة لجماعة مسلحة.",
            "Whoever is concerned can ask within thirty days that an association which fronts for an armed group be halted.",
        ),
        6,
    ),
    "money": Answer(
        PARTLY,
        (
            "نشر المبالغ يحمي من الشائعات، ونشرها جمعيةً جمعيةً يدل على أصحابها. جمعناها بحسب المحافظة والغرض.",
            (
                "Publishing sums protects from rumours; publishing them one association at a time points at people. They are now put "
                "together by governorate and purpose."
            ),
        ),
        (
            "تُنشر المبالغ مجموعة فلا يُعرف من تلقى ماذا.",
            "Sums are published together, so that nobody can tell who received what.",
        ),
        7,
    ),
    "tongues": Answer(
        ACCEPTED,
        (
            "لا تُتعلم المواطنة بلغة لا يتكلمها التلميذ.",
            "Citizenship is not learned in a language that a pupil does not speak.",
        ),
        (
            "يُكتب الأساس باللغات الثلاث ويصدر فيها معاً.",
            "The ground is written in the three languages and comes out in all of them at once.",
        ),
        11,
    ),
    "access": Answer(
        ACCEPTED,
        (
            "نسينا ذلك، ونعتذر. مقعد لا يُصعد إليه ليس مقعداً.",
            "We had forgotten this, and apologise. A seat that cannot be reached is no seat.",
        ),
        (
            "مقعد لمن يعيش بإعاقة، ومكان يصل إليه الجميع.",
            "A seat for a person with a disability, and a place where all can come.",
        ),
        18,
    ),
    "share": Answer(
        PARTLY,
        (
            "النصف هدفنا أيضاً. في بلدات لا تجتمع فيها النساء والرجال معاً بعدُ يُفرغ النصف المقعد من صاحبته؛ خُمسان حد أدنى لا سقف.",
            (
                "Half is our aim as well. Where women and men do not sit together yet, half on paper leaves seats filled in name "
                "only. Two fifths is a floor and no ceiling."
            ),
        ),
        ("رُفع الحد الأدنى من الثلث إلى الخُمسين.", "The floor was raised from a third to two fifths."),
        18,
    ),
    "small": Answer(
        ACCEPTED,
        (
            "جمعية من سبعة متطوعين لا تحتاج إلى نشر. يكفي أن يعرف أعضاؤها.",
            "An association of seven volunteers need not publish. It is enough that its members know.",
        ),
        (
            "صار النشر واجباً فوق حد، وما دونه يُقرأ على الأعضاء.",
            "Publication is a duty above a sum; below it the account is read to the members.",
        ),
        14,
    ),
    "elsewhere": Answer(
        OUT_OF_SCOPE,
        (
            "الموضوع مهم وله مجموعة أخرى أو جولة أخرى؛ لو عالجناه هنا في سطر لظلمناه. نقلناه إلى الفريق ليُقترح موضوعاً.",
            (
                "This matters and belongs to another group or round; one line here would not do it justice. We passed it to the team "
                "so that it can be proposed as a topic."
            ),
        ),
    ),
    "facts": Answer(
        ACCEPTED,
        ("صحيح، وصُحح.", "That is right, and it was put right."),
        ("ذُكر أن القانون عُدّل ولم يتغير أساسه.", "It now says that the law was amended and its ground never changed."),
        4,
    ),
    "unions": Answer(
        OUT_OF_SCOPE,
        (
            "النقابات تقوم على قانون آخر وتمثل مهناً لا آراء. نذكر الحاجة ولا نخلط القانونين.",
            "Trade unions rest on another law and stand for occupations and not for views. The two laws should not be mixed.",
        ),
    ),
    "days": Answer(
        NOT_ACCEPTED,
        (
            "الأقصر لا يقدر عليه مكتب صغير، والأطول ينسى. والفقرة تتيح طلب وقت أطول مع السبب.",
            "Fewer days are beyond a small office, more are forgotten. The paragraph allows for longer, with a reason.",
        ),
    ),
    "signs": Answer(
        ACCEPTED,
        (
            "من دون علامات تُعدّ تبقى الجملة مجاملة.",
            "Without signs that can be counted the sentence remains a courtesy.",
        ),
        ("أُضيفت ثلاث علامات تُرى.", "Three signs that can be seen were added."),
        21,
    ),
}
