"""The paper of the group on civic space, paragraph by paragraph. In our own words. Arabic, English."""

from supportroom.demo.group_words import Para

PARAGRAPHS: tuple[Para, ...] = (
    Para(("لماذا هذه الورقة", "Why this paper"), is_heading=True),
    Para(
        (
            (
                "في كل بلدة تبدلت فيها السلطة كان على الجمعيات أن تسجل نفسها من جديد أو تُغلق. ما أجازته جهة منعته التي بعدها. ومع ذلك "
                "استمر الناس: فتحوا مدارس في الأقبية ومطابخ في أفنية البيوت، ولم يكن في يد معظمهم ورقة تقول إن ذلك جائز. تسأل هذه الورقة: "
                "أي قانون وأي عادات تتيح لهم أن يعملوا في وضح النهار؟"
            ),
            (
                "In every town that changed hands, associations had to register anew or close. What one authority allowed, the next "
                "forbade. People went on all the same: they opened schools in cellars and kitchens in courtyards, most of them "
                "without a paper to say that they might. This paper asks which law and which habits would let them work in the open."
            ),
        )
    ),
    Para(
        (
            (
                "نقصد بالمساحة المدنية أن يجتمع الناس ويتكلموا ويؤسسوا جمعية ويتابعوا عمل من يحكمهم، بلا استئذان وبلا خوف. وهي ليست "
                "هدية تأتي بعد السلام، بل من العلامات التي تُعرف بها البيئة الآمنة التي يقوم عليها أي حل [@res2254]."
            ),
            (
                "By civic space we mean that people can meet, speak, found an association and look over the shoulder of those who "
                "govern, without asking leave and without fear. It is no gift that follows peace. It is one of the signs by which "
                "the safe environment that any solution rests on is known [@res2254]."
            ),
        )
    ),
    Para(("قانون الجمعيات", "The law on associations"), is_heading=True),
    Para(
        (
            (
                "يعود القانون الساري إلى عام 1958 [@law93]. وهو يعلّق قيام الجمعية على رخصة، ويتيح للإدارة أن تحضر اجتماعاتها وتحل مجلسها "
                "وتدمجها في غيرها. ووضعت سلطات أخرى في البلاد قواعدها إلى جانبه، وقليل منها أرحم."
            ),
            (
                "The law in force dates from 1958 [@law93]. It makes an association depend on a permit and lets the administration "
                "sit in its meetings, dissolve its board and merge it with others. Other authorities in the country have put rules "
                "of their own beside it; few of them are kinder."
            ),
        ),
        (
            (
                "يعود القانون الساري إلى عام 1958، وعُدّل غير مرة من دون أن يتغير أساسه [@law93]. وهو يعلّق قيام الجمعية على رخصة، ويتيح "
                "للإدارة أن تحضر اجتماعاتها وتحل مجلسها وتدمجها في غيرها. ووضعت سلطات أخرى في البلاد قواعدها إلى جانبه، وقليل منها أرحم."
            ),
            (
                "The law in force dates from 1958; it was amended more than once, its ground never changed [@law93]. It makes an "
                "association depend on a permit and lets the administration sit in its meetings, dissolve its board and merge it "
                "with others. Other authorities in the country have put rules of their own beside it; few of them are kinder."
            ),
        ),
    ),
    Para(
        (
            (
                "نقترح قانوناً واحداً للبلاد كلها. تقوم الجمعية متى أخطر مؤسسوها السجل، والسجل يأخذ علماً ولا يحكم. ومن أراد شخصية "
                "اعتبارية أودع نظاماً أساسياً وأسماء ثلاثة يُسألون عنه."
            ),
            (
                "We propose one law for the whole country. An association exists once its founders have given notice; the register "
                "takes note and does not judge. Who wants legal personality deposits statutes and the names of three people who "
                "answer for them."
            ),
        ),
        (
            (
                "نقترح قانوناً واحداً للبلاد كلها. تقوم الجمعية متى أخطر مؤسسوها السجل، والسجل يأخذ علماً ولا يحكم. ومن أراد شخصية "
                "اعتبارية أودع نظاماً أساسياً وأسماء ثلاثة يُسألون عنه؛ تبقى الأسماء عند السجل، ولا تُنشر، ولا تُعطى لجهة إلا بقرار قاضٍ "
                "يُبلَّغ به أصحابها."
            ),
            (
                "We propose one law for the whole country. An association exists once its founders have given notice; the register "
                "takes note and does not judge. Who wants legal personality deposits statutes and the names of three people who "
                "answer for them. The names stay with the register: they are not published, and are given to nobody but by a "
                "judge's order, of which those named are told."
            ),
        ),
    ),
    Para(
        (
            "لا يحل جمعيةً إلا أعضاؤها أو محكمة. وما دامت المحكمة تنظر يستمر العمل، ولا يُجمَّد مال إلا بأمر قاضٍ محدد المدة.",
            (
                "An association is dissolved by its members or by a court, and by nobody else. While a court considers, the work "
                "goes on, and no money is frozen but by a judge's order for a set time."
            ),
        ),
        (
            (
                "لا يحل جمعيةً إلا أعضاؤها أو محكمة. وما دامت المحكمة تنظر يستمر العمل، ولا يُجمَّد مال إلا بأمر قاضٍ محدد المدة. ولكل "
                "ذي مصلحة أن يطلب من المحكمة خلال ثلاثين يوماً وقف جمعية يثبت أنها واجهة لجماعة مسلحة."
            ),
            (
                "An association is dissolved by its members or by a court, and by nobody else. While a court considers, the work "
                "goes on, and no money is frozen but by a judge's order for a set time. Whoever is concerned may ask the court, "
                "within thirty days, to halt an association that is shown to be the front of an armed group."
            ),
        ),
    ),
    Para(
        (
            (
                "التمويل من الخارج مباح، ويُصرَّح به مرة في السنة في استمارة تملؤها جمعية صغيرة في ساعة. لا يحتاج إلى رخصة. ويُنشر ما "
                "صُرّح به مبالغَ لا أسماء."
            ),
            (
                "Money from abroad is allowed and is declared once a year, in a form that a small association fills in within an "
                "hour. It needs no permit. What was declared is published as sums and not as names."
            ),
        ),
        (
            (
                "التمويل من الخارج مباح، ويُصرَّح به مرة في السنة في استمارة تملؤها جمعية صغيرة في ساعة. لا يحتاج إلى رخصة. وتُنشر "
                "المبالغ مجموعة بحسب المحافظة وغرض الإنفاق، فلا يُعرف منها من تلقى ماذا."
            ),
            (
                "Money from abroad is allowed and is declared once a year, in a form that a small association fills in within an "
                "hour. It needs no permit. Sums are published by governorate and purpose together, so that nobody can read from "
                "them who received what."
            ),
        ),
    ),
    Para(
        (
            (
                "يجيز العهد الدولي تقييد حرية التجمع حيث يسمي القانون القيد ويحتاجه مجتمع ديمقراطي، ولا غير [@iccpr]. بهذا نقيس كل مادة "
                "من القانون الجديد."
            ),
            (
                "The International Covenant allows limits on the freedom of association where a law names them and a democratic "
                "society needs them, and nowhere else [@iccpr]. By this we measure every article of the new law."
            ),
        )
    ),
    Para(("المواطنة تُتعلَّم", "Citizenship is learned"), is_heading=True),
    Para(
        (
            (
                "في البلاد اليوم مناهج عدة، ولأطفال اللجوء غيرها، وكل منها يصف بلداً آخر [@core]. لا نقترح منهاجاً موحداً بقرار، بل أساساً "
                "مشتركاً للتربية المدنية في المراحل كلها: الحقوق والواجبات، وكيف يُتخذ قرار، وكيف نختلف من دون أن نتخاصم."
            ),
            (
                "Several curricula are taught in the country, others to children in exile, and each describes another country "
                "[@core]. We do not propose one curriculum by decree but a common ground of civic education at every stage: rights "
                "and duties, how a decision comes about, how one disagrees without becoming enemies."
            ),
        )
    ),
    Para(
        (
            "يكتب هذا الأساس معلمات ومعلمون من المناطق كلها، ويُجرَّب سنة في ثلاثين مدرسة قبل أن يُطبع.",
            (
                "Teachers from every region write this ground, and it is tried for a year in thirty schools before it is printed."
            ),
        ),
        (
            (
                "يكتب هذا الأساس معلمات ومعلمون من المناطق كلها، باللغات التي يتكلمها تلاميذهم في بيوتهم، ويُجرَّب سنة في ثلاثين مدرسة قبل "
                "أن يُطبع. ويصدر بالعربية والكردية والسريانية في وقت واحد."
            ),
            (
                "Teachers from every region write this ground, in the languages that their pupils speak at home, and it is tried for "
                "a year in thirty schools before it is printed. It comes out in Arabic, Kurdish and Syriac on the same day."
            ),
        ),
    ),
    Para(
        (
            (
                "أحوج الأطفال إليه هم من خسروا سنوات، وهم أقلهم جلوساً على مقاعد الدراسة. لذلك تستعمله الصفوف المسائية والجمعيات التي "
                "تعلّم خارج المدرسة، وتعطي به شهادة يُعترف بها."
            ),
            (
                "Those who need it most are children who lost years, and they are the ones seldom in school. Evening classes and "
                "associations that teach outside school therefore use it too, and give a certificate that is recognised."
            ),
        )
    ),
    Para(("أن نُسأل عمّا نفعل", "Answering for what we do"), is_heading=True),
    Para(
        (
            (
                "من يطلب من الدولة حساباً يبدأ ببيته. كل جمعية تنشر في السنة حساباً من صفحة واحدة [@onepage]: ما دخل، وفيم أُنفق، ومن "
                "قرر، ولمن يشتكي من ظُلم."
            ),
            (
                "Whoever asks the state for an account begins at home. Each association publishes once a year an account on one page "
                "[@onepage]: what came in, what it was spent on, who decided, and to whom the wronged can turn."
            ),
        ),
        (
            (
                "من يطلب من الدولة حساباً يبدأ ببيته. كل جمعية يزيد إنفاقها السنوي على حد يضعه القانون تنشر حساباً من صفحة واحدة "
                "[@onepage]: ما دخل، وفيم أُنفق، ومن قرر، ولمن يشتكي من ظُلم. وما دون الحد يكفيه أن يقرأ حسابه على أعضائه."
            ),
            (
                "Whoever asks the state for an account begins at home. Each association that spends more in a year than a sum set by "
                "law publishes an account on one page [@onepage]: what came in, what it was spent on, who decided, and to whom the "
                "wronged can turn. Below that sum it is enough to read the account to one's members."
            ),
        ),
    ),
    Para(
        (
            (
                "تفتح البلدات موازناتها في اجتماع عام قبل إقرارها، وتتابع لجان من السكان الأعمال على الأرض. سألنا ستين جمعية فعرفت تسع "
                "منها اجتماعاً كهذا في بلدتها [@survey]: الأمر ممكن، وهو نادر."
            ),
            (
                "Towns open their budgets in a public meeting before they decide on them, and committees of residents follow the "
                "works. Of sixty associations asked, nine knew such a meeting in their town [@survey]: it can be done, and it is rare."
            ),
        )
    ),
    Para(
        (
            "كل شكوى إلى جهة عامة أو إلى جمعية تُجاب خلال ثلاثين يوماً، ولو بأنها تحتاج إلى وقت أطول ولماذا.",
            (
                "Every complaint to a public office or an association is answered within thirty days, if only to say that it needs "
                "longer, and why."
            ),
        )
    ),
    Para(("المجتمع المحلي ضامناً", "The community as guarantor"), is_heading=True),
    Para(
        (
            (
                "يعيش المشروع حيث يحمله الحي. فليخطط المانحون والسلطات مع الناس منذ الرسم الأول، ولتكن في كل لجنة مشروع ثلث مقاعدها "
                "للنساء ومقعد على الأقل لمن هم دون الثلاثين."
            ),
            (
                "A project lives where the neighbourhood carries it. Donors and authorities should plan with people from the first "
                "sketch on, and every project committee should keep a third of its seats for women and at least one for somebody "
                "under thirty."
            ),
        ),
        (
            (
                "يعيش المشروع حيث يحمله الحي. فليخطط المانحون والسلطات مع الناس منذ الرسم الأول، ولتكن في كل لجنة مشروع خُمسا مقاعدها "
                "للنساء، ومقعد على الأقل لمن هم دون الثلاثين، ومقعد لمن يعيش بإعاقة، وليكن مكان اجتماعها مما يصل إليه الجميع."
            ),
            (
                "A project lives where the neighbourhood carries it. Donors and authorities should plan with people from the first "
                "sketch on. Every project committee should keep two fifths of its seats for women, at least one for somebody under "
                "thirty and one for a person with a disability, and meet where all can come."
            ),
        ),
    ),
    Para(
        (
            (
                "من يتلقى معونة اليوم يشارك في قرار ما يُبنى غداً. فالانتقال من الإغاثة إلى التنمية يبدأ حين يُسأل الناس عن ترتيب حاجاتهم، "
                "لا حين يتغير اسم البند في الموازنة."
            ),
            (
                "Who receives relief today takes part in deciding what is built tomorrow. The step from relief to development is "
                "taken when people are asked in what order their needs come, and not when a budget line changes its name."
            ),
        )
    ),
    Para(("ما نطلبه، وممن", "What we ask, and of whom"), is_heading=True),
    Para(
        (
            "من المبعوث الخاص: أن يعدّ حال المساحة المدنية من علامات البيئة الآمنة، وأن يذكرها في إحاطاته.",
            (
                "Of the Special Envoy: to count the state of civic space among the signs of a safe environment, and to speak of it "
                "in the briefings."
            ),
        ),
        (
            (
                "من المبعوث الخاص: أن يعدّ حال المساحة المدنية من علامات البيئة الآمنة، وأن يذكرها في إحاطاته بثلاث علامات تُرى: كم جمعية "
                "أُغلقت أو أُوقفت، وكم اجتماعاً عاماً لموازنة عُقد، وكم شكوى لم تُجَب."
            ),
            (
                "Of the Special Envoy: to count the state of civic space among the signs of a safe environment, and to speak of it "
                "in the briefings by three signs that can be seen: how many associations were closed or halted, how many public "
                "meetings on a budget were held, how many complaints went unanswered."
            ),
        ),
    ),
    Para(
        (
            (
                "من المانحين: أن يموّلوا نفقات الجمعيات الأساسية ثلاث سنوات، وأن يقبلوا الحساب ذا الصفحة الواحدة، وألا يطلبوا شهادة تسجيل "
                "حيث لا جهة تعطيها."
            ),
            (
                "Of donors: to fund the running costs of associations for three years at a time, to accept the account on one page, "
                "and to ask for no certificate of registration where there is nobody to give one."
            ),
        )
    ),
    Para(
        (
            "من أنفسنا: أن نكتب حسابنا قبل أن نطلب حساب غيرنا، وأن نترك مقاعدنا في وقتها.",
            "Of ourselves: to write our own account before we ask for another's, and to give up our seats when their time is over.",
        )
    ),
)
