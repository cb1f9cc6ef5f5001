"""What came after the comments on civic space: dissent, the office's review, what the press was handed. Arabic, English."""

from supportroom.demo.group_words import Answer, Pair

OPINION_TITLE = (
    "سجل لا ينظر لا يحمي أحداً",
    "A register that does not look protects nobody",
)
OPINION = (
    (
        "نؤيد معظم ما في الورقة، ونعارض أن تقوم الجمعية بمجرد الإخطار. عشنا في مدن ظهرت فيها جمعيات باسم الإغاثة ومن ورائها جماعات "
        "مسلحة، فجمعت المال والفتيان، ولم يجرؤ جار على الشكوى. محكمة تأتي بعد ثلاثين يوماً تأتي بعد أن تُرك البيت.\n\n"
        "نقترح أن ينظر قاضٍ في الطلب خلال خمسة عشر يوماً، في أمرين لا غير: هل يحمل أحد المؤسسين سلاحاً لجماعة، وهل يخالف النظام الأساسي "
        "حقاً من الحقوق. فإن سكت القاضي قامت الجمعية. ليست هذه رخصة: القاضي ليس الإدارة، وسكوته جواب.\n\n"
        "نعرف أن القضاء اليوم ليس مستقلاً. ولكن القانون يُكتب لما بعد اليوم، ومن أجل أضعف من في المدينة لا من أجل أقوى جمعياتها."
    ),
    (
        "We agree with most of this paper and are opposed to letting an association exist by mere notice. We lived in towns where "
        "associations appeared under the name of relief with armed groups behind them. They took money and boys, and no neighbour "
        "dared to complain. A court that comes after thirty days comes when the house stands empty.\n\n"
        "We propose that a judge looks at each request within fifteen days, at two questions and no more: does one of the founders "
        "carry arms for a group, and do the statutes break anybody's rights. If the judge is silent, the association exists. That is "
        "no permit: a judge is not the administration, and silence is an answer.\n\n"
        "We know that the courts are not independent today. But a law is written for the day after, and for the weakest in a town "
        "rather than for its strongest associations."
    ),
)
# place of the paragraph in the draft, the office's words, the group's answer
NOTES: tuple[tuple[int, Pair, Answer], ...] = (
    (
        21,
        (
            "نستطيع أن نذكر علامات تُعدّ إن وصلتنا أرقامها. من يجمعها، وكل كم؟",
            "Signs that are counted can be spoken of if their figures reach us. Who gathers them, and how often?",
        ),
        Answer(
            "partly",
            (
                "تجمعها جمعيات الغرفة مرتين في السنة وتصلكم معها طريقة الجمع. لم نكتب ذلك في الورقة كي لا تُعرف الجمعيات التي تعدّ.",
                (
                    "Associations of the room gather them twice a year, and the way of counting comes with them. The paper does not "
                    "say so, lest those who count be known."
                ),
            ),
        ),
    ),
    (
        4,
        (
            "العبارة عن «سلطات أخرى» تحتمل أن تُقرأ اعترافاً بها.",
            "The words on other authorities could be read as recognising them.",
        ),
        Answer(
            "not_accepted",
            (
                "الورقة تصف ما يواجهه الناس حيث يعيشون، والوصف ليس اعترافاً. من يقرأ الجملة التالية يعرف موقفنا.",
                (
                    "The paper describes what people face where they live, and describing is not recognising. Whoever reads the next "
                    "sentence knows where we stand."
                ),
            ),
        ),
    ),
)
RELEASED = (
    (
        "أعطى المكتب ملاحظتين: سأل عمن يجمع العلامات الثلاث وكل كم، وطلب إعادة النظر في عبارة عن السلطات القائمة. أجابت المجموعة عن "
        "الأولى، وأبقت العبارة وشرحت السبب."
    ),
    (
        "The office gave two notes: it asked who gathers the three signs and how often, and whether the words on the authorities in "
        "place could be looked at again. The group answered the first, kept the words, and said why."
    ),
)
SUMMARY = (
    (
        "أربعة أعضاء في غرفة دعم المجتمع المدني، من أربع مناطق، كتبوا ورقة عن حق الناس في أن يجتمعوا. تقترح الورقة قانوناً واحداً تقوم به "
        "الجمعية بالإخطار، ولا يحلها إلا أعضاؤها أو محكمة، ولا تُنشر أسماء مؤسسيها. وتقترح أساساً مشتركاً للتربية المدنية يصدر بثلاث "
        "لغات في يوم واحد، وحساباً من صفحة واحدة تنشره الجمعيات قبل أن تطلب حساب غيرها. وصل إلى المسودة واحد وأربعون تعليقاً، أُجيب عنها "
        "كلها وغيّرت ثماني فقرات. وفي الورقة رأي معارض يطلب أن ينظر قاضٍ قبل أن تقوم الجمعية."
    ),
    (
        "Four members of a civil society support room, from four regions, have written a paper on the right of people to meet. It "
        "proposes one law by which an association exists once it has given notice, is dissolved by its members or a court alone, and "
        "whose founders' names are not published; a common ground for civic education that comes out in three languages on one day; "
        "and an account on one page that associations publish before they ask for anybody else's. Forty-one comments came to the "
        "draft; all were answered, and eight paragraphs changed. The paper carries an opposing opinion, which asks that a judge look "
        "before an association exists."
    ),
)
LETTER = (
    (
        "تحية طيبة،\n\nنشرت الغرفة ورقة عن المساحة المدنية، كتبها أعضاؤها وعلّق عليها كل من أراد منهم، وفيها رأي معارض بنصه. الخلاصة "
        "مرفقة، ومعها أقوال أجازها أصحابها. نقترح عليكم أن تجعلوا منها مقالة باسم الغرفة، ونجيب عن أسئلتكم.\n\nفريق الغرفة"
    ),
    (
        "Dear editor,\n\nThe room has published a paper on civic space. Its members wrote it, all who wished commented on it, and it "
        "prints the opinion of those opposed in their own words. The summary is enclosed, with quotations that were cleared by those "
        "who said them. You might make an article of it on behalf of the room; questions are welcome.\n\nThe team of the room"
    ),
)
# who (a persona), their words, whether they have cleared them
QUOTATIONS: tuple[tuple[str, Pair, bool], ...] = (
    (
        "facilitator",
        (
            "لم نختلف على أن يجتمع الناس، بل على من ينظر قبل ذلك. وهذا الخلاف مطبوع في الورقة كما هو.",
            "We did not differ on whether people may meet, but on who looks beforehand. That difference is printed as it stands.",
        ),
        True,
    ),
    (
        "rapporteur",
        (
            "واحد وأربعون تعليقاً، ولكل منها جواب وسبب. هذا ما نطلبه ممن يحكمنا.",
            "Forty-one comments, an answer and a reason for each. That is what we ask of those who govern us.",
        ),
        False,
    ),
)
CONTACTS = (
    ("محررة متخيَّلة", "صحيفة الضفة (متخيَّلة)", "desk.ar@example.org", "ar"),
    ("An invented editor", "The Invented Courier", "desk.en@example.org", "en"),
)
MINUTES = (
    "قُرئت التعليقات فقرة فقرة. اتُّفق على جواب واحد للمتشابه منها، وبقي الخلاف على الإخطار مفتوحاً لرأي معارض.",
    "The comments were read paragraph by paragraph. Those alike get one answer; the difference on notice is left to an opposing opinion.",
)
MEETING = ("لقاء مع الأعضاء: التعليقات واحداً واحداً", "Meeting with the members: the comments one by one")
