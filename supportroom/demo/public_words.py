"""The demo room's public pages, news, events and a question of the public, in Arabic and English."""

Pair = tuple[str, str]
Paragraphs = tuple[Pair, ...]

# kind: title, summary, paragraphs ("#" before a heading)
STANDING: dict[str, tuple[Pair, Pair, Paragraphs]] = {
    "about": (
        ("عن الغرفة", "About the room"),
        ("من نحن، ولمن نُسمِع ما نتفق عليه.", "Who we are, and to whom what we agree on is brought."),
        (
            (
                "أُنشئت غرفة دعم المجتمع المدني في كانون الثاني/يناير 2016 كي يسمع وسيط الأمم المتحدة المجتمع المدني السوري إلى جانب المحادثات الرسمية.",
                "The civil society support room was set up in January 2016 so that the United Nations mediator hears Syrian civil society beside the formal talks.",
            ),
            ("#من فيها", "#Who is in it"),
            (
                "ناشطات وناشطون وجمعيات ومنظمات حقوقية ونسائية وقانونيون وعاملون في الإغاثة، من داخل البلاد ومن المنفى.",
                "Activists, associations, women's and rights organisations, jurists and aid workers, from inside the country and from exile.",
            ),
            ("#ما الذي تنشره", "#What it publishes"),
            (
                "تقارير الجولات، والأوراق المشتركة مع الرأي المخالف، وسجل كل توصية حتى يُجاب عنها.",
                "Reports of rounds, joint papers with the opposing opinion, and the register of every recommendation until it is answered.",
            ),
        ),
    ),
    "principles": (
        ("مبادئنا", "Our principles"),
        ("ما نلتزم به أمام من يشارك ومن يقرأ.", "What we hold to, before those who take part and those who read."),
        (
            (
                "من يشارك لا يُعرَّض للخطر: لا يُذكَر اسم إلا بموافقة صاحبه.",
                "Who takes part is not put in danger: nobody is named without their own consent.",
            ),
            (
                "ما نتفق عليه وما نختلف فيه يُدوَّنان ويُنشران معاً.",
                "What we agree on and where we differ are recorded and published together.",
            ),
            (
                "لكل مطلب جهة مخاطبة وموعد للرد، ويُعلَن التأخر.",
                "Every demand has an addressee and a date for the answer; delay is made public.",
            ),
        ),
    ),
    "questions": (
        ("أسئلة وأجوبة", "Questions and answers"),
        ("ما يُسأل عنه كثيراً.", "What is often asked."),
        (
            ("#هل تمثل الغرفة المجتمع المدني كله؟", "#Does the room represent all of civil society?"),
            (
                "لا. تجمع أصواتاً كثيرة، وتنشر من شارك بالأعداد لا بالأسماء.",
                "No. It brings many voices together, and says who took part in figures, not by name.",
            ),
            ("#كيف أعرف ما آل إليه مطلب؟", "#How do I learn what became of a demand?"),
            (
                "افتح سجل التوصيات واختر السنة أو الجهة المخاطبة، ثم التوصية نفسها.",
                "Open the register of recommendations, choose a year or an addressee, then the recommendation itself.",
            ),
            ("#هل للمبعوث أن يمنع نشر ورقة؟", "#Can the Envoy keep a paper from being published?"),
            (
                "لا. لمكتبه أن يبدي ملحوظات ضمن موعد، والأعضاء يقررون النشر.",
                "No. The office may give notes by a date; the members decide on publication.",
            ),
        ),
    ),
    "contact": (
        ("للتواصل", "Contact"),
        ("كيف تصل إلينا.", "How to reach us."),
        (
            (
                "هذه غرفة تجريبية لا بريد لها. في غرفة حقيقية يكتب فريق العمل هنا كيف يُتواصل معه بأمان.",
                "This is a demonstration without a mailbox. In a real room the team says here how to reach it safely.",
            ),
        ),
    ),
}
# voice, days before today or the day itself, title, summary, paragraphs
NEWS: tuple[tuple[str, int | tuple[int, int, int], Pair, Pair, Paragraphs], ...] = (
    (
        "room", 3,
        ("فُتح باب اقتراح الموضوعات لجولة العودة والحقوق", "Topics are called for: the round on return and rights"),
        ("جولة جديدة بعد ثلاثة أسابيع، يقترح الأعضاء موضوعاتها.", "A new round in three weeks; its members propose the topics."),
        (
            ("اقترح الأعضاء عشرة موضوعات، ومنها ما بقي مفتوحاً من توصيات 2020.", "Members have proposed ten topics, among them recommendations of 2020 that are still open."),
            ("يُنشر البرنامج مع نقاط النقاش قبل الدعوات.", "The programme with its points for discussion is published before invitations go out."),
        ),
    ),
    (
        "room", (2022, 6, 8),
        ("ورقة المساحة المدنية منشورة مع الرأي المخالف", "The paper on civic space is out, with the opposing opinion"),
        ("اعتُمدت الورقة بالأغلبية، ويقرأ من شاء أسباب من خالف.", "The paper was adopted by majority; whoever wishes can read the reasons of those who differ."),
        (("تجدون الورقة وجدول الملاحظات والردود عليها في صفحة الأوراق.", "The paper stands on the page of papers, with the table of comments and the answers to them."),),
    ),
    (
        "office", (2023, 8, 1),
        ("مكتب المبعوث يردّ على مطالب بروكسل", "The Envoy's office answers demands of Brussels"),
        ("رد المكتب على توصية اللامركزية، ويعمل على غيرها.", "The office has answered on decentralisation and works on others."),
        (("الرد منشور في سجل التوصيات مع نصه ومصدره.", "The answer stands in the register of recommendations with its text and source."),),
    ),
    (
        "room", (2023, 9, 4),
        ("ما الذي حضر في الإحاطات الثلاث وما الذي غاب", "What three briefings reflected, and what they left out"),
        ("قارئان لكل توصية، والخلاف بينهما يُعلَن.", "Two readers for each recommendation; where they differ it is said."),
        (("أُرسلت إلى مكتب المبعوث قائمة ما غاب عن إحاطة حزيران/يونيو 2020.", "The list of what was absent from the briefing of June 2020 was sent to the Envoy's office."),),
    ),
)  # fmt: skip
CORRECTED: Pair = ("صُحّح عدد الموضوعات: أحد عشر لا عشرة.", "The number of topics is corrected: eleven, not ten.")
# kind, days from today or the day itself, hour, hours, title, about, place
EVENTS: tuple[tuple[str, int | tuple[int, int, int], int, int, Pair, Pair, Pair], ...] = (
    (
        "press_conference", 26, 12, 1,
        ("مؤتمر صحفي في ختام الجولة", "Press conference at the end of the round"),
        ("تُعرض النتائج على الصحافة باللغتين، ويُبث اللقاء.", "Results are presented to the press in both languages; the meeting is streamed."),
        ("غازي عنتاب، وعن بعد", "Gaziantep, and online"),
    ),
    (
        "launch", (2022, 6, 21), 15, 2,
        ("عرض ورقة المساحة المدنية", "Presentation of the paper on civic space"),
        ("عرض للورقة ولرأيها المخالف، يليه نقاش مع الحضور.", "The paper and its opposing opinion are presented and discussed."),
        ("عن بعد", "Online"),
    ),
)  # fmt: skip
# about which recommendation; question, answer (None: waits)
ASKED: tuple[tuple[tuple[int, int], str, str, Pair | None], ...] = (
    ((2020, 4), "ar", "هل سيطلب أعضاء الغرفة تجديد الآلية مرة أخرى؟", ("نعم. بقيت التوصية في السجل، واقتُرح موضوعها للجولة المقبلة.", "Yes. The recommendation stays in the register, and its topic is proposed for the coming round.")),
    ((2023, 1), "en", "Which reform of the law on associations does the room have in mind?", None),
)  # fmt: skip
NEWSLETTER: tuple[Pair, Pair] = (
    ("أخبار الغرفة في هذا الشهر", "News of the room this month"),
    ("ورقة منشورة وردود جديدة وجولة تُعدّ.", "A paper published, new answers, a round in preparation."),
)
# The first paragraph of the newest news, as it was corrected
CORRECT: Pair = (
    "اقترح الأعضاء أحد عشر موضوعاً، ومنها ما بقي مفتوحاً من توصيات 2020.",
    "Members have proposed eleven topics, among them recommendations of 2020 that are still open.",
)
# A page of the room's own, at an address of its own.
OWN_PAGE = ("how-we-work", (
    ("كيف نعمل", "How we work"),
    ("من الموضوع إلى الرد، خطوة خطوة.", "From a topic to an answer, step by step."),
    (
        ("يقترح الأعضاء الموضوعات، ويتفقون على نقاط، ويكتبون بيانات وأوراقاً.", "Members propose topics, agree on points, write statements and papers."),
        ("ثم تُوجَّه كل توصية إلى من تعنيه، وتُتابَع حتى يُجاب عنها.", "Then each recommendation goes to whom it concerns, and is followed until it is answered."),
    ),
))  # fmt: skip
# News at other stages of their life: what is being written, what waits for its moment, what was taken down.
UNFINISHED = ("لقاء في بيروت", "A meeting in Beirut")
IN_TEN_DAYS = ("برنامج الجولة منشور", "The programme of the round is published")
TAKEN_DOWN = ("خبر سُحب", "News that was taken down")
FOR_THE_PRESS: Paragraphs = (
    (
        "نجيب الصحافة بالعربية والإنجليزية خلال يوم عمل. اكتبوا إلى الغرفة على عنوان صفحة الاتصال، واذكروا الموعد الذي تحتاجون فيه الجواب.",
        "We answer the press in Arabic and English within a working day. Write to the room at the address on the contact page, and say by when you need an answer.",
    ),
    (
        "لا نذكر من شارك في جولة ولا أين يقيم، ولا نؤكّد ذلك ولا ننفيه. من يتحدث باسم الغرفة سمّاه أعضاؤها لذلك ووافق بنفسه.",
        "We never say who took part in a round or where they live, and neither confirm nor deny it. Whoever speaks for the room was named for it by its members and agreed to it.",
    ),
    (
        "كل ما هو منشور هنا يُقتبس بحرية مع ذكر الغرفة. ولا يُقتبس نص من دون الرأي المعارض الذي نُشر معه.",
        "Everything published here may be quoted freely with the room's name. Do not quote a text without the opposing opinion that was published with it.",
    ),
)
SOON: Paragraphs = (("سيُكتب هنا المزيد.", "More will be written here."),)
PICTURE: tuple[Pair, Pair] = (
    ("كراسٍ في حلقة، مرسومة", "Chairs in a circle, drawn"),
    ("هكذا تجلس الغرفة.", "So the room sits."),
)
# Events at other stages.
PLANNED_EVENT = ("نقاش عام عن التعليم", "Public discussion on schooling")
CALLED_OFF_EVENT = ("عرض ورقة الحماية", "Presentation of the paper on protection")
WHY_CALLED_OFF = ("لم تُجز الورقة بعد.", "The paper is not released yet.")
