"""Three briefings to the Security Council as the demo room invents them, in English and Arabic, and what was found in each.

Their words are ours; nobody gave them. A passage is named by its number, from 1.
"""

Named = tuple[int, int]

FIRST = (
    "en",
    (2020, 6, 16),
    "DEMO/2020/1",
    ("إحاطة حزيران/يونيو 2020 (متخيَّلة)", "Briefing of June 2020 (invented)"),
    """Madam President, let me begin with the people of the country, who face another summer of hardship.

Earlier this month I met civil society from the north-west and from Türkiye, women and men who spoke to us for four days by video. They asked me to keep the question of detainees, abductees and missing persons at the head of every round, and to press for access by the Red Cross to places of detention. I do so today.

The currency has lost much of its worth within weeks. Families cannot pay for bread. I heard concern that sanctions must not harm civilians, and I share it.

The authorisation of cross-border relief ends in July. Millions depend on it. I urge the Council to find agreement, so that aid reaches people by every way there is.

Those who were displaced tell me that they wish to return, in safety, by their own choice and with dignity. Conditions for that do not exist yet.

On the constitutional track, the co-chairs have agreed to a third session in Geneva at the end of August.

I thank the members of this Council for their support.""",
)
SECOND = (
    "ar",
    (2021, 6, 25),
    "DEMO/2021/1",
    ("إحاطة حزيران/يونيو 2021 (متخيَّلة)", "Briefing of June 2021 (invented)"),
    """السيد الرئيس، التقيت هذا الأسبوع نحو مئة وثلاثين من ممثلي المجتمع المدني في خمس مجموعات إقليمية.

طالب المشاركون بمنصة إعلامية يثقون بها تشرح للناس ما يجري في العملية السياسية، وسنعمل مع الغرفة على ذلك.

ملف المعتقلين والمخطوفين والمفقودين لم يتقدم بالقدر الذي يستحقه، وأدعو الأطراف جميعاً إلى خطوات واضحة فيه.

يقترب موعد تجديد آلية المساعدات العابرة للحدود، ولا بديل عنها اليوم لملايين الناس.

ما زالت مشاركة النساء دون ما يجب في كل المسارات، وأجدد دعوتي إلى تمثيل لا يقل عن ثلث المقاعد.

اللجنة الدستورية لم تجتمع منذ كانون الثاني/يناير، وأسعى إلى دورة جديدة بجدول متفق عليه.""",
)
THIRD = (
    "en",
    (2023, 6, 29),
    "DEMO/2023/1",
    ("إحاطة حزيران/يونيو 2023 (متخيَّلة)", "Briefing of June 2023 (invented)"),
    """Two weeks ago donors met in Brussels. A member of the Civil Society Support Room spoke to ministers on behalf of four working groups.

They asked that the space of civil society be protected and that the law on associations be reformed. I wish the Council to hear that message.

They spoke of the fate of detainees and of the disappeared. The General Assembly is about to vote on an institution for missing persons, and I welcome that.

Refugees and displaced persons must be able to return safely and voluntarily, and to obtain their documents of identity and property.

The groups see decentralisation as a matter for today and not only for a future settlement. My office will draw on their work.

Early recovery, repair of infrastructure and livelihoods remain short of funds.

Women and youth must have their rights guaranteed and their place at every table.

The authorisation for aid across the border ends on the tenth of July. I ask this Council to renew it for twelve months.""",
)
BRIEFINGS = (FIRST, SECOND, THIRD)

# briefing (from 0), recommendation, verdict, passage, quotation, the second reader's verdict ("" where nobody has read it again)
REFLECTIONS: tuple[tuple[int, Named, str, int, str, str], ...] = (
    (0, (2020, 1), "reflected", 2, "keep the question of detainees, abductees and missing persons at the head of every round", "reflected"),
    (0, (2020, 2), "absent", 0, "", "absent"),
    (0, (2020, 3), "partly", 3, "sanctions must not harm civilians", "partly"),
    (0, (2020, 4), "reflected", 4, "so that aid reaches people by every way there is", "reflected"),
    (0, (2020, 5), "reflected", 5, "in safety, by their own choice and with dignity", "reflected"),
    (0, (2020, 6), "absent", 0, "", "absent"),
    (0, (2020, 7), "absent", 0, "", "absent"),
    (0, (2020, 8), "absent", 0, "", "partly"),
    (0, (2020, 9), "absent", 0, "", "absent"),
    (0, (2020, 10), "absent", 0, "", "absent"),
    (0, (2017, 4), "partly", 2, "Earlier this month I met civil society from the north-west and from Türkiye", "absent"),
    (1, (2021, 1), "reflected", 2, "بمنصة إعلامية يثقون بها تشرح للناس ما يجري في العملية السياسية", "reflected"),
    (1, (2020, 1), "partly", 3, "ملف المعتقلين والمخطوفين والمفقودين لم يتقدم", "partly"),
    (1, (2021, 9), "absent", 0, "", "absent"),
    (1, (2021, 14), "absent", 0, "", ""),
    (2, (2023, 1), "reflected", 2, "the space of civil society be protected and that the law on associations be reformed", "reflected"),
    (2, (2023, 13), "reflected", 3, "the fate of detainees and of the disappeared", "reflected"),
    (2, (2023, 14), "reflected", 4, "return safely and voluntarily", "reflected"),
    (2, (2023, 15), "reflected", 4, "obtain their documents of identity and property", "reflected"),
    (2, (2023, 16), "partly", 6, "remain short of funds", "partly"),
    (2, (2023, 19), "reflected", 5, "My office will draw on their work", "reflected"),
    (2, (2023, 21), "reflected", 7, "have their rights guaranteed", ""),
    (2, (2023, 6), "absent", 0, "", "absent"),
    (2, (2023, 9), "absent", 0, "", ""),
)  # fmt: skip
ABSENT_WORDS = (
    "نرسل إليكم ما غاب عن إحاطة حزيران/يونيو، ونرجو أن يحضر في المقبلة.",
    "We send you what the briefing of June left out, and hope to find it in the next.",
)
