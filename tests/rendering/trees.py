"""Two small reports that use every block, one in each direction; all of it invented."""

from datetime import date

from supportroom.rendering.tree import (
    Annex,
    Document,
    Facts,
    Heading,
    Item,
    Items,
    Labels,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reply,
    Table,
)

ARABIC_LABELS = Labels(
    contents="المحتويات",
    page="صفحة {number} من {total}",
    permalink="الفقرة {number}",
    address="العنوان الدائم",
    digits="٠١٢٣٤٥٦٧٨٩",
)

ARABIC = Document(
    title="تقرير جولة المشاورات الإقليمية مع المجتمع المدني",
    subtitle="المجموعة الأولى، تركيا",
    language="ar",
    direction="rtl",
    publisher="غرفة دعم المجتمع المدني",
    date_line="2-5 حزيران 2020، عبر الإنترنت",
    edition="الطبعة الأولى",
    address="https://room.example/ar/reports/2020-06/1/",
    published=date(2020, 6, 30),
    contents=True,
    labels=ARABIC_LABELS,
    notices=("عُقدت الجلسات وفق قاعدة Chatham House: يُنقل ما قيل ولا يُنسب إلى أحد.",),
    blocks=(
        Heading(text="الجولة في أرقام"),
        Facts(
            pairs=(
                ("المشاركات والمشاركون", "28 (16 امرأة و12 رجلاً)"),
                ("الجلسات", "6"),
                ("النقاط المطروحة", "33"),
                ("المتفق عليها", "31"),
            )
        ),
        Heading(text="كيف جرى العمل"),
        Paragraph(
            number="1", text="طُرحت 33 نقطة في 10 محاور، واتُّفق على 25 منها في الاجتماع الأول الذي دام نحو أربع ساعات."
        ),
        Paragraph(
            number="2",
            text="استند النقاش إلى القرار S/RES/2254 (2015) وإلى وثائق OCHA المؤرخة "
            "2020-06-05، مع ترجمة فورية بين العربية "
            "والإنجليزية. ولم يُذكر في هذا التقرير اسم أي شخص شارك في الجلسات "
            "المغلقة، بل ذُكرت أعداد المواقف وأسبابها فقط.",
        ),
        Heading(text="ما اتُّفق عليه", level=2),
        Paragraph(number="3", text="تلتزم الغرفة بما يأتي:"),
        Items(
            ordered=True,
            entries=(
                Item(text="إعلان برنامج كل جولة قبل موعدها بأسبوعين على الأقل."),
                Item(
                    text="نشر نتائج الجولة باللغتين:",
                    inside=Items(
                        entries=(Item(text="على الموقع https://room.example/،"), Item(text="وبصيغتي PDF وDOCX."))
                    ),
                ),
                Item(text="إبلاغ المشاركين بما آلت إليه كل توصية."),
            ),
        ),
        Table(
            caption="النقاط بحسب المحور",
            head=("المحور", "مطروحة", "متفق عليها", "باقية"),
            rows=(
                ("الحماية", "12", "11", "1"),
                ("التعليم والصحة", "9", "9", "0"),
                ("المعتقلون والمفقودون", "12", "11", "1"),
            ),
            row_heads=True,
        ),
        Heading(text="ردود", level=2),
        Reply(text="وصلتنا البنود الثمانية، وسنجيب عن كل بند منها كتابةً خلال ستين يوماً.", by="ممثل عن الجهات المانحة"),
        Quote(
            text="The outcome of this round was received with thanks.", by="مكتب الوسيط", language="en", direction="ltr"
        ),
        Note(text="جُمعت هذه الأرقام من سجل الجولة، وحُجبت الأعداد الصغيرة."),
        PageBreak(),
        Heading(text="ما لم يُتفق عليه"),
        Paragraph(number="4", text="بقيت نقطتان لجلسة لاحقة، ويرد سبب كل منهما أدناه."),
        Annex(title="المرفق: بيان إلى الجهات المانحة"),
        Paragraph(number="5", text="نطلب نشر حسابات الإنفاق كل ثلاثة أشهر."),
    ),
)

ENGLISH = Document(
    title="Report of the regional consultations with civil society",
    subtitle="First group, Türkiye",
    language="en",
    direction="ltr",
    publisher="Civil Society Support Room",
    date_line="2–5 June 2020, online",
    edition="First edition",
    address="https://room.example/en/reports/2020-06/1/",
    published=date(2020, 6, 30),
    contents=True,
    notices=("The sessions followed the Chatham House Rule: what was said is reported, who said it is not.",),
    blocks=(
        Heading(text="The round in figures"),
        Facts(
            pairs=(
                ("Participants", "28 (16 women and 12 men)"),
                ("Sessions", "6"),
                ("Points raised", "33"),
                ("Agreed", "31"),
            )
        ),
        Heading(text="How the work was done"),
        Paragraph(
            number="1",
            text="Thirty-three points were raised under 10 pillars; 25 were agreed in "
            "the first meeting of about four hours.",
        ),
        Paragraph(
            number="2",
            text="The discussion drew on resolution S/RES/2254 (2015) and on what the "
            "groups in غازي عنتاب, عمّان and Beirut had "
            "written before, with simultaneous interpretation between Arabic and "
            "English. No person who took part in a closed "
            "session is named in this report: positions are counted, and their reasons given.",
        ),
        Heading(text="What was agreed", level=2),
        Paragraph(number="3", text="The room undertakes:"),
        Items(
            ordered=True,
            entries=(
                Item(text="to announce the programme of each round at least two weeks ahead;"),
                Item(
                    text="to publish what came of it in both languages:",
                    inside=Items(entries=(Item(text="on the web, and"), Item(text="as PDF and DOCX;"))),
                ),
                Item(text="to tell everyone who took part what became of each recommendation."),
            ),
        ),
        Table(
            caption="Points by pillar",
            head=("Pillar", "Raised", "Agreed", "Remaining"),
            rows=(
                ("Protection", "12", "11", "1"),
                ("Education and health", "9", "9", "0"),
                ("Detained and missing", "12", "11", "1"),
            ),
            row_heads=True,
        ),
        Heading(text="Replies", level=2),
        Reply(
            text="The eight items have reached us; we shall answer each in writing within sixty days.",
            by="For the donors",
        ),
        Quote(text="وصلت نتائج هذه الجولة مع الشكر.", by="Office of the mediator", language="ar", direction="rtl"),
        Note(text="The figures were counted from the record of the round; small numbers are withheld."),
        PageBreak(),
        Heading(text="What was not agreed"),
        Paragraph(number="4", text="Two points were left for a later session; the reason for each is given below."),
        Annex(title="Annex: statement to the donors"),
        Paragraph(number="5", text="We ask that the accounts be published every three months."),
    ),
)
